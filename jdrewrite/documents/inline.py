"""What a reader sees of one stretch of Markdown, and where each character of it stands.

Entities, escapes, line breaks and the marks of code, links and pictures are passed over as the units that markdown-it
took them for: it says where each of them ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.documents.html_tokens import TooMuch, characters, tokens
from jdrewrite.documents.pieces import INVISIBLE, PLAIN_SPACE, Marks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_UNITS = ("newline", "escape", "backticks", "link", "image", "autolink", "html_inline", "entity")
"""Rules of markdown-it that take more characters than they show."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_RARE = re.compile(f"{INVISIBLE.pattern}|[{''.join(PLAIN_SPACE)}]")
_UNSEEN = {"script", "style"}
_APART = frozenset("address article aside blockquote dd details div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li "
                   "main nav ol p pre section summary table td th tr ul".split())  # fmt: skip
"""Elements whose words do not run into those around them."""


def marked_up(parser: MarkdownIt) -> MarkdownIt:
    """Make a parser say of each unit where it ends (``meta["end"]`` of its last token), and keep the parts apart."""
    rules = parser.inline.ruler
    for rule in list(rules.__rules__):
        if rule.name in _UNITS:
            rules.at(rule.name, _telling(rule.fn))
    return parser.disable(["text_join", "fragments_join"])


def _telling(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def told(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > before:
            state.tokens[-1].meta["end"] = state.pos
        return matched

    return told


class Seen(msgspec.Struct):
    """What a reader sees of a stretch of the file."""

    text: str = ""
    offsets: list[int] = msgspec.field(default_factory=list)
    """Place of each character in the file."""
    wide: dict[int, int] = msgspec.field(default_factory=dict)
    """End of each character that the file says with more or fewer than one, by its place."""
    marks: list[Marks] = msgspec.field(default_factory=list)
    verbatim: list[tuple[int, int]] = msgspec.field(default_factory=list)
    """Stretches of the file in which every sign stands for itself: code."""
    bold: bool = False


def seen_inline(content: str, places: Sequence[int], children: Sequence[Token]) -> Seen:
    """Return what is seen of an inline token.

    Args:
        content: of the token.
        places: of each character of the content in the file, and of its end.
        children: of the token, from a parser that says where units end.
    """
    walker = _Walker(content, places)
    for child in children:
        walker.take(child)
    return walker.seen()


def seen_html(content: str, places: Sequence[int]) -> Seen:
    """Return what is seen of an HTML block."""
    walker = _Walker(content, places)
    walker.take_html()
    return walker.seen()


def seen_verbatim(content: str, places: Sequence[int]) -> Seen:
    """Return what is seen where every sign stands for itself."""
    walker = _Walker(content, places)
    for at, character in enumerate(content):
        walker.put(character, at, at + 1)
    return walker.seen()


class _Walker:
    """Walks through the content and its tokens side by side."""

    def __init__(self, content: str, places: Sequence[int]) -> None:
        self._content = content
        self._places = places
        self._at = 0
        self._bold = self._light = 0
        self._open: list[tuple[int, int]] = []
        """Begin and end of the opening marks around this place."""
        self._text: list[str] = []
        self._seen = Seen()

    def seen(self) -> Seen:
        return msgspec.structs.replace(self._seen, text="".join(self._text), bold=bool(self._text) and not self._light)

    def take(self, token: Token) -> None:
        """Take one child of an inline token."""
        end = int(token.meta.get("end", self._at + 1))
        match token.type:
            case "text" if token.content:
                self._take_text(token.content)
                return
            case "strong_open":  # its first sign came before, as a text without content
                self._bold += 1
                self._open.append((self._at - 1, end))
            case "em_open" | "link_open":
                self._open.append((self._at, end))
            case "strong_close":
                self._bold -= 1
                self._close(end + 1)
            case "em_close" | "link_close":
                self._close(end)
            case "softbreak" | "hardbreak":
                self.put("\n", self._at, end)
            case "text_special":
                self._take_unit(token.content, end)
            case "code_inline":
                self._take_code(token, end)
            case "html_inline":
                self._take_tag(token.content, end)
            case _:
                pass
        self._at = end

    def _take_text(self, content: str) -> None:
        if not self._content.startswith(content, self._at):  # an address that is shown in a plainer spelling
            content = self._content[self._at :].partition(">")[0]
        stop = self._at + len(content)
        places = self._places[self._at : stop + 1]
        if not _RARE.search(content) and places[-1] - places[0] == len(content):  # nearly always, and quicker
            self._text += content
            self._seen.offsets += places[:-1]
            self._light += not self._bold and any(map(str.isalnum, content))
        else:
            for at in range(self._at, stop):
                self.put(self._content[at], at, at + 1)
        self._at = stop

    def _take_unit(self, said: str, end: int) -> None:
        """Take an entity or an escape; one that is not exactly one character stands as it is written."""
        if len(said) == 1:
            self.put(said, self._at, end)
            return
        for at in range(self._at, end):
            self.put(self._content[at], at, at + 1)

    def _take_tag(self, tag: str, end: int) -> None:
        """Take a tag in a line: a break, or an item of a list in a cell, which is a thing of its own."""
        if self._text and _ITEM.match(tag):
            self.put("\n", self._at, self._at)
            self.put("\n", self._at, end)
        elif _BREAK.match(tag):
            self.put("\n", self._at, end)

    def _take_code(self, token: Token, end: int) -> None:
        width = len(token.markup)
        first, last = self._at + width, end - width
        spaces = (last - first - len(token.content)) // 2
        self._seen.marks.append(self._marks(self._at, first + spaces, last - spaces, end))
        self._seen.verbatim.append((self._places[first], self._places[last]))
        for at in range(first + spaces, last - spaces):
            self.put(" " if self._content[at] == "\n" else self._content[at], at, at + 1)

    def take_html(self) -> None:
        """Take the words of an HTML block, without its tags."""
        unseen = ""
        try:
            for token in tokens(self._content):
                if token.tag in _UNSEEN:
                    unseen = "" if token.closing else token.tag
                elif token.tag == "br":
                    self.put("\n", token.start, token.end)
                elif token.tag in _APART and self._text and not self._text[-1].isspace():
                    self.put("\n", token.start, token.start)
                elif not token.tag and not unseen:
                    for character, at, width in characters(self._content, token.start, token.end):
                        if character != "\n" or self._text[-1:] != ["\n"]:
                            self.put(character, at, at + width)
        except TooMuch:  # nothing is lost: the block is shown as it is written
            self._text, self._seen, self._light = [], Seen(), 0
            for at, character in enumerate(self._content):
                self.put(character, at, at + 1)

    def put(self, character: str, start: int, end: int) -> None:
        """Show one character, for which some characters of the content stand."""
        character = PLAIN_SPACE.get(character, character)
        if INVISIBLE.match(character):
            return
        at = self._places[start]
        self._text.append(character)
        self._seen.offsets.append(at)
        stop = self._places[end] if end != start else at
        if stop != at + 1:
            self._seen.wide[at] = stop
        if character.isalnum() and not self._bold:
            self._light += 1

    def _close(self, end: int) -> None:
        if self._open:
            start, inner = self._open.pop()
            self._seen.marks.append(self._marks(start, inner, self._at, end))

    def _marks(self, *places: int) -> Marks:
        return Marks(*(self._places[place] for place in places))
