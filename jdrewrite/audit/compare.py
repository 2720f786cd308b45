"""What improved between two audits, by function and job description, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, median
from typing import NamedTuple

import msgspec

from jdrewrite import __version__
from jdrewrite.audit.baseline import SLACK
from jdrewrite.audit.matching import matched
from jdrewrite.audit.records import Audited, Row, in_order
from jdrewrite.audit.results import Results
from jdrewrite.model import Configured, Finding, Lens
from jdrewrite.rounding import half_up


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
    reworded: bool
    """The text itself is another than before, its headings aside; else settings, corrections or the reader are."""


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


class SettingMoved(msgspec.Struct, frozen=True, kw_only=True):
    """A setting of a project file that held in one of the two audits."""

    setting: str
    """As ``jdrewrite config show`` prints it."""
    come: bool
    """It holds now, and did not before; else the other way round."""
    count: int
    """Job descriptions of both audits for which it moved."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two audits side by side."""

    jdrewrite: str = __version__
    schema: str = "compare/2"
    settings: tuple[SettingMoved, ...]
    """What project files say otherwise than before: scores and findings may differ for that alone."""
    corrected: int
    """Job descriptions of both audits that were corrected in one of them, or otherwise than before."""
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    same: int
    """Neither score nor findings moved."""
    otherwise: tuple[Change, ...]
    """The score did not move, warnings or suggestions did."""
    added: tuple[str, ...]
    """Job descriptions that were not there before."""
    removed: tuple[str, ...]
    """Not there any more, under whatever name."""
    unread: tuple[str, ...]
    """Still there, and could not be read this time: emptied, damaged, in another language."""
    merged: tuple[str, ...]
    """Read, and now the same as another job description that counts for both."""
    copies_added: tuple[str, ...]
    """New files that say the same as another; no job came with them."""
    copies_removed: tuple[str, ...]
    """Files that are not there any more, and said the same as another of their audit, which was not lost."""
    copies_unread: tuple[str, ...]
    """Files that could not be read this time, and said the same as another, which was not lost."""
    functions: tuple[Trend, ...]
    mean_before: float | None
    mean_after: float | None
    median_before: float | None
    median_after: float | None
    """Over the job descriptions that stand in both; None where none does."""


