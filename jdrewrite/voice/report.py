"""Reports of what customers say: one of all, and one for each group to be sent on with its plan."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis import entry_for
from jdrewrite.documents.report import Bullets, Grid, Heading, Line, Part
from jdrewrite.rounding import figure, per_cent
from jdrewrite.voice.patterns import Pattern, Routed, Voice

_DOUBTFUL = 0.5
_MOST = 5
"""Topics and job descriptions that are shown of a function."""


def report(voice: Voice) -> list[Part]:
    """Return the report of all comments, the figures first."""
    lost, away = sum(voice.nobody.values()), sum(voice.away.values())
    reached = sum(p.count for p in voice.patterns)
    parts: list[Part] = [
        Heading("What customers say, and whose work it touches", 1),
        Line(
            f"Comments: {voice.comments:,}. That reach a function: {reached:,}, of {len(voice.patterns)} functions. "
            f"Nobody's: {lost:,}. {_beside(voice)}A comment goes where its cause lies, not to those who answer it."
        ),
    ]
    if away:
        parts.append(Line(f"For {away:,} of those that reach a function, no job description of that function is here."))
    if voice.patterns:
        rows = tuple(
            (
                _name(p.function),
                f"{p.count:,}",
                f"{per_cent(p.count / voice.comments)} %",
                f"{per_cent(p.sure)} %",
                p.themes[0].name if p.themes else "praise",
                change(p),
            )
            for p in voice.patterns
        )
        names = ("function", "comments", "share", "sure", "most often", "last month")
        whole = len(names) if any(row[-1] for row in rows) else -1  # of one month nothing is to be compared
        parts.append(Grid(names[:whole], tuple(row[:whole] for row in rows)))
        if any(p.sure < _DOUBTFUL for p in voice.patterns):
            parts.append(Line("Where it is less than half sure, read the comments before you send them on."))
    for pattern in voice.patterns:
        parts += _function(pattern, voice)
    if voice.away:
        parts.append(Heading("No job description here"))
        parts.append(Bullets(tuple(f"{count:,}: {_name(function)}" for function, count in voice.away.items())))
    if voice.nobody:
        parts.append(Heading("Nobody's"))
        parts.append(Bullets(tuple(f"{count:,}: {reason}" for reason, count in voice.nobody.items())))
        parts.append(_shown(voice.orphans, lost))
    if voice.praise:
        parts += [Heading("Praise of no one's work in particular"), _shown(voice.praised, voice.praise)]
    return parts


def _beside(voice: Voice) -> str:
    return f"Praise of no one's work in particular: {voice.praise:,}. " if voice.praise else ""


def _shown(quotes: Sequence[str], count: int) -> Bullets:
    """Return some of the comments, and how many there are besides."""
    more = (f"and {count - len(quotes):,} more",) if count > len(quotes) else ()
    return Bullets((*(f"“{quote}”" for quote in quotes), *more))


def stream(pattern: Pattern, voice: Voice, found: Sequence[Routed]) -> list[Part]:
    """Return what is sent on to one function: its patterns, its plan, and every comment with the reason."""
    parts: list[Part] = [Heading(f"What customers say to {_name(pattern.function)}", 1)]
    parts += _function(pattern, voice)[1:]
    own = [each for each in found if each.route.causes and each.route.causes[0].function == pattern.function]
    parts.append(Heading("Every comment"))
    rows = tuple(
        (each.comment.id, each.comment.day, each.comment.text, each.route.causes[0].reason, _sure(each)) for each in own
    )
    parts.append(Grid(("row", "day", "comment", "why here", "sure"), rows))
    return parts


def _function(pattern: Pattern, voice: Voice) -> list[Part]:
    parts: list[Part] = [Heading(f"{_name(pattern.function).capitalize()}: {pattern.count:,}")]
    for theme in pattern.themes[:_MOST]:
        parts.append(Heading(f"{theme.name}: {theme.count:,}", 3))
        parts.append(_shown(theme.quotes, theme.count))
    if pattern.themes:
        parts.append(Heading("To prevent it", 3))
        partners = entry_for(pattern.function).across.partners[:2]
        # Topics may have the same remedy; it is said once.
        steps = dict.fromkeys(theme.prevent for theme in pattern.themes[:3])
        share = f"Share these comments with {', and with '.join(partners)}."
        parts.append(Bullets((*(f"{step}." for step in steps), share)))
    if pattern.praise:
        parts.append(Heading(f"Praise to pass on: {pattern.praise:,}", 3))
        parts.append(_shown(pattern.praised, pattern.praise))
    if pattern.jobs:
        touched = list(pattern.jobs.items())[:_MOST]
        shown = tuple(
            f"{voice.titles.get(path) or path} ({path}): {count:,}, {_how_sure(pattern.jobs_sure[path])}"
            for path, count in touched
        )
        parts += [Heading("Job descriptions that they touch", 3), Bullets(shown)]
    return parts


def change(pattern: Pattern) -> str:
    """Return how the last month compares with the mean of those before, empty where there is but one."""
    counts = list(pattern.months.values())
    if len(counts) < 2:
        return ""
    before = sum(counts[:-1]) / (len(counts) - 1)
    return f"{counts[-1]}, before that {figure(before, 0)} a month"


def _how_sure(sure: float) -> str:
    return f"{per_cent(sure)} % sure" + ("; read first whether it is theirs" if sure < _DOUBTFUL else "")


def _name(function: str) -> str:
    return function if function == "other" else entry_for(function).name


def _sure(each: Routed) -> str:
    return f"{per_cent(each.route.sure)} %"
