"""The words that change between two texts, so that nothing else of a document is touched."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Block, BlockKind, Document, Edit

Hunk = tuple[int, int, str]
"""Span of the old text in characters, end exclusive, and what takes its place."""

_SHORT, _LONG = 250_000, 4_000_000
"""Products of the lengths of two rows of words: up to the first they are compared as they are, beyond the second not
at all."""
_TOKEN = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")


def hunks(old: str, new: str) -> list[Hunk]:
    """Return the changes that turn ``old`` into ``new``, word by word; white space is equal to white space."""
    before = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(old)]
    after = [m.group() for m in _TOKEN.finditer(new)]
    found = []
    for tag, i1, i2, j1, j2 in _steps([_key(token) for *_, token in before], [_key(token) for token in after]):
        if tag == "equal":
            continue
        start = before[i1][0] if i1 < len(before) else len(old)
        end = before[i2 - 1][1] if i2 > i1 else start
        found.append((start, end, "".join(after[j1:j2])))
    return found


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the steps from one row of words to another; long rows are cut at words that stand once in both.

    The time of the matcher grows with the square of the length, and every blank is equal to every other.
    """
    cuts = _cuts(before, after) if len(before) * len(after) > _SHORT else []
    at, to = 0, 0
    for i, j in [*cuts, (len(before), len(after))]:
        one, other = before[at:i], after[to:j]
        if len(one) * len(other) > _LONG:
            yield ("equal" if one == other else "replace"), at, i, to, j
        else:
            for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
                yield tag, at + i1, at + i2, to + j1, to + j2
        at, to = i, j


def _cuts(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Return places in both rows at which the same word stands, in the order of both: as many as there can be."""
    once = [{word for word, number in Counter(row).items() if number == 1} for row in (before, after)]
    places = {word: index for index, word in enumerate(after) if word in once[1]}
    pairs = [(index, places[word]) for index, word in enumerate(before) if word in once[0] and word in places]
    ends: list[int] = []
    """For each length the smallest place in the second row at which a row of pairs of that length ends."""
    last: list[int] = []
    back: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        back.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = back[number]
    return found[::-1]


def patched(raw: str, work: Sequence[Hunk]) -> str:
    """Return a text with all changes, each given in characters of the text as it was; none may overlap.

    Several at one place stand there in the order in which they were given.
    """
    made: list[str] = []
    at = 0
    for start, end, text in sorted(work, key=lambda change: change[:2]):
        made += [raw[at:start], text]
        at = end
    return "".join([*made, raw[at:]])


def _key(token: str) -> str:
    return " " if token.isspace() else token


def changes(block: Block, edits: Sequence[Edit]) -> list[Hunk]:
    """Return the changes of all replacing edits of a block, in the order of the text.

    Raises:
        ProposalRefused: a span is not in the block, two edits overlap, or the block cannot be changed.
    """
    if block.locked and not all(edit.insert for edit in edits):
        raise ProposalRefused(f"edit of {block.id}", block.locked, "change it in Word, or leave it as it is")
    found: list[Hunk] = []
    last = 0
    for edit in sorted((e for e in edits if not e.insert), key=lambda e: (e.start, e.end)):
        if not 0 <= edit.start <= edit.end <= len(block.text):
            raise ProposalRefused(f"edit of {edit.block}", "its span is not in the text", "read the document again")
        if edit.start < last:
            raise ProposalRefused(f"edits of {edit.block}", "two of them overlap", "accept one of them")
        last = edit.end
        old = block.text[edit.start : edit.end]
        found += [(edit.start + start, edit.start + end, text) for start, end, text in hunks(old, edit.text)]
    return found


def by_block(blocks: Sequence[Block], edits: Sequence[Edit]) -> dict[str, list[Edit]]:
    """Return the edits of each block.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    known = {block.id for block in blocks}
    grouped: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.block not in known:
            raise ProposalRefused(f"edit of {edit.block}", "there is no such block", "read the document again")
        grouped.setdefault(edit.block, []).append(edit)
    return grouped


def following(document: Document, edits: Sequence[Edit]) -> dict[str, list[tuple[Block, list[Edit]]]]:
    """Return the new blocks that come behind each block, with the neighbour whose kind and style they take.

    Behind the last item of a list below others come the new ones of its own list first.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    grouped = by_block(document.blocks, [edit for edit in edits if edit.insert])
    found: dict[str, list[tuple[Block, list[Edit]]]] = {}
    for block in reversed(document.blocks if grouped else ()):
        if block.id in grouped:
            found.setdefault(document.last_below(block.id).id, []).append((block, grouped[block.id]))
    return found


def with_edits(document: Document, edits: Sequence[Edit]) -> Document:
    """Return a document whose blocks say what the edits say; its source stays. For formats that are only read.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    grouped, behind = by_block(document.blocks, edits), following(document, edits)
    made: list[Block] = []
    for block in document.blocks:
        text = patched(block.text, changes(block, grouped.get(block.id, [])))
        made.append(msgspec.structs.replace(block, text=text))
        for like, new in behind.get(block.id, ()):
            kind = BlockKind.PARAGRAPH if like.kind is BlockKind.HEADING else like.kind
            made += [msgspec.structs.replace(like, kind=kind, text=edit.text, bold=False) for edit in new]
    numbered = [msgspec.structs.replace(block, id=f"b{number}") for number, block in enumerate(made, 1)]
    return msgspec.structs.replace(document, blocks=tuple(numbered))
