"""The lines of two documents side by side: those that are the same, those that were changed, and what came and went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import msgspec

from jdrewrite.language.sentences import sentences
from jdrewrite.model import LOCKED_SECTIONS, Assessment, BlockKind, Document

ALIKE = 0.45
"""Share of common words from which two lines are taken for the same line, reworded."""
_LOCKED_HEADING = re.compile(
    r"equal (?:employment )?opportunit|\beeo\b|\blegal\b|disclaimer|accommodation|benefits|compensation|\bsalary\b|\bpay\b|"
    r"remuneration|how to apply|privacy|what we offer|perks",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\brequire|\bmust\b|\bessential|\bmandatory|\bminimum\b|\bneed to have\b|\bbasic qualif", re.IGNORECASE
)
_WISHED = re.compile(
    r"\bprefer|\bnice[- ]to[- ]have|\bdesir|\bbonus\b|\ba plus\b|\badvantage|\boptional|\bideal|\bassets?\b",
    re.IGNORECASE,
)


class Line(msgspec.Struct, frozen=True):
    """One block of a document, or the part of it that is judged."""

    text: str
    """With white space collapsed."""
    line: int
    """1-based line of the file, or number of the paragraph in Word."""
    locked: bool = False
    """It stands in a section whose words may not change."""
    asked: str = ""
    """How strictly the heading above it, or that of its column, asks for it: ``required``, ``preferred`` or nothing."""
    start: int = 0
    """Where ``text`` begins in the whole line."""
    block: str = ""
    """Id of the block."""


class Sides(msgspec.Struct, frozen=True):
    """The lines of two documents, paired."""

    kept: tuple[tuple[Line, Line], ...]
    """Lines that are the same on both sides."""
    touched: tuple[tuple[Line, Line], ...]
    gone: tuple[Line, ...]
    come: tuple[Line, ...]


def lines_of(document: Document, locks: Callable[[str], bool] | None = None) -> list[Line]:
    """Return the lines of a document; what stands under a heading such as "Benefits" is locked.

    Args:
        document: as it was read.
        locks: tells of a block by its id whether the analysis has it in a locked section too; None where nobody knows.
    """
    found: list[Line] = []
    locked, asked = False, ""
    columns: dict[tuple[int, int], str] = {}
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.kind is BlockKind.HEADING or (block.bold and len(text.split()) <= 8) or _opens_a_list(text):
            locked = bool(_LOCKED_HEADING.search(text))
            asked = _strictness(text)
        cell = block.cell
        if cell and (cell.head or not cell.row) and _strictness(text):
            columns[cell.table, cell.column] = _strictness(text)
        strict = columns.get((cell.table, cell.column), asked) if cell else asked
        found.append(Line(text, block.line, locked and (locks is None or locks(block.id)), strict, block=block.id))
    return found


def _opens_a_list(text: str) -> bool:
    return text.endswith(":") and len(text.split()) <= 8


def _strictness(heading: str) -> str:
    wished, asked = _WISHED.search(heading), _ASKED.search(heading)
    return "" if bool(wished) == bool(asked) else "preferred" if wished else "required"


def locked_by(context: Assessment) -> Callable[[str], bool]:
    """Return what tells whether a block is locked, as it tells of each of its statements that is to be rewritten."""
    free = {s.block for s in context.statements if s.section not in LOCKED_SECTIONS}
    return lambda block: block not in free


def side_by_side(old: list[Line], new: list[Line]) -> Sides:
    """Pair the lines of two documents: those that stayed first, then the changed ones by likeness."""
    kept, gone, come = _unpaired(old, new)
    touched = _paired(gone, come)
    one, other = ({id(pair[n]) for pair in touched} for n in (0, 1))
    return Sides(
        kept=tuple(kept),
        touched=tuple(touched),
        gone=tuple(line for line in gone if id(line) not in one),
        come=tuple(line for line in come if id(line) not in other),
    )


def changed_part(a: Line, b: Line) -> tuple[Line, Line]:
    """Return two lines without the sentences with which both begin and end, where something is left on each side."""
    one, other = _cut(a.text), _cut(b.text)
    first = 0
    while first < min(len(one), len(other)) - 1 and one[first] == other[first]:
        first += 1
    last = 0
    while last < min(len(one), len(other)) - first - 1 and one[-1 - last] == other[-1 - last]:
        last += 1
    return _part(a, one, first, last), _part(b, other, first, last)


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _part(line: Line, cut: list[str], first: int, last: int) -> Line:
    if not first and not last:
        return line
    start = line.text.index(cut[first], sum(map(len, cut[:first])))
    end = line.text.rindex(cut[len(cut) - 1 - last]) + len(cut[len(cut) - 1 - last])
    return msgspec.structs.replace(line, text=line.text[start:end], start=start)


def _unpaired(old: list[Line], new: list[Line]) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Return the lines that stayed, in pairs, and those that have no like on the other side."""
    there: dict[str, list[Line]] = {}
    for line in new:
        there.setdefault(line.text, []).append(line)
    kept, gone = [], []
    for line in old:
        twins = there.get(line.text)
        if twins:
            twin = next((t for t in twins if t.asked == line.asked), twins[0])
            kept.append((line, twin))
            there[line.text] = [t for t in twins if t is not twin]
        else:
            gone.append(line)
    taken = {id(twin) for _, twin in kept}
    return kept, gone, [line for line in new if id(line) not in taken]


def _paired(gone: list[Line], come: list[Line]) -> list[tuple[Line, Line]]:
    """Pair the lines that are most alike first; each has one partner at most."""
    old, new = ([_counted(line.text) for line in some] for some in (gone, come))
    alike = [
        (_likeness(old[i], new[j]), -abs(i - j), i, j)
        for i in range(len(gone))
        for j in range(len(come))
        if old[i].keys() & new[j].keys()
    ]
    pairs, used_i, used_j = [], set(), set()
    for likeness, _, i, j in sorted(alike, reverse=True):
        if likeness >= ALIKE and i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((gone[i], come[j]))
    return pairs


def likeness(one: str, other: str) -> float:
    """Return the share of the words of one line that another has too, from 0 to 1."""
    return _likeness(_counted(one), _counted(other))


@lru_cache(maxsize=8192)
def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    return (a & b).total() / max(1, a.total())
