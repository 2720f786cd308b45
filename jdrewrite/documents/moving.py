"""Moves edits from a document to the same text in another format, where the blocks are cut alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.documents.hunks import by_block, changes, patched
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.language.words import plain
from jdrewrite.model import Block, Document, Edit

_SIGNS = re.compile(rf"(?:{DOT}|{DASH})+")


def moved_edits(before: Document, after: Document, edits: Sequence[Edit]) -> tuple[Edit, ...] | None:
    """Return the edits in the coordinates of the other document; None where the blocks do not match one to one.

    Args:
        before: the document to which the edits belong.
        after: the same text, where line breaks inside a block may have become spaces.
        edits: the changes.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    grouped = by_block(before.blocks, edits)
    if [_bare(b.text) for b in before.blocks] != [_bare(b.text) for b in after.blocks]:
        return None
    found: list[Edit] = []
    for block, other in zip(before.blocks, after.blocks, strict=True):
        own = grouped.get(block.id, [])
        replaced = [edit for edit in own if not edit.insert]
        if replaced:
            why = "\n".join(dict.fromkeys(edit.comment for edit in replaced if edit.comment))
            text = _applied(block, replaced)
            text = plain(text) if plain(block.text) == plain(other.text) else _bare(text)
            found.append(Edit(block=other.id, start=0, end=len(other.text), text=text, comment=why))
        found += [
            Edit(block=other.id, start=0, end=0, text=plain(edit.text), insert=True, comment=edit.comment)
            for edit in own
            if edit.insert
        ]
    return tuple(found)


def _applied(block: Block, edits: Sequence[Edit]) -> str:
    return patched(block.text, changes(block, edits))


def _bare(text: str) -> str:
    """Return a text without list signs before it, which a bullet may have twice and another format reads as one."""
    flat = plain(text)
    signs = _SIGNS.match(flat)  # at the beginning only: a dash between words is one of its words
    return flat[signs.end() :] if signs else flat