def compare(before: Results, after: Results) -> Comparison:
    """Return what changed; a job description is known by its name, and copies of another count once, as in an audit.

    Paths are those of the later audit, but of what is removed. Each job description of the earlier audit, its copies
    with it, stands in both, or is removed, unread or merged.
    """
    counts_as = {row.path: row.copy_of or row.path for row in before.rows()}
    old = {record.row.path: brief(record) for record in before.audited()}
    new = {record.row.path for record in after.audited()}
    failed = [failure.path for failure in after.failures()]
    ranked = [record.row.path for record in after.originals()]
    was_at = matched([*ranked, *sorted(new - set(ranked)), *failed], old, after.head.places, before.head.places)
    was_at |= _renamed(before, after, was_at)
    counted = was_at | _of_copies(after, was_at)
    changes: list[Change] = []
    trends: dict[str, list[tuple[float, float]]] = defaultdict(list)
    otherwise: list[Change] = []
    same = corrected = 0
    settings: Counter[tuple[str, bool]] = Counter()
    for record in after.originals():
        was = old.get(counted.get(record.row.path, ""))
        if was is None:
            continue
        settings.update(_settings_moved(was.configured, record.row.configured))
        corrected += was.corrected != _corrected(record.row)
        trends[record.row.among].append((was.score, record.row.score))
        change = change_of(record, was)
        if abs(record.row.score - was.score) > SLACK:
            changes.append(change)
        elif change.gone or change.come:
            otherwise.append(change)
        else:
            same += 1
    in_both = {counts_as[counted[path]] for path in ranked if path in counted}
    merged = {counts_as[was_at[path]]: path for path in sorted(new, reverse=True) if path in was_at}
    unread = {counts_as[was_at[path]]: path for path in sorted(failed, reverse=True) if path in was_at}
    seen = {*in_both, *merged, *unread}
    not_read = {first: path for first, path in unread.items() if first not in {*in_both, *merged}}
    lost = old.keys() - set(was_at.values())
    both = [pair for pairs in trends.values() for pair in pairs]
    moved = sorted(changes, key=lambda c: (c.before - c.after, c.path))
    return Comparison(
        settings=tuple(
            SettingMoved(setting=setting, come=come, count=count) for (setting, come), count in settings.most_common()
        ),
        corrected=corrected,
        better=tuple(c for c in moved if c.after > c.before),
        worse=tuple(reversed([c for c in moved if c.after < c.before])),
        same=same,
        otherwise=tuple(sorted(otherwise, key=lambda c: (len(c.gone) - len(c.come), c.path))),
        added=tuple(sorted(set(ranked) - counted.keys())),
        removed=tuple(sorted(path for path in lost if counts_as[path] == path and path not in seen)),
        unread=tuple(sorted(not_read.values())),
        merged=tuple(sorted(path for first, path in merged.items() if first not in in_both)),
        copies_added=tuple(sorted(new - was_at.keys() - (set(ranked) - counted.keys()))),
        copies_removed=tuple(sorted(path for path in lost if counts_as[path] in seen)),
        copies_unread=tuple(sorted(path for path in failed if path in was_at and path not in not_read.values())),
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


def _of_copies(after: Results, known: Mapping[str, str]) -> dict[str, str]:
    """Return the earlier path of each text that counts for its copies now, and was counted under the name of one."""
    ranked = {record.row.path for record in after.originals()}
    found: dict[str, str] = {}
    for row in after.rows():
        if (first := row.copy_of) and first in ranked and first not in known and row.path in known:
            found.setdefault(first, known[row.path])
    return found


def _rounded(middle: Callable[[Sequence[float]], float], scores: Sequence[float]) -> float | None:
    return half_up(middle(scores), 1) if scores else None


_Said = tuple[str, Lens, str]
"""Rule, lens and message of a finding; of one on the whole text no message, which only names those served again."""


class Brief(NamedTuple):
    """What is remembered of a job description of the first audit."""

    score: float
    lenses: dict[Lens, float]
    lacking: Counter[_Said]
    """Its warnings and suggestions."""
    messages: dict[_Said, str]
    quiet: frozenset[_Said]
    """What it says without lacking it: what a setting keeps quiet, and strengths, of which a setting makes gaps."""
    statements: dict[_Said, set[str]]
    """Fingerprints of the statements of those."""
    configured: Configured | None
    text: str
    corrected: tuple[str, ...]


def brief(record: Audited) -> Brief:
    """Return what is remembered of a job description."""
    row, lacking = record.row, [f for f in record.findings if f.level != "strength"]
    messages = {_said(f): f.message for f in lacking}
    statements: dict[_Said, set[str]] = defaultdict(set)
    for finding in lacking:
        if finding.statement:
            statements[_said(finding)].add(finding.id.partition("@")[2])
    quiet = frozenset(_said(f) for f in (*record.silenced, *record.findings) if f.silenced or f.level == "strength")
    said = Counter(map(_said, lacking))
    corrected = _corrected(row)
    return Brief(row.score, row.lenses, said, messages, quiet, statements, row.configured, row.text, corrected)


def _said(finding: Finding) -> _Said:
    return finding.rule, finding.lens, finding.message if finding.statement else ""


def _corrected(row: Row) -> tuple[str, ...]:
    """Return what was corrected, and to which function."""
    return (row.corrected, row.function) if row.corrected else ()


def change_of(record: Audited, was: Brief) -> Change:
    """Return how a job description moved; what only a setting hides or shows is neither gone nor come."""
    row, now = record.row, brief(record)
    moved = {lens: half_up(share - was.lenses[lens], 3) for lens, share in row.lenses.items() if lens in was.lenses}
    return Change(
        path=row.path,
        title=row.title,
        function=row.among,
        before=was.score,
        after=row.score,
        lenses={lens: step for lens, step in moved.items() if step},
        gone=_left(was, now),
        come=_left(now, was),
        reworded=was.text != now.text,
    )


def _left(one: Brief, other: Brief) -> tuple[str, ...]:
    """Return the messages of what one audit says is lacking and the other would have said too, had it been there."""
    if one.text == other.text and _settings_moved(one.configured, other.configured):
        return ()
    held = other.configured or Configured()
    ruled = _ruled(one, other) | _ruled(other, one)
    return tuple(
        one.messages[said]
        for said in (one.lacking - other.lacking).elements()
        if said not in other.quiet
        and said[1] not in held.off
        and not held.disables(said[0])
        and not (one.statements.get(said) and one.statements[said] <= ruled)
    )


def _ruled(one: Brief, other: Brief) -> set[str]:
    """Return the statements of which a project's own rule speaks, or spoke, that the other audit did not have.

    What else is found in them may stand or fall with that rule.
    """
    settings = set((one.configured or Configured()).settings) - set((other.configured or Configured()).settings)
    own = tuple(each.partition(" (")[0].removeprefix("rule = ") for each in settings if each.startswith("rule = "))
    return {mark for said, marks in one.statements.items() if said[0] in own for mark in marks}


def _settings_moved(was: Configured | None, now: Configured | None) -> list[tuple[str, bool]]:
    """Return the settings of one of two states, and whether it is the later; none where one was not kept."""
    if was is None or now is None:
        return []
    before, after = dict.fromkeys(was.settings), dict.fromkeys(now.settings)
    return [
        *((each, True) for each in after if each not in before),
        *((each, False) for each in before if each not in after),
    ]


def _trend(name: str, pairs: list[tuple[float, float]]) -> Trend:
    return Trend(
        function=name,
        count=len(pairs),
        before=half_up(fmean(a for a, _ in pairs), 1),
        after=half_up(fmean(b for _, b in pairs), 1),
        median_before=half_up(median(a for a, _ in pairs), 1),
        median_after=half_up(median(b for _, b in pairs), 1),
    )
