"""What the words around somebody mean for the order of who receives the work."""

import numpy as np
import pytest

import jdrewrite
from jdrewrite import resources
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import meaning, ranking
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.first_hand import FILE, Spot, candidates, spotted, told
from jdrewrite.analysis.served_word.ranking import log_odds

ELSE = ("Keep the files in order.", "Follow the rules.", "Sort the mail.")


def read(*duties, title="Officer"):
    lines = "".join(f"- {duty}\n" for duty in (*duties, *ELSE))
    text = f"# {title}\n\nWe are a hospital that cares for patients.\n\n## Responsibilities\n\n{lines}"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"), function="operations")
    could = considered(found.title, found.statements, found.function[0], entry_for("operations"))
    return found, could


def odds(who, *duties, title="Officer"):
    found, could = read(*duties, title=title)
    return log_odds(candidates(found.title, found.statements, "patients", could)[who], FILE)


def counted(who, *duties):
    found, could = read(*duties)
    return told(spotted(found.statements, could.kind.base), "patients", could)[who]


@pytest.mark.parametrize("who", ["sailors", "farmers"])
def test_words_that_no_list_has_tell_who_is_helped_and_who_is_obeyed(who):
    helped, obeyed = f"Equip {who} with tablets.", f"Obey {who}."
    assert counted(who, helped) == counted(who, obeyed)
    assert odds(who, helped) > odds(who, obeyed)


def test_a_noun_without_a_weight_of_its_own_is_read_by_what_is_like_it():
    weights = resources.table(resources.tables() / FILE, ranking.Weights).weights
    assert not {"head secretaries", "head bosses"} & weights.keys()
    own, theirs = (counted(who, f"Prepare lists for {who}.") for who in ("secretaries", "bosses"))
    assert {*own} ^ {*theirs} == {"head secretaries", "head bosses"}
    assert odds("secretaries", "Prepare lists for secretaries.") > odds("bosses", "Prepare lists for bosses.")


def test_a_place_is_its_noun_its_neighbours_and_its_line():
    found, _ = read("Train midwives in first aid.")
    line = next(s for s in found.statements if "midwives" in s.text)
    start = line.text.index("midwives")
    spot = Spot("midwives", line, start, start + len("midwives"))
    meant = meaning.meant("Midwife", ["Train midwives in first aid."], [spot, spot._replace(start=0, end=5)])
    noun, near, before, behind, whole = meant.places[0]
    verb = meant.places[1][0]
    assert meant.places.shape == (2, 5, 384)
    assert np.allclose(near, verb)
    assert np.allclose(before, verb)
    assert not meant.places[1][1].any()
    assert not np.allclose(behind, whole)
    assert np.allclose(meant.role[1], whole)

    def like(a, b):
        return a @ b / np.linalg.norm(a) / np.linalg.norm(b)

    assert like(meant.role[0], noun) > like(meant.role[0], verb)


def test_features_are_of_the_middle_the_best_and_the_count_and_set_beside_others():
    made = meaning.features(["a", "a", "b"], [1.0, -1.0, 0.5], ["a", "b", "c"])
    assert made["a"]["meant"] == 0.0
    assert made["a"]["meant most"] == meaning.WIDE
    assert made["b"]["meant beside"] == 0.0
    assert made["a"]["meant beside"] == -0.5 * meaning.WIDE
    assert made["b"]["meant often beside"] < 0.0
    # who is named nowhere is told what speaks for others
    assert made["c"]["meant"] == 0.0
    assert made["c"]["meant most beside"] == meaning.WIDE
    assert set(meaning.features([], [], ["c"])["c"].values()) == {0.0}


@pytest.mark.parametrize("duties", [[], [""]])
def test_a_text_without_places_or_duties_says_nothing(duties):
    assert set(meaning.of_text("", duties, [], ["customers"])["customers"].values()) == {0.0}


def test_the_table_is_small_and_holds_numbers_alone():
    path = resources.tables() / meaning.FILE
    assert path.stat().st_size < 300_000
    with np.load(path) as table:
        assert set(table.files) == {"axes", "middles", "weights"}
        assert all(np.issubdtype(table[name].dtype, np.floating) for name in table.files)
        assert table["weights"].any()
