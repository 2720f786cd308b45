"""What is not proposed: effects that repeat a line or that nothing comes of, rights that are duties already."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.catalogue import work
from jdrewrite.rewriting.offline.choosing import lines_for
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.danger import are_bidden, speaks_of_danger
from jdrewrite.rewriting.offline.engine import OfflineEngine
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.position import position_of
from jdrewrite.rewriting.offline.repeats import without_repeats
from jdrewrite.rewriting.offline.silence import NOBODY, why_silent
from jdrewrite.rewriting.offline.writer import Writer
from jdrewrite.rewriting.placing.places import after_requirements
from tests.rewriting.jobs import JOB


def test_an_effect_does_not_say_again_what_its_line_says():
    feel = Wording("feel welcome and know whom to ask", True, "x/y")
    ask = Wording("know whom to ask", True, "x/y")
    assert without_repeats("Welcome guests at the door", [feel, ask], "guests") == [ask]
    assert without_repeats("Meet guests at the door", [feel, ask], "guests") == [feel, ask]


@pytest.mark.parametrize(
    ("line", "effect"),
    [
        ("Keep the waiting area tidy.", "wait in a place that is clean and tidy"),
        ("Make sure that the hall is warm and tidy.", "sit in a tidy place"),
        ("Keep the waiting area free of litter.", "wait where no litter lies"),
        ("Cleaning the hall every evening", "sit in a clean place"),
    ],
)
def test_what_a_line_brings_about_is_not_its_effect(line, effect):
    said, other = Wording(effect, True, "x/y"), Wording("feel at ease while they wait", True, "x/y")
    assert without_repeats(line, [said, other], "guests") == [other]
    assert without_repeats("Water the plants.", [said, other], "guests") == [said, other]


def test_those_served_do_not_stand_in_an_effect_as_somebody_else():
    held = Wording("suppliers have no reason to hold back goods for {customers}", False, "x/y")
    assert without_repeats("Reconcile statements", [held], "buyers") == [held]
    assert without_repeats("Reconcile statements", [held], "suppliers") == []


@pytest.mark.parametrize(
    "line",
    ["You won't be preparing invoices for customers.", "Prepare invoices and proposals for tenders to customers."],
)
def test_nothing_comes_of_what_is_not_done_or_only_offered(line):
    text = JOB.replace("Prepare invoices for customers and send them by e-mail.", line)
    document = jdrewrite.read_bytes(text.format(title="Accountant").encode(), "jd.md")
    found = jdrewrite.propose(jdrewrite.analyse(document, function="accounts-receivable-payable"), kinds=("connect",))
    assert line not in {p.original for p in found}
    document = jdrewrite.read_bytes(JOB.format(title="Accountant").encode(), "jd.md")
    plain = jdrewrite.analyse(document, function="accounts-receivable-payable")
    (invoice,) = [s for s in plain.statements if s.text.startswith("Prepare invoices")]
    assert OfflineEngine().alternatives(plain, invoice.id, 1)


def test_a_text_that_tells_little_gets_three_lines_of_any_job_at_most():
    duties = ["Sort what comes in.", "Keep the list.", "Tell the others.", "Count the rest.", "Lock the room."]
    text = "# Post holder\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    found = jdrewrite.propose(jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "aide.md")))
    assert len([p for p in found if p.source.startswith("general/")]) <= 3


def connected(duties):
    text = "# Accountant\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    document = jdrewrite.read_bytes(text.encode(), "jd.md")
    assessment = jdrewrite.analyse(document, function="accounts-receivable-payable")
    return jdrewrite.propose(assessment, kinds=("connect",)), why_silent(assessment)


def test_of_a_duty_for_people_of_whom_the_text_knows_nothing_comes_something_only_for_anyone():
    duties = ["Post payments to accounts.", "Serve the officers of the ministry.", "Keep files in order."]
    assert connected(duties) == ((), NOBODY)
    ((made,), _) = connected([*duties, "Maintain the service records."])
    assert made.original == "Maintain the service records."
    (output,) = [o for o in work()["records"].outputs if f"records/{o.id}" == made.source]
    assert any(made.proposed == f"Maintain the service records so that {text}." for text in output.anyone)
    assert made.lenses == (), "the reader counts no good to those served"
    assert not {"customers", "officers", "residents"} & set(made.rationale.split())
    found, _ = connected([*duties, "Help residents with their bills.", "Explain bills to residents."])
    assert [p.original for p in found] == ["Post payments to accounts."]


def test_of_two_lines_that_get_one_effect_the_one_gets_it_of_which_it_is_the_larger_part():
    short = "Post payments to accounts."
    long = "Post payments to accounts, lists of the council, tables of wages and the yearly calendar of the whole festival."
    people = ["Help residents with their bills.", "Explain bills to residents.", "Keep files."]
    assert [p.original for p in connected([long, short, *people])[0]] == [short]


def test_what_is_asked_of_a_person_stands_in_no_rules_of_an_examination():
    rule = "A candidate who has taken this examination within the last two years may not take it again before. " * 2
    text = JOB.format(title="Billing Clerk") + "- Friendly manner.\n\n## Rules\n\n" + f"- {rule.strip()}\n" * 2
    statements = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md")).statements
    asked = [
        msgspec.structs.replace(s, section="requirements") if s.text.startswith("A candidate") else s
        for s in statements
    ]
    assert after_requirements(asked).text == "Friendly manner."
    assert after_requirements([s for s in asked if s.text.startswith("A candidate")]) is None


NURSERY = """# Nursery Assistant

## Duties

- Plan activities for children in the toddler room.
- Set up the room every morning and clean toys.
- Keep records of each child's progress.
- Prepare meals and snacks for children.
{}
## Requirements

- Level 3 diploma in childcare.
"""


REPORTS = "- Report any concern about the safety or welfare of a child to the safeguarding lead.\n"


def test_what_is_a_duty_already_is_not_offered_as_a_right():
    """What is to be done where there is danger is no leave to do it."""

    def of_danger(duty: str) -> list[str]:
        document = jdrewrite.read_bytes(NURSERY.format(duty).encode(), "jd.md")
        assessment = jdrewrite.analyse(document)
        post = position_of(assessment, Writer(assessment, Heard()).sources.function, "").post
        rights = [wording.text for wording in lines_for("authority", post, inside=False)]
        assert rights
        return [right for right in rights if speaks_of_danger(right)]

    assert of_danger("")
    assert not of_danger(REPORTS)


@pytest.mark.parametrize(
    ("duty", "bids"),
    [
        ("Reports hazards to the supervisor.", True),
        ("Take unsafe equipment out of service.", True),
        ("Respond to emergencies on the ward.", True),
        ("Knows the safety rules of the site.", False),
        ("Report figures every month.", False),
    ],
)
def test_duties_that_bid_to_act_where_there_is_danger(duty, bids):
    assert are_bidden([duty]) is bids
