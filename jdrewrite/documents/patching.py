"""Changes to a text file that make its blocks say something else, and leave every other character as it is.

What a reader would see of the result is compared with what was meant. Where it is something else, since new words and
old signs have come to mean something together, the words of that block are written anew without marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from jdrewrite.documents.folding import folded, lines_of
from jdrewrite.documents.hunks import Hunk, by_block, changes, following, patched
from jdrewrite.documents.listing import Item, numbered, sign_of
from jdrewrite.documents.neighbours import apart, inserted, is_close
from jdrewrite.documents.numbering_on import as_written, moved_lists, new_signs
from jdrewrite.documents.pieces import INVISIBLE, Marks, Piece
from jdrewrite.documents.signs import ANY
from jdrewrite.documents.within_piece import Escape, raw_change, runs_of
from jdrewrite.model import BlockKind, Document, Edit

_SIGN = re.compile(rf"(?:{ANY}|[#>])+ ?|(?:\(?\w{{1,2}}[.)]|o) ")
_LINE_BREAKS = re.compile(r"\s*[\r\n]\s*")
_MOST_TURNS = 12
"""How often one block more is written anew before all of them are."""
_NEAR = 200
"""Characters before the words of a bullet in which its line begins."""
_LONG = 100_000
"""Characters from which a file is read again only twice."""


class Manner(msgspec.Struct, frozen=True):
    """How a format is read and written: what is particular to it."""

    parse: Callable[[str], Sequence[Piece]]
    escape: Escape
    neighbour: Callable[[str, Piece, str, str], str]
    """Writes a new block behind a piece, from the file's text, the piece, the words and the line break."""
    width: Callable[[str], int] = lambda _: 0
    """Tells at which width the lines of a text are wrapped; 0 where lines mean nothing, or are things said."""
    parted: bool = True
    """Lines are what parts its blocks, so that a cell of a table stays one."""


class _Added(msgspec.Struct, frozen=True):
    """A new block."""

    text: str
    piece: Piece
    """The neighbour whose dress it takes, and what it bears in a numbered list."""


class _Change(msgspec.Struct):
    """What becomes of one block."""

    piece: Piece
    hunks: list[Hunk]
    added: list[_Added]
    """What comes behind it: its own new neighbours, and those of items in whose list below it is the last."""
    text: str
    """What it says in the end."""
    signs: list[Hunk] = msgspec.field(default_factory=list)
    """Changes of the number before it, and of the indent of what hangs on it."""
    anew: bool = False
    """Whether its words are written anew, not only those that change."""
    plain: bool = False
    """Whether they are where none of them changes."""


