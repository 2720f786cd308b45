"""Markdown: markdown-it finds the blocks, this module finds where each visible character stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.documents.encodings import decode
from jdrewrite.documents.inline import Seen, marked_up
from jdrewrite.documents.listing import Item, sign_of
from jdrewrite.documents.markdown_blocks import Found, found_in
from jdrewrite.documents.markdown_lines import Lines
from jdrewrite.documents.mending import mended
from jdrewrite.documents.misread import encoded, repaired
from jdrewrite.documents.neighbours import added
from jdrewrite.documents.patching import Manner, patch
from jdrewrite.documents.pieces import Piece, composed, document_of, trimmed
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.documents.tables import Table
from jdrewrite.documents.templating import without_tags
from jdrewrite.documents.typed_lines import parts_of
from jdrewrite.errors import UnsupportedInput
from jdrewrite.model import Block, BlockKind, Document, Edit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---[ \t]*\r?\n.*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n.*?\n\+\+\+)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_TITLE = re.compile(r"^(?:job_?)?title[ \t]*[:=](.*)$", re.MULTILINE | re.IGNORECASE)
_QUOTED = re.compile(r"([\"'])(.+)\1", re.DOTALL)
_MOST_BRACKETS = 8_000
"""In one paragraph; the time that links take grows with the square of their number."""
_ACTIVE = re.compile(r"[*_`\[\]<>\\]|&(?=#[0-9xX]|[A-Za-z][A-Za-z0-9]{1,31};)")
_OPENING = re.compile(r"(?=[-+](?:\s|$)|-[- ]*$|=+\s*$|#{1,6}(?:\s|$)|~{3})|(?<=\d)(?=[.)](?:\s|$))")
"""What makes something else of a line that begins so; of numbers, where the sign behind them stands."""
_LIST_SIGN = re.compile(r"[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d+[.)])(?:[ \t]+|$))?")
_QUOTE = re.compile(r"[ \t>]*")
_FALSE_BULLET = re.compile(rf"\s*(?:{DOT}|{DASH}|[-–—](?=[A-Z])|\(?\d{{1,2}}[.)]\s+)")


def read(data: bytes, name: str) -> Document:
    """Read Markdown.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    text = decode(data)[0]
    if text.count("[") > _MOST_BRACKETS and max(part.count("[") for part in text.split("\n\n")) > _MOST_BRACKETS:
        reason = f"one paragraph of it has more than {_MOST_BRACKETS:,} brackets"
        raise UnsupportedInput(name, reason, "check that it is a job description, or save it as .txt")
    document = document_of(data, name, "markdown", mended(parse))
    front = _FRONT_MATTER.match(repaired(text))
    title = _TITLE.search(front.group()) if front else None
    words = title.group(1).strip() if title else ""
    if quoted := _QUOTED.fullmatch(words):
        words = quoted.group(2).strip()
    return msgspec.structs.replace(document, title=words, title_from="") if words else document


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the Markdown with the edits; marks around words that stay are kept.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    raw = decode(document.source)[0]
    text = patch(document, repaired(raw), edits, Manner(mended(parse), _safe, added))
    return encoded(text, raw, document.encoding)


def compose(document: Document) -> bytes:
    """Return any document as Markdown."""
    return composed(document, _row, _table)


def _table(table: Table, apart: Mapping[str, Sequence[str]]) -> str:
    """Return a table, of which Markdown takes the first row for its head."""

    def row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    said = [
        row("<br>".join(_in_cell(line) for block in cell for line in apart[block.id]) for cell in cells)
        for cells in table.rows
    ]
    return "\n".join([said[0], row(["---"] * table.columns), *said[1:]])


def _in_cell(words: str) -> str:
    return _escaped(words, opens=False).replace("|", r"\|")


