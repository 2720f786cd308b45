"""Whom people name when they tell their work: any people, not those whom they deny, and in English."""

import pytest

from jdrewrite.reflection.hearing import hear, told
from jdrewrite.reflection.listening import Answer, listen
from tests.reflection import heard


@pytest.mark.parametrize(("table", "floor"), [("heard", 0.95), ("heard_later", 0.9)])
def test_people_are_heard_by_any_name(table: str, floor: float) -> None:
    assert heard.right(heard.found(table)) >= floor


@pytest.mark.parametrize(
    "words",
    [
        "I don't serve customers. I type numbers.",
        "I hate customers.",
        "I don't do anything for customers, I do it for the money.",
        "I used to help customers.",
        "The customers are not my business.",
    ],
)
def test_whom_one_denies_is_neither_named_nor_done_good(words: str) -> None:
    [found] = hear([words])
    assert not found.customer
    assert found.frame != "stewardship"
    assert "customers" in found.denied
    assert "not as somebody you work for" in told(found)
    assert "you name them" not in told(found)


@pytest.mark.parametrize(
    "words",
    [
        "I don't let customers wait.",
        "I don't just serve customers, I know them.",
        "I credit payments at once, so that no customer is reminded in error.",
        "I make sure that tenants don't freeze.",
    ],
)
def test_a_not_that_protects_people_denies_nobody(words: str) -> None:
    [found] = hear([words])
    assert found.customer
    assert found.denied == ()


@pytest.mark.parametrize(
    "words",
    [
        "I pay the suppliers' invoices for a furniture maker.",
        "I am the secretary of a school teacher.",
        "I am personal assistant to a film producer.",
        "I am a surgeon's assistant.",
    ],
)
def test_one_by_a_trade_whose_work_it_is_is_the_employer(words: str) -> None:
    assert not hear([words])[0].customer


@pytest.mark.parametrize(
    "words",
    [
        "I keep the books for bakers.",
        "I bake bread for every teacher.",
        "I cook for an old lady.",
        "I am the carer of a child.",
        "I help a farmer get the harvest in.",
        "I deliver flour to a baker.",
    ],
)
def test_several_of_a_trade_or_one_who_is_none_are_served(words: str) -> None:
    assert hear([words])[0].customer


def test_right_books_are_nobody_s_good() -> None:
    ends = ("I pay supplier invoices and post the bank every day", "I post the bank every day", "I pay the invoices")
    assert {found.frame for found in hear([f"{end}, so that the books are right." for end in ends])} == {"neutral"}
    [found] = hear(["I watch over the ward at night. I keep the line running so that they can sleep."])
    assert found.frame == "stewardship"


def test_a_name_of_several_words_is_told_whole() -> None:
    words = ["I cut hair, mostly of walk-ins.", "I teach 5th graders.", "I answer letters of card holders."]
    assert [found.named[0] for found in hear(words)] == ["walk-ins", "5th graders", "card holders"]


def test_colleagues_are_said_to_be_inside() -> None:
    [found] = hear(["I keep the laptops of 300 colleagues running."])
    assert found.internal
    assert "They are colleagues" in told(found)
    [both] = hear(["I help colleagues. I help customers too."])
    assert not both.internal


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Die Leute müssen ihre Miete zahlen, darum überweise ich pünktlich die Gehälter.", "German"),
        ("Je réponds aux clients au téléphone.", "French"),
        ("Я помогаю покупателям.", "Russian or another language in Cyrillic letters"),
        ("Invoices, credit notes and reminders", ""),
        ("Bus driver", ""),
        ("", ""),
    ],
)
def test_another_language_is_told_kindly_and_not_counted(words: str, language: str) -> None:
    [found] = hear([words])
    assert found.language == language
    if language:
        assert not found.customer
        assert f"This reads like {language}" in told(found)


def test_answers_in_other_languages_are_left_out_and_counted() -> None:
    english = [Answer("I help customers find what they need.")] * 4 + [Answer("I type letters.")]
    found = listen([*english, Answer("Die Leute müssen ihre Miete zahlen, darum überweise ich die Gehälter.")])
    assert (found.whole.answers, found.whole.named) == (5, 4)
    assert found.other_languages == {"German": 1}
    assert all("Miete" not in quote for quote in (*found.named, *found.unnamed))


def test_streets_and_buildings_are_places_and_nobody() -> None:
    words = [
        "I stop cars so kids get across Elm Street to school.",
        "I clear snow so that people can walk on Main Street.",
    ]
    assert [found.named for found in hear(words)] == [("kids",), ("people",)]


def test_the_one_who_is_served_is_heard() -> None:
    king, team, boss = hear(["I serve the king.", "I help my team.", "I call the king."])
    assert king.named == ("king",)
    assert not king.internal
    assert team.named == ("team",)
    assert team.internal
    assert not boss.named
