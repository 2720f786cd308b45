"""The score: 0 to 100, every point with its reason and line, every missing point with what would bring it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import accumulate, pairwise
from math import exp

from jdrewrite.analysis import weights
from jdrewrite.analysis.standing import standing
from jdrewrite.analysis.worn import worn
from jdrewrite.model import LENSES, BlockKind, Labels, Lens, LensScore, Reason, Score, Statement
from jdrewrite.rounding import half_up

Advice = Callable[[Lens], Reason | None]
"""Gives the reason that tells what would bring more through a lens, and where."""

_SHOWN = 5
"""Reasons listed for each lens; further statements are summed up in the last one."""


def score(
    statements: Sequence[Statement], advice: Advice, function: str = "other", off: Collection[Lens] = ()
) -> Score:
    """Score a job description by the statements about the role.

    Args:
        statements: all statements; praise of the employer, pay, notices and logistics give and take nothing.
        advice: what to say where points are missing.
        function: slug of the job function, to compare with its kind.
        off: lenses that are left out: the others give the points that they give beside them, and the whole is what
            these make of those that they could give, in hundredths. It is compared with no score of all lenses.
    """
    role = counted(statements)
    glued = worn(role)
    units = [_units(lens, role, glued) for lens in LENSES]
    ceiling = _ceiling(role, units)
    earned = [_earned(lens, role, own) for lens, own in zip(LENSES, units, strict=True)]
    parts = tuple(
        _lens(lens, role, own, advice, points)
        for lens, own, points in zip(LENSES, units, _shared(earned, ceiling), strict=True)
        if lens not in off
    )
    total = sum(part.points for part in parts)
    if off:
        total *= 100 / (sum(part.out_of for part in parts) or 1)
    total = half_up(total, 1)
    return Score(
        total=total,
        lenses=parts,
        version=weights.VERSION,
        level=level(total),
        standing=None if off else standing(total, function),
    )


def counted(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that give and take points: those about the role."""
    return [s for s in statements if s.section in weights.SECTION and s.kind is not BlockKind.HEADING]


def level(total: float) -> str:
    """Return the name of the stage that a score stands for."""
    return next(name for least, name in weights.LEVELS if total >= least)


def _ceiling(role: list[Statement], units: Sequence[Mapping[str, float]]) -> float:
    """Return the points that are open to as many statements as say anything, with those for bare names."""
    spoken = sum(weights.SECTION[s.section] for s in role if any(own.get(s.id) for own in units))
    return min(100.0, weights.BARE + weights.OPENS * spoken)


