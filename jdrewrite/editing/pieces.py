"""The text of a row in pieces, each with what it means; fronts give them colours and strokes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from jdrewrite.language.worddiff import word_diff
from jdrewrite.model import Finding

Tone = Literal["", "strength", "warning", "suggestion", "gone", "new", "found"]


class Piece(msgspec.Struct, frozen=True):
    """Some words of a row, and what is to be seen of them."""

    text: str
    tone: Tone = ""


def changed(old: str, new: str) -> tuple[Piece, ...]:
    """Return both wordings in one: what goes and what comes."""
    tones: dict[str, Tone] = {"same": "", "gone": "gone", "new": "new"}
    return tuple(Piece(text, tones[op]) for op, text in word_diff(old, new))


def spaced(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with a space between what goes and what comes, so that both can be read without colours."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last is not None and last.tone == "gone" and piece.tone == "new" and _touch(last.text, piece.text):
            made.append(Piece(" "))
        made.append(piece)
    return tuple(made)


def _touch(left: str, right: str) -> bool:
    return not left[-1:].isspace() and not right[:1].isspace()


def marked(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """Return a text with the words marked that the findings are about; where two meet, the first counts."""
    pieces: list[Piece] = []
    at = 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        start, end = max(finding.start, at), min(finding.end, len(text))
        whole = finding.level == "suggestion" and end - start >= len(text) - 1
        if start >= end or whole:
            continue
        pieces += [Piece(text[at:start]), Piece(text[start:end], finding.level)]
        at = end
    pieces.append(Piece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def with_found(pieces: Sequence[Piece], needle: str) -> tuple[Piece, ...]:
    """Return the pieces with every occurrence of a searched word marked, even across pieces."""
    text = "".join(piece.text for piece in pieces)
    if not needle or needle.lower() not in text.lower():
        return tuple(pieces)
    spans = []
    at = text.lower().find(needle.lower())
    while at >= 0:
        spans.append((at, at + len(needle)))
        at = text.lower().find(needle.lower(), at + len(needle))
    made: list[Piece] = []
    place = 0
    for piece in pieces:
        end = place + len(piece.text)
        cut = place
        for start, stop in spans:
            first, last = max(start, place), min(stop, end)
            if first < last:
                made += [Piece(text[cut:first], piece.tone), Piece(text[first:last], "found")]
                cut = last
        made.append(Piece(text[cut:end], piece.tone))
        place = end
    return tuple(piece for piece in made if piece.text)
