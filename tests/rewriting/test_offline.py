"""The offline writer: what it must hold whatever the job description."""

import re

import msgspec
import pytest

import jdrewrite
from jdrewrite.analysis.function import rank
from jdrewrite.analysis.served_word import book
from jdrewrite.documents import read
from jdrewrite.language.stock import says_more
from jdrewrite.model import KINDS, BlockKind, CustomerWord
from jdrewrite.rewriting import alternatives, propose
from jdrewrite.rewriting.offline.additions import _has_purpose
from jdrewrite.rewriting.offline.fit import Job, share_spoken_of
from jdrewrite.rewriting.offline.places import before_duties, place_of_lines
from jdrewrite.rewriting.offline.style import Style, style_of

CLERK = """# Accounts Receivable Specialist

Hinge & Sons supplies workshops all over the north.

## Responsibilities

- {0} customer invoices and send them by e-mail.
- {1} payments to customer accounts every day.
- {2} customers about overdue invoices in order to improve cash flow.
- {3} the weekly aging report for the controller.
- {4} the sales tax return for 12 branches.
- {5} the office plants.

## Requirements

- Two years of experience in accounts receivable.
- Must hold a valid driver's licence.

## Equal opportunity

- We prepare customer invoices without regard to race, religion or disability.
"""
IMPERATIVE = CLERK.format("Prepare", "Post", "Contact", "Prepare", "File", "Water")
THIRD = CLERK.format("Prepares", "Posts", "Contacts", "Prepares", "Files", "Waters").replace(
    " and send ", " and sends "
)


def assess(text):
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="accounts-receivable-payable")


@pytest.fixture(scope="module")
def assessment():
    return assess(IMPERATIVE)


@pytest.fixture(scope="module")
def made(assessment):
    return jdrewrite.propose(assessment)


def test_all_three_kinds_are_proposed(made):
    assert {p.kind for p in made} == set(KINDS)


def test_the_same_text_gives_the_same_proposals(assessment, made):
    assert jdrewrite.propose(assessment) == made


def test_the_inward_end_is_replaced_and_the_act_kept(made):
    reframe = next(p for p in made if p.kind == "reframe")
    assert reframe.original.endswith("in order to improve cash flow.")
    assert "cash flow" not in reframe.proposed
    assert reframe.proposed.startswith("Contact customers about overdue invoices")


def test_connections_keep_the_statement_word_for_word(made):
    for p in made:
        if p.kind == "connect":
            body = p.original.rstrip(".")
            assert body[1:] in p.proposed
            assert len(p.proposed) > len(p.original)


