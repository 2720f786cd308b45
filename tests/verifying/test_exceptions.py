"""What is left out, only possible, or done less than wholly."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Clean all rooms, including the sauna.", "Clean all rooms other than the sauna."),
        ("Use tools such as lathes and mills.", "Use tools but not lathes or mills."),
        ("Handle fragile goods.", "Handle goods which are not fragile."),
        ("Deliver parcels within the city.", "Deliver parcels outside the city."),
        ("Inspect the plant, including the boilers.", "Inspect the plant except for the boilers."),
    ],
)
def test_left_out_is_found(original: str, rewrite: str) -> None:
    """What was among the things is left out now."""
    verdict = verify(original, rewrite)
    assert not verdict.passed, (verdict.lost, verdict.invented, verdict.changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The post is based in Leeds.", "The post may be based in Leeds."),
        ("Wear the required helmet.", "Wear the recommended helmet."),
        ("You clean the stables.", "You are free to clean the stables."),
        ("Act as the main contact for tenants.", "Act as a contact for tenants."),
        ("Test each brake thoroughly.", "Give each brake a quick test."),
        ("Keep to the recipe exactly.", "Keep broadly to the recipe."),
        ("Always lock the gate.", "Lock the gate as often as possible."),
        ("The role is a grade 5.", "The role is a grade 5 or above."),
        ("Find any leaks.", "Find the main leaks."),
    ],
)
def test_weaker_is_found(original: str, rewrite: str) -> None:
    """It binds less, or is done to another degree."""
    verdict = verify(original, rewrite)
    assert not verdict.passed, (verdict.lost, verdict.invented, verdict.changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Clean all rooms, including the sauna.", "Clean all rooms, the sauna among them."),
        ("Handle fragile goods.", "Handle goods that are fragile, so that they do not break."),
    ],
)
def test_same_passes(original: str, rewrite: str) -> None:
    """Nothing is left out."""
    verdict = verify(original, rewrite)
    assert verdict.passed, (verdict.lost, verdict.invented, verdict.changed)


def test_what_customers_need_not_do_denies_nothing_of_the_duty():
    assert verify("Keep the files.", "Keep the files, so that customers need not keep what does not suit them.").passed
