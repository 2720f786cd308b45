"""What improved between two audits, by function and job description, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median

import msgspec

from jdrewrite import __version__
from jdrewrite.audit.baseline import SLACK
from jdrewrite.audit.journal import Results
from jdrewrite.audit.matching import matched
from jdrewrite.audit.records import Audited, in_order
from jdrewrite.model import LENSES, Lens


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One job description that scores otherwise than before."""

    path: str
    title: str
    function: str
    before: float
    after: float
    lenses: dict[Lens, float]
    """Change in the share of points of each lens that moved, -1 to 1."""
    gone: tuple[str, ...]
    """Messages of warnings and suggestions that are no longer there."""
    come: tuple[str, ...]
    """Messages of new ones."""


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """One function then and now."""

    function: str
    count: int
    """Job descriptions that stand in both audits, without copies of others."""
    before: float
    after: float
    """Means of their scores."""
    median_before: float
    median_after: float


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two audits side by side."""

    jdrewrite: str = __version__
    schema: str = "compare/2"
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    same: int
    """Neither score nor findings moved."""
    otherwise: tuple[Change, ...]
    """The score did not move, warnings or suggestions did."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    """Not there any more."""
    unread: tuple[str, ...]
    """Still there, and could not be read this time: emptied, damaged, in another language."""
    functions: tuple[Trend, ...]
    mean_before: float | None
    mean_after: float | None
    median_before: float | None
    median_after: float | None
    """Over the job descriptions that stand in both; None where none does."""


def compare(before: Results, after: Results) -> Comparison:
    """Return what changed; a job description is known by its name, and copies of another count once, as in an audit.

    Paths are those of the later audit, but of what is removed.
    """
    old = {record.row.path: brief(record) for record in before.audited()}
    new = {record.row.path for record in after.audited()}
    failed = [failure.path for failure in after.failures()]
    ranked = [record.row.path for record in after.originals()]
    was_at = matched([*ranked, *sorted(new - set(ranked)), *failed], old, after.head.places, before.head.places)
    was_at |= _renamed(before, after, was_at)
    changes: list[Change] = []
    trends: dict[str, list[tuple[float, float]]] = defaultdict(list)
    otherwise: list[Change] = []
    same = 0
    for record in after.originals():
        was = old.get(was_at.get(record.row.path, ""))
        if was is None:
            continue
        trends[record.row.among].append((was[0], record.row.score))
        change = change_of(record, *was)
        if abs(record.row.score - was[0]) > SLACK:
            changes.append(change)
        elif change.gone or change.come:
            otherwise.append(change)
        else:
            same += 1
    unread = [path for path in failed if path in was_at]
    both = [pair for pairs in trends.values() for pair in pairs]
    moved = sorted(changes, key=lambda c: (c.before - c.after, c.path))
    return Comparison(
        better=tuple(c for c in moved if c.after > c.before),
        worse=tuple(reversed([c for c in moved if c.after < c.before])),
        same=same,
        otherwise=tuple(sorted(otherwise, key=lambda c: (len(c.gone) - len(c.come), c.path))),
        added=tuple(sorted(new - was_at.keys())),
        removed=tuple(sorted(old.keys() - set(was_at.values()))),
        unread=tuple(sorted(unread)),
        functions=tuple(_trend(name, trends[name]) for name in in_order(trends)),
        mean_before=_rounded(fmean, [was for was, _ in both]),
        mean_after=_rounded(fmean, [now for _, now in both]),
        median_before=_rounded(median, [was for was, _ in both]),
        median_after=_rounded(median, [now for _, now in both]),
    )


def _renamed(before: Results, after: Results, known: Mapping[str, str]) -> dict[str, str]:
    """Return the earlier path of each text that stands under another name now, word for word as it was."""
    there = set(known.values())
    left = {(row.text, row.unit): row.path for row in reversed(before.rows()) if row.path not in there}
    found: dict[str, str] = {}
    for row in sorted(after.rows(), key=lambda row: bool(row.copy_of)):
        if row.text and row.path not in known and (was := left.pop((row.text, row.unit), None)):
            found[row.path] = was
    return found


def _rounded(middle: Callable[[Sequence[float]], float], scores: Sequence[float]) -> float | None:
    return round(middle(scores), 1) if scores else None


Brief = tuple[float, dict[Lens, float], Counter[str]]


def brief(record: Audited) -> Brief:
    """Return what is remembered of the first audit: score, lenses, and what was found lacking."""
    return record.row.score, record.row.lenses, _messages(record)


def _messages(record: Audited) -> Counter[str]:
    return Counter(finding.message for finding in record.findings if finding.level != "strength")


def change_of(record: Audited, score: float, lenses: dict[Lens, float], messages: Counter[str]) -> Change:
    """Return how a job description moved since it had this score, these lenses and these findings."""
    row, now = record.row, _messages(record)
    moved = {lens: round(row.lenses[lens] - lenses.get(lens, 0.0), 3) for lens in LENSES}
    return Change(
        path=row.path,
        title=row.title,
        function=row.among,
        before=score,
        after=row.score,
        lenses={lens: step for lens, step in moved.items() if step},
        gone=tuple((messages - now).elements()),
        come=tuple((now - messages).elements()),
    )


def _trend(name: str, pairs: list[tuple[float, float]]) -> Trend:
    return Trend(
        function=name,
        count=len(pairs),
        before=round(fmean(a for a, _ in pairs), 1),
        after=round(fmean(b for _, b in pairs), 1),
        median_before=round(median(a for a, _ in pairs), 1),
        median_after=round(median(b for _, b in pairs), 1),
    )
