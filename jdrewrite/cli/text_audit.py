"""The summary of an audit for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from jdrewrite.language.counted import counted
from jdrewrite.model import LENSES
from jdrewrite.rounding import per_cent

if TYPE_CHECKING:
    from jdrewrite.audit import Failed, Overview, Row
    from jdrewrite.audit.figures import Group
    from jdrewrite.cli.output import Page

_WIDE = 30
_LISTED = 8
"""Rows of a list; the reports hold all of them."""


def show(page: Page, seen: Overview, failures: Sequence[Failed]) -> None:
    """Print where the set stands: spread, functions by lens, best and worst, what could not be read."""
    from jdrewrite.audit.reports.columns import CORRECTED, CUT_OFF, UNNAMED, scores, settings_of
    from jdrewrite.cli.plain import one_line

    whole = seen.whole
    page.line((counted(whole.count, "job description"), "bold"))
    if seen.copied:
        first = seen.copies[0].paths
        count = "1 copy, which counts" if seen.copied == 1 else f"{seen.copied:,} copies, which count"
        such = "" if seen.copied == 1 else "such as "
        page.line(f"and {count} in no figure: {such}{first[1]}, the same text as {first[0]}")
    if whole.count:
        page.line(scores(whole))
        page.line(f"{whole.unnamed:,} {UNNAMED}; {len(seen.cut_off):,} {CUT_OFF}.")
        if seen.corrected:
            page.line(f"{seen.corrected:,} {CORRECTED}.")
        for told in settings_of(seen):
            page.line(one_line(told))
        page.line()
        _spread(page, seen)
        _functions(page, seen.functions)
        _list(page, "Lowest", seen.worst)
        _list(page, "Highest", seen.best)
    if failures:
        page.line((f"Not read: {len(failures):,}", "bold"))
        for way_out, alike in groupby(failures[:_LISTED], key=lambda failure: failure.way_out):
            for failure in alike:
                page.line(f"{failure.path}: {failure.reason}", indent=2)
            page.line(f"\u2192 {way_out}", indent=6)
        if len(failures) > _LISTED:
            page.line(f"and {len(failures) - _LISTED:,} more", indent=2)


def unknown(rows: Sequence[Row]) -> None:
    """Tell which names of folders or cells told no function, so that the texts had to, and how the others were read."""
    from jdrewrite.audit.worker import function_named
    from jdrewrite.cli.diagnostics import say

    units = Counter(row.unit for row in rows if row.unit)
    read_as = {name: slug for name in units if (slug := function_named(name)) and slug != name}
    if read_as:
        as_what = ", ".join(f"'{name}' ({units[name]:,}) as {slug}" for name, slug in list(read_as.items())[:_LISTED])
        more = f" and {len(read_as) - _LISTED:,} more" if len(read_as) > _LISTED else ""
        say(f"names read as functions: {as_what}{more}; rename what is read wrongly")
    counts = Counter({name: count for name, count in units.items() if function_named(name) is None})
    if counts:
        told = ", ".join(f"'{name}' ({count:,})" for name, count in counts.most_common(_LISTED))
        more = f" and {len(counts) - _LISTED:,} more" if len(counts) > _LISTED else ""
        say(f"no function is known by these names, so the texts told it: {told}{more}")


def _spread(page: Page, seen: Overview) -> None:
    most = max(seen.spread)
    for number, count in enumerate(seen.spread):
        if count or any(seen.spread[number:]):
            name = f"{number * 10:>3} to {number * 10 + (10 if number == 9 else 9):>3}"
            page.line(f"{name}  {page.bar(count / most, 30).rstrip('□.')} {count:,}", indent=2)
    page.line()


def _functions(page: Page, groups: Sequence[Group]) -> None:
    from jdrewrite.audit.records import UNCERTAIN, UNSURE
    from jdrewrite.editing.movement import LENS_NAMES

    page.line("Share of the points: " + "; ".join(f"{lens}, {LENS_NAMES[lens]}" for lens in LENSES) + ".")
    head = f"{'function':{_WIDE}}{'JDs':>6}{'median':>8}  " + "".join(f"{lens[:9]:>10}" for lens in LENSES)
    page.line((head, "bold"))
    for group in groups:
        lenses = "".join(
            f"{per_cent(group.lenses[lens]):>9}%" if lens in group.lenses else f"{'-':>10}" for lens in LENSES
        )
        page.line(f"{group.name:{_WIDE}}{group.count:>6,}{group.median:>8.1f}  {lenses}")
    if any(group.name == UNCERTAIN for group in groups):
        page.line(f"{UNCERTAIN}: the text tells it with less than {UNSURE:.0%} confidence; report.csv has each guess.")
    page.line()


def _list(page: Page, name: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    page.line((name, "bold"))
    for row in rows[:_LISTED]:
        page.line(f"{row.score:>5.1f}  {row.title}  ({row.path})", indent=2)
    page.line()
