"""What moved the score between two analyses: which lens, by how much, and the words that did it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jdrewrite.editing.places import Places, named, place_of
from jdrewrite.model import Assessment, Lens, LensScore
from jdrewrite.rounding import half_up

LEAST = 0.1
"""Points below which nobody is told."""
LENS_NAMES: dict[Lens, str] = {
    "customer": "who is served",
    "frame": "for whose good",
    "sight": "what they get",
    "voice": "how they are heard",
    "authority": "room to act",
    "measure": "how it is judged",
    "across": "sharing",
    "people": "attitude",
}
"""The lenses in plain words."""

_NOWHERE: Places = {}


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """One lens that moved."""

    lens: Lens
    points: float
    words: str
    """The words that brought or took the points; empty where they are many."""
    place: str = ""
    """What the line with these words is called; empty where that is not known."""


def gained(said: str, lenses: Sequence[Lens]) -> str:
    """Return what is said of a person's own words, with the lenses through which they say more than what was there."""
    return f"{said} New in it: {', '.join(LENS_NAMES[lens] for lens in lenses)}." if lenses else said


def moves(
    before: Assessment, after: Assessment, was_at: Places = _NOWHERE, now_at: Places = _NOWHERE
) -> tuple[Move, ...]:
    """Return what moved, the largest first.

    Args:
        before: the result at the last change.
        after: the result now.
        was_at: what the lines of ``before`` are called.
        now_at: the same of ``after``.
    """
    found: list[Move] = []
    known = {part.lens: part for part in before.score.lenses}
    for now in after.score.lenses:
        lens, was = now.lens, known.get(now.lens, now)
        points = half_up(now.points - was.points, 1)
        if abs(points) >= LEAST:
            words, line = _cause(was, now) if points > 0 else _cause(now, was)
            place = place_of(line, words, now_at if points > 0 else was_at)
            found.append(Move(lens=lens, points=points, words=words, place=place))
    return tuple(sorted(found, key=lambda m: -abs(m.points)))


def by_reading(first: Assessment, read: Assessment) -> str:
    """Return how far the score moved although no word did, and why; empty where it did not.

    Args:
        first: the document as it came, as it was first read.
        read: the same as it is read now.
    """
    points = int(half_up(read.score.total) - half_up(first.score.total))
    if not points:
        return ""
    if first.customer_word.plural != read.customer_word.plural:
        return f"{points:+d} by whom it serves, before any change of its words"
    return f"{points:+d} by its title or function, before any change of its words"


def _cause(less: LensScore, more: LensScore) -> tuple[str, int | None]:
    """Return the first reason that only the richer side has."""
    known = {reason.text for reason in less.reasons}
    for reason in more.reasons:
        if reason.text not in known and reason.line is not None:
            return reason.text, reason.line
    return "", None


def told(move: Move) -> str:
    """Return a move in words, such as ``what they get +1.5 (line 12: so that ...)``."""
    place = f"{named(move.place)}: " if move.place else ""
    cause = f" ({place}{move.words})" if move.words else ""
    return f"{LENS_NAMES[move.lens]} {move.points:+.1f}{cause}"
