"""American spelling of the writer's words."""

import re

import pytest

from jdrewrite.catalogue import functions, work
from jdrewrite.language.spelling import american
from jdrewrite.rewriting.offline.style import Style

STYLE = Style(person="imperative", full_stops=True, american=True, customers="neighbours of the Labour Centre")


@pytest.mark.parametrize(
    ("british", "other"),
    [
        ("Agree with neighbouring teams and practise at home.", "Agree with neighboring teams and practice at home."),
        ("defences, labelled goods and neighbours", "defenses, labeled goods and neighbors"),
        ("Organise the programme; MODERNISE the centre.", "Organize the program; MODERNIZE the center."),
        ("Monetisation, digitalised and personalising", "Monetization, digitalized and personalizing"),
        ("judgement on enquiries", "judgment on inquiries"),
    ],
)
def test_british_words_are_spelled_otherwise(british, other):
    assert american(british) == other
    assert american(other) == other


@pytest.mark.parametrize(
    "text",
    [
        "Advise, supervise and surprise; raise, revise and promise otherwise; exercise four hours.",
        "Programmers fulfill billing, calling and selling; analyses of cancellations and dialogue; gauge the gases.",
        "improvisation of microorganisms in storytelling",
    ],
)
def test_words_that_all_write_alike_stay(text):
    assert american(text) == text


def test_the_words_of_the_job_description_are_its_own():
    assert STYLE.fill("the programme of {customers}") == "the program of neighbours of the Labour Centre"


def test_no_line_of_the_catalogue_is_left_in_british():
    british = re.compile(
        r"\w+(?:isation|isations|ising|oured|ouring|elled|elling)\b|\w{2,}(?:bour|vour|lour)s?\b", re.IGNORECASE
    )
    alike = {"advertising", "merchandising", "fundraising", "supervising", "advising", "rising", "raising", "telling"}
    alike |= {"selling", "exercising", "promising", "compelling", "spelling", "dwelling", "storytelling", "excelling"}
    alike |= {"improvising", "revising", "smelling", "expelled", "propelled", "excelled", "devising", "arising"}
    texts = [
        text
        for making in (m for f in functions().values() for m in (f, *f.trades))
        for lens in ("voice", "authority", "measure", "across", "people")
        for text in making.lines(lens)
    ]
    texts += [t for f in (*functions().values(), *work().values()) for o in f.outputs for t in (*o.ability, *o.state)]
    left = {w.lower() for text in texts for w in re.findall(r"\w+", american(text)) if british.fullmatch(w)}
    assert left - alike == set()
