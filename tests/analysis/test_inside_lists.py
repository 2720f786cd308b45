"""Headings that stand among the lines of a list."""

import pytest

from jdrewrite.analysis.inside_lists import inside_lists
from jdrewrite.model import BlockKind
from tests.analysis.labelled import blocks, labels

H = BlockKind.HEADING
LINES = ("Greet each boat that comes up the river by its name", "Keep the log of boats and of the levels of the water")


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.BULLET])
def test_a_field_of_work_above_what_is_done_in_it_is_a_heading(kind: BlockKind) -> None:
    told = [("Boats & Crews", kind), *((line, kind) for line in LINES)]
    assert labels(("Key responsibilities", H), (LINES[1], kind), *told)[2:] == ["other", "duties", "duties"]


def test_a_line_with_a_colon_in_capitals_heads_a_list_and_what_is_asked_has_no_heading_inside() -> None:
    bullet = BlockKind.BULLET
    acts = [(line, bullet) for line in LINES]
    assert labels(("Key responsibilities", H), ("Set Up Lock:", bullet), *acts)[1:] == ["other", "duties", "duties"]
    assert labels(("Requirements", H), ("Boating Skills", bullet), *acts)[1] == "requirements"


@pytest.mark.parametrize(
    "line",
    ["Water levels", "Husbandry of All Fish.", "Keep Lamps", "Signals, Lamps", "Opening and Closing Gates"],
)
def test_a_duty_among_duties_is_none(line: str) -> None:
    kind = BlockKind.BULLET
    assert labels(("Key responsibilities", H), (line, kind), (LINES[0], kind))[1] == "duties"
    assert labels(("Key responsibilities", H), (LINES[0], kind), (f"{line} in All Weathers", kind))[2] == "duties"


def heads(*lines: str, kind: BlockKind = BlockKind.BULLET) -> list[str]:
    return [lines[number] for number in sorted(inside_lists(blocks(*((line, kind) for line in lines))))]


def test_one_of_several_names_in_a_row_is_an_item_of_them() -> None:
    assert heads(LINES[1], "Gate Logs", LINES[0]) == ["Gate Logs"]
    assert heads(LINES[1], "Tide Tables", "Gate Logs", LINES[0]) == []
    assert heads("Keep the gates", "Gate Logs", LINES[0]) == []


@pytest.mark.parametrize(
    "below", ["Keep the log", "A log of the levels of the water", "Keep All River Logs and Lamp Logs"]
)
def test_only_a_sentence_on_what_is_done_has_a_heading_without_a_colon(below: str) -> None:
    assert heads(LINES[1], "Gate Logs", below) == []
    assert heads(LINES[1], "Gate Logs:", below) == ["Gate Logs:"]


def test_a_field_of_data_heads_nothing() -> None:
    assert heads("Location: Harbour", LINES[0]) == []
    assert (
        heads("Location: Upper Harbour", "Reports to the master of the whole harbour", kind=BlockKind.PARAGRAPH) == []
    )


def test_the_last_line_heads_nothing() -> None:
    assert heads() == []
    assert heads("Gate Logs:") == []