def patch(document: Document, raw: str, edits: Sequence[Edit], manner: Manner) -> str:
    """Return the file's text with the edits: every character outside the changed words stays as it is.

    Args:
        document: as it was read.
        raw: its decoded source.
        edits: the changes.
        manner: how this format is read and written.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    if not edits:
        return raw
    work = _changes(document, raw, manner.parse(raw), edits)
    meant = [(said, change) for change in work for said in _meant(change, manner)]
    newline = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw and "\n" not in raw else "\n"
    loose: set[Marks] = set()
    first = result = _written(raw, work, manner, newline, loose)
    turns = _MOST_TURNS if len(raw) < _LONG else 2
    for turn in range(turns):
        shown = [said for piece in manner.parse(result) if (said := _said(piece.text))]
        wrong = _first_wrong([said for said, _ in meant], shown)
        if wrong is None:
            return result
        near = [change for _, change in meant[max(0, wrong - 1) : wrong + 2] if change.hunks or change.added]
        todo = [change for change in near if not change.anew] if turn < turns - 2 else []
        todo = todo or [change for change in work if not change.anew and (change.hunks or change.added)]
        # What does not change can have come to be read as one with its neighbours: an empty line keeps them apart.
        todo = todo or [
            change for _, change in meant[max(0, wrong - 1) : wrong + 2] if change.piece.listed and not change.anew
        ]
        # Emphasis that begins in one line of a list and ends in another holds no longer where one of them is new.
        over = {marks for change in (*near, *work) for marks in _reaching_out(change.piece)} - loose
        if todo:
            for change in todo:
                change.anew = True
        elif over:
            loose |= over
        elif plain := [change for _, change in meant[max(0, wrong - 1) : wrong + 2] if not change.plain]:
            for change in plain:  # its words have come to mean something with new ones
                change.anew = change.plain = True
        else:
            break
        result = _written(raw, work, manner, newline, loose)
    return first  # no way of writing says it exactly in this format: the words are there


def _changes(document: Document, raw: str, pieces: Sequence[Piece], edits: Sequence[Edit]) -> list[_Change]:
    grouped = by_block(document.blocks, edits)
    said = msgspec.structs.replace(document, blocks=as_written(document.blocks, pieces))
    last = {item.list: (block, item) for block, item in numbered(said.blocks).items()}
    items = dict(last.values())
    signs: dict[str, list[Hunk]] = {}
    by_id = {block.id: (block, pieces[int(block.locator[0])]) for block in said.blocks}
    stays = {block for one in moved_lists(document, edits) if one.referred for block in one.items}
    for moved in moved_lists(said, edits):
        if stays & moved.items.keys():
            continue
        written = new_signs(raw, [(*by_id[key], item) for key, item in moved.items.items()])
        if written is None:  # Markdown that counts by itself: "1." before each item
            for key in moved.items:
                by_id[key][1].following = by_id[key][1].prefix
                items.pop(key, None)
        else:
            signs |= written
            items |= moved.items
    work, behind = [], following(document, edits)
    for block in document.blocks:
        found = changes(block, grouped.get(block.id, []))
        added = [
            _Added(edit.text, _counting_on(by_id[like.id][1], items.get(like.id), number))
            for like, new in behind.get(block.id, ())
            for number, edit in enumerate(new, 1)
        ]
        text = patched(block.text, found)
        work.append(_Change(by_id[block.id][1], found, added, text, signs.get(block.id, [])))
    return work


def _meant(change: _Change, manner: Manner) -> list[str]:
    """Return what a reader should see of a block and what is added to it."""
    if change.piece.kind is BlockKind.CELL and manner.parted:
        said = [_said(_whole_cell(change))]
    else:
        said = [_said(text) for text in (change.text, *(new.text for new in change.added))]
    return [text for text in said if text]


def _said(text: str) -> str:
    """Return a text so that two which a reader takes for the same are equal: without list sign, white space alike."""
    text = " ".join(INVISIBLE.sub("", text).split()) + " "
    while sign := _SIGN.match(text):
        text = text[sign.end() :]
    return text.strip()


def _first_wrong(meant: Sequence[str], shown: Sequence[str]) -> int | None:
    for index, (one, other) in enumerate(zip(meant, shown, strict=False)):
        if one != other:
            return index
    return None if len(meant) == len(shown) else min(len(meant), len(shown))


def _written(raw: str, work: Sequence[_Change], manner: Manner, newline: str, loose: set[Marks]) -> str:
    """Return the text with all changes; without the marks that are loose."""
    done: list[Hunk] = []
    width = manner.width(raw)
    for change in work:
        piece = change.piece
        done += change.signs
        if change.anew and piece.kind is BlockKind.CELL and manner.parted:  # what is added stands in the same line
            done += _anew(piece, _words(_whole_cell(change), piece, 0, manner, whole=True))
            continue
        if change.anew and (change.hunks or change.plain):
            # White space at the beginning of a line would make it go on with the item before.
            done += _anew(piece, _words(change.text.lstrip(), piece, 0, manner, whole=True))
            if not change.text.strip() and (sign := _typed_sign(raw, piece)):
                done.append(sign)
        else:
            wrapped = bool(width) and "\n" in piece.text
            for start, end, text in folded(piece.text, change.hunks, width) if wrapped else change.hunks:
                said = _break(raw, piece).join(_words(part, piece, start, manner) for part in text.split("\n"))
                done += raw_change(raw, piece, start, end, said)
        neighbour = inserted if change.anew and piece.listed else manner.neighbour
        for new in change.added:
            at = _end_below(raw, new.piece, piece, manner)
            said = _words(new.text, new.piece, None, manner)
            if width:
                indent = " " * len((new.piece.following or new.piece.prefix).expandtabs(4))
                said = f"{newline}{indent}".join(lines_of(said, width - len(indent)))
            done.append((at, at, neighbour(raw, new.piece, said, newline)))
        if change.anew and manner.parted and loose.issuperset(_reaching_out(piece)):
            if is_close(raw, piece):
                done.append((piece.start, piece.start, newline))
            done.append((piece.end, piece.end, apart(raw, piece, newline)))
    return patched(raw, [*done, *_without(loose, done)])


def _break(raw: str, piece: Piece) -> str:
    """Return what parts two lines of a piece: the line break and the indent of the second."""
    at = piece.text.find("\n")
    return raw[piece.offsets[at] : piece.stop(at)] if at >= 0 else " "


def _reaching_out(piece: Piece) -> Iterator[Marks]:
    """Yield the marks around words of a piece that begin before it or end behind it: in another line of its list."""
    for marks in piece.marks:
        touched = marks.start < piece.end and piece.start < marks.end
        if touched and not piece.start <= marks.start < marks.end <= piece.end:
            yield marks


def _without(loose: set[Marks], done: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield the changes that take marks out, but for those that go with the words around them."""
    gone = [(start, end) for start, end, _ in done if start < end]
    for marks in loose:
        for start, end in ((marks.start, marks.inner_start), (marks.inner_end, marks.end)):
            if not any(first < end and start < last for first, last in gone):
                yield start, end, ""


