"""What jobs are there for, as their titles tell it: the form of the sentences, and no title twice."""

from __future__ import annotations

import re

import pytest

from jdrewrite.catalogue import grade_of, is_right_for, occupation_lines, occupations
from jdrewrite.catalogue.inflection import verb_forms
from jdrewrite.catalogue.occupations import told as everything
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


@pytest.mark.parametrize("lens", ["voice", "measure", "across", "authority", "people"])
def test_lines_are_right_for_the_grade_of_a_title_that_they_are_for(lens: str) -> None:
    for lines in occupation_lines().values():
        grades = {grade_of(title) for title in lines.of.split("; ")}
        for line in (*lines.lines(lens), *lines.bare(lens)):
            assert any(is_right_for(line, lens, grade) for grade in grades), (lines.of, line)


def test_no_line_is_said_for_two_lists_of_occupations() -> None:
    said = [
        text
        for lines in set(occupation_lines().values())
        for lens in ("voice", "measure", "across", "authority", "people")
        for text in lines.texts(lens)
    ]
    assert len(said) == len(set(said)), sorted({text for text in said if said.count(text) > 1})


ENTRY = '[[occupations]]\ntitles = "baker"\npurpose = "bake bread that {customers} like to eat"\n'
LINES = '[[lines]]\nof = "baker"\nvoice = ["[Ask] {customers} which bread they miss."]\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY.replace("bread", "cakes"), "'baker' is a title of two occupations"),
        (ENTRY.replace("purpose", "purposes"), "not valid"),
        (ENTRY.replace("]]", "]"), "not valid"),
        (ENTRY + LINES.replace("baker", "cook"), "there is no occupation 'cook'"),
        (ENTRY + LINES + LINES, "'baker' is an occupation that has lines already"),
        (ENTRY + LINES.replace("[Ask]", "Ask"), "starts with a verb in square brackets"),
        (ENTRY + LINES.replace("voice", "voices"), "not valid"),
    ],
)
def test_a_file_that_is_not_valid_is_refused(tmp_path, monkeypatch, text: str, told: str) -> None:
    (tmp_path / "occupations").mkdir()
    (tmp_path / "occupations" / "food.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("jdrewrite.resources.prompts", lambda: tmp_path)
    everything.cache_clear()
    try:
        with pytest.raises(DataError, match=rf"food\.toml.*{told}"):
            occupations()
    finally:
        everything.cache_clear()


def test_lists_and_other_words_hold_what_can_be_said() -> None:
    for occupation in occupations().values():
        for members in re.findall(r"\(([^()]+)\)", occupation.purpose):
            said = members.split("|")
            assert len(said) > 1, occupation.purpose
            assert all(member == member.strip() != "" for member in said), occupation.purpose
        assert all(word == word.strip().lower() != "" for word in occupation.other), occupation.unless
