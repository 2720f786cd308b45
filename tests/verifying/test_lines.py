"""Who stands over whom: lines turned round, and peers who come to stand over or under the role."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "The bakery supervisor reports to the regional manager.",
            "The regional manager reports to the bakery supervisor.",
        ),
        ("You report to the head of gardens.", "The head of gardens reports to you."),
        (
            "The lab analyst is accountable to the quality director.",
            "The quality director is accountable to the lab analyst.",
        ),
        ("The shift lead is supervised by the plant manager.", "The shift lead supervises the plant manager."),
        ("Work with the finance team to close the books.", "Lead the finance team in closing the books."),
        (
            "Under the direction of the chief engineer, calibrate the gauges.",
            "Direct the chief engineer in calibrating the gauges.",
        ),
        ("Serve as a member of the safety committee.", "Chair the safety committee."),
        ("Mentor junior welders on site.", "Be mentored by junior welders on site."),
        ("Supervise three warehouse clerks.", "Work under three warehouse clerks."),
        ("Manage a team of six drivers.", "Be managed as one of a team of six drivers."),
        ("Prepare menus in consultation with the head chef.", "Prepare menus as the head chef directs."),
        ("The curator is part of the exhibitions team.", "The curator runs the exhibitions team."),
        ("Assist the surveyors in measuring plots.", "Have the surveyors assist you in measuring plots."),
    ],
)
def test_turned_round_is_found(original: str, rewrite: str) -> None:
    """Who reports to whom, or leads whom, has changed."""
    verdict = verify(original, rewrite)
    assert not verdict.passed, (verdict.lost, verdict.invented, verdict.changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        (
            "The bakery supervisor reports to the regional manager.",
            "The bakery supervisor answers to the regional manager.",
        ),
        ("The shift lead is supervised by the plant manager.", "The plant manager supervises the shift lead."),
        ("Supervise three warehouse clerks.", "Three warehouse clerks are supervised by you."),
        ("Manage a team of six drivers.", "You manage a team of six drivers, so that parcels arrive on time."),
        ("Work with the finance team to close the books.", "Close the books together with the finance team."),
        ("Mentor junior welders on site.", "Guide junior welders on site."),
    ],
)
def test_same_line_passes(original: str, rewrite: str) -> None:
    """The line of command stays."""
    verdict = verify(original, rewrite)
    assert verdict.passed, (verdict.lost, verdict.invented, verdict.changed)
