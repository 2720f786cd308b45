import pytest

import jdrewrite
from jdrewrite.catalogue import functions, outputs_in
from jdrewrite.documents import read_bytes
from jdrewrite.model import Assessment
from jdrewrite.rewriting import alternatives, propose
from jdrewrite.rewriting.offline.parts import has_parts, match_in_place, parts

DUTIES = (
    "{} customer invoices and reminders for the branch; posts payments to customer accounts every day; files the "
    "sales tax return of twelve branches; may train other clerks; waters the plants of the office; and does related "
    "work."
)
CLERK = f"# Accounts Clerk\n\n## Duties\n\n{DUTIES.format('An Accounts Clerk prepares')}\n"


def assess(text: str) -> Assessment:
    return jdrewrite.analyse(read_bytes(text.encode(), "jd.md"), function="accounts-receivable-payable")


def sentence(text: str):
    return next(s for s in assess(text).statements if ";" in s.text)


def test_the_acts_of_a_sentence_are_its_parts_without_the_holder_of_the_job():
    assert [(p.text, p.id) for p in parts(sentence(CLERK))] == [
        ("prepares customer invoices and reminders for the branch", "s3"),
        ("posts payments to customer accounts every day", "s3"),
        ("files the sales tax return of twelve branches", "s3"),
        ("waters the plants of the office", "s3"),
    ]
    for part in parts(sentence(CLERK)):
        assert sentence(CLERK).text[part.start : part.end] == part.text


def test_what_is_found_in_a_part_has_its_places_in_the_sentence():
    whole, part = sentence(CLERK), parts(sentence(CLERK))[1]
    found = outputs_in(functions()["accounts-receivable-payable"], part.text)[0]
    moved = match_in_place(found, whole, part)
    assert whole.text[moved.start : moved.end] == part.text[found.start : found.end]
    assert whole.text[moved.thing_start : moved.end] == part.text[found.thing_start : found.end]
    assert match_in_place(found, whole, whole) is found


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge of tax rules; use of the ledger; payments by card; invoices of all kinds; and spelling.",
        "Prepares invoices; posts payments; and answers calls.",
    ],
)
def test_a_list_of_knowledge_or_a_few_acts_have_none(text: str):
    assert not has_parts(sentence(f"# Accounts Clerk\n\n## Duties\n\n- Post payments.\n- {text}\n"))


def test_one_part_is_connected_before_its_semicolon_and_the_judge_passes_it():
    assessment = assess(CLERK)
    made = propose(assessment, kinds={"connect"})
    assert len(made) == 1
    assert made[0].original == sentence(CLERK).text
    before, _, behind = made[0].proposed.partition(" so that ")
    before = before.rstrip(",")
    effect, _, rest = behind.partition(";")
    assert effect
    assert f"{before};{rest}" == made[0].original
    verdict = jdrewrite.verify(made[0].original, made[0].proposed, context=assessment)
    assert verdict.passed, verdict


def test_other_wordings_are_of_the_whole_sentence():
    whole = sentence(CLERK)
    for other in alternatives(assess(CLERK), whole.id):
        assert other.original == whole.text
        assert other.proposed.endswith("and does related work.")


RUN_TOGETHER = (
    "Responsibilities: Prepare invoices and reminders for the branch Post payments to the accounts every dayFile "
    "the sales tax return of twelve branches Work with the Support team and the Order desk Water the plants"
)


def test_a_list_whose_breaks_were_lost_has_its_acts_as_parts():
    text = f"# Accounts Clerk\n\n## Duties\n\n{RUN_TOGETHER}\n"
    (whole,) = [s for s in assess(text).statements if "Prepare invoices" in s.text]
    assert [p.text for p in parts(whole)] == [
        "Prepare invoices and reminders for the branch",
        "Post payments to the accounts every day",
        "File the sales tax return of twelve branches",
        "Work with the Support team and the Order desk",
    ]
    made = alternatives(assess(text), whole.id)[0]
    head, _, behind = made.proposed.partition(" so that ")
    rest = behind.partition(". ")[2]
    assert f"{head.rstrip(',')} {rest}".replace("day File", "dayFile") == made.original
    assert jdrewrite.verify(made.original, made.proposed, context=assess(text)).passed
