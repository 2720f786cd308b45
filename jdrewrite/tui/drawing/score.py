"""The score with its eight lenses as bars, what moved it, and every reason."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from jdrewrite.editing.functions import name_of
from jdrewrite.editing.movement import LEAST, LENS_NAMES, Move, by_reading, told
from jdrewrite.editing.places import Places, named, place_of
from jdrewrite.model import Assessment, Lens, LensScore
from jdrewrite.rounding import figure, half_up

_NAME = 19


def panel(
    before: Assessment,
    now: Assessment,
    moved: Sequence[Move],
    width: int,
    lens: Lens | None = None,
    key: str = "",
    read: Assessment | None = None,
) -> Content:
    """Draw the score: total, standing, eight bars, and what moved it last.

    Args:
        before: of the document as it came, as it was first read.
        now: of the result.
        moved: at the last change.
        width: cells.
        lens: the one that is looked through; it is marked.
        key: with which a person says whom the job serves.
        read: the document as it came, as it is read now; None for as ``before``.
    """
    why = by_reading(before, read) if read is not None else ""
    reread = [(f"\n{why}", "$secondary")] if why else []
    parts: list[Content | str | tuple[str, str]] = [*_head(before, now), *reread, *_served(now, key), "\n"]
    known = {part.lens: part for part in before.score.lenses}
    for part in now.score.lenses:
        parts += ["\n", *_bar(part, known.get(part.lens, part), width, chosen=part.lens == lens)]
    if now.configured.off:
        parts.append((f"\nLeft out: {now.configured.left_out}.", "$secondary"))
    if moved:
        parts.append("\n")
        parts += [_move(move) for move in moved[:2]]
    return Content.assemble(*parts)


def line(before: Assessment, now: Assessment, moved: Sequence[Move]) -> Content:
    """Draw the score in two lines, for a small screen."""
    bars = "".join(" ▁▂▃▄▅▆▇█"[round(8 * p.points / p.out_of)] for p in now.score.lenses)
    parts: list[Content | str | tuple[str, str]] = [*_head(before, now, short=True), ("  " + bars, "$primary")]
    if moved:
        parts.append(_move(moved[0]))
    return Content.assemble(*parts)


def reasons(now: Assessment, places: Places) -> Content:
    """Draw where each point comes from, and what would bring the missing ones.

    Args:
        now: of the result.
        places: what its lines are called.
    """
    parts: list[Content | str | tuple[str, str]] = []
    for part in now.score.lenses:
        parts += [
            (f"{LENS_NAMES[part.lens].capitalize()}", "bold"),
            (f"  {figure(part.points)} of {part.out_of:g}\n", ""),
        ]
        for reason in part.reasons:
            place = place_of(reason.line, reason.text, places)
            where = named(place) if place else ""
            parts += [(f"  + {figure(reason.points)}  ", "$success"), (f"{where}  " if where else "", "$secondary")]
            parts.append(f"{reason.text}\n")
        for reason in part.missing:
            parts += [("  ? missing  ", "$warning"), f"{reason.text}\n"]
        parts.append("\n")
    return Content.assemble(*parts)


def _head(before: Assessment, now: Assessment, *, short: bool = False) -> list[Content | str | tuple[str, str]]:
    # Of the figures that are shown, so that they add up.
    moved = int(half_up(now.score.total) - half_up(before.score.total))
    parts: list[Content | str | tuple[str, str]] = [(figure(now.score.total, 0), "bold $primary"), " of 100"]
    if moved:
        style = "$success" if moved > 0 else "$error"
        parts.append((f"  {'▲' if moved > 0 else '▼'} {abs(moved)}, was {figure(before.score.total, 0)}", style))
    if short:
        return parts
    if now.score.level:
        parts.append(f"\n{now.score.level}")
    standing = now.score.standing
    if standing is not None:
        group = "job descriptions" if standing.group == "all" else "of its function"
        than = f"higher than {standing.percentile} %" if standing.percentile else "among the lowest"
        parts.append((f"\n{than} of {standing.count:,} {group}", "$secondary"))
    return parts


def _served(now: Assessment, key: str) -> list[tuple[str, str]]:
    """Draw function and those served; where the text names nobody, the way out."""
    word = now.customer_word
    said = ", as you said" if word.source == "given" else ""
    parts = [(f"\n{name_of(now.function[0].name)}, serving {word.plural}{said}", "$secondary")]
    if now.unnamed and key:
        parts.append((f"\n{now.unnamed[0].upper()}{now.unnamed[1:]}; {key} says whom.", "$warning"))
    return parts


def _bar(part: LensScore, was: LensScore, width: int, *, chosen: bool) -> list[tuple[str, str]]:
    room = max(6, min(20, width - _NAME - 16))
    full = round(room * part.points / part.out_of)
    moved = part.points - was.points
    spans = [
        ("> " if chosen else "  ", "bold $accent"),
        (f"{LENS_NAMES[part.lens]:<{_NAME}}", "bold" if chosen else ""),
        ("█" * full, "$primary"),
        ("░" * (room - full), "$secondary"),
        (f" {figure(part.points):>4}/{part.out_of:<3g}", ""),
    ]
    if abs(moved) >= LEAST:
        spans.append((f"{half_up(moved, 1):+.1f}", "$success" if moved > 0 else "$error"))
    return spans


def _move(move: Move) -> Content:
    style = "$success" if move.points > 0 else "$error"
    return Content.assemble("\n", (f"{'▲' if move.points > 0 else '▼'} {told(move)}", style))
