"""Words that a rule takes for more than they say where they stand."""

import pytest

from jdrewrite.analysis.reading import Reader
from jdrewrite.model import Labels


def labels(line: str) -> Labels:
    [found] = Reader().read([line])
    return found.labels


@pytest.mark.parametrize(
    "line",
    [
        "Follow the assessed plan of care for resident.",
        "Documents the plan of care for each resident.",
        "Coordinates continuity of care for clients.",
    ],
)
def test_care_that_is_planned_and_given_is_no_attitude(line: str) -> None:
    assert not labels(line).people


@pytest.mark.parametrize("line", ["A deep care for patients.", "Provides care for patients with patience and empathy."])
def test_care_that_is_felt_and_patience_beside_it_are(line: str) -> None:
    assert labels(line).people


@pytest.mark.parametrize(
    "line",
    [
        "JOB GOAL: To provide students with a safe, attractive place in which to learn.",
        "The goal is to give residents a clean home.",
        "Our goal is to help guests enjoy their stay.",
    ],
)
def test_a_goal_that_says_what_the_work_is_for_measures_nothing(line: str) -> None:
    assert labels(line).measure == "none"


@pytest.mark.parametrize(
    "line",
    [
        "Goal: to answer customers within one day.",
        "Goal: patients seen within a quarter of an hour.",
        "The target is to have 95% of callers answered by the first person they reach.",
    ],
)
def test_a_goal_with_a_level_is_a_measure(line: str) -> None:
    assert labels(line).measure == "customer"


@pytest.mark.parametrize(
    "line",
    [
        "Low costs combined with potentially great production give us a living.",
        "Experience combined with design skills.",
    ],
)
def test_things_that_are_combined_share_nothing(line: str) -> None:
    assert labels(line).across == "none"


def test_who_combines_work_with_a_department_shares() -> None:
    assert labels("Combine with planning the two lists.").across == "shares"


@pytest.mark.parametrize(
    "line",
    [
        "Judge the work by how much of the harvest customers could use, and look for the cause of what was lost.",
        "Judge each change by the questions and faults that it caused for users.",
    ],
)
def test_a_line_that_judges_the_work_hears_nobody(line: str) -> None:
    assert not labels(line).voice


def test_a_line_that_judges_the_work_by_what_is_said_hears() -> None:
    assert labels("Judge the service by what guests say of it.").voice
