"""Headings that stand among the lines of a list."""

import pytest

from jdrewrite.model import BlockKind
from tests.analysis.labelled import labels

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