def test_at_most_a_third_is_touched_and_no_clause_twice(assessment, made):
    role = [s for s in assessment.statements if s.section in {"duties", "purpose"} and s.kind is not BlockKind.HEADING]
    touched = [p for p in made if p.kind != "add"]
    assert 1 <= len(touched) <= max(1, len(role) // 3)
    added = [p.proposed[len(p.original) - 1 :] for p in touched]
    assert len(set(added)) == len(added)


def test_requirements_and_notices_are_left_alone(assessment):
    locked = {s.id for s in assessment.statements if s.section in {"requirements", "legal"}}
    assert locked
    for statement in locked:
        assert alternatives(assessment, statement) == ()


def test_nothing_is_said_where_nothing_is_known(assessment):
    plants = next(s for s in assessment.statements if "plants" in s.text)
    assert alternatives(assessment, plants.id) == ()


def test_alternatives_differ(assessment):
    invoices = next(s for s in assessment.statements if s.text.startswith("Prepare customer invoices"))
    texts = [p.proposed for p in alternatives(assessment, invoices.id)]
    assert len(texts) == 3
    assert len(set(texts)) == 3


def test_new_lines_speak_in_the_person_of_their_neighbours():
    def lines(text):
        return [
            p.proposed for p in jdrewrite.propose(assess(text)) if p.kind == "add" and not p.source.endswith("/purpose")
        ]

    imperative, third = lines(IMPERATIVE), lines(THIRD)
    assert imperative
    assert third
    assert not re.match(r"\w+s\b", imperative[0])
    assert all(re.match(r"\w+s\b", text) for text in third)
    assert not any("[" in text or "{" in text for text in (*imperative, *third))


def test_a_label_before_a_duty_does_not_hide_its_person():
    text = "# Data Analyst\n\n## Duties\n\n- Reports: Write the monthly report.\n- Data team: Check figures.\n- Performs related work.\n"
    a = assess(text)
    assert style_of(a.statements, a.customer_word).person == "imperative"


def test_the_customers_own_name_is_used():
    text = (
        IMPERATIVE.replace("customer invoices", "patient invoices")
        .replace("customers", "patients")
        .replace("customer", "patient")
    )
    duty = next(line for line in text.splitlines() if line.startswith("- "))
    text = text.replace(
        duty, f"{duty}\n- Answer questions of patients at the desk.", 1
    )  # one mention may be an example
    proposals = jdrewrite.propose(assess(text))
    assert any("patients" in p.proposed for p in proposals)
    assert not any("customers" in p.proposed for p in proposals)


def served(word, colleagues=""):
    return CustomerWord(plural=word, source="text", direct="inside" if colleagues else "outside", receivers=colleagues)


@pytest.mark.parametrize(
    ("word", "wording", "expected"),
    [
        ("customers", "read {customers}' letters", "read customers’ letters"),
        ("people", "read {customers}' letters", "read people’s letters"),
        ("the people we serve", "read {customers}' letters", "read people’s letters"),
    ],
)
def test_possessives(assessment, word, wording, expected):
    assert style_of(assessment.statements, served(word)).fill(wording) == expected


@pytest.mark.parametrize(
    ("colleagues", "expected"),
    [
        ("employees", "employees who serve customers soon get an answer"),
        ("", "staff who serve customers soon get an answer"),
    ],
)
def test_colleagues_who_serve_have_the_word_of_the_text(assessment, colleagues, expected):
    style = style_of(assessment.statements, served("customers", colleagues))
    assert style.fill("{staff who serve {customers}} soon get an answer") == expected
    assert style.fill("staff notice faults") == "staff notice faults"


def test_american_texts_get_american_words(assessment):
    american = style_of(assess(IMPERATIVE.replace("Water", "Organize and prioritize")).statements, served("customers"))
    assert american.american
    assert american.fill("the centre recognises analysts' behaviour") == "the center recognizes analysts' behavior"


def test_every_proposal_has_a_reason_of_its_own(made):
    assert all(p.rationale and p.source for p in made)
    assert len({p.rationale for p in made}) == len(made)


def test_function_follows_the_title():
    assert rank("Accounts Payable Clerk")[0].name == "accounts-receivable-payable"
    assert rank("Registered Nurse, Night Shift")[0].name == "healthcare"
    assert rank("Senior Backend Engineer (Remote)")[0].name == "engineering"
    assert rank("Corporate Counsel")[0].name == "legal-compliance"
    assert rank("Xyzzy")[0].name == "other"


@pytest.mark.shared
def test_every_accepted_proposal_on_real_texts_has_passed_and_does_not_lower_the_score(shared):
    files = sorted((shared / "jds").glob("*/*.md"))[::20]
    for path in files:
        revision = jdrewrite.revise(read(path))
        taken = [p for p in revision.proposals if p.id in revision.accepted]
        assert all(p.verdict.passed for p in taken)
        assert revision.after.score.total >= revision.before.score.total - 0.5, path.name


def test_a_text_without_duties_is_still_asked_for_manners():
    text = "# Data analyst\n\n## Requirements\n\n- Knowledge of statistics\n- Two years of work with SQL\n"
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="data-analytics")
    assert {p.lenses[0] for p in propose(assessment, kinds=("add",))} == {"people"}


def test_a_text_without_duties_gets_purpose_and_lines_before_its_requirements():
    head = "# Accounts Receivable Specialist\n\nHinge & Sons is a family firm that supplies joiners and other workshops all over the north.\n\n"
    asked = "## Requirements\n\n- Two years of experience in accounts receivable.\n- A valid driver's licence.\n"
    found = assess(head + asked)
    assert {s.section for s in found.statements if s.kind is BlockKind.BULLET} == {"requirements"}
    lines = [p for p in jdrewrite.propose(found) if p.lenses != ("people",)]
    assert {p.kind for p in lines} == {"add"}
    assert any(p.lenses == ("customer", "frame") for p in lines)
    assert any(p.lenses != ("customer", "frame") for p in lines)
    before = next(s for s in found.statements if s.text.startswith("Hinge"))
    assert {(p.anchor.block, p.anchor.start) for p in lines} == {(before.block, before.end)}


