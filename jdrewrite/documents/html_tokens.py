"""Cuts HTML into tags and text with their places, in linear time whatever comes.

Own code, since what is needed is where each character stands: the fast parsers do not tell, and the standard library's
takes minutes for a hostile page (a megabyte of ``<a `` without an end).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/><]{0,60})")
_IN_TAG = re.compile(r"[^\"'<>]*")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,60})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_RAW = {"script", "style", "textarea", "title", "noscript", "iframe"}
"""Elements whose content is no markup."""
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


MOST_TAGS = 150_000
"""Signs of markup in one page; the largest saved pages have about 20,000."""


class TooMuch(ValueError):
    """A page has more markup, or more text, than any page that a person reads."""


class Token(msgspec.Struct, frozen=True):
    """A tag, or text between tags."""

    tag: str
    """Lower case; empty for text."""
    start: int
    end: int
    closing: bool = False


def tokens(raw: str) -> Iterator[Token]:
    """Yield the tags and texts of a page in order; comments, declarations and instructions are left out.

    Raises:
        TooMuch: more markup than any page has.
    """
    at, text_from = 0, 0
    finder = _Finder(raw)
    signs = 0
    while (opened := raw.find("<", at)) >= 0:
        signs += 1
        if signs > MOST_TAGS:
            raise TooMuch
        end, token = _markup(raw, opened, finder)
        if end < 0:
            at = opened + 1
            continue
        if opened > text_from:
            yield Token("", text_from, opened)
        if token is not None:
            yield token
        at = text_from = end
        if token is not None and not token.closing and token.tag in _RAW:
            close = re.compile(rf"</{token.tag}\b", re.IGNORECASE).search(raw, end)
            at = text_from = close.start() if close else len(raw)
            if at > end:
                yield Token("", end, at)
    if text_from < len(raw):
        yield Token("", text_from, len(raw))


def _markup(raw: str, at: int, finder: _Finder) -> tuple[int, Token | None]:
    """Return where the markup at a ``<`` ends, and its tag; -1 where the sign is only a sign."""
    if raw.startswith("<!--", at):
        end = finder.find("-->", at + 4)
        return (end + 3, None) if end >= 0 else (-1, None)
    if raw[at + 1 : at + 2] in {"!", "?"}:
        end = finder.find(">", at)
        return (end + 1, None) if end >= 0 else (-1, None)
    name = _NAME.match(raw, at)
    if name is None:
        return -1, None
    place = name.end()
    while True:
        match = _IN_TAG.match(raw, place)
        place = match.end() if match else place
        sign = raw[place : place + 1]
        if sign == ">":
            return place + 1, Token(name.group(2).lower(), at, place + 1, bool(name.group(1)))
        if sign in {"", "<"}:
            return -1, None
        place = finder.find(sign, place + 1) + 1
        if not place:
            return -1, None


class _Finder:
    """Looks for signs ahead, and remembers those that do not come any more."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._gone: set[str] = set()

    def find(self, sign: str, at: int) -> int:
        if sign in self._gone:
            return -1
        found = self._raw.find(sign, at)
        if found < 0:
            self._gone.add(sign)
        return found


def attributes(opening: str) -> dict[str, str]:
    """Return the attributes of an opening tag, names in lower case."""
    body = opening[1:20_000].rstrip(">/")
    found: dict[str, str] = {}
    for match in list(_ATTRIBUTE.finditer(body))[1:]:
        found.setdefault(match.group(1).lower(), unescape((match.group(2) or "").strip("\"'")))
    return found


def characters(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each character of a text with its place and how many characters of the page say it."""
    at = start
    for match in _REFERENCE.finditer(raw, start, end):
        said = unescape(match.group())
        if len(said) != 1:
            continue
        for index in range(at, match.start()):
            yield raw[index], index, 1
        yield said, match.start(), match.end() - match.start()
        at = match.end()
    for index in range(at, end):
        yield raw[index], index, 1
