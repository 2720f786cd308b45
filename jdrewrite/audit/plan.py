"""An action plan for each function of an audit: what matters most there, and what to do about it together.

The gaps are the lenses in which the function leaves most points; the question and the words come from the catalogue,
so that they fit the work; the practice is that of the fifth seed: a story told in the group, an opening line for its
meetings, a look back after a quarter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from jdrewrite.analysis import weights
from jdrewrite.analysis.advice import fill
from jdrewrite.analysis.assess import entry_for
from jdrewrite.audit.records import Row
from jdrewrite.catalogue import Function
from jdrewrite.model import LENSES, Lens

GAPS = 3
_ABOUT: dict[Lens, str] = {
    "customer": "Say whom the work serves, in the purpose and in the duties that reach them.",
    "frame": "Give the good done to {customers} as the reason for the work: {purpose}.",
    "sight": "Say at the duties nearest to {customers} what reaches them.",
    "voice": "Let the role hear {customers}: {sources}.",
    "authority": "Agree what the role may do for {customers} on its own: {authority}",
    "measure": "Judge the work by something that {customers} notice: {outcomes}.",
    "across": "Write down with whom the role shares what it knows: {partners}.",
    "people": "Ask in the requirements for the attitude that the work needs: patience, listening, care for people.",
}


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A lens in which points are left."""

    lens: Lens
    points: float
    """Points of the whole score that the function leaves here, on average."""
    without: int
    """Job descriptions that have none."""
    advice: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What one group can do."""

    function: str
    name: str
    count: int
    median: float
    gaps: tuple[Gap, ...]
    first: tuple[str, ...]
    """Paths of the job descriptions to begin with: those that gain most."""
    question: str
    story: str
    opening: str


def plans(rows: Sequence[Row]) -> list[Plan]:
    """Return a plan for each function, the one with most to gain first."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.function].append(row)
    found = [_plan(name, group) for name, group in groups.items()]
    return sorted(found, key=lambda plan: (-sum(gap.points for gap in plan.gaps) * plan.count, plan.function))


def _plan(slug: str, rows: list[Row]) -> Plan:
    entry = entry_for(slug)
    customers = entry.customers
    ranked = sorted(rows, key=lambda row: (row.score, row.path))
    who = entry.layers[0].who
    return Plan(
        function=slug,
        name=entry.name if entry.slug == slug else "other work",
        count=len(rows),
        median=ranked[len(ranked) // 2].score,
        gaps=tuple(sorted((_gap(lens, rows, entry) for lens in LENSES), key=lambda gap: -gap.points)[:GAPS]),
        first=tuple(row.path for row in ranked[:3]),
        question=fill(entry.questions[len(rows) % len(entry.questions)], customers),
        story=fill(
            f"Tell of a day on which something that you gave to {who} made a difference to {{customers}}. "
            "What did they notice, and what had you done otherwise than usual?",
            customers,
        ),
        opening=fill("Before the figures: what did {customers} have of our work last week, and who saw it?", customers),
    )


def _gap(lens: Lens, rows: list[Row], entry: Function) -> Gap:
    left = sum(1 - row.lenses[lens] for row in rows) / len(rows) * weights.OUT_OF[lens]
    words = {
        "{purpose}": entry.purpose[0],
        "{sources}": ", ".join(entry.voice.sources[:3]),
        "{authority}": entry.authority.lines[0].replace("[", "").replace("]", ""),
        "{outcomes}": ", ".join(entry.measures.outcomes[:2]),
        "{partners}": ", ".join(entry.across.partners[:3]),
    }
    advice = _ABOUT[lens]
    for sign, text in words.items():
        advice = advice.replace(sign, text)
    none = sum(not row.lenses[lens] for row in rows)
    return Gap(lens=lens, points=round(left, 1), without=none, advice=fill(advice, entry.customers))
