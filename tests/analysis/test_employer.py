"""What an employer says of itself earns nothing, wherever it stands; what is asked of the role goes on to count."""

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.documents import read_bytes
from jdrewrite.model import ROLE_SECTIONS

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
    "Our team enjoys helping customers.",
    "Our people love to make customers happy.",
    "Our culture rewards care for customers.",
    "The company believes in customers for life.",
    "Join a company that values you and its customers.",
    "Join our growing family.",
    "Everyone at Mill & Sons loves to help customers.",
    "Acme Corp is a leading provider of help to customers.",
    "Acme Corp has been named a friend of customers.",
]
OF_THE_ROLE = [
    "Put customers first in everything you do.",
    "You make sure that our customers come first.",
    "Help customers build better homes.",
    "Listen to customers and act on what they say.",
    "Join a team of clerks to help customers choose.",
    "The company expects you to help customers choose.",
    "Work with partners to ensure that customers have the right tools.",
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


def test_the_employer_is_known_by_a_name_that_it_goes_by_in_passing() -> None:
    text = "# Stock clerk\n\n## About Acme\n\nTools are fun.\n\n## Duties\n\n- Acme plants trees for residents.\n{}"
    assessment = analyse(read_bytes(text.format("- Count the stock.\n").encode(), "stock-clerk.md"))
    assert [s.section for s in assessment.statements if s.text.startswith("Acme")] == ["company"]


@pytest.mark.parametrize(
    "line",
    [
        "Our team enjoys free lunches.",
        "The company offers a friendly atmosphere.",
        "Our company believes in a good balance of work and life.",
        "Join a company that values you.",
        "Join our growing team.",
        "Join a team of dreamers.",
        "Our culture rewards curiosity.",
        "Acme Corp is a leading provider of software.",
        "Everyone at Acme enjoys free lunches.",
    ],
)
def test_an_advertisement_among_the_duties_is_no_duty(line: str) -> None:
    assert section_among_the_duties(line) not in ROLE_SECTIONS


@pytest.mark.parametrize(
    "line",
    [
        "Join meetings of the sales team.",
        "Our team processes invoices.",
        "The company car is washed weekly.",
        "Work at trade fairs and get the stand ready.",
        "Join the company's safety committee.",
        "Employees at risk get help with their claims.",
    ],
)
def test_a_duty_with_the_words_of_an_advertisement_stays_one(line: str) -> None:
    assert section_among_the_duties(line) == "duties"


def section_among_the_duties(line: str) -> str:
    text = f"# Stock clerk\n\n## Duties\n\n- Count the stock each week.\n- {line}\n- Label the shelves.\n"
    assessment = analyse(read_bytes(text.encode(), "stock-clerk.md"))
    return next(s.section for s in assessment.statements if s.text == line)
