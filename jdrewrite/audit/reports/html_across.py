"""The parts of the page that need all job descriptions together: plans, the ripple map, findings across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import cos, pi, sin

from jdrewrite.audit.across import Across, Place
from jdrewrite.audit.plan import Plan
from jdrewrite.audit.ripple import CUSTOMERS, Ripple

_PLANS = 12
"""Plans on the page; the Markdown report holds all."""
_LISTED = 15
_STEP = 92
"""Between two rings of the map, in its own units."""


def plan_sections(plans: Sequence[Plan]) -> Iterator[str]:
    """Yield an action plan for each function, the one with most to gain first."""
    yield "<h2>What to do first</h2>"
    for plan in plans[:_PLANS]:
        yield f"<details><summary><b>{escape(plan.name)}</b> "
        yield f'<span class="soft">{plan.count:,} job descriptions, median {plan.median:g}</span></summary><ol>'
        for gap in plan.gaps:
            nothing = f", nothing in {gap.without:,}" if gap.without else ""
            left = f"{gap.lens}: {gap.points:g} points left{nothing}"
            yield f"<li>{escape(gap.advice)} <span class=soft>({left})</span></li>"
        first = ", ".join(f"<code>{escape(path)}</code>" for path in plan.first)
        yield f"</ol><p>Begin with {first}.</p>"
        yield f"<p>A question for the group: {escape(plan.question)}</p><p>A story: {escape(plan.story)}</p>"
        yield f"<p>An opening line for its meetings: {escape(plan.opening)}</p></details>"


def ripple_section(found: Ripple) -> Iterator[str]:
    """Yield the map of who serves whom, and what no path reaches."""
    yield "<h2>Who serves whom</h2>"
    yield "<p>In the middle stand the customers. A function stands in the first ring where its duties do something for "
    yield "them, and one ring further out where its duties serve a function that is nearer. A thicker line stands for "
    yield "more duties that say so.</p>"
    yield _map(found)
    if found.unreached:
        yield f"<p>No path leads from these to customers: <b>{escape(', '.join(found.unreached))}</b>.</p>"


def _map(found: Ripple) -> str:
    rings = [*found.rings, found.unreached] if found.unreached else list(found.rings)
    spots = _spots(rings)
    half = _STEP * len(rings) + 70
    drawn = [f'<circle r="{n * _STEP}" fill="none" stroke="#d9dfe6"/>' for n in range(1, len(rings) + 1)]
    for path in found.paths:
        if path.giver in spots and path.taker in spots:
            (a, b), (c, d) = spots[path.giver], spots[path.taker]
            width = min(6.0, 0.6 + path.count / 6)
            told = escape(f"{path.giver} to {path.taker}: {path.count} duties, such as {path.path}:{path.line}")
            drawn.append(
                f'<line x1="{a:.0f}" y1="{b:.0f}" x2="{c:.0f}" y2="{d:.0f}" stroke="hsl(205 45% 42%)" '
                f'stroke-width="{width:.1f}" opacity=".4"><title>{told}</title></line>'
            )
    for name, (x, y) in spots.items():
        weight = ' font-weight="700"' if name == CUSTOMERS else ""
        wide = 6.4 * len(name) + 10
        drawn.append(
            f'<rect x="{x - wide / 2:.0f}" y="{y - 10:.0f}" width="{wide:.0f}" height="20" rx="4" fill="#fff" '
            f'stroke="#98a4b1"/><text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle"{weight}>{escape(name)}</text>'
        )
    box = f"{-half * 1.5 - 60:.0f} {-half:.0f} {half * 3 + 120:.0f} {2 * half:.0f}"
    return f'<svg viewBox="{box}" role="img" font-size="11" style="width:100%">{"".join(drawn)}</svg>'


def _spots(rings: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Return where each name stands: customers in the middle, each ring spread evenly and turned a little."""
    spots: dict[str, tuple[float, float]] = {CUSTOMERS: (0.0, 0.0)}
    for number, ring in enumerate(rings, 1):
        for place, name in enumerate(ring):
            turn = 2 * pi * place / len(ring) + number * 0.7
            spots[name] = (number * _STEP * cos(turn) * 1.5, number * _STEP * sin(turn))
    return spots


def across_sections(found: Across) -> Iterator[str]:
    """Yield the findings that only all job descriptions together show, each with its evidence."""
    if found.overlaps:
        yield "<h2>Claimed by two functions</h2>"
        for overlap in found.overlaps[:_LISTED]:
            both = f"{_quote(overlap.one)}{_quote(overlap.other)}"
            yield f'<div class="jd"><b>{overlap.likeness:.0%}</b>alike{both}</div>'
    if found.unowned:
        yield "<h2>Promised, and in nobody\u2019s duties</h2>"
        for unowned in found.unowned[:_LISTED]:
            yield f'<div class="jd">{_quote(unowned.place)}</div>'
    if found.contradictions:
        yield "<h2>Sisters that contradict each other</h2>"
        for each in found.contradictions[:_LISTED]:
            told = "; ".join(f"{escape(value)} <code>{escape(place.path)}</code>" for value, place in each.values)
            yield f'<div class="jd"><b>{escape(each.family)}</b>{escape(each.about)}: {told}</div>'
    if found.copied:
        yield "<h2>Copied text</h2>"
        for copied in found.copied[:_LISTED]:
            text = escape(copied.text[:240])
            yield f'<div class="jd"><b>{copied.count:,} times</b>{escape(copied.section)}<q>{text}</q></div>'


def _quote(place: Place) -> str:
    where = f"{place.function}, {place.path}:{place.line}"
    return f"<q>{escape(place.text[:240])}</q><code>{escape(where)}</code>"
