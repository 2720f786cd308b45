"""What improved between two audits, by function and job description, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import fmean, median

import msgspec

from jdrewrite import __version__
from jdrewrite.audit.baseline import SLACK
from jdrewrite.audit.journal import Results
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
    schema: str = "compare/1"
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
    mean_before: float
    mean_after: float
    median_before: float
    median_after: float
    """Over the job descriptions that stand in both."""


def compare(before: Results, after: Results) -> Comparison:
    """Return what changed; a job description is known by its path, and copies of another count once, as in an audit."""
    old = {record.row.path: _brief(record) for record in before.audited()}
    new = {record.row.path for record in after.audited()}
    changes: list[Change] = []
    trends: dict[str, list[tuple[float, float]]] = defaultdict(list)
    otherwise: list[Change] = []
    same = 0
    for record in after.originals():
        was = old.get(record.row.path)
        if was is None:
            continue
        trends[record.row.among].append((was[0], record.row.score))
        change = _change(record, *was)
        if abs(record.row.score - was[0]) > SLACK:
            changes.append(change)
        elif change.gone or change.come:
            otherwise.append(change)
        else:
            same += 1
    unread = {failure.path for failure in after.failures()} & old.keys()
    both = [pair for pairs in trends.values() for pair in pairs]
    ranked = sorted(changes, key=lambda c: (c.before - c.after, c.path))
    return Comparison(
        better=tuple(c for c in ranked if c.after > c.before),
        worse=tuple(reversed([c for c in ranked if c.after < c.before])),
        same=same,
        otherwise=tuple(sorted(otherwise, key=lambda c: (len(c.gone) - len(c.come), c.path))),
        added=tuple(sorted(new - old.keys())),
        removed=tuple(sorted(old.keys() - new - unread)),
        unread=tuple(sorted(unread)),
        functions=tuple(_trend(name, trends[name]) for name in in_order(trends)),
        mean_before=round(fmean([a for a, _ in both] or [0.0]), 1),
        mean_after=round(fmean([b for _, b in both] or [0.0]), 1),
        median_before=round(median([a for a, _ in both] or [0.0]), 1),
        median_after=round(median([b for _, b in both] or [0.0]), 1),
    )


Brief = tuple[float, dict[Lens, float], Counter[str]]


def _brief(record: Audited) -> Brief:
    return record.row.score, record.row.lenses, _messages(record)


def _messages(record: Audited) -> Counter[str]:
    return Counter(finding.message for finding in record.findings if finding.level != "strength")


def _change(record: Audited, score: float, lenses: dict[Lens, float], messages: Counter[str]) -> Change:
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
