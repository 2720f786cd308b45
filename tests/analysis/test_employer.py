"""What an employer says of itself earns nothing, wherever it stands; what is asked of the role goes on to count."""

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.documents import read_bytes

PLACES = {
    "company": ("{}", "", ""),
    "duties": ("", "- {}\n", ""),
    "requirements": ("", "", "- {}\n"),
}
PRAISE = [
    "We are committed to our customers.",
    "Our customers come first.",
    "At Mill & Sons, the customer always comes first.",
    "Customer satisfaction is our top priority.",
    "Here, the guest is at the centre of everything.",
    "Mill & Sons puts its customers first.",
    "Mill & Sons has served customers for forty years.",
    "Every patient matters to us.",
    "Serving customers is what we do best.",
    "As a company we listen to customers and act on what they say.",
    "Join a company that puts customers first.",
    "Join a team that cares about its customers.",
    "Commitment to our clients is in our DNA.",
    "Mill & Sons helps customers build better homes.",
]
OF_THE_ROLE = [
    "Put customers first in everything you do.",
    "You make sure that our customers come first.",
    "Help customers build better homes.",
    "Listen to customers and act on what they say.",
]


def told(line: str, place: str):
    about, duty, asked = (part.format(line) for part in PLACES[place])
    text = (
        f"# Stock clerk\n\n## About us\n\nMill & Sons sells tools to builders. {about}\n\n## Duties\n\n"
        f"- Count the stock each week.\n- Enter deliveries into the ledger.\n{duty}- Label the shelves.\n\n"
        f"## Requirements\n\n- Two years of experience.\n{asked}- A driving licence.\n"
    )
    return analyse(read_bytes(text.encode(), "stock-clerk.md")).score.total


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", PRAISE)
def test_praise_of_the_employer_earns_nothing(line: str, place: str) -> None:
    assert told(line, place) == told("Mill & Sons was founded in 1950.", place)


@pytest.mark.parametrize("line", OF_THE_ROLE)
def test_what_the_role_does_for_customers_counts(line: str) -> None:
    assert told(line, "duties") > told("Count tools.", "duties") + 1
