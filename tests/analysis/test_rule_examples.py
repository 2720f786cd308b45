"""Every rule fires on its own examples and stays quiet on those beside them."""

import pytest

from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import read_lenses, rule_hits
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.rules import all_rules, book
from jdrewrite.analysis.served import mark
from jdrewrite.language.lead import lead
from jdrewrite.language.model import pipeline

PATTERNED = [r for r in all_rules().values() if r.value != "missing" and not r.id.endswith(".learned")]
LEARNED = [r for r in all_rules().values() if r.id.endswith(".learned")]


def fired(text: str, lens: str) -> set[str]:
    doc = LightDoc.of(pipeline()(lead(text) + text))
    return {name for name, _, _ in rule_hits(doc, book(), mark(doc, book().classes)).get(lens, ())}


def read(text: str, lens: str) -> set[str]:
    doc = LightDoc.of(pipeline()(lead(text) + text))
    return {book().rule(name).value for name, _, _ in read_lenses(doc, book(), weights())[lens]}


def cases(rules, part):
    return [pytest.param(r, t, id=f"{r.id}: {t}") for r in rules for t in getattr(r, part)]


@pytest.mark.parametrize(("rule", "text"), cases(PATTERNED, "fires"))
def test_rule_fires_on_its_examples(rule, text):
    assert rule.id in fired(text, rule.lens)


@pytest.mark.parametrize(("rule", "text"), cases(PATTERNED, "quiet"))
def test_rule_is_quiet_beside_them(rule, text):
    assert rule.id not in fired(text, rule.lens)


@pytest.mark.parametrize(("rule", "text"), cases(LEARNED, "fires"))
def test_the_trained_part_gives_the_label(rule, text):
    assert read(text, rule.lens) == {rule.value}


@pytest.mark.parametrize(("rule", "text"), cases(LEARNED, "quiet"))
def test_the_trained_part_is_quiet_beside_them(rule, text):
    assert rule.value not in read(text, rule.lens)


def test_some_labels_are_found_by_the_trained_part_alone():
    alone = [r for r in LEARNED for t in r.fires if r.value not in {all_rules()[n].value for n in fired(t, r.lens)}]
    assert len({r.id for r in alone}) >= 3


def test_every_label_of_the_table_has_its_page():
    assert {f"{lens}.{value}.learned" for lens, value in weights().labels} <= set(all_rules())
