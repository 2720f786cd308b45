"""A title names what somebody is; whoever leads or assists such people has another job."""

from __future__ import annotations

import re

import pytest

import jdrewrite
from jdrewrite.analysis.titled import occupation_of
from jdrewrite.catalogue import occupations, of_lists
from jdrewrite.rewriting.offline.through import is_of_title
from jdrewrite.rewriting.placing.places import before_duties
from tests.rewriting.jobs import nearest


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Water Treatment Plant Operator II", "water"),
        ("KITCHEN PORTER (part-time)", "kitchen"),
        ("Registered Nurse – Oncology, Ward 7", r"patients|\{customers\}"),
        ("Firefighter/Paramedic", "fire"),
        ("Receptionists", r"visitors|\{customers\}"),
        ("Executive Assistant to the Director of Finance", "time|calendar|papers"),
    ],
)
def test_a_title_names_an_occupation(title: str, said: str) -> None:
    found = occupation_of(title)
    assert found is not None
    assert re.search(said, found.occupation.purpose), found


@pytest.mark.parametrize("title", ["Paralegal Programs Manager", "Paralegal Recruiters", "Assistant to the Paralegal"])
def test_who_leads_or_assists_them_is_not_one_of_them(title: str) -> None:
    found = occupation_of(title)
    assert found is None or found.phrase != "paralegal"


def test_every_phrase_of_the_catalogue_names_its_occupation() -> None:
    for phrase, occupation in occupations().items():
        found = occupation_of(phrase)
        assert found is not None, phrase
        assert found.occupation is occupation, phrase


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Food & Beverage Manager", "food and beverage manager"),
        ("R&D Engineer", "r & d engineer"),
        ("Sous-Chef", "sous chef"),
        ("FRONT-END DEVELOPER", "front-end developer"),
        ("Secretaries", "secretary"),
        ("Waitresses and Waiters", "waitress"),
        ("Physician’s Assistant", "physician's assistant"),
        ("Receptionist and Bookkeeper", "receptionist"),
        ("Project Manager (Lecce, Italy)", "project manager"),
    ],
)
def test_a_title_is_known_however_it_is_spelt(title: str, phrase: str) -> None:
    found = occupation_of(title)
    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize(
    "title",
    [
        *("", "  ", "&", "- / -"),
        *("IT Project Architect", "Process Architect", "Assistant to the Senior Paralegal"),
    ],
)
def test_a_title_that_is_empty_or_another_jobs_names_none(title: str) -> None:
    assert occupation_of(title) is None


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("Associate Director of Operations", True),
        ("Jr. Art Director", True),
        ("Store Manager in Training", True),
        ("Vice President of Operations", False),
        ("Sales Associate, Store Manager", False),
        ("Accounting Manager/Assistant Controller", False),
    ],
)
def test_who_stands_below_is_told_from_whom_the_title_names(title: str, second: bool) -> None:
    found = occupation_of(title)
    assert found is not None
    assert found.second is second


JD = """# {title}

We look for somebody who joins our team in spring for good.

## Duties

{duties}"""


def purposes(title: str, *duties: str) -> list[str]:
    text = JD.format(title=title, duties="".join(f"- {duty}\n" for duty in duties))
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    found = nearest(jdrewrite.analyse(document))
    return [p.proposed for p in found if p.source.endswith("/purpose")]


def test_a_purpose_says_those_things_of_which_the_text_speaks() -> None:
    (said,) = purposes("Records Clerk", "File the records of the office.", "Find records that are asked for.")
    assert "file and find" in said
    assert "scan" not in said


STORE = ("Run the store and its tills.", "Lead the team of the store.", "Help customers to choose.")
PRESS = ("Set up the press and run it.", "Check the pieces that come from the press.")


@pytest.mark.parametrize(
    ("title", "duties", "said"),
    [
        ("Store Manager", STORE, " to run the store"),
        ("Junior Store Manager", STORE, " to help to run the store"),
        ("Store Manager in Training", STORE, " to help to run the store"),
        ("Store Manager (Trainee)", STORE, " to help to run the store"),
        ("Press Operator", PRESS, " to set up and run the press"),
        ("Apprentice Press Operator", PRESS, " to help the team set up and run the press"),
    ],
)
def test_who_assists_or_learns_helps_to_do_it(title: str, duties: tuple[str, ...], said: str) -> None:
    (found,) = purposes(title, *duties)
    assert said in found


def test_a_title_makes_no_purpose_of_other_work() -> None:
    assert not purposes("Talent Manager", "Hires engineers.", "Draws up offers for candidates.", "Checks references.")


def example(title: str, *duties: str) -> str:
    """What ``check`` names as a sentence on what the role is there for."""
    text = JD.format(title=title, duties="".join(f"- {duty}\n" for duty in duties))
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    (missing,) = [f.suggestion for f in found.findings if f.rule == "purpose.missing"]
    return missing


@pytest.mark.parametrize(("title", "duties"), [("Store Manager", STORE), ("Press Operator", PRESS)])
def test_check_names_the_purpose_that_is_proposed(title: str, duties: tuple[str, ...]) -> None:
    (proposed,) = purposes(title, *duties)
    assert example(title, *duties).partition(" exists to ")[2] == proposed.partition(" to ")[2]


OFFICE = ("Draw up contracts.", "Answer the letters of suppliers.", "Keep the ledger of the office.")


