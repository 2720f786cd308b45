"""With somebody is not for, under or to them."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify

TURNED = [
    ("Plans the menu with the bosun's mate and the cook.", "Plans the menu for the cook."),
    ("Plans the menu with the director.", "Plans the menu for the director."),
    ("Plans the menu with the director.", "Plans the menu under the director."),
    ("Presents the menu with the director.", "Presents the menu to the director."),
    ("Works with the director on the menu.", "Works for the director on the menu."),
    ("Plans and prices the menu with the Mayor.", "Plans and prices the menu for the Mayor."),
    ("Write the rota with HR.", "Write the rota for HR."),
    ("Write lessons with teachers and aides.", "Write lessons for teachers and aides."),
    ("Sail in line with aims settled in advance with the director.", "Sail in line with aims settled by the director."),
    ("Sail by charts drawn up with the bosun and the cook.", "Sail by charts prepared by the cook."),
    ("Plans, in line with the rules, the menu with the cook.", "Plans, in line with the rules, the menu for the cook."),
]
SAME = [
    ("Plans the menu with the director.", "Plans the menu together with the director."),
    ("Plans the menu with the director.", "With the director, plans the menu."),
    ("Plans the menu with the director.", "Plans the menu alongside the director, so that guests eat well."),
    ("Plans the menu for guests with the director.", "Plans, with the director, the menu for guests."),
    ("Plans the menu for the director with the cook.", "With the cook, plans the menu for the director."),
    ("Shares findings with managers.", "Passes findings on to managers."),
    ("Communicate decisions with staff.", "Communicate decisions to staff."),
    ("Cook to menus set in advance with the mate.", "Cook to menus set together with the mate."),
    ("Plans menus in concert with the cook.", "Plans menus jointly with the cook."),
    ("Schedule appointments with clients.", "Schedule appointments for clients."),
    ("Provide the teams with staff.", "Provide staff to the teams."),
]


@pytest.mark.parametrize(("original", "rewrite"), TURNED)
def test_another_footing_is_a_change(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert "footing" in {fact.check for fact in verdict.changed}


@pytest.mark.parametrize(("original", "rewrite"), SAME)
def test_the_same_footing_in_other_words_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict
