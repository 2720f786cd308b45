"""What may not be done without supervision, leave or training is law: no border, and no help to anybody."""

from __future__ import annotations

import pytest

import jdrewrite
from jdrewrite.model import Labels


def labels(line: str) -> Labels:
    """Return what is made of a duty."""
    text = f"# Paralegal\n\n## Duties\n\n- Prepare files for clients of the firm.\n- {line}\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "paralegal.md"))
    return next(s.labels for s in found.statements if s.text == line)


@pytest.mark.parametrize(
    "line",
    [
        "You must not give legal advice to clients without supervision",
        "Must not advise clients on wills unless qualified to do so.",
        "The post holder may not help patients to move without training in moving people.",
        "You must not give medicines, lift patients or handle money.",
    ],
)
def test_a_ban_is_neither_a_border_nor_help(line: str) -> None:
    found = labels(line)
    assert (found.across, found.frame, found.sight) == ("none", "neutral", False)


@pytest.mark.parametrize(
    ("line", "across", "frame"),
    [
        ("Do not discuss forecasts with other teams.", "silo", "neutral"),
        ("Do not share figures with other departments without the approval of the head.", "silo", "neutral"),
        ("Advise clients on pensions.", "none", "stewardship"),
        ("Advise clients without waiting for approval.", "none", "stewardship"),
    ],
)
def test_a_border_stays_one_and_help_stays_help(line: str, across: str, frame: str) -> None:
    found = labels(line)
    assert (found.across, found.frame) == (across, frame)
