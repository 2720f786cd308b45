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
    assert not said & {"manager", "coordinator", "technician", "operator", "assistant"}


def test_a_title_of_two_occupations_is_refused(tmp_path, monkeypatch) -> None:
    entry = '[[occupations]]\ntitles = "baker"\npurpose = "bake bread that {customers} like to eat"\n'
    (tmp_path / "occupations").mkdir()
    (tmp_path / "occupations" / "food.toml").write_text(entry + entry.replace("bread", "cakes"), encoding="utf-8")
    monkeypatch.setattr("jdrewrite.resources.prompts", lambda: tmp_path)
    occupations.cache_clear()
    try:
        with pytest.raises(DataError, match=r"food\.toml.*'baker' is a title of two occupations"):
            occupations()
    finally:
        occupations.cache_clear()
