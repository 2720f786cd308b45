"""Every rule fires on its own examples and stays quiet on those beside them."""

import pytest

from jdrewrite.analysis.components import read_all
from jdrewrite.analysis.lenses import lens_hits
from jdrewrite.analysis.rules import all_rules
from jdrewrite.language.lead import lead
from jdrewrite.language.model import pipeline

PATTERNED = [r for r in all_rules().values() if r.value != "missing"]


def fired(text: str, lens: str) -> set[str]:
    doc = read_all(pipeline()(lead(text) + text))
    return {name for name, _, _ in lens_hits(doc, lens)}


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in PATTERNED for t in r.fires], ids=lambda v: getattr(v, "id", v)
)
def test_rule_fires_on_its_examples(rule, text):
    assert rule.id in fired(text, rule.lens)


@pytest.mark.parametrize(
    ("rule", "text"), [(r, t) for r in PATTERNED for t in r.quiet], ids=lambda v: getattr(v, "id", v)
)
def test_rule_is_quiet_beside_them(rule, text):
    assert rule.id not in fired(text, rule.lens)