def test_a_purpose_speaks_of_a_job_by_what_it_says_is_done():
    job = Job(frozenset({"machin"}), frozenset({"machin", "part", "drawin"}))
    assert share_spoken_of("machine parts to the drawing, so that they last in {customers}’ use", job) == 1
    assert share_spoken_of("answer {customers} on the telephone, so that parts arrive", job) == 0
    assert share_spoken_of("help colleagues see and find more", job) == 0
    assert share_spoken_of("draw the plans of machines", job) == pytest.approx(1 / 3)


def test_no_article_stands_behind_a_word_that_counts():
    style = Style(person="third", full_stops=True, american=False, customers="the people we serve")
    assert style.fill("more {customers} can be helped") == "more people can be helped"
    assert style.fill("what {customers} need") == "what the people we serve need"


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("What {customers} need is known", "What people who rely on the work need is known"),
        ("read {customers}’ letters", "read people’s letters"),
        ("more {customers} are helped", "more people are helped"),
        ("help {customers} who wait", "help people who wait"),
        ("{staff who serve {customers}} find it", "staff who rely on the work find it"),
        ("people who serve {customers} well", "people who serve others well"),
        ("hear {customers} and colleagues", "hear people who rely on the work"),
        ("judge the work by what it does for {customers} and staff", "judge the work by what it does for people who rely on it"),
        ("tell {customers} what other {customers} say", "tell people who rely on the work what other people say"),
    ],
)  # fmt: skip
def test_a_line_about_nobody_whom_the_text_names_is_about_those_who_rely_on_the_work(wording, expected):
    style = Style(person="imperative", full_stops=False, american=False, customers=book().nobody.plural)
    assert style.fill(wording) == expected


def test_departments_are_no_persons():
    style = Style(
        person="imperative", full_stops=False, american=False, customers="residents", colleagues="departments"
    )
    assert style.fill("{staff who serve {customers}} decide sooner") == "departments that serve residents decide sooner"


def test_behind_the_work_they_rely_on_it():
    style = Style(person="imperative", full_stops=False, american=False, customers=book().nobody.plural)
    said = style.fill("judge the work by the questions of {customers} that come back")
    assert said == "judge the work by the questions of people who rely on it that come back"


def test_those_who_use_the_work_rely_on_it():
    style = Style(
        person="imperative", full_stops=False, american=False, customers=book().nobody.plural, colleagues="analysts"
    )
    assert style.fill("{staff who serve {customers}} decide sooner") == "analysts who rely on the work decide sooner"


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
    assert any(p.kind == "add" and p.lenses == ("voice",) for p in revision.proposals)
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
    assert _has_purpose(assess(text).statements)
    assert not _has_purpose(assess(text.replace(own, "")).statements)


def test_accepted_lines_do_not_change_the_word_for_those_served():
    text = IMPERATIVE.replace("customer invoices", "invoices").replace("customer accounts", "accounts")
    document = jdrewrite.read_bytes(text.replace(" customers ", " people ").encode(), "jd.md")
    revision = jdrewrite.revise(document, accept=KINDS)
    assert any(p.kind == "add" for p in revision.proposals)
    assert revision.after.customer_word == revision.before.customer_word


def said(text: str, customers: str) -> str:
    return Style(person="imperative", full_stops=True, american=False, customers=customers).line(text)


def test_what_those_served_own_is_said_in_english_however_they_are_called():
    public, nobody = "members of the public", "people who rely on the work"
    assert said("a paper on which {customers}’ rights depend", public).endswith(
        "on which the rights of members of the public depend"
    )
    assert said("so that {customers}’ own urgent needs are met", public).endswith(
        "the own urgent needs of members of the public are met"
    )
    assert said("[Help] with services that {customers} rely on", nobody) == "Help with services that people rely on"
    assert said("[Mend] what {customers} can depend on less", nobody) == "Mend what people can depend on less"
