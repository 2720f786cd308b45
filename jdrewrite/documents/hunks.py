"""The words that change between two texts, so that nothing else of a document is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Block, Edit

Hunk = tuple[int, int, str]
"""Span of the old text in characters, end exclusive, and what takes its place."""

_TOKEN = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")


def hunks(old: str, new: str) -> list[Hunk]:
    """Return the changes that turn ``old`` into ``new``, word by word; white space is equal to white space."""
    before = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(old)]
    after = [m.group() for m in _TOKEN.finditer(new)]
    matcher = SequenceMatcher(
        None, [_key(token) for *_, token in before], [_key(token) for token in after], autojunk=False
    )
    found = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        start = before[i1][0] if i1 < len(before) else len(old)
        end = before[i2 - 1][1] if i2 > i1 else start
        found.append((start, end, "".join(after[j1:j2])))
    return found


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
