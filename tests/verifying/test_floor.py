"""The floor under the judge: what it must find, and how seldom it may cry wolf, on texts written for this project."""

from __future__ import annotations

import pytest

from tests.part import ALL
from tests.verifying.corpus import SETS, Pair, pairs
from tests.verifying.measure import Count, false_alarms, missed, planted

DETECTION, ALARMS = 0.98, 0.04


def _all(name: str) -> list:
    return [pair for prefix in SETS for pair in pairs(f"{prefix}{name}")]


def test_the_sets_are_as_large_and_as_varied_as_the_figures_claim() -> None:
    good, bad = _all("paraphrases"), _all("faults")
    assert len(good) >= 160
    assert len(bad) >= 300
    assert len({pair.kind for pair in bad}) >= 18
    assert len({(pair.original, pair.rewrite) for pair in (*good, *bad)}) == len(good) + len(bad)


def test_faithful_rewrites_pass() -> None:
    count = false_alarms(_all("paraphrases"))
    assert count.share <= ALARMS, [pair.id for pair, _ in count.wrong]


def test_planted_faults_are_found_and_no_kind_of_them_goes_mostly_unseen() -> None:
    bad = _all("faults")
    count = missed(bad)
    assert 1 - count.share >= DETECTION, [pair.id for pair, _ in count.wrong]
    for kind in {pair.kind for pair in pairs("faults")} - {None}:
        of_kind = missed([pair for pair in bad if pair.kind == kind])
        assert of_kind.total
        assert of_kind.share <= 0.2, [pair.id for pair, _ in of_kind.wrong]


def _spread(found: list[Pair], most: int) -> list[Pair]:
    """So many of each kind at most, from all over the sets: what is planted everywhere is planted often enough."""
    kinds = {pair.kind: [each for each in found if each.kind == pair.kind] for pair in found}
    return [each for kind in kinds.values() for each in kind[:: -(-len(kind) // most)]]


@pytest.mark.long
def test_faults_planted_by_rule_are_found() -> None:
    """Some of the most frequent kinds and more in CI; ``tests.verifying.measure`` judges all."""
    count: Count = missed(_spread(planted(_all("paraphrases")), 100 if ALL else 30))
    assert count.total >= (1000 if ALL else 300)
    assert 1 - count.share >= DETECTION, [pair.id for pair, _ in count.wrong]
