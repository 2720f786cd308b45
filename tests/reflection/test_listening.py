"""The listening test: shares, frames, and nobody exposed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.errors import UnsupportedInput
from jdrewrite.reflection.listening import OTHERS, Answer, against, grouped, listen


def answers(department: str, named: int, not_named: int) -> list[Answer]:
    return [Answer("I help customers find what they need.", department)] * named + [
        Answer("I type letters.", department)
    ] * not_named


def test_shares_by_department() -> None:
    found = listen([*answers("Desk", 4, 1), *answers("Shop", 1, 5)])
    assert (found.whole.answers, found.whole.named, found.whole.first) == (11, 5, 5)
    assert [(g.name, g.answers, g.named) for g in found.departments] == [("Shop", 6, 1), ("Desk", 5, 4)]
    assert found.whole.stewardship == 5
    assert "I type letters." in found.unnamed


@given(st.lists(st.sampled_from("abcdef"), min_size=5, max_size=60), st.integers(2, 8))
def test_no_group_is_small_and_no_difference_gives_one_away(departments: list[str], least: int) -> None:
    groups = grouped([Answer("I type.", name) for name in departments], least)
    sizes = Counter(groups[name] for name in departments)
    if len(departments) >= least:
        assert all(size >= least for size in sizes.values())


def test_a_small_department_is_neither_shown_nor_quoted() -> None:
    secret = "I guard the vault behind the blue door."
    found = listen([*answers("Desk", 3, 3), *answers("Shop", 3, 4), Answer(secret, "Vault")])
    assert "Vault" not in {g.name for g in found.departments}
    assert {g.name for g in found.departments} == {"Shop", OTHERS}
    assert all(secret not in quote for quote in (*found.named, *found.unnamed))


def test_too_few_answers_are_refused() -> None:
    with pytest.raises(UnsupportedInput, match="would expose people"):
        listen(answers("Desk", 2, 2))


def test_against_last_time() -> None:
    now, before = listen(answers("Desk", 40, 10)), listen(answers("Desk", 10, 40))
    [change] = against(now, before).changes
    assert (change.before, change.now, change.chance) == (0.2, 0.8, False)
    assert against(now, now).changes[0].chance
    assert against(listen(answers("Desk", 3, 3)), listen(answers("Desk", 2, 4))).changes[0].chance
