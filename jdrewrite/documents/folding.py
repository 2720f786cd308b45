"""Wrapped text stays wrapped: where words of a paragraph change, its lines are broken anew from there on.

A line that is longer than all others would be taken for the width of the text, and the lines of other paragraphs for
things said by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jdrewrite.documents.hunks import Hunk

_ATOM = re.compile(r"\s+|\S+")


class _Atom(msgspec.Struct):
    """A stretch of words or of white space of the new text."""

    text: str
    start: int
    """In the old text, where it stands there; else where its change does."""
    hunk: int = -1
    """Number of the change that brings it; -1 for what stands there already."""


def folded(text: str, hunks: Sequence[Hunk], width: int) -> list[Hunk]:
    """Return changes of a text of several lines with those of its line breaks, so that no line is longer than asked.

    Args:
        text: as it stands, with its line breaks.
        hunks: in the order of the text; they may not overlap.
        width: characters of a line.
    """
    if not hunks or not any(words.strip() for *_, words in hunks):
        return list(hunks)
    first = hunks[0][0]
    words = ["" for _ in hunks]
    breaks: list[Hunk] = []
    atoms = list(_atoms(text, hunks, first))
    column = len(text[:first].rpartition("\n")[2])
    for at, atom in enumerate(atoms):
        put = atom.text
        if put.isspace():
            after = sum(map(len, _run(atoms, at + 1)))
            turns = bool(after) and column + 1 + after > width
            put = "\n" if turns else put if "\n" not in put else " "
            column = 0 if turns else column + len(put)
            if atom.hunk < 0 and put != atom.text:
                breaks.append((atom.start, atom.start + len(atom.text), put))
        else:
            column += len(put)
        if atom.hunk >= 0:
            words[atom.hunk] += put
    changed = [(start, end, said) for (start, end, _), said in zip(hunks, words, strict=True)]
    return sorted([*changed, *breaks], key=lambda hunk: hunk[:2])


def lines_of(text: str, width: int) -> list[str]:
    """Return words as lines of a width."""
    made: list[str] = []
    for word in text.split():
        if made and len(made[-1]) + 1 + len(word) <= width:
            made[-1] += f" {word}"
        else:
            made.append(word)
    return made


def _run(atoms: Sequence[_Atom], at: int) -> Iterator[str]:
    """Yield what stands there up to the next white space."""
    while at < len(atoms) and not atoms[at].text.isspace():
        yield atoms[at].text
        at += 1


def _atoms(text: str, hunks: Sequence[Hunk], at: int) -> Iterator[_Atom]:
    """Yield the new text from its first change on."""
    for number, (start, end, words) in enumerate(hunks):
        yield from (_Atom(m.group(), m.start()) for m in _ATOM.finditer(text, at, start))
        yield from (_Atom(m.group(), start, number) for m in _ATOM.finditer(words))
        at = end
    yield from (_Atom(m.group(), m.start()) for m in _ATOM.finditer(text, at))
