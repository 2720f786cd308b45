"""The trained order of the words for those served: what it may take in place of the word that the rules choose."""

import msgspec
import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import ranking
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.ranking import log_odds, meant
from jdrewrite.analysis.served_word.spotting import people
from jdrewrite.errors import DataError


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


def test_every_candidate_is_a_word_for_people():
    about = (
        "Our hospital cares for the public and the general public. The clinic has 90 beds; people in London like it."
    )
    _, every = every_of(["Answer the public.", "Tell the general public.", "Help new people."], about)
    words = {word.plural for forms in book().forms.values() for word in forms}
    words |= {plural for kind in book().kind for plural in kind.begin} | {book().nobody.plural}
    assert set(every) <= words | people() | book().ranking.more
    assert "members of the public" in every


def test_no_entry_beside_the_lists_is_without_effect():
    assert not book().ranking.more & (book().forms.keys() | people())


def test_a_group_without_a_plural_in_s_is_no_single_person():
    _, every = every_of(["Sort the letters of the congregation.", "File the forms of the congregation."])
    assert "single" not in every["members of the congregation"].features


def test_a_table_that_is_not_valid_is_named(tmp_path, monkeypatch):
    (tmp_path / ranking.FILE).write_text('{"scale": 200}', encoding="utf-8")
    monkeypatch.setattr(resources, "tables", lambda: tmp_path)
    ranking._table.cache_clear()
    with pytest.raises(DataError, match="served_weights"):
        log_odds({})
    ranking._table.cache_clear()


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
