"""The parts of the page that need all job descriptions together: plans, the ripple map, findings across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import cos, pi, sin

from jdrewrite.audit.across import MOST, Across, Place
from jdrewrite.audit.figures import Overview
from jdrewrite.audit.plan import COPIED, Plan
from jdrewrite.audit.ready import NEW_LINES, ForOne, lead_in, none_ready, of_plan, some_ready, told_same
from jdrewrite.audit.reports.columns import COPIES, UNREACHED, listed
from jdrewrite.audit.ripple import CUSTOMERS, Ripple
from jdrewrite.formats import unit_of
from jdrewrite.language.counted import counted
from jdrewrite.rounding import per_cent

_PLANS = 12
"""Plans on the page; the Markdown report holds all."""
_LISTED = 15
_STEP = 96
"""Between two rings of the map at least, in its own units."""
_WIDE = 1.8
_ROOM = 100
"""What a name takes of a ring's circumference; the rings are wider than high, as names are."""
_ARROW = (
    '<defs><marker id="to" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="9" markerHeight="9" orient="auto" '
    'markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8z" fill="hsl(205 45% 32%)"/></marker></defs>'
)
"""Points along a line to whom is served."""
_PATHS = 40
"""Paths that are listed with their evidence."""


def plan_sections(plans: Sequence[Plan], ready: Mapping[str, ForOne]) -> Iterator[str]:
    """Yield an action plan for each group, the one with most to gain first."""
    yield "<h2>What to do first</h2>"
    for plan in plans[:_PLANS]:
        yield f"<details><summary><b>{escape(plan.name)}</b> "
        yield f'<span class="soft">{counted(plan.count, "job description")}, '
        yield f"{'score' if plan.count == 1 else 'median'} {plan.median:g}</span></summary>"
        yield f"<p class=soft>Its work: {escape(plan.about)}.</p><ol>" if plan.about else "<ol>"
        for gap in plan.gaps:
            nothing = f", nothing in {gap.without:,}" if gap.without else ""
            left = f"{gap.lens}: {gap.points:g} points left{nothing}"
            yield f"<li>{escape(gap.advice)} <span class=soft>({left})</span></li>"
        if plan.note:
            yield f"<li class=soft>{escape(plan.note)}</li>"
        first = ", ".join(f"<code>{escape(path)}</code>" for path in plan.first)
        yield f"</ol><p>Begin with {first}.</p>"
        if plan.copies:
            yield f"<p class=soft>{COPIED}: {', '.join(f'<code>{escape(path)}</code>' for path in plan.copies)}.</p>"
        yield f"<p>A question for the group: {escape(plan.question)}</p><p>A story: {escape(plan.story)}</p>"
        yield f"<p>An opening line for its meetings: {escape(plan.opening)}</p>"
        for one in of_plan(plan, ready):
            yield proposals_for(one)
        yield "</details>"
    if len(plans) > _PLANS:
        yield f"<p class=soft>The Markdown report (--report md) has the plans of all {len(plans):,} groups.</p>"


def proposals_for(one: ForOne) -> str:
    """Return what is proposed for a job description, and the command that applies it."""
    rows = "".join(
        f"<tr><td>{each.line}</td><td class=t>{escape(each.original)}</td><td class=t>{escape(each.proposed)}"
        f"{f' <span class=soft>({told_same(each)})</span>' if each.same else ''}</td></tr>"
        for each in one.proposals
    )
    told = f"in <b>{escape(one.title)}</b> <code>{escape(one.path)}</code>"
    changes = (
        f"<p>{some_ready(one, told)}</p>"
        f"<table><thead><tr><th>{unit_of(one.path).capitalize()}</th>"
        f"<th class=t>As it is</th><th class=t>Proposed</th></tr></thead>{rows}"
        f"</table><p>{lead_in(one)}<br>"
        f"<code>{escape(one.command)}</code></p>"
    )
    new = "".join(f"<li>{escape(each.proposed)}</li>" for each in one.lines)
    lines = f"<p>{NEW_LINES}:</p><ul>{new}</ul>" if new else ""
    return (changes if one.proposals else f"<p>{none_ready(one, told)}</p>") + lines


