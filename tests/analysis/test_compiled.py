"""A pattern finds on a light document what spaCy's matchers find: tried on sentences made of the rules' own words."""

import random

import pytest

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lenses import rule_hits
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.matching import matchers, rows
from jdrewrite.analysis.plain_matching import PlainMatchers
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served import mark
from jdrewrite.language.model import pipeline
from tests.part import tries

FILLERS = ["the", "a", "of", "good", "work", ",", "to", "and", "3", "customers", "they", "is", "help"]


def sentence(row, chance):
    """Return words that nearly match a pattern: the right ones in order, with some left out and some between."""
    words = []
    for item in row:
        wanted = item.get("LOWER")
        if wanted and chance.random() < 0.95:
            words.append(wanted if isinstance(wanted, str) else chance.choice(sorted(wanted["IN"])))
        elif not wanted:
            words += chance.choices(FILLERS, k=chance.randrange(3))
        if chance.random() < 0.2:
            words.append(chance.choice(FILLERS))
    return words


@pytest.mark.long
def test_light_matching_is_spacys_matching():
    register()
    chance = random.Random(7)  # noqa: S311 - the same sentences each time
    known, nlp = book(), pipeline()
    token_rows = [row for rule in known.rules.values() if rule.kind == "token" for row in rows(rule, known)]
    texts = [" ".join(sentence(chance.choice(token_rows), chance) + sentence(chance.choice(token_rows), chance))
             for _ in range(tries(400))]  # fmt: skip
    texts += ["You will help families and patients to find a home", "She makes life easier for the needs of residents"]
    plain = PlainMatchers(nlp.vocab, known)
    hits = 0
    for doc in nlp.pipe(texts):
        light = LightDoc.of(doc)
        marked = mark(light, known.classes)
        expected = {lens: found for lens, found in plain(doc, light, marked).items() if found}
        found = {lens: own for lens, own in matchers(known)(light, marked).items() if own}
        assert found == expected, doc.text
        hits += sum(map(len, found.values()))
    assert hits > len(texts) // 2


def test_what_is_not_needed_is_not_asked_for():
    doc = LightDoc("Repair lifts", ("Repair", "lifts"), ("repair", "lifts"))
    assert not any(rule_hits(doc, book(), {}).values())
