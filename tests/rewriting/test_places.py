"""Where new lines and a purpose stand."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.language.stock import says_more
from jdrewrite.model import KINDS, BlockKind
from jdrewrite.rewriting import propose
from jdrewrite.rewriting.offline.purposes import has_purpose
from jdrewrite.rewriting.placing.places import after_requirements, before_duties, goes_on, lead_of, place_of_lines
from tests.rewriting.clerk import IMPERATIVE, assess
from tests.rewriting.jobs import nearest


def test_a_text_without_duties_is_still_asked_for_manners():
    text = "# Data analyst\n\n## Requirements\n\n- Knowledge of statistics\n- Two years of work with SQL\n"
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="data-analytics")
    assert {p.lenses[0] for p in propose(assessment, kinds=("add",))} == {"people"}


def test_a_text_without_duties_gets_purpose_and_lines_before_its_requirements():
    head = "# Accounts Receivable Expert\n\nHinge & Sons is a family firm that supplies joiners and other workshops all over the north.\n\n"
    asked = "## Requirements\n\n- Two years of experience with records of what customers pay.\n- A valid driver's licence.\n"
    found = assess(head + asked)
    assert {s.section for s in found.statements if s.kind is BlockKind.BULLET} == {"requirements"}
    lines = [p for p in nearest(found) if p.lenses != ("people",)]
    assert {p.kind for p in lines} == {"add"}
    assert any(p.lenses == ("customer", "frame") for p in lines)
    assert any(p.lenses != ("customer", "frame") for p in lines)
    before = next(s for s in found.statements if s.text.startswith("Hinge"))
    assert {(p.anchor.block, p.anchor.start) for p in lines} == {(before.block, before.end)}


def test_key_words_at_the_top_hide_no_place_for_new_lines():
    text = """Clerk

Skills: typing, filing, Excel, five years of experience in an office.

We are looking for a clerk who will look after the files of our branch in the north and answer letters.

Must have two years of experience with files and letters in an office.
"""
    assessment = assess(text)
    assert not any(s.section == "duties" for s in assessment.statements)
    assert [s.section for s in assessment.statements].index("requirements") < 2
    assert any(p.kind == "add" for p in jdrewrite.propose(assessment))


def test_new_duties_stand_in_the_list_of_duties_not_among_values_of_the_organisation():
    values = (
        "\n## Shared values\n\n- To offer suppliers a fair and quick answer\n- To make the working day good for all of us\n"
        "- Supporting interests outside work\n"
    )
    statements = assess(IMPERATIVE + values).statements
    own = {"To offer": "company", "To make": "company", "Supporting": "duties"}
    read = [
        msgspec.structs.replace(s, section=next((v for k, v in own.items() if s.text.startswith(k)), s.section))
        for s in statements
    ]
    assert sum(s.section == "company" for s in read) >= 2
    assert place_of_lines(read) == place_of_lines(assess(IMPERATIVE).statements)


def test_new_duties_stand_behind_the_list_of_duties_not_among_what_is_asked():
    text = IMPERATIVE.replace(
        "- Must hold a valid driver's licence.",
        "- Must hold a valid driver's licence.\n- Reconcile ledgers with the bank every week.\n- Degree in accounting.",
    )
    assessment = assess(text)
    (stray,) = [s for s in assessment.statements if s.text.startswith("Reconcile ledgers")]
    duties = [*(s for s in assessment.statements if s.section == "duties" and s is not stray), stray]
    marked = [msgspec.structs.replace(s, section="duties") if s is stray else s for s in assessment.statements]
    assert place_of_lines(marked).text == duties[-2].text


OTHERS = "- Perform other related duties as assigned."


def test_what_says_that_there_is_more_to_do_stays_the_last_duty():
    text = IMPERATIVE.replace("- Water the office plants.", f"- Water the office plants.\n{OTHERS}")
    revision = jdrewrite.revise(jdrewrite.read_bytes(text.encode(), "jd.md"), accept=KINDS)
    assert any(p.kind == "add" and p.lenses[0] in {"voice", "measure", "across"} for p in revision.proposals)
    lines = revision.rendered.decode().splitlines()
    assert lines[lines.index(OTHERS) + 1] == ""
    assert lines.index(OTHERS) > lines.index("- Water the office plants.") + 1


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("Other duties as assigned", True),
        ("Performs other related work as required.", True),
        ("May be required to carry out any other reasonable duties", True),
        ("Additional tasks, as needed", True),
        ("Perform duties as assigned by the director", True),
        ("Assist other folks on assignments", False),
        ("Support other departments with their work", False),
        ("Complete related work orders", False),
        ("Coordinate with other functions as needed", False),
    ],
)
def test_lines_that_say_that_there_is_more_to_do(line, more):
    assert says_more(line) is more


ROLE = (
    "The Accounts Receivable Specialist is responsible for the bills of all branches and for the questions about them."
)


PRAISE = (
    "Hinge & Sons is proud of its history of ninety years and supplies workshops all over the north of the country."
)


DUTIES = IMPERATIVE.split("## Responsibilities\n\n")[1]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"{PRAISE}\n\n## Responsibilities\n\n{DUTIES}", PRAISE),
        (f"## About us\n\n{PRAISE}\n\n## Responsibilities\n\n{DUTIES}", "Responsibilities"),
        (f"{ROLE}\n\n## About us\n\n{PRAISE}\n\n## Responsibilities\n\n{DUTIES}", ROLE),
        (
            f"ACCOUNTS RECEIVABLE SPECIALIST FOR THE NORTHERN BRANCHES OF HINGE & SONS\n\n## Responsibilities\n\n{DUTIES}",
            "ACC",
        ),
        (
            f"{PRAISE}\n\nPosition: accounts\n\n{ROLE} Prepare invoices for all customers every day.",
            "Position: accounts",
        ),
    ],
)
def test_a_purpose_stands_where_the_role_begins(text, before):
    statements = assess(f"# Accounts Receivable Specialist\n\n{text}").statements
    found = before_duties(statements)
    assert found is not None
    assert found.text.startswith(before)


def test_a_purpose_below_the_heading_of_the_duties_is_seen_again():
    own = "The purpose of this role is to settle overdue bills with customers fairly and in a way they can keep to."
    text = f"# Accounts Receivable Specialist\n\n{PRAISE}\n\n## Responsibilities\n\n{own}\n\n{DUTIES}"
    assert has_purpose(assess(text).statements)
    assert not has_purpose(assess(text.replace(own, "")).statements)


ASKED = """# Library assistant

You will be part of a team of six and help us to:

- issue and take back books
- shelve books and keep the shelves in order
- answer questions from readers at the desk

## You must have

- two years of experience of work with the public;
- good knowledge of a catalogue;
- a certificate of a library school; and
- patience.
"""


def test_a_new_line_goes_on_from_its_lead_in_and_between_the_items_of_its_list():
    found = jdrewrite.analyse(jdrewrite.read_bytes(ASKED.encode(), "jd.md"))
    place = after_requirements(found.statements)
    assert place is not None
    assert place.text == "good knowledge of a catalogue;", "the last two are joined by their 'and'"
    lead = lead_of(found.statements, place_of_lines(found.statements))
    assert goes_on(lead)
    assert not goes_on("You are responsible for:")
    assert not goes_on("")
    new = [p for p in jdrewrite.propose(found, kinds=("add",)) if p.original is None]
    assert new
    assert not {"authority", "measure"} & {lens for p in new for lens in p.lenses}, "'help us to be free to ...'"
    for p in new:
        assert p.proposed[:1].islower()
        assert p.proposed.endswith(";") is (p.lenses == ("people",))
