"""Runs over every job description of the shared data: ``python -m tests.evaluation.corpus``.

Prints the spread of scores, time, and what the writer proposed and the judge said. Any crash, empty statement list or
file over ten seconds makes it fail; so does an accepted proposal that did not pass.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter

import jdrewrite
from tests.conftest import shared_folder

MOST_SECONDS = 10.0


def main() -> int:
    folder = shared_folder()
    if folder is None:
        print("the shared data are not here: nothing to run over")
        return 0
    files = sorted((folder / "data/jds").glob("*/*.md"))
    scores: list[float] = []
    gains: list[float] = []
    kinds: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    clauses: Counter[str] = Counter()
    faults: list[str] = []
    empty = 0
    begin = time.monotonic()
    for path in files:
        start = time.monotonic()
        revision = jdrewrite.revise(jdrewrite.read(path))
        seconds = time.monotonic() - start
        name = f"{path.parent.name}/{path.name}"
        if seconds > MOST_SECONDS:
            faults.append(f"{name} took {seconds:.1f} s")
        if not revision.before.statements:
            faults.append(f"{name} has no statements")
        scores.append(revision.before.score.total)
        gains.append(revision.after.score.total - revision.before.score.total)
        touched = [p for p in revision.proposals if p.kind != "add"]
        empty += not touched
        for proposal in revision.proposals:
            kinds[proposal.kind] += 1
            good = proposal.verdict is not None and proposal.verdict.passed
            passed[proposal.kind] += good
            if proposal.id in revision.accepted and not good:
                faults.append(f"{name}: {proposal.id} was accepted and had not passed")
            if proposal.original:
                clauses[proposal.source] += 1
    _print(scores, gains, kinds, passed, clauses, empty, time.monotonic() - begin)
    for fault in faults:
        print("FAULT", fault)
    return 1 if faults else 0


def _print(
    scores: list[float],
    gains: list[float],
    kinds: Counter[str],
    passed: Counter[str],
    sources: Counter[str],
    empty: int,
    seconds: float,
) -> None:
    tenths = [round(q) for q in statistics.quantiles(scores, n=10)]
    print(
        f"{len(scores)} job descriptions, no crash, {seconds:.0f} s ({len(scores) / seconds:.1f} a second, with rewriting)"
    )
    print(f"score: lowest {min(scores):.0f}, tenths {tenths}, highest {max(scores):.0f}, {len(set(scores))} different")
    print(
        f"gain by accepted proposals: mean {statistics.mean(gains):.1f}, lowest {min(gains):.1f}, highest {max(gains):.1f}"
    )
    for kind, count in kinds.items():
        print(f"{kind}: {count} proposed, {passed[kind]} passed ({passed[kind] / count:.1%})")
    top, most = sources.most_common(1)[0]
    print(f"nothing to reframe or connect in {empty} ({empty / len(scores):.0%})")
    print(
        f"the entry used most is {top}: {most / sum(sources.values()):.1%} of the proposals; {len(sources)} entries used"
    )


if __name__ == "__main__":
    sys.exit(main())
