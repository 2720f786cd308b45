"""What the tests of several formats share."""

from __future__ import annotations

from jdrewrite.model import Document, Edit


def change(document: Document, old: str, new: str) -> Edit:
    """The edit that replaces words which stand once in a document."""
    block = next(block for block in document.blocks if old in block.text)
    start = block.text.index(old)
    return Edit(block=block.id, start=start, end=start + len(old), text=new)


def behind(document: Document, words: str, new: str) -> Edit:
    """The edit that puts a new block behind the one with these words."""
    block = next(block for block in document.blocks if words in block.text)
    return Edit(block=block.id, start=0, end=0, text=new, insert=True)


def seen(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, block.text) for block in document.blocks]
