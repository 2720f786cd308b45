"""What an expression needs is needed: groups of expressions find what their alternation finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.analysis.literals import Expressions, needed, told
from jdrewrite.analysis.section_features import cues
from tests.part import tries

GROUPS = [cue.patterns for cue in cues().content]
WHOLE = [re.compile("|".join(f"(?:{pattern})" for pattern in group)) for group in GROUPS]
READY = Expressions("content", GROUPS)
LETTERS = sorted({letters for group in GROUPS for pattern in group for letters in needed(pattern)})
PIECES = st.sampled_from(LETTERS) | st.sampled_from([" ", ", ", "s", "your ", "the ", "3 ", ": "]) | st.text(max_size=4)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"equal (employment )?opportunit", {"equal opportunit", "equal employment opportunit"}),
        (r"\bpto\b", {"pto"}),
        (r"r[ée]sum[ée]", {"resume", "résumé", "resumé", "résume"}),
        (r"(race|gender)[ ,/].*(age|sex)", {f"{a}{b}" for a in ("race", "gender") for b in " ,/"}),
        (r"(a+b)?\d", set()),
        (r"x(?!yz)", {"x"}),
        (r"(stand|\d)", set()),
    ],
)
def test_needed(pattern, letters):
    assert needed(pattern) - {""} == letters


def test_what_is_told_of_expressions_is_the_same_when_it_was_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path))
    patterns = [r"^\s*equal", r"\bpto\b", r"(stand|\d)"]
    first = told("tried", patterns)
    assert [each.at_beginning for each in first] == [True, False, False]
    assert first[1].needs == first[1].openings == {"pto"}
    monkeypatch.setattr("jdrewrite.analysis.literals._told", None)
    assert told("tried", patterns) == first


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=tries(500), deadline=None)
def test_groups_find_what_their_alternation_finds(text):
    expected = []
    for number, pattern in enumerate(WHOLE):
        if first := pattern.search(text):
            again = pattern.search(text, max(first.end(), first.start() + 1))
            expected.append((number, again is not None))
    assert READY.search(text) == expected
