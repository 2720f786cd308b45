"""``jdrewrite compare``: what improved between two audits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.options import Format, FormatOption
from jdrewrite.cli.plain import one_line
from jdrewrite.errors import BrokenInput
from jdrewrite.language.counted import counted
from jdrewrite.rounding import half_up, per_cent

if TYPE_CHECKING:
    from jdrewrite.audit import Results
    from jdrewrite.audit.compare import Change, Comparison

LISTED = 15
"""Job descriptions that are listed; --format json has all."""


def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="Folder of an earlier audit.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Folder of a later one.")],
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """Compare two audits: what improved, by function and job description, with the reasons."""
    from jdrewrite.audit.compare import compare as compared

    audits = _results(before), _results(after)
    for audit in audits:
        audit.check_whole()
    found = compared(*audits)
    if format is Format.json:
        output.json(found)
    else:
        _show(output.Page(), found)


def _results(path: str) -> Results:
    """Return the results of an audit; who names a single file without any probably holds two texts side by side.

    Raises:
        BrokenInput: the file holds no results, and what compares two texts is named.
        MissingInput: there are none.
    """
    from jdrewrite.audit import Results

    try:
        return Results(Path(path))
    except BrokenInput as error:
        if Path(path).is_dir():
            raise
        way_out = "'jdrewrite verify' compares a text with its rewrite; 'rewrite --sheet' sets them side by side"
        raise BrokenInput(error.subject, error.reason, f"{error.way_out}; {way_out}") from None


_SHOWN = 0.05
"""Points from which a change is more than a zero with one decimal."""


def _show(page: output.Page, found: Comparison) -> None:
    _settings(page, found)
    both = sum(trend.count for trend in found.functions)
    page.line((counted(both, "job description"), "bold"), " in both audits")
    if not both:
        page.line("Nothing can be compared: a job description is known by its name below the folder that was audited,")
        page.line("or by its text.")
        page.line("Name the files of the later audit as those of the earlier one; their endings may differ.")
        _moved(page, found)
        return
    page.line(
        f"Median score {found.median_before:g} -> {found.median_after:g}, mean {found.mean_before:g} -> "
        f"{found.mean_after:g}: {len(found.better):,} better, {len(found.worse):,} worse, "
        f"{len(found.otherwise):,} with the same score and other findings, {found.same:,} the same."
    )
    page.line()
    if found.functions:
        page.line((f"{'function':30}{'JDs':>6}  median before -> after", "bold"), indent=2)
    for trend in found.functions:
        step = trend.median_after - trend.median_before
        moved = f"{half_up(step, 1):+.1f}" if abs(step) >= _SHOWN else "same"
        figures = f"{trend.count:>6,}{trend.median_before:>15.1f} ->{trend.median_after:>6.1f}  {moved}"
        page.line(f"{trend.function:30}{figures}", indent=2)
    if found.better or found.worse or found.otherwise:
        page.line()
        page.line("Below each: the shares of points that moved, then findings: - is gone, + has come.")
        if not all(change.reworded for change in (*found.better, *found.worse, *found.otherwise)):
            page.line("“Same text”: not its words changed, but settings, corrections, or jdrewrite.")
    _list(page, "Better", found.better)
    _list(page, "Worse", found.worse)
    _list(page, "Same score, other findings", found.otherwise)
    _moved(page, found)


def _settings(page: output.Page, found: Comparison) -> None:
    """Print first what project files say otherwise: who reads the rest must know that not only texts changed."""
    if found.corrected:
        which = f": {counted(found.corrected, 'job description')} (--corrections). "
        page.line(("Corrected otherwise", "bold"), which, "Scores and findings may differ for that alone.")
        if not found.settings:
            page.line()
    if not found.settings:
        return
    page.line(
        ("The project's settings changed", "bold"),
        ": scores and findings may differ for that alone, and what they hide or show is not listed below.",
    )
    for each in found.settings[:LISTED]:
        sign = "+" if each.come else "-"
        page.line(f"{sign} {one_line(each.setting)}  ({counted(each.count, 'job description')})", indent=2)
    if len(found.settings) > LISTED:
        page.line(f"and {len(found.settings) - LISTED:,} more", indent=2)
    page.line()


def _moved(page: output.Page, found: Comparison) -> None:
    _paths(page, "New", found.added)
    _paths(page, "Gone", found.removed)
    _paths(page, "Not read this time", found.unread)
    _paths(page, "Now the same as another", found.merged)
    _paths(page, "New copies of others", found.copies_added)
    _paths(page, "Gone, and was a copy of another", found.copies_removed)
    _paths(page, "Not read this time, and was a copy of another", found.copies_unread)


def _paths(page: output.Page, name: str, paths: Sequence[str]) -> None:
    if paths:
        page.line()
        page.line((f"{name}: {len(paths):,}", "bold"))
        for path in paths[:LISTED]:
            page.line(path, indent=2)
        if len(paths) > LISTED:
            page.line(f"and {len(paths) - LISTED:,} more", indent=2)


def _list(page: output.Page, name: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    page.line()
    page.line((name, "bold"))
    for change in changes[:LISTED]:
        same = "" if change.reworded else ", same text"
        page.line(f"{change.before:g} -> {change.after:g}  {change.title}  ({change.path}){same}", indent=2)
        moved = sorted(change.lenses.items(), key=lambda item: -abs(item[1]))[:3]
        if moved:
            page.line(", ".join(f"{lens} {per_cent(step):+d}%" for lens, step in moved), indent=6)
        for sign, messages in (("-", change.gone), ("+", change.come)):
            for message in messages[:2]:
                page.line(f"{sign} {message}", indent=6)
            if len(messages) > 2:
                page.line(f"{sign} and {len(messages) - 2:,} more", indent=6)
    if len(changes) > LISTED:
        page.line(f"and {len(changes) - LISTED:,} more", indent=2)