def _row(block: Block, rows: Sequence[str], item: Item | None) -> str:
    """Return a block; Markdown counts with figures only."""
    sign = f"{item.value}{item.shape.after}" if item else "-"
    bullet = f"{'    ' * block.level}{sign} "
    sign = {"heading": "#" * max(1, block.level) + " ", "bullet": bullet}.get(block.kind, "")
    indent = " " * len(sign) if block.kind is BlockKind.BULLET else ""
    return sign + f"  \n{indent}".join(_escaped(row, opens=True) for row in rows)


def _safe(words: str, piece: Piece, index: int | None) -> str:
    """Return words that mean themselves wherever they are put in a piece."""
    if piece.tagged and index is not None:
        return escape(words, quote=False)
    opens = index is None or index == 0 or piece.text[index - 1] == "\n"
    words = _escaped(words, opens=opens)
    return words.replace("|", r"\|") if piece.kind is BlockKind.CELL else words


def _escaped(words: str, *, opens: bool) -> str:
    """Return words as they have to be written to mean themselves.

    Args:
        words: on one line.
        opens: whether they begin a line.
    """
    words = _ACTIVE.sub(r"\\\g<0>", words)
    start = words.lstrip()
    sign = _OPENING.search(start, 0, 12) if opens else None
    if sign and (not sign.start() or start[: sign.start()].isdigit()):
        at = len(words) - len(start) + sign.start()
        words = f"{words[:at]}\\{words[at:]}"
    return words


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Indented code is off: in job descriptions four spaces are a sloppy bullet, never code.
    return marked_up(MarkdownIt("commonmark").enable("table").disable("code"))


def parse(raw: str) -> list[Piece]:
    """Cut Markdown into pieces."""
    skipped = match.end() if (match := _FRONT_MATTER.match(raw)) else 0
    lines = Lines(without_tags(raw), skipped)
    return [piece for found in found_in(_parser().parse(lines.body), lines) for piece in _pieces(found, lines)]


def _pieces(found: Found, lines: Lines) -> list[Piece]:
    """Return the pieces of one block: one, or several where a list is typed as lines of a paragraph."""
    text, offsets = found.seen.text, found.seen.offsets
    if found.kind is BlockKind.PARAGRAPH and not found.tagged and (typed := _typed(found, lines)):
        return typed
    start = lines.start(found.first)
    whole = [(0, len(text), False)]
    parts = whole if found.kind is BlockKind.CELL or found.seen.verbatim == [found.inner] else _split(text)
    made = []
    for number, (begin, stop, bullet) in enumerate(parts):
        sign = m.end() if bullet and (m := _FALSE_BULLET.match(text[begin:stop])) else 0
        part, places = trimmed(text[begin + sign : stop], offsets[begin + sign : stop])
        if not part:
            continue
        last = number == len(parts) - 1
        behind_sign = begin + len(text[begin : begin + sign].rstrip())
        first = offsets[behind_sign] if sign else offsets[begin - 1] + 1 if begin else found.inner[0]
        inner = found.inner if len(parts) == 1 and not sign else _with_marks(found.seen, places, first)
        made.append(
            Piece(
                BlockKind.BULLET if bullet else found.kind if number == 0 else BlockKind.PARAGRAPH,
                part,
                places,
                start if number == 0 else inner[0],
                found.end if last or found.tagged else inner[1],
                level=found.level,
                number=sign_of(text[begin : begin + sign]) if bullet else found.number if number == 0 else "",
                bold=found.seen.bold,
                prefix=(_prefix(lines, found) if number == 0 else "") + _on_one_line(text[begin : begin + sign]),
                wide=found.seen.wide,
                marks=found.seen.marks,
                verbatim=found.seen.verbatim,
                inner=None if found.tagged else inner,
                tagged=found.tagged,
                cell=found.cell,
            )
        )
    return made