def _shared(earned: list[float], ceiling: float) -> list[float]:
    """Return points of all lenses in tenths, each cut by the same share where together they are above the ceiling.

    Their sum is that of the earned points or the ceiling, to the tenth, so that rounding takes nothing from who earned
    more.
    """
    tenths = [round(10 * points) for points in earned]
    most = round(10 * ceiling)
    total = sum(tenths)
    if total <= most:
        return [each / 10 for each in tenths]
    sums = [most * so_far // total for so_far in accumulate(tenths, initial=0)]
    return [(after - before) / 10 for before, after in pairwise(sums)]


def _units(lens: Lens, role: list[Statement], glued: frozenset[str]) -> dict[str, float]:
    """Return what each statement that counts gives through a lens, weighed by its section."""
    return {s.id: unit(lens, s.labels) * weights.SECTION[s.section] for s in role if s.id not in glued}


def _earned(lens: Lens, role: list[Statement], units: dict[str, float]) -> float:
    """Return the points of a lens, whatever the others say."""
    out_of = weights.OUT_OF[lens]
    total = sum(units.values())
    taken = taken_off(role) if lens == "frame" else 0.0
    reached = _reached(lens, max(0.0, total - taken), _full(lens, role))
    bare = min(weights.BARE, out_of) if lens == "customer" else 0.0
    return (out_of - bare) * reached + bare * _named(lens, role)


def _lens(lens: Lens, role: list[Statement], units: dict[str, float], advice: Advice, points: float) -> LensScore:
    out_of = weights.OUT_OF[lens]
    total = sum(units.values())
    reasons = _reasons(lens, role, units, points if total else 0.0)
    if lens == "customer" and points and not total:
        reasons = (Reason(points=round(points, 1), text="names those served; no line says what good is done to them"),)
    missing = advice(lens) if points < 0.75 * out_of else None
    return LensScore(
        lens=lens,
        points=points,
        out_of=out_of,
        reasons=reasons,
        missing=(missing,) if missing else (),
    )


def _reached(lens: Lens, said: float, full: float) -> float:
    """Return the share of the points for the weighted statements that speak through a lens, 0 to 1."""
    share = min(1.0, said / full)
    if lens == "voice":
        return 1 - exp(-weights.HEARING * said / full)
    if lens in weights.COUNT:
        return float(share**weights.COUNT_CURVE)
    much = 1 - exp(-said / weights.ENOUGH)
    return float(weights.BY_SHARE * share**weights.CURVE + (1 - weights.BY_SHARE) * much)


def _full(lens: Lens, role: list[Statement]) -> float:
    """Return the weighted statements that bring full points."""
    if lens in weights.COUNT:
        return weights.COUNT[lens]
    # A duty of two sentences is one duty: saying its effect apart must not count as another that says nothing.
    first = {s.block: s for s in reversed(role)}
    bullets = sum(weights.SECTION[s.section] for s in first.values() if s.kind is not BlockKind.PARAGRAPH)
    prose = sum(weights.SECTION[s.section] for s in role if s.kind is BlockKind.PARAGRAPH)
    weight = bullets + prose
    return weights.SHARE[lens] * max(weight, weights.SMALLEST)


def taken_off(role: Sequence[Statement]) -> float:
    """Return the weighted statements that inward ones take off those for a good done to people served."""
    return weights.INWARD * sum(weights.SECTION[s.section] for s in role if s.labels.frame == "inward")


def _named(lens: Lens, role: list[Statement]) -> float:
    """Return how far those served are named at all, 0 to 1."""
    if lens != "customer" or not role:
        return 0.0
    named = sum(s.labels.customer != "none" for s in role)
    return min(1.0, named / 3)


def unit(lens: Lens, labels: Labels) -> float:
    """Return what one statement gives through a lens, 0 to 1."""
    if lens == "customer":
        served = {"external": 1.0, "internal": 0.6, "none": 0.0}[labels.customer]
        return served if _does_something(labels) else 0.0
    if lens == "frame":
        return 1.0 if labels.frame == "stewardship" else 0.0
    if lens == "measure":
        return {"customer": 1.0, "internal": 0.0, "index": 0.0, "none": 0.0}[labels.measure]
    if lens == "across":
        return 1.0 if labels.across == "shares" else 0.0
    return 1.0 if getattr(labels, lens) else 0.0


def _does_something(labels: Labels) -> bool:
    """Tell whether more is said of those served than their name."""
    return labels.frame == "stewardship" or labels.sight or labels.voice or labels.authority


def _reasons(lens: Lens, role: list[Statement], units: dict[str, float], points: float) -> tuple[Reason, ...]:
    """Share the points of a lens over the statements that earned them, largest first."""
    total = sum(units.values())
    earned = [(s, points * units[s.id] / total) for s in role if total and units.get(s.id)]
    earned.sort(key=lambda pair: -pair[1])
    shown = [
        Reason(points=round(gain, 2), text=_excerpt(lens, s), statement=s.id, line=s.line)
        for s, gain in earned[:_SHOWN]
    ]
    rest = earned[_SHOWN:]
    if rest:
        gain = round(sum(gain for _, gain in rest), 2)
        text = f"and {len(rest)} more statement{'s' if len(rest) > 1 else ''}"
        shown.append(Reason(points=gain, text=text, lines=tuple(sorted(s.line for s, _ in rest))))
    return tuple(shown)


def _excerpt(lens: Lens, statement: Statement) -> str:
    """Return the words that earned the points, or the statement's beginning."""
    words = next((statement.text[e.start : e.end] for e in statement.evidence if e.lens == lens), statement.text)
    return words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + " …"
