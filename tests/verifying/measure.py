# ruff: noqa: T201 - a script that prints its figures
"""Prints what the judge finds and where it cries wolf: ``python -m tests.verifying.measure [-v]``."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from functools import cache

import msgspec

from jdrewrite.model import Verdict
from jdrewrite.verifying import verify
from tests.verifying.corpus import SETS, Pair, pairs
from tests.verifying.corruptor import corruptions


class Count(msgspec.Struct):
    """How many pairs were judged, and which of them wrongly."""

    total: int = 0
    wrong: list[tuple[Pair, Verdict]] = []

    @property
    def doubtful(self) -> int:
        """How many of the wrongly judged are left to a person to look at, rather than refused."""
        return sum(verdict.doubtful for _, verdict in self.wrong)

    @property
    def share(self) -> float:
        """Share judged wrongly, 0 to 1."""
        return len(self.wrong) / max(1, self.total)


@cache
def _verdict(pair: Pair) -> Verdict:
    return verify(pair.original, pair.rewrite)


def false_alarms(good: Iterable[Pair]) -> Count:
    """Judge faithful rewrites: those refused are wrong."""
    count = Count()
    for pair in good:
        verdict = _verdict(pair)
        count.total += 1
        if not verdict.passed:
            count.wrong.append((pair, verdict))
    return count


def missed(bad: Iterable[Pair]) -> Count:
    """Judge rewrites with a planted fault: those that pass are wrong."""
    count = Count()
    for pair in bad:
        verdict = _verdict(pair)
        count.total += 1
        if verdict.passed:
            count.wrong.append((pair, verdict))
    return count


def _doubts(bad: Iterable[Pair]) -> int:
    """Return how many faults the judge leaves to a person, with the word to look at."""
    return sum(_verdict(pair).doubtful for pair in bad)


def planted(good: Iterable[Pair]) -> list[Pair]:
    """Return faithful rewrites that pass, with each fault that can be planted in them by rule."""
    passing = [pair for pair in good if _verdict(pair).passed]
    return [
        Pair(f"{pair.id}-{kind}", pair.original, text, kind)
        for pair in passing
        for kind, text in corruptions(pair.original, pair.rewrite)
    ]


def _by_kind(bad: list[Pair], count: Count) -> str:
    totals = Counter(pair.kind for pair in bad)
    wrong = Counter(pair.kind for pair, _ in count.wrong)
    return "\n".join(f"  {kind:20} {n - wrong[kind]:3} of {n:3}" for kind, n in sorted(totals.items(), key=str))


def _talk(pair: Pair, verdict: Verdict) -> str:
    facts = [
        f"{name}:{fact.check}={fact.text!r}"
        for name in ("lost", "invented", "changed")
        for fact in getattr(verdict, name)
    ]
    return f"[{pair.id} {pair.kind or ''}]\n  {pair.original}\n  {pair.rewrite}\n  {' '.join(facts)}"


def main(arguments: list[str]) -> None:
    """Print the figures of the written sets, the fresh sets, and the faults planted by rule."""
    verbose = "-v" in arguments
    for prefix in [a for a in arguments if not a.startswith("-")] or SETS:
        good, bad = pairs(f"{prefix}paraphrases"), pairs(f"{prefix}faults")
        rule = planted(good)
        _verdict.cache_clear()  # the texts stay parsed: what is timed is the judging
        start = time.perf_counter()
        alarms = false_alarms(good)
        seconds = time.perf_counter() - start
        found = missed(bad)
        by_rule = missed(rule)
        print(f"set {prefix or 'main'}")
        print(
            f"false alarms: {len(alarms.wrong)} of {alarms.total} ({alarms.share:.1%}), of which {alarms.doubtful} are doubts"
        )
        print(
            f"planted by hand, found: {found.total - len(found.wrong)} of {found.total} ({1 - found.share:.1%}), of which {_doubts(bad)} as doubts"
        )
        print(_by_kind(bad, found))
        print(
            f"planted by rule, found: {by_rule.total - len(by_rule.wrong)} of {by_rule.total} ({1 - by_rule.share:.1%})"
        )
        print(_by_kind(rule, by_rule))
        print(f"time apart from the parse: {1000 * seconds / max(1, len(good)):.1f} ms a pair")
        if verbose:
            for count in (alarms, found, by_rule):
                print("\n".join(_talk(pair, verdict) for pair, verdict in count.wrong), "\n----")


if __name__ == "__main__":
    main(sys.argv[1:])