def _typed_sign(raw: str, piece: Piece) -> Hunk | None:
    """Return the change that takes out the sign before a typed bullet, which would be words without a line."""
    at = piece.inner[0] if piece.inner else piece.offsets[0]
    row = re.search(r"(?:\r\n|\r|\n|\A)[^\r\n]*\Z", raw[max(0, at - _NEAR) : at])
    typed = row is not None and piece.kind is BlockKind.BULLET and piece.start == at
    return (at - len(row.group()), at, "") if row is not None and typed else None


def _whole_cell(change: _Change) -> str:
    return " ".join([change.text, *(new.text for new in change.added)])


def _end_below(raw: str, own: Piece, last: Piece, manner: Manner) -> int:
    """Return where a new neighbour of a piece goes, of which another is the last of the list below it."""
    if own.end >= last.end or manner.parted:
        return max(own.end, last.end)
    inner = re.compile(rf"(?:\s*(?:</li\s*>\s*)?</(?:ul|ol|menu)\s*>){{{last.level - own.level}}}", re.IGNORECASE)
    closed = inner.match(raw, last.end)  # a list that stands beside its item, as some pages have it
    return closed.end() if closed else own.end


def _counting_on(piece: Piece, item: Item | None, number: int) -> Piece:
    """Return a piece that says what so many new ones behind it bear; where others follow, their numbers stay."""
    own = sign_of(piece.prefix) or piece.number
    if item is None or own not in piece.prefix:
        return piece
    sign = item.shape.sign(item.value + item.step * number)
    return msgspec.structs.replace(piece, following=piece.prefix.replace(own, sign))


def _words(text: str, piece: Piece, index: int | None, manner: Manner, *, whole: bool = False) -> str:
    """Return words on one line, as they can stand in a piece, or in the place of the whole of it."""
    text = _LINE_BREAKS.sub(" ", text)
    verbatim = piece.inner in piece.verbatim if whole else index is not None and _is_verbatim(piece, index)
    return text if verbatim else manner.escape(text, piece, index)


def _is_verbatim(piece: Piece, index: int) -> bool:
    """Tell whether words before a character of a piece stand in code."""
    if not piece.verbatim:
        return False
    at = piece.offsets[index] if index < len(piece.offsets) else piece.stop(len(piece.offsets) - 1)
    before = piece.stop(index - 1) if index else at
    return any(start <= before <= end and start <= at <= end for start, end in piece.verbatim)


def _anew(piece: Piece, text: str) -> list[Hunk]:
    """Return the changes that put words in the place of all words of a piece, and of the marks between them."""
    if piece.inner is not None:
        return [(*piece.inner, text)]
    runs = runs_of("", piece, 0, len(piece.text))
    return [(*runs[0], text), *((start, end, "") for start, end in runs[1:])]
