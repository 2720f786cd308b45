"""What a reader sees of HTML, and where each character of it stands in the file."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import msgspec

from jdrewrite.documents.border import MOST_CHARACTERS
from jdrewrite.documents.html_cells import Grid
from jdrewrite.documents.html_numbers import Numbers, Place, numbers_of
from jdrewrite.documents.html_tokens import Token, TooMuch, attributes, characters, tokens
from jdrewrite.documents.listing import sign_of
from jdrewrite.documents.pieces import Piece
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.model import BlockKind, Cell

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSEEN = frozenset("head script style noscript template svg iframe button select textarea object video audio".split())
_FURNITURE = frozenset({"nav", "footer", "aside", "dialog"})
"""Elements around the text of a page: menus, notices, other jobs."""
_CORE = frozenset({"main", "article"})
_LISTS = frozenset({"ul", "ol", "menu"})
_CLOSES = {
    "li": {"li"},
    "p": {"p"},
    "dd": {"dd", "dt"},
    "dt": {"dd", "dt"},
    "tr": {"td", "th", "tr"},
    "td": {"td", "th"},
    "th": {"td", "th"},
}
"""Elements that an opening tag ends, where authors leave closing tags out."""
_TYPED = re.compile(rf"\s*(?:{DOT}|{DASH}|\(?\d{{1,2}}[.)]\s+|[o\u00a7]\s+(?=[A-Z]))")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST_DEEP = 100
"""Elements inside each other; the text of what is deeper is read as if it stood here."""


class Element(msgspec.Struct):
    """An element that is open."""

    tag: str
    opening: str
    """Its opening tag as it stands."""
    at: int
    first_piece: int
    """How many pieces there were when it opened."""
    numbers: Numbers | None = None
    """How it counts, of a numbered list."""
    place: Place | None = None
    """Its number, of an item of such a list."""
    hidden: bool = False
    grid: Grid | None = None
    """Of a table."""
    cell: Cell | None = None
    """Its place, of a cell."""


class Script(msgspec.Struct, frozen=True):
    """A script of linked data, and where its content stands."""

    start: int
    text: str


class Where(msgspec.Struct, frozen=True):
    """The surroundings of a piece."""

    furniture: bool
    core: bool
    header: bool
    linked: bool
    """All of it is a link."""


class PageReader:
    """Collects the pieces of a page in one pass; scripts are never run and nothing is fetched.

    Raises:
        TooMuch: more markup or text than any page has.
    """

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._open: list[Element] = []
        self._count: Counter[str] = Counter()
        """How many of each element are open, and under ``hidden`` how many that are not shown."""
        self._text: list[str] = []
        self._offsets: list[int] = []
        self._wide: dict[int, int] = {}
        self._light = self._unlinked = self._size = self._tables = 0
        self.pieces: list[Piece] = []
        self.places: list[Where] = []
        """For each piece, in which kind of surroundings it stands."""
        self.scripts: list[Script] = []
        self.page_title = ""
        self.is_page = False
        for token in tokens(raw):
            if not token.tag:
                self._take(token)
            elif token.closing:
                self._close(token)
            else:
                self._start(token)
        self._flush()
        for element in self._open:
            if element.numbers is not None:
                element.numbers.end()

    def _start(self, token: Token) -> None:
        """Open an element; blocks end the text before them."""
        tag, opening = token.tag, self._raw[token.start : token.end]
        self.is_page = self.is_page or tag in {"html", "body"}
        if tag in _BLOCKS:
            self._flush()
            self._close_implied(token)
        if tag == "br" and not self._count["hidden"]:
            self._flush(broken=True)
        if tag in _VOID or len(self._open) >= MOST_DEEP:
            return
        values = attributes(opening) if " " in opening or "\n" in opening else {}
        hidden = tag in _UNSEEN or "hidden" in values or values.get("aria-hidden") == "true"
        hidden = hidden or bool(_HIDDEN.search(values.get("style", "")))
        kind = values.get("type", "").split(";")[0].strip().lower()
        name = "ld+json" if tag == "script" and kind == "application/ld+json" else tag
        element = Element(name, opening, token.start, len(self.pieces), hidden=hidden)
        if tag == "ol":
            element.numbers = numbers_of(values)
        elif tag == "li":
            around = next((e for e in reversed(self._open) if e.tag in _LISTS), None)
            element.place = around.numbers.take(values) if around and around.numbers else None
        elif tag == "table":
            element.grid, self._tables = Grid(self._tables), self._tables + 1
        elif tag in {"tr", "td", "th"} and (grid := next((e.grid for e in reversed(self._open) if e.grid), None)):
            if tag == "tr":
                grid.next_row()
            else:
                element.cell = grid.take(tag, values)
        self._open.append(element)
        self._count[name] += 1
        self._count["hidden"] += hidden

    def _pop(self) -> Element:
        element = self._open.pop()
        self._count[element.tag] -= 1
        self._count["hidden"] -= element.hidden
        if element.numbers is not None:
            element.numbers.end()
        return element

    def _close(self, token: Token) -> None:
        """Close an element, and all that were left open inside."""
        tag = token.tag
        if tag in _BLOCKS:
            self._flush()
        if not self._count[tag] and not (tag == "script" and self._count["ld+json"]):
            return
        while self._open:
            element = self._pop()
            found = element.tag == tag or (element.tag == "ld+json" and tag == "script")
            if element.tag == "ld+json":
                start = element.at + len(element.opening)
                self.scripts.append(Script(start, self._raw[start : token.start]))
            if element.tag in {"li", "p", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"}:
                self._ends(element, token.end if found else token.start)
            if found:
                return

    def _close_implied(self, token: Token) -> None:
        tag = token.tag
        closed = _CLOSES.get(tag, {"p"} if tag in _BLOCKS else set())
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 12), -1):
            if self._open[index].tag in closed:
                while len(self._open) > index:
                    self._ends(self._pop(), token.start)
                return
            if self._open[index].tag in {"ul", "ol", "table", "div", "td", "section", "body", "main", "article"}:
                return

    def _ends(self, element: Element, end: int) -> None:
        """Say of the last piece of an element where the element ends: a new neighbour goes behind it."""
        if len(self.pieces) > element.first_piece:
            first = self.pieces[element.first_piece]
            if first.prefix == element.opening:
                first.end = max(first.end, end)

    def _take(self, token: Token) -> None:
        """Take text."""
        if self._open and self._open[-1].tag == "title" and not self.page_title:
            self.page_title = " ".join(unescape(self._raw[token.start : token.end]).split())
        if self._count["hidden"]:
            return
        self._size += token.end - token.start
        if self._size > 2 * MOST_CHARACTERS:
            raise TooMuch
        for character, at, width in characters(self._raw, token.start, token.end):
            self._put(character, at, width)

    def _put(self, character: str, at: int, width: int) -> None:
        if _INVISIBLE.match(character):
            return
        if character.isspace():
            character = " "
            if self._count["pre"] and self._raw[at] in "\r\n":
                self._flush()
                return
            if not self._text or self._text[-1] == " ":
                return
        self._text.append(character)
        self._offsets.append(at)
        if width > 1:
            self._wide[at] = at + width
        if character.isalnum():
            self._light += not (self._count["b"] or self._count["strong"] or self._count["th"])
            self._unlinked += not self._count["a"]

    def _flush(self, *, broken: bool = False) -> None:
        """Make a piece of the text so far."""
        text, offsets, wide = "".join(self._text), self._offsets, self._wide
        light, unlinked = self._light, self._unlinked
        self._text, self._offsets, self._wide, self._light, self._unlinked = [], [], {}, 0, 0
        headed = any(self._count[tag] for tag in ("h1", "h2", "h3", "h4", "h5", "h6"))
        sign = m.end() if not headed and (m := _TYPED.match(text)) else 0
        sign = sign if text[sign:].strip() else 0
        left = sign + len(text[sign:]) - len(text[sign:].lstrip())
        right = len(text.rstrip())
        if left >= right:
            return
        holder = next((e for e in reversed(self._open) if e.tag in _BLOCKS), None)
        item = next((e for e in reversed(self._open) if e.tag == "li"), None)
        if item is not None and item.first_piece == len(self.pieces):
            holder = item
        fresh = holder is not None and holder.first_piece == len(self.pieces)
        kind, level = self._kind(holder, fresh=fresh)
        if sign and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.BULLET
        last = offsets[right - 1]
        opens = holder is not None and fresh and not broken
        prefix = holder.opening if holder is not None and opens else "<br>" + text[:sign]
        self.pieces.append(
            Piece(
                kind,
                text[left:right],
                offsets[left:right],
                offsets[0],
                wide.get(last, last + 1),
                level=level,
                bold=light == 0,
                prefix=text[:sign] if self._count["pre"] else prefix,
                wide=wide,
                number=sign_of(text[:sign]) if kind is BlockKind.BULLET else "",
                cell=self._cell(),
            )
        )
        if kind is BlockKind.BULLET and holder is not None and fresh and holder.place is not None:
            holder.place.give(self.pieces[-1])
        self.places.append(self._where(linked=unlinked == 0))

    def _cell(self) -> Cell | None:
        """Return where in the innermost table that is open a piece stands."""
        if not self._count["table"]:
            return None
        return next((e.cell for e in reversed(self._open) if e.cell or e.grid), None)

    def _kind(self, holder: Element | None, *, fresh: bool) -> tuple[BlockKind, int]:
        """Return what a piece is and its level."""
        tags = [element.tag for element in self._open]
        heading = next((tag for tag in reversed(tags) if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}), None)
        if heading:
            return BlockKind.HEADING, int(heading[1])
        if holder is not None and fresh and holder.tag == "li":
            return BlockKind.BULLET, max(0, sum(tag in _LISTS for tag in tags) - 1)
        if holder is not None and fresh and any(tag in {"td", "th"} for tag in tags):
            return BlockKind.CELL, 0
        return BlockKind.PARAGRAPH, 0

    def _where(self, *, linked: bool) -> Where:
        furniture, core = (any(self._count[tag] for tag in tags) for tags in (_FURNITURE, _CORE))
        return Where(furniture=furniture, core=core, header=self._count["header"] > 0, linked=linked)
