"""Words are spelled in pieces as the models of the BERT family spell them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.language import pieces as module
from jdrewrite.language.pieces import Pieces

KNOWN = {piece: n for n, piece in enumerate("[UNK] serve ##s ##r un ##serve ##d u s . & cafe a ##b".split())}


@pytest.fixture
def pieces():
    return Pieces(KNOWN, 0)


def spelled(pieces, *words):
    names = {n: piece for piece, n in KNOWN.items()}
    return [names[n] for n in pieces.of(words)]


def test_the_longest_known_piece_comes_first(pieces):
    assert spelled(pieces, "serves", "unserved") == ["serve", "##s", "un", "##serve", "##d"]


def test_signs_stand_alone(pieces):
    assert spelled(pieces, "u.s.", "s&u") == ["u", ".", "s", ".", "s", "&", "u"]


def test_accents_are_dropped(pieces):
    assert spelled(pieces, "café") == ["cafe"]


def test_what_cannot_be_spelled_to_its_end_is_unknown_as_a_whole(pieces):
    assert spelled(pieces, "servex", "a" * 200) == ["[UNK]", "[UNK]"]


def test_white_space_has_no_pieces(pieces):
    assert spelled(pieces, " ", "\n\t", "") == []


def test_words_are_the_same_after_they_were_forgotten(pieces, monkeypatch):
    monkeypatch.setattr(module, "REMEMBERED", 2)
    words = ["serve", "serves", "u.s.", "serve", "unserved"]
    assert [pieces.of((w,)) for w in words] == [Pieces(KNOWN, 0).of((w,)) for w in words]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_every_text_is_spelled_and_words_do_not_depend_on_their_neighbours(words):
    pieces = Pieces(KNOWN, 0)
    together = pieces.of(words)
    assert together == [n for word in words for n in Pieces(KNOWN, 0).of((word,))]
    assert set(together) <= set(KNOWN.values())
