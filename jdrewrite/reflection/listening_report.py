"""The report of a listening test."""

from __future__ import annotations

from jdrewrite.documents.report import Bullets, Grid, Heading, Line, Part
from jdrewrite.reflection.listening import Group, Listening
from jdrewrite.rounding import per_cent


def report(found: Listening) -> list[Part]:
    """Return the report, the answer to the question first."""
    whole = found.whole
    parts: list[Part] = [
        Heading("Listening test: is the customer in it?", 1),
        Line(
            f"{whole.named} of {whole.answers} people ({_per_cent(whole.share)}) name somebody they serve when asked "
            f"for their role; {whole.first} do so in their first sentence."
        ),
        Line(
            f"The work is told as doing customers good by {whole.stewardship}, as an end inside the house by "
            f"{whole.inward}, and as the task alone by {whole.neutral}."
        ),
    ]
    if whole.internal:
        parts.append(Line(f"{whole.internal} of those who name somebody name colleagues whom they serve."))
    if found.other_languages:
        lost, which = sum(found.other_languages.values()), ", ".join(found.other_languages)
        parts.append(Line(f"Left out, because only English is heard: {lost} ({which})."))
    if found.changes:
        rows = tuple(
            (
                c.name,
                _per_cent(c.before),
                _per_cent(c.now),
                f"{per_cent(c.now) - per_cent(c.before):+d} points",
                _weight(c.chance),
            )
            for c in found.changes
        )
        parts += [Heading("Against last time"), Grid(("group", "before", "now", "change", ""), rows)]
    if found.departments:
        names = ("department", "answers", "name somebody", "doing good", "inside", "task alone")
        parts += [Heading("By department"), Grid(names, tuple(_row(group) for group in found.departments))]
        parts.append(Line(f"Groups of fewer than {found.least} people are counted among the others, to expose nobody."))
    for title, quotes in (("In their words: named", found.named), ("In their words: not named", found.unnamed)):
        if quotes:
            parts += [Heading(title), Bullets(tuple(f"“{quote}”" for quote in quotes))]
    return parts


def _row(group: Group) -> tuple[str, ...]:
    counts = (group.stewardship, group.inward, group.neutral)
    return (group.name, str(group.answers), _per_cent(group.share), *(str(count) for count in counts))


def _per_cent(share: float) -> str:
    return f"{per_cent(share)} %"


def _weight(chance: bool) -> str:
    return "may be chance" if chance else "more than chance"
