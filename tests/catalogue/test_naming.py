"""The plural for those served in every place of a wording: a long group has no "’s", and no article stands twice."""

import re
import tomllib
from functools import cache

import pytest

from jdrewrite import resources
from jdrewrite.catalogue import filled, naming_them

LONG = ("members of the public", "people with disabilities", "parents of pupils", "families experiencing homelessness")


@cache
def wordings() -> list[str]:
    """Every text of the catalogue in which something is theirs."""
    found = set()
    todo = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(resources.prompts().rglob("*.toml"))]
    while todo:
        each = todo.pop()
        if isinstance(each, str) and re.search(r"\{customers\}['’]", each):
            found.add(naming_them(each))
        todo += each.values() if isinstance(each, dict) else each if isinstance(each, list) else []
    return sorted(found)


@pytest.mark.parametrize("people", LONG)
def test_what_is_theirs_stands_before_a_long_group_in_every_line(people):
    assert len(wordings()) > 200
    for text in wordings():
        said = filled(text, people)
        assert people in said
        assert not re.search(rf"{people}['’]", said), said
        assert not re.search(r"\b(the|these|those|no|first|present) the\b", said), said


def test_what_is_theirs_is_a_whole_thing():
    """No adjective is left alone, and nothing that belongs to the noun is left behind."""
    for text in wordings():
        said = filled(text, LONG[0])
        words = re.findall(rf"([\w-]+) of {LONG[0]}", said)
        assert not {"personal", "open", "urgent", "among", "set", "own"} & set(words), said
        assert not re.search(rf"of {LONG[0]}(?:-| (?:and accounts|details|them)\b)", said), said


@pytest.mark.parametrize(
    ("people", "text", "said"),
    [
        ("patients", "more {customers} find {customers}’ data", "more patients find patients’ data"),
        ("children", "{customers}’ data", "children’s data"),
        ("members of the public", "the first days of {customers}’ lives", "the first days of the lives of members of the public"),
        ("members of the public", "see which {customers}’ needs are met", "see which needs of members of the public are met"),
        (
            "members of the public",
            "gaps through which {customers}’ data could leak",
            "gaps through which the data of members of the public could leak",
        ),
        (
            "people with disabilities",
            "misuse of {customers}’ names and accounts",
            "misuse of the names and accounts of people with disabilities",
        ),
        ("veterans returning home", "{customers}’ open questions", "the open questions of veterans returning home"),
        ("the people we serve", "more {customers} keep {customers}’ data", "more people keep people’s data"),
        ("the customers", "fewer {customers} wait", "fewer customers wait"),
        ("the elderly", "fewer {customers} keep {customers}’ data", "fewer of the elderly keep the elderly’s data"),
        ("sales teams", "{customers}’ data", "sales teams’ data"),
    ],
)  # fmt: skip
def test_each_group_is_said_as_english_has_it(people, text, said):
    assert filled(text, people) == said


@pytest.mark.parametrize("people", [r"R\D users", r"\g<0> users"])
def test_signs_of_a_template_are_written_as_they_are(people):
    assert filled("{customers}’ data", people) == f"{people}’ data"
    assert filled("more {customers}", f"the {people}") == f"more {people}"
