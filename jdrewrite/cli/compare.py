"""``jdrewrite compare``: what improved between two audits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.options import Format, FormatOption
from jdrewrite.cli.plain import counted

if TYPE_CHECKING:
    from jdrewrite.audit.compare import Change, Comparison

LISTED = 15
"""Job descriptions that are listed; --format json has all."""


def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="Folder of an earlier audit.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="Folder of a later one.")],
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
) -> None:
    """Compare two audits: what improved, by function and job description, with the reasons."""
    from jdrewrite.audit import Results
    from jdrewrite.audit.compare import compare as compared

    found = compared(Results(Path(before)), Results(Path(after)))
    if format is Format.json:
        output.json(found)
    else:
        _show(output.Page(), found)


_SHOWN = 0.05
"""Points from which a change is more than a zero with one decimal."""


def _show(page: output.Page, found: Comparison) -> None:
    both = sum(trend.count for trend in found.functions)
    page.line((counted(both, "job description"), "bold"), " in both audits")
    page.line(
        f"Mean score {found.mean_before:g} -> {found.mean_after:g}: {len(found.better):,} better, "
        f"{len(found.worse):,} worse, {found.same:,} the same; {len(found.added):,} new, {len(found.removed):,} gone."
    )
    page.line()
    for trend in found.functions:
        step = trend.after - trend.before
        moved = f"{step:+.1f}" if abs(step) >= _SHOWN else "same"
        figures = f"{trend.count:>6,}{trend.before:>8.1f} ->{trend.after:>6.1f}  {moved}"
        page.line(f"{trend.function:30}{figures}", indent=2)
    _list(page, "Better", found.better)
    _list(page, "Worse", found.worse)


def _list(page: output.Page, name: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    page.line()
    page.line((name, "bold"))
    for change in changes[:LISTED]:
        page.line(f"{change.before:.0f} -> {change.after:.0f}  {change.title}  ({change.path})", indent=2)
        moved = sorted(change.lenses.items(), key=lambda item: -abs(item[1]))[:3]
        page.line(", ".join(f"{lens} {step:+.0%}" for lens, step in moved), indent=6)
        for sign, messages in (("-", change.gone), ("+", change.come)):
            for message in messages[:2]:
                page.line(f"{sign} {message}", indent=6)
    if len(changes) > LISTED:
        page.line(f"and {len(changes) - LISTED:,} more", indent=2)
