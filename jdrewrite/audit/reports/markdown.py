"""The summary of an audit as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdrewrite.audit.across import Across, Place, across
from jdrewrite.audit.figures import overview
from jdrewrite.audit.plan import COPIED, Plan, plans
from jdrewrite.audit.ready import NEW_LINES, ForOne, kept, lead_in, none_ready, of_plan, some_ready, told_same
from jdrewrite.audit.records import Failed, Row
from jdrewrite.audit.reports.columns import COPIES, CUT_OFF, UNREACHED, function_of, heads, scores, settings_of
from jdrewrite.audit.results import Results
from jdrewrite.audit.ripple import Ripple, ripple
from jdrewrite.documents.files import save
from jdrewrite.documents.report import GENERATOR
from jdrewrite.formats import unit_of
from jdrewrite.model import LENSES
from jdrewrite.rounding import per_cent

_LISTED = 15
"""Findings of a kind; the JSON report has more."""
_NAMED = 5
"""Paths that are named of many."""


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    lines = [*_lines(results.rows(), results.failures(), kept(results)), *_together(across(results), ripple(results))]
    save(target, ("\n".join([*lines, "", f"<!-- {GENERATOR} -->"]) + "\n").encode())


def _lines(rows: Sequence[Row], failures: Sequence[Failed], ready: Mapping[str, ForOne]) -> Iterator[str]:
    seen = overview(rows)
    whole = seen.whole
    yield "# Audit of job descriptions"
    yield ""
    yield scores(whole)
    yield ""
    yield from (f"- {count:,} {about}" for count, about in heads(seen, len(failures)))
    yield ""
    for told in settings_of(seen):
        yield _plain(told)
        yield ""
    yield "## By function"
    yield ""
    yield "| function | JDs | median | " + " | ".join(LENSES) + " |"
    yield "| --- | --: | --: | " + " | ".join("--:" for _ in LENSES) + " |"
    for group in seen.functions:
        shares = " | ".join(f"{per_cent(group.lenses[lens])}%" if lens in group.lenses else "–" for lens in LENSES)
        yield f"| {group.name} | {group.count:,} | {group.median:g} | {shares} |"
    yield from _list("Lowest", seen.worst)
    yield from _list("Highest", seen.best)
    yield from _list(f"Cut off from customers: {CUT_OFF}", seen.cut_off)
    yield from _plans(plans(rows), ready)
    copies = [f"{_plain(c.title)}: {_paths(c.paths, len(c.paths))}" for c in seen.copies]
    yield from _section("The same text more than once", copies, len(copies), COPIES)
    if failures:
        yield ""
        yield "## Not read"
        yield ""
        for failure in failures:
            yield f"- {_code(failure.path)}: {_plain(failure.reason)}; {_plain(failure.way_out)}."


def _plans(found: Sequence[Plan], ready: Mapping[str, ForOne]) -> Iterator[str]:
    """Yield an action plan for each group, the one with most to gain first."""
    yield ""
    yield "## Action plans"
    for plan in found:
        yield ""
        yield f"### {plan.name} ({plan.count:,}, median {plan.median:g})"
        yield ""
        yield from (f"Its work: {_plain(plan.about)}.", "") if plan.about else ()
        for number, gap in enumerate(plan.gaps, 1):
            yield f"{number}. {_plain(gap.advice)} ({gap.lens}: {gap.points:g} points left)"
        yield ""
        if plan.note:
            yield f"{plan.note}"
            yield ""
        yield "Begin with " + ", ".join(_code(path) for path in plan.first) + "."
        if plan.copies:
            yield f"{COPIED}: {_paths(plan.copies, len(plan.copies))}."
        yield ""
        yield f"- A question for the group: {_plain(plan.question)}"
        yield f"- A story: {_plain(plan.story)}"
        yield f"- An opening line for its meetings: {_plain(plan.opening)}"
        for one in of_plan(plan, ready):
            yield from proposals_for(one)


def proposals_for(one: ForOne) -> Iterator[str]:
    """Yield what is proposed for a job description, and the command that applies it."""
    yield ""
    told = f"in {_plain(one.title)} ({_code(one.path)})"
    yield some_ready(one, told) if one.proposals else none_ready(one, told)
    yield ""
    for each in one.proposals:
        yield f"- {unit_of(one.path)} {each.line}: {_plain(each.original)}"
        yield f"  **{_plain(each.proposed)}**" + (f" ({told_same(each)})" if each.same else "")
    if one.proposals:
        yield ""
        yield lead_in(one)
        yield ""
        yield f"    {' '.join(one.command.split())}"
        yield ""
    if one.lines:
        yield f"{NEW_LINES}:"
        yield ""
        yield from (f"- {_plain(each.proposed)}" for each in one.lines)


def _together(found: Across, map_: Ripple) -> Iterator[str]:
    """Yield what no single job description shows."""
    rings = [f"step {n}: {', '.join(ring)}" for n, ring in enumerate(map_.rings, 1)]
    rings += (
        [f"served as well, and no job description of theirs was read: {', '.join(map_.outside)}"]
        if map_.outside
        else []
    )
    rings += [f"left out, since their function is uncertain: {map_.uncertain:,}"] if map_.uncertain else []
    yield from _section("Who serves whom", rings, len(rings))
    yield from _section("No path leads from these to customers", map_.unreached, len(map_.unreached), UNREACHED)
    claimed = [f"{_place(o.one)} / {_place(o.other)} ({per_cent(o.likeness)}% alike)" for o in found.overlaps]
    count = found.found.get
    yield from _section("Claimed by two functions", claimed, count("overlaps", 0))
    promised = [_place(each.place) for each in found.unowned]
    yield from _section("Promised, and in nobody's duties", promised, count("unowned", 0))
    told = [
        f"{_plain(c.family)}, {c.about}: " + "; ".join(f"{_plain(v)} ({_code(place.path)})" for v, place in c.values)
        for c in found.contradictions
    ]
    yield from _section("Same title, different demands", told, count("contradictions", 0))
    copied = [f"in {c.count:,}, {c.section}: {_plain(c.text)} ({_paths(c.paths, c.count)})" for c in found.copied]
    yield from _section("Copied text", copied, count("copied", 0))


def _place(place: Place) -> str:
    return f"{_plain(place.text)} ({_code(f'{place.path}:{place.line}')})"


def _paths(paths: Sequence[str], count: int) -> str:
    """Return some paths, each as code."""
    shown = ", ".join(_code(path) for path in paths[:_NAMED])
    return f"{shown} and {count - _NAMED:,} more" if count > _NAMED else shown


def _section(name: str, lines: Sequence[str], count: int, about: str = "") -> Iterator[str]:
    """Yield the first lines of a list, and how many there are in all."""
    if lines:
        yield from ("", f"## {name}", "")
        yield from (about, "") if about else ()
        yield from (f"- {line}" for line in lines[:_LISTED])
        if count > _LISTED:
            yield f"- and {count - _LISTED:,} more"


def _list(name: str, rows: Sequence[Row]) -> Iterator[str]:
    if rows:
        yield ""
        yield f"## {name}"
        yield ""
        for row in rows:
            yield f"- {row.score:g} {_plain(row.title)}, {_plain(function_of(row))} ({_code(row.path)})"


def _code(text: str) -> str:
    """Return text as code, in which nothing is escaped: a path can be copied as it stands."""
    flat = " ".join(text.split())
    marks = "`" * (1 + max((len(run) for run in re.findall("`+", flat)), default=0))
    space = " " if len(marks) > 1 else ""
    return f"{marks}{space}{flat}{space}{marks}"


def _plain(text: str) -> str:
    """Return text that is no markup and stays on its line."""
    flat = " ".join(text.split())
    return "".join(f"\\{c}" if c in "|*_<>[]`" else c for c in flat)
