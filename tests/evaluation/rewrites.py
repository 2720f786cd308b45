"""What the offline writer proposes for 200 real job descriptions: ``make evaluate-rewrites``.

Prints by source and by function: the share of the statements that is touched, kinds, verdicts, the gain in score
recomputed from the text as it is written, and the job descriptions in which nothing is changed, with the reason. Then
the figures that the writer has to reach. The verifier's own figures come from ``python -m tests.verifying.measure``.
How readers judge the proposals cannot be computed here.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

import jdrewrite
from jdrewrite.model import ROLE_SECTIONS, BlockKind, Proposal
from jdrewrite.revision import Revision
from jdrewrite.rewriting.offline.silence import why_silent
from tests.conftest import shared_folder

SAMPLE = 200
NINE, LOW, HIGH = 9, 60, 90
"""Statements about the role, and percentiles, by which the figures to reach are counted."""
_JOINT = re.compile(
    r"^\W*(?:so that|to help|helping|which helps|by helping|this helps|this means that|in a way that helps)\s+",
    re.IGNORECASE,
)


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One job description and what was proposed for it."""

    source: str
    function: str
    percentile: int
    role: int
    core: int
    proposals: tuple[Proposal, ...]
    gain: float
    silent: str

    @property
    def changes(self) -> list[Proposal]:
        """Proposals that change a statement."""
        return [p for p in self.proposals if p.kind != "add"]


def main() -> int:
    """Print the figures; 1 where a figure that can be computed is missed by what may never happen."""
    folder = shared_folder()
    if folder is None:
        print("the shared data are not here: nothing to evaluate on")
        return 0
    seen = [look(path) for path in sample(folder / "data/jds", SAMPLE)]
    table("source", seen, lambda s: s.source)
    table("function", seen, lambda s: s.function)
    silences(seen)
    return figures(seen)


def sample(folder: Path, size: int) -> list[Path]:
    """Return every n-th file of the folder: all sources in proportion, the same files each time."""
    files = sorted(folder.glob("*/*.md"))
    return [files[i * len(files) // size] for i in range(min(size, len(files)))]


def look(path: Path) -> Seen:
    """Revise one job description."""
    revision: Revision = jdrewrite.revise(jdrewrite.read(path))
    before = revision.before
    statements = [s for s in before.statements if s.kind is not BlockKind.HEADING]
    changed = any(p.kind != "add" for p in revision.proposals)
    return Seen(
        source=path.parent.name,
        function=before.function[0].name,
        percentile=before.score.standing.percentile if before.score.standing else 50,
        role=sum(s.section in ROLE_SECTIONS for s in statements),
        core=sum(s.section in ROLE_SECTIONS - {"requirements"} for s in statements),
        proposals=revision.proposals,
        gain=revision.after.score.total - before.score.total,
        silent="" if changed else why_silent(before),
    )


def table(name: str, seen: list[Seen], key: Callable[[Seen], str]) -> None:
    """Print one line for each group and one for all."""
    print(
        f"\n{name:28}{'JDs':>5}{'touched':>9}{'reframe':>9}{'connect':>9}{'add':>6}{'passed':>8}{'gain':>7}{'nothing':>9}"
    )
    for group in (*sorted({key(s) for s in seen}), "all"):
        row(group, [s for s in seen if group in {key(s), "all"}])


def row(group: str, seen: list[Seen]) -> None:
    """Print the figures of one group."""
    kinds = Counter(p.kind for s in seen for p in s.proposals)
    made = [p for s in seen for p in s.proposals]
    passed = sum(p.verdict is not None and p.verdict.passed for p in made)
    touched = sum(len(s.changes) for s in seen) / max(1, sum(s.core for s in seen))
    nothing = sum(not s.changes for s in seen) / len(seen)
    gain = statistics.mean(s.gain for s in seen)
    print(
        f"{group:28}{len(seen):5}{touched:9.1%}{kinds['reframe']:9}{kinds['connect']:9}{kinds['add']:6}"
        f"{passed / max(1, len(made)):8.0%}{gain:7.1f}{nothing:9.0%}"
    )


def silences(seen: list[Seen]) -> None:
    """Print why nothing is changed where nothing is."""
    reasons = Counter(s.silent for s in seen if s.silent)
    print(f"\nnothing is changed in {reasons.total()} of {len(seen)}, because there")
    for reason, count in reasons.most_common():
        print(f"  {count:4}  {reason}")


def clause(proposal: Proposal) -> str:
    """Return what a proposal adds to its statement, without the words that join it on."""
    if proposal.original is None:
        return proposal.proposed
    body = proposal.original.rstrip(".; ")
    if body in proposal.proposed:
        added = proposal.proposed.replace(body, "", 1)
    else:  # put before the statement, or in place of its end
        same = 0
        while same < len(body) and body[same] == proposal.proposed[same]:
            same += 1
        added = proposal.proposed[same:] if same > 1 else proposal.proposed.removesuffix(proposal.original[1:])
    return re.sub(r"\b(?:they|them|can)\b", "", _JOINT.sub("", added.strip())).strip(" .,;").lower()


def figures(seen: list[Seen]) -> int:
    """Print the figures to reach, and return 1 where one is missed that the writer holds by construction."""
    made = [p for s in seen for p in s.proposals]
    failed = [p for p in made if p.verdict is None or not p.verdict.passed]
    clauses = Counter(clause(p) for p in made)
    top, most = clauses.most_common(1)[0]
    twice = sum(repeated(clause(p) for p in s.proposals) for s in seen)
    over = sum(len(s.changes) > max(1, s.core // 3) for s in seen)
    print(f"\nproposals that pass: {1 - len(failed) / len(made):.1%} of {len(made)} (to reach: 100%)")
    reached("role statements, with requirements", [s for s in seen if s.percentile < LOW and s.role >= NINE])
    reached("duties and purpose alone", [s for s in seen if s.percentile < LOW and s.core >= NINE])
    high = [s for s in seen if s.percentile >= HIGH]
    print(
        f"proposals above the {HIGH}th percentile: {statistics.mean(len(s.proposals) for s in high):.1f} (to reach: 2)"
    )
    print(f"different clauses: {len(clauses)}; the commonest has {most / len(made):.1%} (to reach: 2%): “{top}”")
    print(f"job descriptions with a clause twice: {twice} (to reach: 0); with more than a third touched: {over} (0)")
    return 1 if failed or twice or over else 0


def reached(what: str, low: list[Seen]) -> None:
    """Print how many of those that need it most get three proposals."""
    every = sum(len(s.proposals) >= 3 for s in low) / len(low)
    changes = sum(len(s.changes) >= 3 for s in low) / len(low)
    print(
        f"below the {LOW}th percentile with {NINE} {what}: {len(low)}; three proposals or more: {every:.0%} "
        f"(to reach: 85%), three changed statements: {changes:.0%}"
    )


def repeated(texts: Iterable[str]) -> bool:
    """Tell whether a text occurs twice."""
    counts = Counter(texts)
    return any(n > 1 for n in counts.values())


if __name__ == "__main__":
    sys.exit(main())
