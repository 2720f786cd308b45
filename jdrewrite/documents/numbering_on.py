"""Numbers behind lines that come into the middle of a numbered list: what an item bears then, and who speaks of it.

A number is layout: no edit changes it. Where the text itself refers to one ("see item 3"), a list whose numbers are
typed stays as it is, and one that counts by itself cannot; both are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from jdrewrite.documents.counting import readings
from jdrewrite.documents.hunks import Hunk, by_block
from jdrewrite.documents.listing import Item, numbered, sign_of
from jdrewrite.documents.pieces import Piece
from jdrewrite.model import Block, Document, Edit

_NUMBER = r"(?:\d{1,3}(?![\d%])|\((?:\d{1,3}|[a-zA-Z]{1,4})\))"
_NAMED = (
    r"items?|points?|dut(?:y|ies)|numbers?|nos?\.|paragraphs?|paras?\.?|clauses?|steps?|tasks?|lines?|bullets?|sections?"
    r"|responsibilit(?:y|ies)|requirements?|functions?|activit(?:y|ies)|criteri(?:on|a)|sub-?items?"
)
_REFERENCE = re.compile(
    rf"\b(?:{_NAMED})\s*(?:no\.|number\s|#)?\s*({_NUMBER}(?:(?:\s*[,&–-]\s*|\s+(?:and|or|to|through)\s+)+{_NUMBER})*)"
    rf"|#\s?(\d{{1,3}})\b|(?<!\S)({_NUMBER})[.)]?\s+(?:above|below)\b",
    re.IGNORECASE,
)
"""Words that point to an item of a list by its number."""
_SAID = re.compile(r"\d+|[a-zA-Z]{1,4}(?=\))")


class Moved(msgspec.Struct, frozen=True):
    """A list that gets new lines before its end."""

    items: Mapping[str, Item]
    """What each of its items bears then, by its block; those before the first new line bear what they did."""
    referred: tuple[int, str] | None
    """Line and words that speak of an item whose number changes; None where none does."""


def moved_lists(document: Document, edits: Sequence[Edit]) -> Iterator[Moved]:
    """Yield every numbered list that gets new lines before its last item.

    Args:
        document: as it was read.
        edits: in its coordinates.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    grouped = by_block(document.blocks, [edit for edit in edits if edit.insert])
    if not grouped:
        return
    lists: dict[int, list[tuple[str, Item]]] = {}
    for block, item in numbered(document.blocks).items():
        lists.setdefault(item.list, []).append((block, item))
    for own in lists.values():
        shift, items, changed = 0, {}, []
        for block, item in own:
            items[block] = msgspec.structs.replace(item, value=item.value + item.step * shift)
            if shift:
                changed.append(item.value)
            shift += len(grouped.get(block, ()))
        if changed:
            yield Moved(items, _referred(document, range(min(changed), max(changed) + 1)))


def numbers_on(document: Document, edits: Sequence[Edit]) -> dict[str, Item]:
    """Return what items bear behind which new lines count on, by their blocks.

    Those are all items of a list that is numbered on, and the last of any other.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    last = {item.list: (block, item) for block, item in numbered(document.blocks).items()}
    moved = [one.items for one in moved_lists(document, edits) if not one.referred]
    return dict(last.values()) | {block: item for items in moved for block, item in items.items()}


def told(document: Document, edits: Sequence[Edit], format: str) -> list[str]:  # noqa: A002 - the user's word for it
    """Return what a person should know of lists whose items the text speaks of by their numbers.

    Args:
        document: as it was read.
        edits: what is written into it.
        format: in which it is written. Lists that are set anew count on, as do those of Word and of web pages.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    unit = "paragraph" if document.encoding is None else "line"
    typed = {block.id for block in document.blocks if format == document.format and _is_typed(document, block)}
    found: dict[str, None] = {}
    for one in moved_lists(document, edits):
        if one.referred is None:
            continue
        line, words = one.referred
        stays = "the numbers of its list stay as they are, and new lines repeat one: number them by hand"
        counts = "new lines have moved the numbers of its list: check which item is meant"
        found[f"{unit} {line} says “{words}”; {stays if typed & one.items.keys() else counts}"] = None
    return list(found)


def _is_typed(document: Document, block: Block) -> bool:
    """Tell whether the number of an item stands in the file; Word and web pages count by themselves."""
    return bool(block.locator[2]) if document.format == "docx" else document.format != "html"


def as_written(blocks: Sequence[Block], pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Return the blocks of a text with the numbers that stand in it.

    Markdown counts a list from its first number on, whatever stands before the others: two lists that are typed one
    below the other are one for it. They begin anew in the file, and new lines go by that. A list whose numbers are all
    typed alike ("1." before each item) keeps those that Markdown gives it.

    Args:
        blocks: of the document.
        pieces: of its text, by the first place of the blocks' locators.
    """
    lists: dict[int, dict[str, str]] = {}
    signs = {block.id: sign_of(pieces[int(block.locator[0])].prefix) for block in blocks if block.number}
    for block, item in numbered(blocks).items():
        lists.setdefault(item.list, {})[block] = signs[block]
    typed = {block: sign for own in lists.values() if len({*own.values()}) > 1 for block, sign in own.items() if sign}
    return tuple(msgspec.structs.replace(block, number=typed.get(block.id, block.number)) for block in blocks)


def new_signs(raw: str, items: Sequence[tuple[Block, Piece, Item]]) -> dict[str, list[Hunk]] | None:
    """Return the changes to a text that number a list on, by its blocks; None where its numbers are not all written.

    In Markdown whatever hangs on an item is indented as far as its words are: it moves with them.

    Args:
        raw: the text.
        items: of the list, each with its piece, and what it bears then.
    """
    found: dict[str, list[Hunk]] = {}
    for block, piece, item in items:
        at = place_of(raw, block.number, piece.offsets[0])
        if at is None:
            return None
        stop = at + len(block.number)
        if item.sign != block.number:
            wider = len(item.sign) - len(block.number)
            found[block.id] = [(at, stop, item.sign), *(_hanging(raw, at, stop, wider) if wider > 0 else ())]
    return found


def _hanging(raw: str, at: int, stop: int, wider: int) -> Iterator[Hunk]:
    """Yield the changes that indent the lines below an item as much more as its number is wider."""
    start = max(raw.rfind("\n", 0, at), raw.rfind("\r", 0, at)) + 1
    blank = len(raw[stop:]) - len(raw[stop:].lstrip(" "))
    indent = stop + blank - start
    for row in re.compile(r"(?:\r\n|\r|\n)([ >]*)(?=(\S?))").finditer(raw, stop):
        if not row[2]:
            continue
        if len(row[1]) < indent:
            return
        yield row.end(), row.end(), " " * wider


def place_of(raw: str, number: str, words: int) -> int | None:
    """Return where in a text the number before some words stands; None where it is not written there.

    Args:
        raw: the text.
        number: as the item bears it.
        words: where its words begin.
    """
    begin = max(0, words - 40)
    at = raw.rfind(number, begin, words)
    if at < 0 or any(c.isalnum() for c in raw[at + len(number) : words]) or raw[max(0, at - 1) : at].isalnum():
        return None
    return at


def _referred(document: Document, changed: range) -> tuple[int, str] | None:
    for block in document.blocks:
        for found in _REFERENCE.finditer(block.text):
            said = [value for one in _SAID.findall(found.group()) for value in readings(one.lower()).values()]
            if any(value in changed for value in said):
                return document.line_of(block, found.start()), " ".join(found.group().split())
    return None
