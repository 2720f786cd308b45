"""Letters in a wrong encoding are read as they are meant, told, and written right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import read_bytes, render
from jdrewrite.documents.misread import misread, repaired
from tests.documents.helpers import change

RIGHT = "# Café manager\n\n- Plan the team’s rota – “weekly” – for São Paulo.\n- Keep £20 and 5 °C.\n"


def wrong(text, encoding="cp1252"):
    """A text in UTF-8 as a program shows it that takes it for an old encoding."""
    return "".join(bytes([b]).decode(encoding, errors="ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_read_wrongly_is_read_right(encoding, times):
    text = RIGHT
    for _ in range(times):
        text = wrong(text, encoding)
    assert repaired(text) == RIGHT


@given(st.text("Aé ïñÉß’“”–•£°½ b", max_size=12))
def test_letters_of_european_words_come_back(text):
    assert repaired(wrong(f"Clerk {text} x")).split() == f"Clerk {text} x".split()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the â€œcantinaâ€ here", "the “cantina” here"),
        ("so â€\ufffd", "so ”"),
        ("30Â hours", "30 hours"),
        ("AlmodÅ¡a", "Almodša"),
    ],
)
def test_what_is_left_of_a_letter_is_read_too(said, meant):
    assert repaired(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "Café, naïve, São Paulo",
        "CAFÉ® and NESTLÉ™",
        "SÃO PAULO",
        "À la carte",
        "“Ä” “Å”",
        "ANDRÉ’S",
        "Âge â propos ï",
        "Ã",
    ],
)
def test_letters_that_are_right_stay(said):
    assert misread(said) == []


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_they_are_told_with_their_lines_and_written_right_in_the_whole_text(name):
    document = read_bytes(wrong(RIGHT).encode(), name)
    assert [block.text for block in document.blocks][1:] == [
        "Plan the team’s rota – “weekly” – for São Paulo.",
        "Keep £20 and 5 °C.",
    ]
    (note,) = document.notes
    assert note.startswith("lines 1, 3 and 4 have letters in a wrong encoding (“Ã©” for “é”)")
    assert render(document) == document.source
    out = render(document, [change(document, "Keep", "Hold")])
    assert out.decode() == RIGHT.replace("Keep", "Hold")
    assert read_bytes(out, name).notes == ()


def test_a_text_in_an_old_encoding_gets_one_that_has_the_letters():
    document = read_bytes(wrong("Clerk\n\nSend “ž” – Ωmega bills.\n", "latin-1").encode("latin-1"), "a.txt")
    out = render(document, [change(document, "bills", "letters")])
    assert read_bytes(out, "a.txt").blocks[1].text.startswith("Send “")
    assert b"?" not in out


def test_the_title_of_front_matter_is_read_right():
    assert read_bytes("---\ntitle: CafÃ© manager\n---\n\nServe.\n".encode(), "a.md").title == "Café manager"