def ripple_section(found: Ripple) -> Iterator[str]:
    """Yield the map of who serves whom, and what no path reaches."""
    yield "<h2>Who serves whom</h2>"
    yield "<p>In the middle stand the customers. A function stands in the first ring where its duties do something for "
    yield "them, and one ring further out where its duties serve a function that is nearer. An arrow points to whom is "
    yield "served; a thicker line stands for more duties that say so.</p>"
    yield _map(found)
    if found.uncertain:
        are = "is" if found.uncertain == 1 else "are"
        yield f"<p>{found.uncertain:,} whose function is uncertain {are} left out.</p>"
    if found.outside:
        names = escape(", ".join(found.outside))
        yield f"<p>Served as well, and no job description of theirs was read: {names}.</p>"
    if found.unreached:
        names = escape(", ".join(found.unreached))
        yield f"<p>No path leads from these to customers, and they stand on the broken ring: <b>{names}</b>. "
        yield f"{UNREACHED}</p>"
    yield "<details><summary>The duties that say so</summary><table><thead><tr><th class=t>From</th><th class=t>To</th>"
    yield "<th>Duties</th><th class=t>One of them</th></tr></thead>"
    for path in found.paths[:_PATHS]:
        where = f"{escape(path.text[:240])} <code>{escape(path.path)}:{path.line}</code>"
        yield f"<tr><td>{escape(path.giver)}</td><td class=t>{escape(path.taker)}</td><td>{path.count:,}</td>"
        yield f"<td class=t>{where}</td></tr>"
    yield "</table></details>"


def _map(found: Ripple) -> str:
    rings = [*found.rings, found.unreached] if found.unreached else list(found.rings)
    spots = _spots(rings)
    reach = _reach(rings)
    half = (reach[-1] if reach else _STEP) + 24
    dashed = [""] * len(found.rings) + [' stroke-dasharray="4 6"']
    drawn = [
        f'<ellipse rx="{_WIDE * r:.0f}" ry="{r:.0f}" fill="none" stroke="#c3ccd6"{dashes}/>'
        for r, dashes in zip(reach, dashed, strict=False)
    ]
    for path in found.paths:
        if path.giver in spots and path.taker in spots:
            (a, b), (c, d) = spots[path.giver], spots[path.taker]
            width = min(6.0, 0.6 + path.count / 6)
            duties = counted(path.count, "duty", "duties")
            told = escape(f"{path.giver} to {path.taker}: {duties}, such as {path.path}:{path.line}")
            # The arrow sits beyond the middle: at the end the name's box would hide it.
            x, y = a + 0.6 * (c - a), b + 0.6 * (d - b)
            drawn.append(
                f'<path d="M{a:.0f} {b:.0f}L{x:.0f} {y:.0f}L{c:.0f} {d:.0f}" stroke="hsl(205 45% 42%)" fill="none" '
                f'stroke-width="{width:.1f}" opacity=".4" marker-mid="url(#to)"><title>{told}</title></path>'
            )
    for name, (x, y) in spots.items():
        weight = ' font-weight="700"' if name == CUSTOMERS else ""
        wide = 6.8 * len(name) + 10
        drawn.append(
            f'<rect x="{x - wide / 2:.0f}" y="{y - 10:.0f}" width="{wide:.0f}" height="20" rx="4" fill="#fff" '
            f'stroke="#98a4b1"/><text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle"{weight}>{escape(name)}</text>'
        )
    wide = _WIDE * half + 60
    box = f"{-wide:.0f} {-half:.0f} {2 * wide:.0f} {2 * half:.0f}"
    label = "; ".join(f"ring {n}: {', '.join(ring)}" for n, ring in enumerate(rings, 1))
    return (
        f'<svg viewBox="{box}" role="img" aria-label="{escape(label)}" font-size="12" '
        f'style="width:100%;max-width:{2 * wide:.0f}px">{_ARROW}{"".join(drawn)}</svg>'
    )


