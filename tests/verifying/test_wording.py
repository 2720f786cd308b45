"""How a rewrite reads: its level, its doubled phrases, its words; properties that hold for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.verifying.checks.wording import compare, reading_level
from jdrewrite.verifying.texts import text_of
from tests.part import tries

_WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=4, max_size=12, unique=True
)


@given(_WORDS)
def test_the_level_does_not_depend_on_capitals_and_spaces(words: list[str]) -> None:
    text = " ".join(words)
    assert reading_level(text) == reading_level(text.upper()) == reading_level(f"  {text}\n")


@given(_WORDS, _WORDS)
def test_two_sentences_read_easier_than_one(first: list[str], second: list[str]) -> None:
    one, other = " ".join(first), " ".join(second)
    assert reading_level(f"{one}. {other}.") < reading_level(f"{one} {other}.")


@settings(max_examples=tries(25), deadline=None)
@given(_WORDS)
def test_a_phrase_that_stands_twice_is_told_once_it_is_new(words: list[str]) -> None:
    phrase = " ".join(words)
    once, twice = text_of(f"Pack {phrase}"), text_of(f"Pack {phrase}, and pack {phrase}")
    assert {fact.check for fact in compare(once, twice).warnings} >= {"doubled"}
    assert not [fact for fact in compare(twice, twice).warnings if fact.check == "doubled"]
    assert not [fact for fact in compare(once, once).warnings if fact.check == "doubled"]
