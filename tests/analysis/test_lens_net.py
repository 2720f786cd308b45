"""The net beside the weights: one statement at a time, small, and left out where it cannot be had."""

import sys

import numpy as np
import pytest

from jdrewrite import resources
from jdrewrite.analysis import lens_net
from jdrewrite.analysis.reading import Reader
from jdrewrite.analysis.rules import Changes

EITHER = (
    "Make sure that nobody who calls us at night waits longer than a minute.",
    "Translate research into plain language that families can act on.",
    "Cut the time between an order and its parcel, since every day counts for those who wait for spare parts.",
)
WORDS = "you will make sure that customers get what they need".split()


@pytest.fixture(scope="module")
def net():
    found = lens_net.net()
    assert found is not None
    return found


def test_every_word_has_its_share(net):
    said = net.read(WORDS)
    speaking = np.array([said.speaking(label, len(WORDS)) for label in range(said.scores.size)])
    assert np.abs(speaking).sum(axis=0).min() > 0


def test_white_space_says_nothing(net):
    plain, spaced = net.read(WORDS), net.read([*WORDS[:3], "\n", *WORDS[3:]])
    assert np.array_equal(plain.scores, spaced.scores)
    assert not any(spaced.speaking(label, len(WORDS) + 1)[3] for label in range(spaced.scores.size))


def test_what_a_statement_says_does_not_depend_on_what_was_read_before(net):
    first = net.read(WORDS).scores
    net.read("approve the budget".split())
    assert np.array_equal(first, net.read(WORDS).scores)


def test_words_behind_the_last_piece_that_is_looked_at_change_nothing(net):
    long = WORDS * 12
    assert np.array_equal(net.read(long).scores, net.read([*long, "revenue"]).scores)


def test_words_that_the_vocabulary_does_not_have_are_read(net):
    assert np.isfinite(net.read(["zyxxyqv", "größe", "📦", "a" * 300]).scores).all()
    assert np.isfinite(net.read([]).scores).all()


def test_what_ships_stays_under_ten_megabytes():
    files = ("lens_net.onnx", "lens_net.npz")
    assert sum((resources.tables() / name).stat().st_size for name in files) < 10e6


def test_it_sees_what_the_weights_alone_do_not():
    reader, alone = Reader(), Reader(net=False)
    assert alone.read([EITHER[0]])[0].labels.customer == "none"
    assert reader.read([EITHER[0]])[0].labels.customer == "external"
    assert reader.read([EITHER[1]])[0].labels.frame == "stewardship"


def test_without_onnxruntime_the_weights_stand_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    lens_net.net.cache_clear()
    try:
        assert lens_net.net() is None
        assert [r.labels for r in Reader().read(EITHER)] == [r.labels for r in Reader(net=False).read(EITHER)]
    finally:
        lens_net.net.cache_clear()


def test_a_projects_words_are_shown_as_words_that_the_net_knows():
    text = "Support stagehands with equipment and tools."
    own = Reader(changes=Changes(internal=("stagehand",))).read([text])[0].labels
    assert own.frame == Reader().read([text.replace("stagehands", "colleagues")])[0].labels.frame


def test_what_is_said_of_many_in_one_call_is_what_is_said_of_each(net, monkeypatch):
    monkeypatch.setattr(lens_net, "TOGETHER", 3)
    statements = [WORDS, [], WORDS[:2], WORDS * 12, ["größe"], WORDS[3:], ["approve", "the", "budget"]]
    for words, said in zip(statements, net.read_all(statements), strict=True):
        alone = net.read(words)
        assert np.array_equal(said.scores, alone.scores)
        assert np.array_equal(said.shares, alone.shares)
        assert said.places == alone.places
    assert net.read_all([]) == []


def test_statements_far_apart_in_length_do_not_see_each_other(net):
    short, long = WORDS[:1], WORDS * 6
    assert np.array_equal(net.read_all([short, long])[0].scores, net.read_all([short])[0].scores)