def _reach(rings: Sequence[Sequence[str]]) -> list[float]:
    """Return the height of each ring: room for its names, and for the ring within."""
    found: list[float] = []
    for ring in rings:
        found.append(max((found[-1] if found else 0.0) + _STEP, _ROOM * len(ring) / (2 * pi)))
    return found


def _spots(rings: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Return where each name stands: customers in the middle, each ring spread evenly and turned a little."""
    reach = _reach(rings)
    spots: dict[str, tuple[float, float]] = {CUSTOMERS: (0.0, 0.0)}
    for number, ring in enumerate(rings, 1):
        for place, name in enumerate(ring):
            turn = 2 * pi * place / len(ring) + number * 0.7
            spots[name] = (_WIDE * reach[number - 1] * cos(turn), reach[number - 1] * sin(turn))
    return spots


def across_sections(found: Across) -> Iterator[str]:
    """Yield the findings that only all job descriptions together show, each with its evidence."""
    count = found.found.get
    if found.overlaps:
        yield "<h2>Claimed by two functions</h2>"
        for overlap in found.overlaps[:_LISTED]:
            both = f"{_quote(overlap.one)}{_quote(overlap.other)}"
            more = f"; these two share {overlap.more:,} more" if overlap.more else ""
            yield f'<div class="jd"><b>{per_cent(overlap.likeness)}%</b>alike{more}{both}</div>'
        yield _more(count("overlaps", 0))
    if found.unowned:
        yield "<h2>Promised, and in nobody\u2019s duties</h2>"
        yield "<p>The organisation says this of itself, and no duty that was read speaks of the same thing.</p>"
        for unowned in found.unowned[:_LISTED]:
            yield f'<div class="jd">{_quote(unowned.place)}</div>'
        yield _more(count("unowned", 0))
    if found.contradictions:
        yield "<h2>Same title, different demands</h2>"
        for each in found.contradictions[:_LISTED]:
            told = "; ".join(f"{escape(value)} <code>{escape(place.path)}</code>" for value, place in each.values)
            yield f'<div class="jd"><b>{escape(each.family)}</b>{escape(each.about)}: {told}</div>'
        yield _more(count("contradictions", 0))
    if found.copied:
        yield "<h2>Copied text</h2>"
        yield "<p>Lines that stand word for word in several job descriptions, those on the role itself first.</p>"
        for copied in found.copied[:_LISTED]:
            text = escape(copied.text[:240])
            where = f"<code>{escape(listed(copied.paths, copied.count))}</code>"
            yield f'<div class="jd"><b>in {copied.count:,}</b>{escape(copied.section)}<q>{text}</q>{where}</div>'
        yield _more(count("copied", 0))


def _more(count: int) -> str:
    """Return that there is more than is listed, and where to find it."""
    if count <= _LISTED:
        return ""
    kept = f"; the JSON report (--report json) has the first {min(count, MOST)}" if min(count, MOST) > _LISTED else ""
    return f"<p class=soft>These are the first {_LISTED} of {count:,}{kept}.</p>"


def copies_section(seen: Overview) -> Iterator[str]:
    """Yield the job descriptions that say the same."""
    if seen.copies:
        yield "<h2>The same text more than once</h2>"
        yield f"<p>{COPIES}</p>"
        for copies in seen.copies[:_LISTED]:
            count, paths = len(copies.paths), escape(listed(copies.paths, len(copies.paths)))
            yield f'<div class="jd"><b>{count:,} times</b>: {escape(copies.title)}<br><code>{paths}</code></div>'
        yield _more(len(seen.copies))


def _quote(place: Place) -> str:
    where = f"{place.function}, {place.path}:{place.line}"
    return f"<q>{escape(place.text[:240])}</q><code>{escape(where)}</code>"
