"""A time to answer or a level of service that is kept towards suppliers, staff or superiors is an inside figure."""

import pytest

from jdrewrite.analysis.reading import Reader


def measure(text: str) -> str:
    return Reader().read([text])[0].labels.measure


@pytest.mark.parametrize(
    "text",
    [
        "Answer supplier queries within two days.",
        "Answer queries from suppliers within two working days.",
        "Process vendor invoices within three days.",
        "Answer employees' payroll questions within 48 hours.",
        "Report incidents to the supervisor within 24 hours.",
        "Pay contractors within 30 days.",
        "Maintain response times to internal departments.",
        "Meet internal SLAs with the finance team.",
    ],
)
def test_towards_insiders_it_is_inside(text):
    assert measure(text) == "internal"


@pytest.mark.parametrize(
    "text",
    [
        "Answer queries within two days.",
        "Answer customer and supplier queries within two days.",
        "Answer internal and external requests within two days.",
        "Resolve internal customers' requests within 24 hours.",
        "Staff answer calls within two minutes.",
        "Work with managers to answer calls within two minutes.",
        "Train staff to answer calls within 30 seconds.",
        "Deliver orders within two days.",
    ],
)
def test_towards_those_served_it_is_theirs(text):
    assert measure(text) == "customer"
