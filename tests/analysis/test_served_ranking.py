"""The trained order of the words for those served: what it may take in place of the word that the rules choose."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.ranking import log_odds, meant


def analysed(duties, about=""):
    text = f"# Clerk\n\n{about}\n\n## Responsibilities\n\n" + "\n".join(f"- {duty}" for duty in duties) + "\n"
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="administration")


def every_of(duties, about=""):
    found = analysed(duties, about)
    return considered(found.title, found.statements, found.function[0], entry_for("administration"))


def test_bodies_and_people_that_no_list_trusts_are_candidates_with_the_text_s_own_forms():
    best, every = every_of(["Send investors their statements.", "Sort the letters of investors."])
    assert best != "investors"
    assert every["investors"].firmly
    assert every["investors"].forms == {"investors": 2}
    assert every["investors"].features["named"] == 1.0
    assert "named" not in every[best].features


@pytest.mark.parametrize(
    ("duties", "about", "who", "firmly"),
    [
        (["Sort the letters of investors."], "", "investors", True),
        (["Sort the letters."], "Our investors trust us.", "investors", True),
        (["Sort the letters."], "Founded in 1950, the client makes hinges.", "clients", False),
        (["Help internal clients.", "Ask internal clients."], "", "clients", False),
    ],
)
def test_a_line_about_the_job_or_its_employer_names_them_firmly(duties, about, who, firmly):
    _, every = every_of(duties, about)
    assert every[who].firmly is firmly


def test_what_is_asked_of_the_person_names_nobody():
    text = "# Clerk\n\n## Responsibilities\n\n- Sort the letters.\n\n## Requirements\n\n- You have served travelers.\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="administration")
    _, every = considered(found.title, found.statements, found.function[0], entry_for("administration"))
    assert not every["travelers"].firmly


def test_the_rules_keep_their_word_against_those_who_are_not_firmly_named_or_never_taken():
    duties = ["Send investors their statements.", "Answer questions from investors.", "Sort the letters of investors."]
    best, every = every_of(duties, "Our investors trust us. We help investors to see what becomes of their money.")
    assert log_odds(every["investors"].features) > log_odds(every[best].features)
    assert meant(every, best) == "investors" != best
    weakly = msgspec.structs.replace(every["investors"], firmly=False)
    assert meant({**every, "investors": weakly}, best) == best
    assert meant({best: every[best], "donors": every["investors"]}, best) == best


def test_a_text_that_names_its_people_in_words_that_no_list_trusts_is_said_to_serve_them():
    duties = ["Send investors their statements.", "Answer questions from investors.", "Post payments."]
    served = analysed(duties, "Our investors trust us.").customer_word
    assert (served.plural, served.source, served.count) == ("investors", "text", 3)