@pytest.mark.parametrize(
    ("title", "of_others"),
    [
        ("Talent Manager", "engagements"),
        ("Store Manager", "store"),
        ("Bridge Engineer", "structures"),
        ("Firmware Specialist Engineer", "devices"),  # by its trade, as the title is that of no occupation
    ],
)
def test_check_names_no_purpose_of_other_work(title: str, of_others: str) -> None:
    assert of_others not in example(title, *OFFICE)


@pytest.mark.parametrize(
    ("lists", "told", "said"),
    [
        ("keep (letters|records|bills) in order", {"record", "bill"}, "keep records and bills in order"),
        ("keep (letters|records|bills) in order", {"bill"}, "keep bills in order"),
        ("keep (letters|records|bills) in order", set(), "keep letters, records and bills in order"),
        ("keep letters in order", {"bill"}, "keep letters in order"),
    ],
)
def test_of_a_list_those_are_said_that_the_text_has(lists: str, told: set[str], said: str) -> None:
    assert of_lists(lists, lambda one: one.removesuffix("s") in told) == said


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("# Cook\n\n- Cook meals for guests.\n- Clean the kitchen.\n", "Cook"),
        ("## Duties\n\n- Cook meals for guests.\n- Clean the kitchen.\n", "Duties"),
        ("# Cook\n\nReports to: Chef\n\n## Duties\n\n- Cook meals for guests.\n", "Reports to: Chef"),
        (
            "# Cook\n\n## Requirements\n\n- A certificate of hygiene.\n- Two years as a cook.\n\n## Duties\n\n- Cook meals for guests.\n",
            "Cook",
        ),
    ],
)
def test_a_text_without_a_paragraph_takes_a_purpose_below_its_title(title: str, text: str) -> None:
    found = jdrewrite.analyse(jdrewrite.read_bytes(title.encode(), "jd.md"))
    place = before_duties(found.statements)
    assert place is not None
    assert place.text == text


@pytest.mark.parametrize(
    "opening",
    [
        "The position exists to wash dishes and keep the kitchen clean, so that cooks can work safely.",
        "The primary role of the porter is to keep the kitchen in order.",
        "You will wash dishes and pots and keep the kitchen clean.",
    ],
)
def test_what_is_said_before_the_duties_is_not_said_again(opening: str) -> None:
    text = f"# Kitchen Porter\n\n{opening}\n\n## Duties\n\n- Wash dishes and pots.\n- Clean the kitchen.\n- Empty the bins.\n"
    found = nearest(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")))
    assert not [p for p in found if p.source.endswith("/purpose")]


def test_a_purpose_stands_in_no_sentence_that_a_list_goes_on() -> None:
    text = "# Cook\n\nWe are a school with six hundred pupils.\n\nAs a cook you are responsible for\n\n- Cooking meals.\n- Cleaning the kitchen.\n"
    place = before_duties(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")).statements)
    assert place is not None
    assert not place.text.endswith("for")


def test_a_purpose_stands_below_the_heading_that_asks_for_it() -> None:
    text = "# Cook\n\nHours: 40\n\n## Position Summary\n\n## Duties\n\n- Cook meals for guests.\n- Clean the kitchen.\n"
    place = before_duties(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")).statements)
    assert place is not None
    assert place.text == "Position Summary"


def test_check_and_rewrite_name_the_same_purpose() -> None:
    text = "# Kitchen Porter\n\n## Duties\n\n- Wash dishes and pots.\n- Clean the kitchen.\n- Empty the bins.\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    (missing,) = [finding for finding in found.findings if finding.rule == "purpose.missing"]
    assert "wash dishes and pots and keep the kitchen clean" in missing.suggestion


def test_a_purpose_that_ends_on_colleagues_does_not_claim_to_name_those_served() -> None:
    text = JD.format(title="Kitchen Porter", duties="- Wash dishes and pots.\n- Clean the kitchen.\n")
    found = nearest(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")))
    (purpose,) = [p for p in found if p.source.endswith("/purpose")]
    assert purpose.lenses == ("frame",)


@pytest.mark.parametrize(
    ("title", "narrowed"),
    [
        ("Senior Project Manager", 0),
        ("Full-time Receptionist", 0),
        ("Theatre Project Manager", 1),
        ("Regional Flood Barrier Project Manager", 2),
    ],
)
def test_words_before_the_name_of_an_occupation_narrow_it(title: str, narrowed: int) -> None:
    found = occupation_of(title)
    assert found is not None
    assert found.narrowed == narrowed


def test_a_title_may_be_of_the_functions_for_which_it_speaks() -> None:
    found = occupation_of("Accountant")
    assert found is not None
    assert found.may_be_of("accounting")
    assert not found.may_be_of("hospitality-retail")


def of_titles(title: str, duties: str, function: str | None = None) -> list[str]:
    text = f"# {title}\n\n## Duties\n\n{duties}\n- Keep the workplace in order.\n"
    found = nearest(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function=function))
    return [
        proposal.proposed
        for proposal in found
        if is_of_title(proposal.source) and proposal.lenses != ("customer", "frame")
    ]


DISHES = "- Cook dishes to recipe and order.\n- Tell the waiting staff how long a dish takes.\n- Keep food fresh."


def test_a_title_brings_lines_of_its_occupation_where_the_text_speaks_of_their_things() -> None:
    assert any("dish" in line for line in of_titles("Line Cook", DISHES))
    assert not any("dish" in line for line in of_titles("Line Cook", "- Drive the van.\n- Wash the van."))


def test_neither_another_function_nor_a_place_below_the_title_brings_them() -> None:
    assert of_titles("Line Cook", DISHES, "legal-compliance") == []
    assert of_titles("Assistant to the Line Cook", DISHES) == []
