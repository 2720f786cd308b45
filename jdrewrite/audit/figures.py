"""Sums over the rows of an audit: by function, by lens, and of the whole set. Every report takes its figures here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean, median

import msgspec

from jdrewrite.audit.records import Row, in_order
from jdrewrite.model import LENSES, Lens
from jdrewrite.rounding import half_up


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of some job descriptions together."""

    name: str
    count: int
    mean: float
    median: float
    lowest: float
    highest: float
    lenses: dict[Lens, float]
    """Mean share of the points of each lens, 0 to 1, over those of whom it is asked; a lens asked of none has none."""
    unnamed: int
    """Job descriptions of which no line on the role names those whom the work serves (``Row.served`` is 0)."""


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """Job descriptions that say the same, line for line."""

    title: str
    paths: tuple[str, ...]
    """The first is the one that counts."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A setting of a project file."""

    setting: str
    """As ``jdrewrite config show`` prints it."""
    count: int
    """Job descriptions for which it held."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of an audit. Each text counts once; its copies are named apart."""

    whole: Group
    functions: tuple[Group, ...]
    """By slug; those whose function is uncertain stand together as the last, under ``function uncertain``."""
    copies: tuple[Copies, ...]
    """What stands there more than once, the oftenest first."""
    copied: int
    """Job descriptions that are copies of another, and are counted in no figure here."""
    corrected: int
    """Job descriptions of which somebody corrected the function, the title or those served."""
    settings: tuple[Held, ...]
    """What project files changed, the most widely held first."""
    off: dict[Lens, int]
    """Job descriptions of which a project leaves a lens out."""
    turned: int
    """Job descriptions of which a project tells strengths as gaps, by a pattern of levels that covers them."""
    silenced: int
    """Findings that a project or a comment keeps quiet."""
    levels: dict[str, int]
    """Job descriptions in each stage."""
    spread: tuple[int, ...]
    """Job descriptions by tens of the score: 0 to 9, 10 to 19, ..., 90 to 100."""
    best: tuple[Row, ...]
    worst: tuple[Row, ...]
    cut_off: tuple[Row, ...]
    """Those that have no points for who is served, for whose good, and what they get."""


SHOWN = 10
"""Best and worst that are listed."""


def overview(rows: Sequence[Row]) -> Overview:
    """Return the figures of all rows; empty groups for no rows."""
    everything, rows = rows, distinct(rows)
    by_function: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_function[row.among].append(row)
    ranked = sorted(rows, key=lambda row: (-row.score, row.path))
    shown = min(SHOWN, (len(ranked) + 1) // 2)  # of few, none is among the best and the worst
    spread = [0] * 10
    levels: dict[str, int] = defaultdict(int)
    for row in rows:
        spread[min(9, int(row.score // 10))] += 1
        levels[row.level] += 1
    return Overview(
        whole=group("all", rows),
        functions=tuple(group(name, by_function[name]) for name in in_order(by_function)),
        copies=_copies(everything),
        copied=len(everything) - len(rows),
        corrected=sum(bool(row.corrected) for row in rows),
        settings=_settings(rows),
        off=dict(Counter(lens for row in rows if row.configured for lens in row.configured.off)),
        turned=sum(bool(row.configured and row.configured.turned) for row in rows),
        silenced=sum(row.silenced for row in rows),
        levels=dict(levels),
        spread=tuple(spread),
        best=tuple(ranked[:shown]),
        worst=tuple(reversed(ranked[shown:][-SHOWN:])),
        cut_off=tuple(row for row in reversed(ranked) if is_cut_off(row)),
    )


def _settings(rows: Sequence[Row]) -> tuple[Held, ...]:
    held = Counter(setting for row in rows if row.configured for setting in row.configured.settings)
    return tuple(Held(setting=setting, count=count) for setting, count in held.most_common())


def distinct(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without copies of others."""
    return [row for row in rows if not row.copy_of]


def _copies(rows: Sequence[Row]) -> tuple[Copies, ...]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.copy_of:
            found[row.copy_of].append(row.path)
    titles = {row.path: row.title for row in rows if row.path in found}
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Copies(title=titles.get(path, ""), paths=(path, *others)) for path, others in ranked)


def is_cut_off(row: Row) -> bool:
    """Tell whether a job description has no points for who is served, for whose good, and what they get."""
    asked = [row.lenses[lens] for lens in LENSES[:3] if lens in row.lenses]
    return bool(asked) and not any(asked)


def _shares(lens: Lens, rows: Sequence[Row]) -> list[float]:
    return [row.lenses[lens] for row in rows if lens in row.lenses] if rows else [0.0]


def group(name: str, rows: Iterable[Row]) -> Group:
    """Return the figures of some rows together."""
    rows = list(rows)
    scores = [row.score for row in rows] or [0.0]
    return Group(
        name=name,
        count=len(rows),
        mean=half_up(fmean(scores), 1),
        median=half_up(median(scores), 1),
        lowest=min(scores),
        highest=max(scores),
        lenses={lens: half_up(fmean(own), 3) for lens in LENSES if (own := _shares(lens, rows))},
        unnamed=sum(not row.served for row in rows),
    )
