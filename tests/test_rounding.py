"""Figures as people read them."""

import pytest

from jdrewrite.audit.figures import group
from jdrewrite.rounding import figure, half_up, per_cent
from tests.audit.test_figures import row


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [(7.85, 1, 7.9), (9.95, 1, 10.0), (4.35, 1, 4.4), (27.55, 1, 27.6), (4.05, 1, 4.1), (0.5, 0, 1.0), (-2.5, 0, -3.0)],
)
def test_a_five_is_rounded_up(value: float, digits: int, rounded: float) -> None:
    assert half_up(value, digits) == rounded
    assert half_up(sum([value] * 3) / 3, digits) == rounded, "whatever binary fractions make of a mean"
    assert figure(value, digits) == f"{rounded:.{digits}f}"


def test_little_below_nothing_is_nothing() -> None:
    assert figure(-0.04) == "0.0"


def test_shares_are_rounded_alike() -> None:
    assert [per_cent(share) for share in (0.885, 0.125, 0.005, 1.0)] == [89, 13, 1, 100]


def test_means_and_medians_are_those_of_a_spreadsheet() -> None:
    found = group("all", [row("a.md", score=7.8), row("b.md", score=7.9)])
    assert (found.median, found.mean) == (7.9, 7.9)
