"""What a role makes, in the words of its duties."""

import pytest

from jdrewrite.rewriting.offline.making import made_in

MADE = {
    "Prepare accurate monthly cost reports for the board.": ["monthly cost reports"],
    "Develop a training plan and a shift schedule for the depot.": ["training plans", "shift schedules"],
    "Maintain the stock database and all cleaning schedules.": ["cleaning schedules", "stock databases"],
    "Draft contracts.": ["contracts"],
    "Conducts site inspections of the bridges.": ["site inspections"],
    "Prepare and file court documents": ["court documents"],
    "Design and build APIs": ["APIs"],
    "Produce the BI dashboards of the branch": ["BI dashboards"],
}
NONE = [
    "Prepare reports.",  # any
    "Prepare various other reports as required.",
    "Attend weekly cost meetings.",  # held by others
    "Read cost reports.",
    "Work from drawings.",
    "Write long-form features.",  # of which a part would be another thing
    "Maintain good relationships with suppliers.",
    "Archiving and Any other Ad Hoc Duties",  # the last word is read as beside one that is not in the line
]


@pytest.mark.parametrize("duty", MADE)
def test_what_is_made_is_named_as_the_text_names_it(duty):
    assert sorted(made.things for made in made_in([duty])) == sorted(MADE[duty])


@pytest.mark.parametrize("duty", NONE)
def test_what_is_not_made_or_could_be_any_is_none(duty):
    assert made_in([duty]) == []


def test_what_is_spoken_of_most_often_comes_first_and_then_what_tells_most():
    duties = ["Draft contracts.", "Write weekly cost reports.", "Review contracts."]
    assert [made.things for made in made_in(duties)] == ["contracts", "weekly cost reports"]
    assert [made.things for made in made_in(duties[:2])] == ["weekly cost reports", "contracts"]
