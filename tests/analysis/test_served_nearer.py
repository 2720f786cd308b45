"""Whom a text names more plainly than the likeliest of those served."""

import pytest

import jdrewrite
from jdrewrite.analysis.served_word.mentions import Named, mentions
from jdrewrite.analysis.served_word.nearer import met_first, nearer
from tests.analysis.jobs import jd


def found(duties, title="Clerk", function=None, about=""):
    document = jdrewrite.read_bytes(jd(duties, title=title, about=about).encode(), "jd.md")
    return jdrewrite.analyse(document, function=function).customer_word


def test_who_stands_on_lines_of_others_alone_is_told_by_the_lines():
    theirs = Named({"proved duties": 3}, (), frozenset({"a", "b", "c"}))
    every = {"visitors": {}, "children": {}}
    beside = {"visitors": Named({"proved duties": 1}, (), frozenset({"a"})), "children": theirs}
    assert nearer("visitors", beside, every) == "children"
    apart = {"visitors": Named({"proved duties": 1}, (), frozenset({"d"})), "children": theirs}
    assert nearer("visitors", apart, every) == "visitors"
    far_likelier = every | {"visitors": {"unnamed": 9.0}}
    assert nearer("visitors", beside, far_likelier) == "visitors"


def test_of_two_who_are_nearly_as_likely_the_work_is_for_the_one_who_receives_it():
    line = Named({"proved duties": 1}, (), frozenset({"a"}))
    named = {"parents": line, "pupils": line, "stakeholders": line}
    every = {"parents": {}, "pupils": {}, "stakeholders": {}}
    assert met_first(["parents"], every, {"parents": 0.0, "pupils": 1.0}, named) == "pupils"
    assert not met_first(["parents"], every, {"parents": 0.9, "pupils": 1.0}, named)
    assert not met_first(["parents"], every, {"parents": -2.0, "pupils": -1.0}, named)
    assert not met_first(["parents"], every | {"parents": {"begin": 9.0}}, {"parents": 0.0, "pupils": 1.0}, named)
    # both of a pair are served, a word that does not tell who is meant is none, and so is who is not named
    assert not met_first(["parents", "pupils"], every, {"parents": 0.0, "pupils": 1.0}, named)
    assert not met_first(["parents"], every, {"parents": 0.0, "stakeholders": 1.0}, named)
    assert not met_first(["parents"], every, {"parents": 0.0, "pupils": 1.0}, {"parents": line})
    assert not met_first(["customers"], every, {"customers": 0.0, "pupils": 1.0}, named)


def test_of_two_words_for_those_who_buy_the_one_of_the_duties_is_taken():
    named = {
        "clients": Named({"proved company": 2}, (), frozenset({"a", "b"})),
        "customers": Named({"proved duties": 1}, (), frozenset({"c"})),
        "students": Named({"proved duties": 1}, (), frozenset({"d"})),
    }
    every = {"clients": {}, "customers": {}, "students": {}}
    assert nearer("clients", named, every) == "customers"
    assert nearer("customers", named, every) == "customers"
    assert nearer("clients", named, {"clients": {}, "students": {}}) == "clients"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Enjoy a parental leave policy that supports all parents.", "parents"),
        ("Sign up for talks by guest speakers.", "guests"),
        ("We look for lifelong learners.", "learners"),
        ("The post is regulated work with protected adults.", "adults"),
    ],
)
def test_a_line_on_what_the_employer_gives_or_asks_names_nobody_served(line, who):
    document = jdrewrite.read_bytes(jd(["Sort the letters.", line, f"Help {who} at the desk."]).encode(), "jd.md")
    statements = jdrewrite.analyse(document).statements
    assert mentions(statements, "unknown", {})[who].lines == 1


def test_the_patients_of_an_animal_hospital_are_no_people():
    duties = [
        "Comfort patients before surgery.",
        "Feed patients and walk them.",
        "Weigh patients and note it.",
        "Tell clients when they can fetch their pet.",
    ]
    about = "Riverside Animal Hospital is a veterinary hospital for dogs and cats. Our veterinarians treat pets of all kinds."
    assert found(duties, title="Veterinary assistant", about=about).plural in {"clients", "pet owners"}


def test_whom_a_duty_teaches_goes_before_whom_it_talks_with():
    duties = ["Teach pupils to read.", "Help each pupil to catch up.", "Talk with parents about progress."]
    assert found(duties, title="Primary school teacher").plural == "pupils"
    talked = Named({"proved duties": 2, "< with": 1, "< inform": 1}, (), frozenset({"a", "b"}))
    taught = Named({"proved duties": 1, "end": 1}, (), frozenset({"c"}))
    every = {"parents": {"begin": 9.0}, "pupils": {}}
    assert nearer("parents", {"parents": talked, "pupils": taught}, every) == "pupils"
    helped = Named({"proved duties": 2, "< with": 1, "end": 1}, (), frozenset({"a", "b"}))
    assert nearer("parents", {"parents": helped, "pupils": taught}, every) == "parents"
    named = Named({"bare duties": 1}, (), frozenset({"c"}))
    assert nearer("parents", {"parents": talked, "pupils": named}, every) == "parents"


@pytest.mark.parametrize(
    ("line", "single"),
    [
        ("Provide student with a clean place to learn.", 0),
        ("Help every student to catch up.", 0),
        ("Keep the student's records.", 1),
        ("Support student services.", 1),
        ("Write to a student who is away.", 1),
    ],
)
def test_one_who_stands_for_all_counts_as_several(line, single):
    document = jdrewrite.read_bytes(jd(["Sort the letters.", line, "File the forms."]).encode(), "jd.md")
    said = mentions(jdrewrite.analyse(document).statements, "school", {})["students"].says
    assert said.get("single", 0) == single


def test_each_of_people_whom_no_list_has_are_counted():
    document = jdrewrite.read_bytes(jd(["Sort the letters.", "Show each beginner the ropes."]).encode(), "jd.md")
    assert mentions(jdrewrite.analyse(document).statements, "unknown", {})["beginners"].lines == 1


def test_a_school_is_known_by_its_rooms_though_housekeepers_clean_them():
    text = (
        "Custodians and housekeepers\n\nREPORTS TO: Building Principal\n"
        "JOB GOAL: To provide student with a clean and safe place in which to learn.\n\nRESPONSIBILITIES:\n"
        "Sweep halls before school starts.\nClean blackboards once a week.\nCheck restrooms after recess.\n"
        "Scrub floors once a week.\nHelp teachers in arranging their room.\n"
    )
    word = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.txt")).customer_word
    assert (word.plural, word.words) == ("students", ("student",))
