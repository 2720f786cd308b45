"""The trained order of the words for those served: whom a text could mean, and which of them is likeliest."""

import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import ranking
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.ranking import likeliest, log_odds
from jdrewrite.analysis.served_word.spotting import people
from jdrewrite.errors import DataError


def analysed(duties, about=""):
    text = f"# Clerk\n\n{about}\n\n## Responsibilities\n\n" + "\n".join(f"- {duty}" for duty in duties) + "\n"
    return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="administration")


def could(duties, about=""):
    found = analysed(duties, about)
    return considered(found.title, found.statements, found.function[0], entry_for("administration"))


def test_bodies_and_people_that_no_list_has_are_candidates_with_the_text_s_own_forms():
    text = could(["Send investors their statements.", "Sort the letters of investors."])
    assert text.unsaid != "investors"
    assert text.named["investors"].forms == {"investors": 2}
    assert text.every["investors"]["named"] == 1.0
    assert text.every[text.unsaid]["unnamed"] == 1.0


@pytest.mark.parametrize(
    ("duties", "about", "who"),
    [
        (["Help internal clients.", "Ask internal clients."], "", "clients"),
        (["Sell phones (no consumer calls)."], "", "consumers"),
        (["Sort the letters."], "We thank our donors. Donors love us.", "donors"),
        (["Sort the letters."], "Our client is a bakery. You report to the client.", "clients"),
    ],
)
def test_colleagues_whom_the_text_denies_givers_and_the_employer_of_an_agency_are_no_candidates(duties, about, who):
    assert who not in could(duties, about).every


def test_a_line_says_whether_it_serves_them_and_where_it_stands():
    text = could(["Help travelers find a seat.", "Sort the files of travelers."], "Travelers know our travelers.")
    says = text.named["travelers"].says
    assert (says["proved duties"], says["bare duties"]) == (1, 1)
    assert says["< help"] == says["> find"] == 1
    assert text.named["travelers"].lines == 3


def test_every_candidate_is_a_word_for_people():
    about = (
        "Our hospital cares for the public and the general public. The clinic has 90 beds; people in London like it."
    )
    every = could(["Answer the public.", "Tell the general public.", "Help new people."], about).every
    words = book().plurals | {plural for kind in book().kind for plural in kind.begin} | {book().nobody.plural}
    assert set(every) <= words | people() | book().people.bodies
    assert "members of the public" in every


def test_no_entry_beside_the_lists_is_without_effect():
    assert not book().people.bodies & (book().forms.keys() | people())


def test_a_group_without_a_plural_in_s_is_no_single_person():
    text = could(["Sort the letters of the congregation.", "File the forms of the congregation."])
    assert "single" not in text.named["members of the congregation"].says


def test_a_table_that_is_not_valid_is_named(tmp_path, monkeypatch):
    (tmp_path / ranking.FILE).write_text('{"scale": 200}', encoding="utf-8")
    monkeypatch.setattr(resources, "tables", lambda: tmp_path)
    ranking._table.cache_clear()
    with pytest.raises(DataError, match="served_weights"):
        log_odds({})
    ranking._table.cache_clear()


def test_the_word_with_the_highest_odds_is_taken():
    every = could(["Send investors their statements.", "Answer investors."], "Our investors trust us.").every
    best = likeliest(every)
    assert best == "investors"
    assert all(log_odds(every[best]) >= log_odds(features) for features in every.values())
    assert likeliest({who: features for who, features in every.items() if who != best}) != best


def test_a_text_that_names_its_people_in_words_that_no_list_has_is_said_to_serve_them():
    duties = ["Send investors their statements.", "Answer questions from investors.", "Post payments."]
    served = analysed(duties, "Our investors trust us.").customer_word
    assert (served.plural, served.source, served.count) == ("investors", "text", 3)
