"""An effect stands behind a statement in a form that reads well and changes nothing of what it says."""

import pytest

from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach
from jdrewrite.rewriting.offline.style import Style

WORDING = Wording("wash at any time", True, "facilities/towels")
STYLE = Style(person="imperative", full_stops=True, american=False, customers="guests")
TURNS = range(5)


@pytest.mark.parametrize("turn", TURNS)
def test_behind_an_aside_an_effect_stands_apart(turn):
    made = attach(anatomy("Replenish towels when needed."), WORDING, STYLE, turn, listed=True)
    assert made == "Replenish towels when needed, so that guests can wash at any time."


def test_a_shortened_word_keeps_its_full_stop():
    made = {attach(anatomy("Replenish towels, soap, etc."), WORDING, STYLE, turn, listed=True) for turn in TURNS}
    assert made == {"Replenish towels, soap, etc., so that guests can wash at any time."}


def test_no_two_full_stops_stand_before_a_second_sentence():
    text = "Replenish all of the things that stand in the rooms of the first, second and third floor of the house, towels, soap, etc."
    made = attach(anatomy(text), WORDING, STYLE, 0)
    assert made is not None
    assert made.endswith("soap, etc. This helps guests wash at any time.")
