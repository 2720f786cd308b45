"""Who receives the work in place of those served, by the trained order."""

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import ranking
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.first_hand import FILE, candidates, first_hand, odds_of
from jdrewrite.analysis.served_word.ranking import log_odds
from tests.rewriting.jobs import nearest

ABOUT = "We are a hospital that cares for patients."


def found(duties, about=ABOUT, title="Officer"):
    text = f"# {title}\n\n{about}\n\n## Responsibilities\n\n" + "\n".join(f"- {duty}" for duty in duties) + "\n"
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="operations")


def first(duties, about=ABOUT, title="Officer"):
    word = found(duties, about, title).customer_word
    return word.direct, word.through


ELSE = ["Keep the files in order.", "Follow the rules."]
FOR_EMPLOYEES = [
    "Provide technical support to employees.",
    "Train employees.",
    "Answer questions from employees.",
    *ELSE,
]
FOR_TEAMS = ["Prepare reports for teams.", "Support teams with data.", "Answer questions from teams.", *ELSE]


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        (FOR_EMPLOYEES, ("inside", "employees")),
        # nothing tells which of them
        (FOR_TEAMS, ("inside", "other teams")),
        # by the words that tell which of them
        (
            ["Prepare reports for marketing teams.", "Advise marketing teams.", *FOR_TEAMS],
            ("inside", "marketing teams"),
        ),
        # a name would be written in small letters, and a verb is none
        (["Prepare reports for Acme teams.", "Guide teams.", *FOR_TEAMS], ("inside", "other teams")),
    ],
)
def test_whom_duties_help_answer_and_teach_receives_the_work(duties, expected):
    assert first(duties) == expected


def test_where_those_served_receive_it_themselves_nobody_else_does():
    mixed = ["Help patients find the ward.", "Answer patients by telephone.", "Visit patients.", *FOR_EMPLOYEES]
    assert first(mixed)[0] == "outside"


def test_where_those_served_plainly_receive_it_colleagues_in_general_do_not_stand_before_them():
    for staff in ["Train staff.", "Support staff.", "Support and train staff.", "Advise staff."]:
        duties = ["Help patients wash.", "Support patients with meals.", staff, "Tell staff what was done.", *ELSE]
        word = found(duties, title="Ward assistant").customer_word
        assert (word.direct, word.receivers) == ("outside", "patients")


def test_one_line_for_others_is_no_reason_where_those_served_are_likelier():
    duties = ["Help patients wash.", "Support patients with meals.", "Provide cover for housing officers.", *ELSE]
    word = found(duties, title="Ward assistant").customer_word
    assert (word.direct, word.receivers) == ("outside", "patients")


def test_who_looks_after_people_by_title_is_none_of_them():
    duties = ["Train volunteers.", "Support volunteers.", "Answer questions from volunteers.", "Thank volunteers."]
    duties += ["Keep in touch with volunteers.", "Help volunteers settle in.", *ELSE]
    assert found(duties, title="Volunteer coordinator").customer_word.receivers == "volunteers"
    assert found(duties, title="Volunteer driver").customer_word.receivers != "volunteers"


def test_who_recruits_volunteers_beside_serving_is_there_for_those_served():
    theirs = [f"{act} volunteers." for act in ("Recruit", "Train", "Support", "Thank", "Help", "Advise")]
    theirs += ["Answer questions from volunteers.", "Send rotas to volunteers.", "Give volunteers advice."]
    duties = ["Plan days with patients and nurses.", *theirs, *ELSE]
    text = found(duties, title="Ward assistant")
    could = considered(text.title, text.statements, text.function[0], entry_for("operations"))
    every = odds_of(text.title, text.statements, "patients", could)
    assert book().first_hand.outright < every["patients"] < every["volunteers"]
    assert text.customer_word.receivers == "patients"
    assert found(duties, title="Volunteer coordinator").customer_word.receivers == "volunteers"


def test_who_leads_people_is_not_there_for_them():
    duties = ["Lead engineers.", "Support engineers.", "Train engineers.", "Help engineers grow."]
    assert first(duties) == ("inside", "engineers")
    assert first(duties, title="Head of engineering") == ("outside", "")


def test_a_few_lines_do_not_tell():
    assert first(FOR_TEAMS[:3])[1] != "other teams"


