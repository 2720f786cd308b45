"""Fields of a job's data: labels, what stands behind, below or beside them, and tables of criteria."""

import pytest

import jdrewrite
from jdrewrite.analysis.fields import fields
from jdrewrite.model import Block, BlockKind, Cell, Section
from tests.analysis.labelled import labels

H, P, C, B = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CELL, BlockKind.BULLET


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Reports to: Head Gardener", "logistics"),
        ("REPORTING TO: HEAD GARDENER", "logistics"),
        ("Supervised by: Head Gardener", "logistics"),
        ("Positions supervised: N/A", "logistics"),
        ("Key Internal Relationships: Lock Keepers, Harbour Office", "logistics"),
        ("Based at: Harbour House, Quay Street", "logistics"),
        ("PAY RANGE: B 12", "benefits"),
        ("Approved by: Board of Trustees", "other"),
        ("Salary is £24K plus pension", "benefits"),
        ("£14.20 per hour", "benefits"),
        ("32 hrs/week (80% FTE)", "logistics"),
        ("Part-time", "logistics"),
        ("Official title in USAJOBS: River Specialist", "title"),
        ("Service/Section: River and Harbour / Locks", "logistics"),
        ("3 months minimum commitment", "logistics"),
    ],
)
@pytest.mark.parametrize("above", ["Main duties", "Who you are"])
def test_a_label_says_what_its_line_is_whatever_stands_above(line: str, section: Section, above: str) -> None:
    assert labels((above, H), ("Open the gates at high water.", B), (line, P))[-1] == section
    assert labels(("Main duties", H), (line, H), ("Keep the log of boats.", B)) == ["other", section, "duties"]


@pytest.mark.parametrize(
    "line",
    [
        "Experience: design the visits of school classes",
        "Contracts: draw up leases for the moorings and see that both sides keep to them",
        "Location of leaks: find them before the boats do",
        "Reports to the harbour office each tide",
        "£400 of petty cash is in your care",
        "Relationships: build them with skippers",
    ],
)
def test_a_duty_with_a_colon_or_a_sum_is_no_field(line: str) -> None:
    assert fields([Block(id="b1", kind=B, text=line, line=1)]) == {}


@pytest.mark.parametrize(("label", "kind"), [("Responsible to:", H), ("RESPONSIBLE TO", H), ("Line manager:", P)])
def test_the_next_line_is_the_value_of_a_label(label: str, kind: BlockKind) -> None:
    duty = ("Keep the log of every boat that passes.", P)
    found = labels((label, kind), ("Room Leader / Harbour Master", P), ("Main duties", H), duty)
    assert found == ["other", "logistics", "other", "duties"]
    assert labels((label, kind), duty)[-1] != "logistics"


def test_an_address_goes_on_in_the_next_line() -> None:
    found = labels(
        ("Based at: Harbour House,", P), ("14 Quay Street, Seaham", P), ("Greet each boat that comes in.", P)
    )
    assert found[:2] == ["logistics", "logistics"]
    assert found[2] != "logistics"


def test_labels_and_values_in_cells() -> None:
    found = labels(
        ("Reports To", C),
        ("Minister of Works", C),
        ("Employment", C),
        ("Part-time", C),
        ("Pay", C),
        ("To be agreed", C),
    )
    assert found == ["other", "logistics", "other", "logistics", "other", "benefits"]


CRITERIA = """# Lock Keeper

## Duties

- Open the gates.
- Keep the log of boats.

| Criteria | Essential | Desirable | How Identified |
| --- | --- | --- | --- |
| Knowledge and skills | <ul><li>Handling of ropes</li><li>Commitment to safety on the water</li></ul> | Signs | Interview |
"""


def test_cells_below_essential_and_desirable_are_asked() -> None:
    found = jdrewrite.analyse(jdrewrite.read_bytes(CRITERIA.encode(), "jd.md"))
    cells = [(s.text, s.section) for s in found.statements][-8:]
    asked = ["Handling of ropes", "Commitment to safety on the water", "Signs"]
    assert [text for text, section in cells if section == "requirements"] == asked
    assert {section for text, section in cells if text not in asked} == {"other"}


def test_marks_below_essential_tell_of_the_first_column() -> None:
    rows = [["Criteria", "Essential", "Desirable"], ["Has kept a lock or a bridge for a year", "X", ""]]
    made = [
        Block(id=f"b{r}{c}", kind=C, text=text, line=1, cell=Cell(table=0, row=r, column=c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text
    ]
    assert list(fields(made).values()) == ["other", "other", "other", "requirements", "other"]
