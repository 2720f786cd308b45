"""How far it reaches: one or all, own or others, a team or the company."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Maintain our fleet.", "Maintain our customers' fleet."),
        ("Manage the budget of the project.", "Manage the budget of every project."),
        ("Work with nurses in other wards.", "Work with nurses in your own ward."),
        ("Advise your team on safety.", "Advise the company on safety."),
        ("Review the work of your department.", "Review the work of other departments."),
        ("Share news across the organisation.", "Share news across your own team."),
    ],
)
def test_another_reach_is_asked_about(original: str, rewrite: str) -> None:
    """It may reach further or less far, and a person should look."""
    verdict = verify(original, rewrite)
    assert verdict.doubtful, (verdict.lost, verdict.invented, verdict.changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Manage the budget of the project.", "Look after the budget of the project."),
        ("Advise your team on safety.", "Give your team advice on safety."),
    ],
)
def test_same_reach_passes(original: str, rewrite: str) -> None:
    """It reaches as far as it did."""
    verdict = verify(original, rewrite)
    assert verdict.passed, (verdict.lost, verdict.invented, verdict.changed)
