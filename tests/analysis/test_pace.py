"""How fast work is got through is an inside figure; what customers notice of it is theirs."""

import pytest

from jdrewrite.analysis.reading import Reader


def measure(text: str) -> str:
    return Reader().read([text])[0].labels.measure


@pytest.mark.parametrize(
    "text",
    [
        "Meet targets for average handling time (AHT).",
        "Success is measured by average handling time and calls per hour.",
        "Average handling time: 6 minutes.",
        "Keep average handle time below 5 minutes.",
        "Meet goals for call handling time.",
        "Your KPIs: AHT, wrap time, number of calls.",
        "Meet targets of calls per hour.",
        "Achieve your targets for talk time and attendance.",
    ],
)
def test_the_pace_of_work_is_inside(text):
    assert measure(text) == "internal"


@pytest.mark.parametrize(
    "text",
    [
        "Meet the average handling time target, which customers notice as shorter calls.",
        "Meet the targets for first response time.",
        "Is judged by how long callers wait for an answer.",
        "Meet targets for handling time and first call resolution.",
    ],
)
def test_what_customers_notice_is_theirs(text):
    assert measure(text) == "customer"
