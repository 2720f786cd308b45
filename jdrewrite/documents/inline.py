"""What a reader sees of one stretch of Markdown, and where each character of it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_INVISIBLE = (
    frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\x1b\x7f")
    | frozenset(map(chr, range(9)))
    | frozenset(map(chr, range(128, 160)))
)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def visible(body: str, token: Token, lines: tuple[int, int]) -> tuple[str, list[int], bool]:
    """Return the text, the index of each character in the file, and whether all of it is bold.

    Args:
        body: the whole file.
        token: an inline token, or an HTML block or fence.
        lines: the stretch of the file in which it stands.
    """
    walker = _Walker(body, lines)
    if token.type == "inline":
        for child in token.children or []:
            walker.take(child)
    else:
        walker.take_html(body[lines[0] : lines[1]])
    return "".join(walker.text), walker.offsets, bool(walker.text) and walker.light == 0


class _Walker:
    """Walks through the file and the tokens side by side."""

    def __init__(self, body: str, lines: tuple[int, int]) -> None:
        self._body = body
        self._at, self._end = lines
        self._depth = 0
        self.text: list[str] = []
        self.offsets: list[int] = []
        self.light = 0
        """Letters that are not bold."""

    def take(self, token: Token) -> None:
        """Take one child of an inline token."""
        match token.type:
            case "text" | "code_inline" | "text_special":
                self._take_text(token.content)
            case "softbreak" | "hardbreak":
                self._newline()
            case "strong_open":
                self._depth += 1
            case "strong_close":
                self._depth -= 1
            case "link_close":
                self._skip_target()
            case "image":
                self._skip_image()
            case "html_inline":
                self._take_tag(token.content)
            case _:
                pass

    def take_html(self, html: str) -> None:
        """Take the words of an HTML block, without its tags."""
        base, last = self._at, 0
        for match in [*_TAG.finditer(html), None]:
            stop = match.start() if match else len(html)
            for index in range(last, stop):
                self._put(html[index], base + index)
            if match is None:
                break
            if _BREAK.match(match.group()):
                self._put("\n", base + match.start())
            last = match.end()

    def _take_text(self, content: str) -> None:
        """Find each character of the content in the file: it is there in the same order, with marks between."""
        for character in content:
            at = self._find(character)
            if at is None:
                continue
            self._put(character, at)
            self._at = at + 1

    def _find(self, character: str) -> int | None:
        at = self._body.find(character, self._at, self._end)
        if at >= 0:
            return at
        # A decoded entity: "&nbsp;" is one character here and stands for six there.
        at = self._body.find("&", self._at, self._end)
        if at < 0:
            return None
        self._at = at
        close = self._body.find(";", at, self._end)
        return close if close >= 0 else at

    def _newline(self) -> None:
        at = self._body.find("\n", self._at, self._end)
        if at >= 0:
            self._put("\n", at)
            self._at = at + 1

    def _skip_target(self) -> None:
        """Pass over the target behind a link's text: ``](...)`` or ``][...]``."""
        close = self._body.find("]", self._at, self._end)
        if close < 0 or self._body[self._at : close].strip(" *_`"):
            return  # an autolink: its text is its target
        self._at = close + 1
        if self._body[self._at : self._at + 1] == "(":
            depth = 0
            for index in range(self._at, self._end):
                depth += {"(": 1, ")": -1}.get(self._body[index], 0)
                if depth == 0:
                    self._at = index + 1
                    return
        elif self._body[self._at : self._at + 1] == "[":
            self._at = max(self._at, self._body.find("]", self._at, self._end) + 1)

    def _skip_image(self) -> None:
        start = self._body.find("![", self._at, self._end)
        if start >= 0:
            self._at = self._body.find("]", start, self._end)
            self._skip_target()

    def _take_tag(self, content: str) -> None:
        at = self._body.find(content, self._at, self._end)
        if at >= 0:
            if _BREAK.match(content):
                self._put("\n", at)
            self._at = at + len(content)

    def _put(self, character: str, at: int) -> None:
        if character in _INVISIBLE:
            return
        if character in "\u00a0\u2007\u202f\t\v\f\r":
            character = " "
        self.text.append(character)
        self.offsets.append(at)
        if character.isalnum() and self._depth == 0:
            self.light += 1
