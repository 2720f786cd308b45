"""How a job description is written, and how wordings are put in its style: persons, spelling, the word for those served."""

import re

import pytest

import jdrewrite
from jdrewrite.analysis.served_word import book
from jdrewrite.model import CustomerWord
from jdrewrite.rewriting.offline.style import Style, style_of
from tests.rewriting.clerk import CLERK, IMPERATIVE, assess
from tests.rewriting.jobs import nearest

THIRD = CLERK.format("Prepares", "Posts", "Contacts", "Prepares", "Files", "Waters").replace(
    " and send ", " and sends "
)


def test_new_lines_speak_in_the_person_of_their_neighbours():
    def lines(text):
        return [p.proposed for p in nearest(assess(text)) if not p.source.endswith(("/purpose", "/people"))]

    imperative, third = lines(IMPERATIVE), lines(THIRD)
    assert imperative
    assert third
    assert not re.match(r"\w+s\b", imperative[0])
    assert all(re.match(r"\w+s\b", text) for text in third)
    assert not any("[" in text or "{" in text for text in (*imperative, *third))


@pytest.mark.parametrize(
    ("duties", "voice", "measure"),
    [
        (
            "The accounts clerk enters invoices into the ledger. The clerk sorts the letters. The clerk files papers.",
            "The clerk asks those who complain.",
            "The clerk is judged by errors, and looks for the cause.",
        ),
        (
            "The nurse will take temperatures. The nurse shall keep charts. The nurse will also dress wounds.",
            "The nurse will ask those who complain.",
            "The nurse will be judged by errors, and look for the cause.",
        ),
        ("Enter invoices. The clerk files papers. Sort mail.", "Ask those who complain.", None),
        (
            "The work of this class involves filing. The work of this class includes typing. The work of this class needs care.",
            "Ask those who complain.",
            None,
        ),
        (
            "The company will grow. The team will work in shifts. The department will help.",
            "Ask those who complain.",
            None,
        ),
    ],
)
def test_among_sentences_on_whoever_does_it_a_new_line_is_one(duties, voice, measure):
    a = assess(f"# Somebody\n\n## Duties\n\n{duties}\n")
    style = style_of(a.statements, a.customer_word)
    assert style.line("[Ask] those who complain.") == voice
    if measure:
        assert style.line("[Judge] the work by errors, and [look] for the cause.") == measure


def test_a_label_before_a_duty_does_not_hide_its_person():
    text = "# Data Analyst\n\n## Duties\n\n- Reports: Write the monthly report.\n- Data team: Check figures.\n- Performs related work.\n"
    a = assess(text)
    assert style_of(a.statements, a.customer_word).person == "imperative"


def test_items_that_run_on_in_one_paragraph_tell_their_person_and_a_tie_is_no_gerund():
    run_on = "# Clerk\n\n## Duties\n\nKeep the files in order Answer the telephone Making a list of parts Post the mail every day.\n\n- Sorting letters.\n"
    a = assess(run_on)
    assert style_of(a.statements, a.customer_word).person == "imperative"
    tied = "# Clerk\n\n## Duties\n\n- Using good tools, keeping files in order.\n- Post the mail every day.\n"
    a = assess(tied)
    assert style_of(a.statements, a.customer_word).person == "imperative"


def test_one_item_among_sentences_is_a_stray():
    sentences = "".join(f"- Responsible for the keys of floor {floor}.\n" for floor in "ABCDEFGHIJKLM")
    a = assess(f"# Clerk\n\n## Duties\n\n{sentences}- Sorting letters.\n")
    assert style_of(a.statements, a.customer_word).person == "role"


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


def test_where_a_text_names_nobody_served_colleagues_are_not_said_to_serve_them():
    style = Style(person="imperative", full_stops=False, american=False, customers="customers", is_named=False)
    assert style.fill("ask {colleagues who serve {customers}} what recurs") == "ask colleagues what recurs"
    assert style.fill("{staff who deal with {customers}} find it") == "staff find it"


def test_american_texts_get_american_words(assessment):
    american = style_of(assess(IMPERATIVE.replace("Water", "Organize and prioritize")).statements, served("customers"))
    assert american.american
    assert american.fill("the centre recognises analysts' behaviour") == "the center recognizes analysts' behavior"


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


def test_among_duties_in_small_letters_a_new_line_begins_with_one():
    duties = "- sort apples on the belt\n- pack trays by size\n- label cartons and stack pallets\n"
    found = jdrewrite.propose(assess(f"# Packer\n\n## Duties\n\n{duties}"))
    lines = [p.proposed for p in found if p.statement is None]
    assert lines
    assert all(line[0].islower() for line in lines)