def _typed(found: Found, lines: Lines) -> list[Piece]:
    """Return the pieces of a paragraph whose lines are a list without signs; none where it is running text."""
    seen = found.seen
    if "\n" not in seen.text or seen.verbatim == [found.inner] or any(bullet for *_, bullet in _split(seen.text)):
        return []
    rows = seen.text.split("\n")
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    marks = sorted(seen.marks, key=lambda mark: mark.start)
    opened = [mark.start for mark in marks]
    reach = list(accumulate((mark.end for mark in marks), max))
    begins = [
        at for at in map(starts.__getitem__, parts_of(rows)) if not at or _is_break(seen, lines, at, opened, reach)
    ]
    made = []
    for begin, stop in pairwise([*begins, len(seen.text) + 1]):
        part, places = trimmed(seen.text[begin : stop - 1], seen.offsets[begin : stop - 1])
        if not part:
            continue
        # Those of other lines are left out: to look through all of them for each line takes minutes in a long text.
        own = marks[bisect_left(opened, lines.line_at(places[0])) : bisect_left(opened, places[-1] + 1)]
        own.sort(key=lambda mark: mark.end)
        first = seen.offsets[begin - 1] + 1 if begin else found.inner[0]
        inner = _with_marks(msgspec.structs.replace(seen, marks=own), places, first)
        start = lines.line_at(inner[0])
        made.append(
            Piece(
                found.kind,
                part,
                places,
                start,
                inner[1],
                bold=seen.bold
                or any(m.start == inner[0] and m.end == inner[1] and m.inner_start - m.start == 2 for m in own),
                prefix="".join(_QUOTE.findall(lines.raw[start : inner[0]])[:1]),
                wide=seen.wide,
                marks=own,
                verbatim=seen.verbatim,
                inner=inner,
                listed=True,
            )
        )
    return made if len(made) > 1 else []


def _is_break(seen: Seen, lines: Lines, at: int, opened: Sequence[int], reach: Sequence[int]) -> bool:
    """Tell whether a part can begin at a character: on a line of its own in the file, and not between two marks.

    Args:
        seen: the block.
        lines: of the file.
        at: index of the character.
        opened: where its marks begin, in order.
        reach: how far each of them, or one before it, goes.
    """
    start = lines.line_at(seen.offsets[at])
    before = bisect_left(opened, start)
    return start > seen.offsets[at - 2] and not (before and reach[before - 1] > start)


def _on_one_line(sign: str) -> str:
    """Return a typed list sign whose words begin on its line."""
    return f"{sign.rstrip()} " if "\n" in sign else sign


def _with_marks(seen: Seen, places: Sequence[int], begin: int) -> tuple[int, int]:
    """Return the stretch of the file's text that says some characters, with all marks around or among them.

    Args:
        seen: the block.
        places: of the characters.
        begin: where the first of these marks may begin to hold.
    """
    start, end = places[0], seen.wide.get(places[-1], places[-1] + 1)
    own = [m for m in seen.marks if begin <= m.inner_start < m.inner_end and m.inner_start < end]
    own = [
        m for m in own if not seen.text[bisect_left(seen.offsets, end) : bisect_left(seen.offsets, m.inner_end)].strip()
    ]
    return min([start, *(m.start for m in own)]), max([end, *(m.end for m in own)])


def _prefix(lines: Lines, found: Found) -> str:
    """Return what the first line of a next block like this begins with: list sign, or quote marks and indent."""
    match = (_LIST_SIGN if found.kind is BlockKind.BULLET else _QUOTE).match(lines.row(found.sign))
    prefix = match.group() if match and found.kind is not BlockKind.CELL else ""
    return f"{prefix} " if prefix[-1:].strip("> \t") else prefix


def _split(text: str) -> list[tuple[int, int, bool]]:
    """Return the parts of a paragraph whose lines begin with typed bullet signs, and which of them are bullets."""
    rows, at = [], 0
    for line in text.split("\n"):
        rows.append((at, at + len(line), bool(_FALSE_BULLET.match(line))))
        at += len(line) + 1
    if not any(bullet for *_, bullet in rows):
        return [(0, len(text), False)]
    parts: list[tuple[int, int, bool]] = []
    for start, end, bullet in rows:
        if bullet or not parts:
            parts.append((start, end, bullet))
        else:
            parts[-1] = (parts[-1][0], end, parts[-1][2])
    return parts
