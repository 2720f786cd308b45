"""The result as one plain text: to copy, to look at, or to change in another editor and take back."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from jdrewrite.documents.hunks import changes as hunks_of
from jdrewrite.editing.desk import Desk
from jdrewrite.language.words import plain
from jdrewrite.model import Block, BlockKind


class Line(msgspec.Struct, frozen=True):
    """One paragraph, heading or bullet of the result."""

    block: str
    text: str
    mark: str
    """What stands before it in plain text: ``## ``, ``- ``, nothing."""
    proposal: str | None = None
    """Id of the proposal that brought the line, where it is a new one."""


class Change(msgspec.Struct, frozen=True):
    """One line that came back otherwise."""

    kind: Literal["reworded", "added"]
    line: Line
    """The line that was reworded, or after which a new one was put."""
    text: str
    """The new text; empty for a line that was taken out."""


def lines(desk: Desk) -> tuple[Line, ...]:
    """Return the result in reading order."""
    edits = desk.edits()
    behind: dict[str, list[Line]] = {}
    for block in reversed(desk.document.blocks):
        mark = "" if block.kind is BlockKind.HEADING else _mark(block)
        new = [p for p in desk.of("accepted") if p.original is None and p.anchor.block == block.id]
        last = desk.document.last_below(block.id).id if new else block.id
        behind.setdefault(last, []).extend(Line(block.id, plain(desk.text_of(p)), mark, p.id) for p in new)
    found: list[Line] = []
    for block in desk.document.blocks:
        text = block.text
        for start, end, put in reversed(hunks_of(block, [e for e in edits if e.block == block.id])):
            text = text[:start] + put + text[end:]
        if plain(text):
            found.append(Line(block.id, plain(text), _mark(block)))
        found += behind.get(block.id, ())
    return tuple(found)


def text(desk: Desk) -> str:
    """Return the result as plain text: headings with ``#``, bullets with ``-``, paragraphs apart."""
    parts: list[str] = []
    last: Line | None = None
    for line in lines(desk):
        close = last is not None and "- " in last.mark and "- " in line.mark
        parts += ([] if last is None or close else [""]) + [line.mark + line.text]
        last = line
    return "\n".join(parts) + "\n"


def taken_back(before: Sequence[Line], edited: str) -> tuple[Change, ...]:
    """Return what a person changed in the text, line by line.

    Args:
        before: the lines as they were given out.
        edited: the text as it came back.
    """
    old = [line.text for line in before]
    new = [clean for raw in edited.splitlines() if (clean := _unmarked(raw))]
    found: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(i2 - i1, j2 - j1)
        found += [Change("reworded", before[i1 + n], new[j1 + n]) for n in range(pairs)]
        found += [Change("reworded", before[n], "") for n in range(i1 + pairs, i2)]
        last = before[i1 + pairs - 1] if i1 + pairs else before[0]
        found += [Change("added", last, new[n]) for n in range(j1 + pairs, j2)]
    return tuple(found)


def _mark(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "#" * max(1, block.level) + " "
    return "  " * block.level + "- " if block.kind is BlockKind.BULLET else ""


def _unmarked(raw: str) -> str:
    words = plain(raw)
    head, _, rest = words.partition(" ")
    if rest and (head in {"-", "*", "•"} or set(head) == {"#"}):
        return rest
    return words if words.strip("#-*• ") else ""