@pytest.mark.parametrize("vague", ["stakeholders", "individuals", "members"])
def test_words_that_do_not_tell_who_is_meant_are_not_taken(vague):
    duties = [f"Provide reports to {vague}.", f"Support {vague}.", f"Answer questions from {vague}.", *ELSE]
    assert vague not in first(duties)[1]


def test_new_lines_name_those_who_receive_the_work():
    document = jdrewrite.read_bytes(
        (
            "# Data officer\n\n" + ABOUT + "\n\n## Responsibilities\n\n" + "".join(f"- {d}\n" for d in FOR_TEAMS)
        ).encode(),
        "jd.md",
    )
    added = nearest(jdrewrite.analyse(document))
    theirs = [p for p in added if "other teams" in p.proposed]
    assert theirs
    assert not any("the other teams" in p.proposed for p in added)
    # and the reason speaks of those of whom the line does
    assert all("patients" in p.proposed or "patients" not in p.rationale for p in theirs)


def test_a_candidate_is_told_by_its_lines_and_by_whether_it_is_served():
    text = found(["Report to managers.", "Provide data to managers.", "Train staff with care."])
    could = considered(text.title, text.statements, text.function[0], entry_for("operations"))
    every = candidates(text.title, text.statements, "patients", could)
    assert {"report", "to"} < every["managers"].keys()
    assert every["managers"]["share"] == 1.0
    assert {"help", "in duties"} < every["staff"].keys()
    assert [who for who, features in every.items() if "lands outside served" in features] == ["patients"]


def test_the_table_is_small_has_no_texts_and_knows_the_features():
    weights = resources.table(resources.tables() / FILE, ranking.Weights).weights
    assert len(weights) < 300
    assert all(len(name.split()) <= 3 for name in weights)
    assert {"bias", "share", *book().first_hand.before} <= weights.keys()


def test_being_led_or_reported_to_speaks_against_somebody():
    weigh = log_odds
    helped = {"in duties": 1.0, "help": 1.0, "share": 1.0}
    assert weigh(helped, FILE) > weigh({**helped, "lead": 1.0}, FILE)


def test_leaders_and_those_hardly_likely_are_not_called_by_name():
    at = book().first_hand
    odds, called = {}, {}
    for who in ("executives", "employees", "leaders"):
        text = found([f"Report figures to {who}.", "Sort the mail.", *ELSE])
        could = considered(text.title, text.statements, text.function[0], entry_for("operations"))
        odds[who] = log_odds(candidates(text.title, text.statements, "patients", could)[who], FILE)
        every = odds_of(text.title, text.statements, "patients", could)
        called[who] = first_hand(text.title, text.statements, "patients", could, every)
    assert odds["leaders"] < at.named < odds["executives"] < at.leading < odds["employees"]
    assert [who for who, receivers in called.items() if receivers and receivers.plural == who] == ["employees"]


def test_colleagues_whom_any_job_has_are_named_only_where_they_are_plainly_likely():
    text = found(["Plan work with staff.", "Sort the mail with staff.", *ELSE])
    could = considered(text.title, text.statements, text.function[0], entry_for("operations"))
    assert book().first_hand.leading < odds_of(text.title, text.statements, "patients", could)["staff"]
    assert (text.customer_word.receivers, text.customer_word.direct) == ("patients", "outside")


def test_who_receives_the_work_is_told_where_those_served_cannot():
    text = found(FOR_TEAMS)
    could = considered(text.title, text.statements, text.function[0], entry_for("operations"))
    every = odds_of(text.title, text.statements, "patients", could)
    others = {who: odds for who, odds in every.items() if who != "patients"}
    told = first_hand(text.title, text.statements, "patients", could, others)
    assert told
    assert not told.alone


def test_witnesses_who_are_heard_for_a_case_do_not_receive_the_work():
    duties = [
        "Interview and prepare witnesses.",
        "Advise witnesses before hearings.",
        "Tell the client of the next step.",
        "Draft applications to the courts.",
        "Prepare witness statements.",
        "Keep the register of judgments.",
    ]
    text = "# Litigation Counsel\n\n## Duties\n\n" + "".join(f"- {duty}\n" for duty in duties)
    word = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="legal-compliance").customer_word
    assert word.plural == "clients"
    assert word.receivers in {"", "clients"}
