from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.cli.worddiff import drawn
from jdrewrite.language.worddiff import word_diff

WORDS = st.lists(st.sampled_from(["pay", "invoices", "1,500", "on", "time", ",", "so", "that", "x-ray", "  "])).map(
    " ".join
)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(text for op, text in pieces if op != "new") == before
    assert "".join(text for op, text in pieces if op != "gone") == after


@given(WORDS, WORDS)
def test_neighbours_differ_in_kind(before: str, after: str) -> None:
    ops = [op for op, _ in word_diff(before, after)]
    assert all(a != b for a, b in pairwise(ops))


def test_what_stays_is_not_marked() -> None:
    pieces = word_diff("Answer 20 calls a day.", "Answer 20 calls a day, so that nobody waits.")
    assert pieces == [
        ("same", "Answer 20 calls a day"),
        ("new", ", so that nobody waits"),
        ("same", "."),
    ]


def test_changes_that_only_a_space_parts_are_one() -> None:
    pieces = word_diff("Grow our revenue now", "Help all callers now")
    assert pieces == [("gone", "Grow our revenue"), ("new", "Help all callers"), ("same", " now")]


def test_figures_are_whole_words() -> None:
    assert ("gone", "1,500") in word_diff("pay 1,500 now", "pay 1,600 now")


def test_marks_stand_in_for_colour() -> None:
    pieces = word_diff("old word", "new word")
    assert "".join(str(part) for part in drawn(pieces, colour=False)) == "[-old-]{+new+} word"
    assert ("old", "red strike") in drawn(pieces, colour=True)


def test_a_new_line_is_all_new() -> None:
    assert word_diff("", "Ask callers.") == [("new", "Ask callers.")]
