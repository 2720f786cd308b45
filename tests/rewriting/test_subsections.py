"""Where duties have sub-headings, a new line stands under that of its matter, else at the end of the last."""

import pytest

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.rewriting.placing.subsections import place_among, subsections

TEXT = """# Office manager

The office manager keeps the office of a museum in order.

## Duties

**Staff matters:**

- Enrol new colleagues in the pension plan.
- Answer questions of colleagues about sick pay and the pension.

**Budget and reporting:**

- Keep the accounts and pay invoices.
- Prepare the monthly financial report for the board.
- Other duties as assigned.

**Building:**

- Arrange repairs of broken locks and lamps.
- Order cleaning and heating of the rooms.

## What to expect in the first year

- Learn the collection of the museum.
- Meet the whole team and the guides.

## Requirements

- Two years in an office.
- Knowledge of accounts.
"""


def parts(text: str = TEXT):
    return subsections(jdrewrite.analyse(read_bytes(text.encode(), "office-manager.md")).statements)


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("Hold back a financial report with an error in it until it is put right.", "Prepare the monthly financial report for the board."),
        ("Ask staff which questions about the pension come again and again.", "Answer questions of colleagues about sick pay and the pension."),
        ("Judge the work by how long visitors wait for a repair.", "Order cleaning and heating of the rooms."),
        ("Sing in the choir on Sundays.", "Order cleaning and heating of the rooms."),
    ],
)  # fmt: skip
def test_a_line_stands_where_its_matter_is_and_else_at_the_end(line, behind):
    assert place_among(parts(), line).text == behind


def test_a_list_of_all_duties_goes_before_lists_beside_it():
    text = TEXT.replace("**Staff matters:**\n\n", "").replace("**Budget and reporting:**\n\n", "")
    assert [part.head for part in parts(text)] == ["Duties", "Building:"]
    assert (
        place_among(parts(text), "Sing in the choir on Sundays.").text
        == "Prepare the monthly financial report for the board."
    )


def test_a_heading_whose_sentence_goes_on_in_its_list_takes_no_line():
    assert [part.head for part in parts(TEXT.replace("Building:", "Plan with the caretaker regarding:"))] == [
        "Staff matters:",
        "Budget and reporting:",
    ]


def test_new_lines_of_a_rewrite_stand_at_the_end_of_a_sub_section():
    document = read_bytes(TEXT.encode(), "office-manager.md")
    revision = jdrewrite.revise(document)
    added = [p for p in revision.proposals if p.kind == "add" and not {"frame", "people", "customer"} & set(p.lenses)]
    assert added
    ends = {part.end.block for part in subsections(revision.before.statements)}
    assert {p.anchor.block for p in added} <= ends


def test_a_purpose_is_no_item_of_what_is_asked():
    from jdrewrite.rewriting.placing.places import before_duties

    text = (
        "# Office manager\n\nThe office manager keeps the office of a museum in order and helps its guides.\n\n"
        "## Requirements\n\n- Two years in an office.\n- Knowledge of accounts.\n\n## Duties\n\n- Pay invoices.\n- Order cleaning.\n"
    )
    place = before_duties(jdrewrite.analyse(read_bytes(text.encode(), "office-manager.md")).statements)
    assert place is not None
    assert place.text.startswith("The office manager keeps")
