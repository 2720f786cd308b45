"""What a line of a text is, for all who cut a text into lines, count them or number them.

A line ends at a line feed, at a carriage return, or at both together. A form feed, a vertical tab and the separators of
Unicode stand within a line, as in Markdown and in the editors that show line numbers; so ``str.splitlines`` is no use.
"""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\r|\n")


def spans(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends, without its line break; the last may be empty."""
    found, at = [], 0
    for match in _BREAK.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, len(text))]


def rows(text: str) -> list[str]:
    """Return the lines without their line breaks; the last may be empty."""
    return _BREAK.split(text)


def breaks(text: str, start: int = 0, end: int | None = None) -> int:
    """Return how many line breaks stand in a stretch of a text."""
    stop = len(text) if end is None else end
    return text.count("\n", start, stop) + text.count("\r", start, stop) - text.count("\r\n", start, stop)
