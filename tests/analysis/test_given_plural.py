"""Which words for those served are taken, as what plural, and which are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdrewrite
from jdrewrite.analysis.served_word import given_word, read_otherwise
from jdrewrite.errors import WrongWord
from tests.analysis.given import read


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("", "no word"),
        (" . ", "no word"),
        ("123", "is no word"),
        ("<b>auditors</b>", "markup"),
        ("{customers}", "markup"),
        ("[auditors](x)", "markup"),
        ("auditors &amp; clerks", "markup"),
        ("county\nauditors", "no reader sees"),
        ("county\x1b auditors", "no reader sees"),
        ("county \u202eauditors", "no reader sees"),
        ("a" * 61, "61 characters"),
    ],
)
def test_what_can_stand_in_no_sentence_is_refused_with_the_way_out(word, why):
    with pytest.raises(WrongWord, match=why) as error:
        jdrewrite.analyse(read(), serves=word)
    assert error.value.exit_code == 2
    assert "such as 'county auditors'" in error.value.way_out


@pytest.mark.parametrize(
    "word", ["a" * 59 + "s", "K-12 teachers", "children's guardians", "lesbian & gay elders", "Québécois", "患者"]
)
def test_what_can_is_taken_as_it_is(word):
    assert given_word(f"  {word} ") == word


@pytest.mark.parametrize(
    ("word", "several"),
    [
        ("customer", "customers"),
        ("each county auditor", "county auditors"),
        ("Homeowner", "Homeowners"),
        ("police woman", "police women"),
        ("grandchild", "grandchildren"),
        ("small business", "small businesses"),
        ("person with a disability", "people with a disability"),
        ("customer and supplier", "customers and suppliers"),
        ("the public", "members of the public"),
        ("SME", "SMEs"),
        ("German", "Germans"),
        ("child and families", "children and families"),
        ("pupil and their parents", "pupils and their parents"),
        ("the client", "clients"),
        ("the child with special needs", "children with special needs"),
        ("a school", "schools"),
        (", for people", "people"),
        (", customers", "customers"),
        ("and customers", "customers"),
        ("customers and", "customers"),
        ("- customers", "customers"),
        ("; customers", "customers"),
        ("’ customers", "customers"),
        ("customers (", "customers"),
    ],
)
def test_one_is_taken_as_several_and_it_is_said(word, several):
    assert given_word(word) == several
    assert f"“{word}” is taken as “{several}”" in read_otherwise(word, several)


@pytest.mark.parametrize(
    "word",
    [
        "staff",
        "the elderly",
        "women in crisis",
        "people living with dementia",
        "families experiencing homelessness",
        "customer and supplier teams",
        "research and development teams",
        "employees of the county",
        "clients and their children",
        "Hindus",
        "SMEs",
        "mechanics",
        "customers (trade and retail)",
        "people we care for",
        "people aged 65+",
        "the patients of the ward",
        "staff of the school",
    ],
)
def test_several_stay_as_they_are(word):
    assert given_word(f"{word}.") == word
    assert not read_otherwise(f"{word}.", word)


@pytest.mark.parametrize(
    "word",
    [
        "management",
        "Finance",
        "the IT department",
        "anyone who calls",
        "campus",
        "news",
        "physics",
        "taxes",
        "headquarters",
        "nobody",
    ],
)
def test_what_names_nobody_that_can_be_several_is_refused_and_people_are_asked_for(word):
    with pytest.raises(WrongWord, match="does not name several people") as error:
        given_word(word)
    assert "of a department or a firm, its people" in error.value.way_out


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("client’s", "“clients”"),
        ("elderly", "“the elderly” or “elderly people”"),
        ("poor", "“the poor” or “poor people”"),
        ("the school", "“staff of the school” or whom it serves itself, or “schools” where it serves several"),
        (
            "our village club",
            "“staff of our village club” or whom it serves itself, or “clubs” where it serves several",
        ),
    ],
)
def test_what_is_refused_says_what_to_write_instead(word, instead):
    with pytest.raises(WrongWord) as error:
        given_word(word)
    assert error.value.way_out == f"write {instead}"


_PIECES = st.sampled_from(
    "customer customers and or for the of people child client’s families we with SME news , ; - ( ) ’ ' & / é 患者 . who "
    "their".split()
)


@given(st.one_of(st.lists(_PIECES, max_size=8).map(" ".join), st.lists(_PIECES, max_size=8).map("".join), st.text()))
def test_whatever_is_given_names_several_or_is_refused(words):
    try:
        people = given_word(words)
    except WrongWord:
        return
    assert given_word(people) == people
    assert any(sign.isalpha() for sign in people)
    assert people[0].isalnum() or not people.isascii()
    assert people.split()[0].casefold() not in {"and", "or", "for", "of", "with"}
    assert people.split()[-1].casefold() not in {"and", "or", "the", "who"}
    assert not people.endswith(("’s", "'s", ",", ";", "-", "(", "’"))
