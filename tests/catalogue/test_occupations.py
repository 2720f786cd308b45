"""What jobs are there for, as their titles tell it: the form of the sentences, and no title twice."""

from __future__ import annotations

import re

import pytest

from jdrewrite.catalogue import occupations
from jdrewrite.catalogue.inflection import verb_forms
from jdrewrite.errors import DataError

_WORDS = 26
_OUTWORN = re.compile(
    r"\b(?:ensur|deliver(?:s|ed|ing)? (?:value|quality|service)|leverag|seamless|high-quality|world-class|satisf|promptly|timely|efficient)\w*",
    re.IGNORECASE,
)


def test_a_purpose_goes_on_behind_this_role_exists_to() -> None:
    for occupation in occupations().values():
        text = occupation.purpose
        assert text == text.strip()
        assert text[-1] not in ".,;"
        assert len(text.split()) <= _WORDS, text
        assert text.count("{customers}") <= 1
        assert not re.search(r"\{(?!customers\})", text), text
        first = text.split()[0].rstrip(",")
        assert first.islower(), text
        assert verb_forms(first), text
        assert not _OUTWORN.search(text), text


def test_titles_are_phrases_in_lower_case_that_say_something() -> None:
    said = set(occupations())
    assert all(title == title.lower().strip() for title in said)
    assert not said & {"manager", "coordinator", "technician", "operator", "assistant", "architect"}


ENTRY = '[[occupations]]\ntitles = "baker"\npurpose = "bake bread that {customers} like to eat"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY.replace("bread", "cakes"), "'baker' is a title of two occupations"),
        (ENTRY.replace("purpose", "purposes"), "not valid"),
        (ENTRY.replace("]]", "]"), "not valid"),
    ],
)
def test_a_file_that_is_not_valid_is_refused(tmp_path, monkeypatch, text: str, told: str) -> None:
    (tmp_path / "occupations").mkdir()
    (tmp_path / "occupations" / "food.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("jdrewrite.resources.prompts", lambda: tmp_path)
    occupations.cache_clear()
    try:
        with pytest.raises(DataError, match=rf"food\.toml.*{told}"):
            occupations()
    finally:
        occupations.cache_clear()


def test_lists_and_other_words_hold_what_can_be_said() -> None:
    for occupation in occupations().values():
        for members in re.findall(r"\(([^()]+)\)", occupation.purpose):
            said = members.split("|")
            assert len(said) > 1, occupation.purpose
            assert all(member == member.strip() != "" for member in said), occupation.purpose
        assert all(word == word.strip().lower() != "" for word in occupation.other), occupation.unless
