"""Lines of Markdown, and where each character of what markdown-it took out of them stands in the file.

markdown-it says in which lines a block stands and what its content is: without indents, quote marks and list signs, and
trimmed. The end of each line of the content is the end of a line of the file, but for white space, so that the
places are found from the right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from jdrewrite.language import lines

_CLOSED = re.compile(r"(?<=[ \t])#+[ \t]*$")
_PARTED = re.compile(r"\\\||\|")
_PLAIN = str.maketrans({"\x00": " "})


class Lines:
    """The lines of a file."""

    def __init__(self, raw: str, skipped: int = 0) -> None:
        """Cut a text into lines.

        Args:
            raw: the text of the file.
            skipped: characters at its beginning, of whole lines, that are no Markdown.
        """
        self.raw = raw
        self.spans = lines.spans(raw)
        """Of each line, without its line break."""
        rows = ["" if end <= skipped and skipped else raw[start:end] for start, end in self.spans]
        if rows[0].startswith("\ufeff"):
            rows[0] = f" {rows[0][1:]}"
        self.body = "\n".join(rows).translate(_PLAIN)
        """What markdown-it is given: the same lines, with plain line feeds."""

    def start(self, line: int) -> int:
        """Return where a line begins."""
        return self.spans[line][0]

    def end(self, line: int) -> int:
        """Return where the line before this one ends, without its line break: the end of a stretch of lines."""
        return self.spans[min(line, len(self.spans)) - 1][1]

    def line_at(self, place: int) -> int:
        """Return where the line begins in which a place stands."""
        return self.spans[bisect_right(self.spans, (place, len(self.raw))) - 1][0]

    def row(self, line: int) -> str:
        """Return a line as markdown-it sees it."""
        start, end = self.spans[line]
        text = self.raw[start:end].translate(_PLAIN)
        return f" {text[1:]}" if start == 0 and text.startswith("\ufeff") else text

    def places(self, content: str, first: int, last: int, *, heading: bool = False) -> list[int] | None:
        """Return the place in the file of each character of a content, and of its end; None if it is not there.

        Args:
            content: of a block, as markdown-it gives it.
            first: line in which the block begins.
            last: line behind it.
            heading: it may have closing ``#`` behind its content.
        """
        parts = content.split("\n")
        for begin in range(first, max(first, last - len(parts)) + 1):
            found: list[int] = []
            for number, part in enumerate(parts):
                own = self._own(part, begin + number, heading=heading)
                if own is None:
                    break
                found += own
            else:
                return found
        return None

    def _own(self, part: str, line: int, *, heading: bool) -> list[int] | None:
        """Return the places of one line of a content and of its end; None if it is another line."""
        if line >= len(self.spans):
            return None
        start = self.start(line)
        row = self.row(line)
        if heading:
            row = _CLOSED.sub("", row)
        words = part.lstrip(" \t")
        at = row.rfind(words) if words else len(row)
        if at < 0 or row[at + len(words) :].strip():
            return None
        indent = len(part) - len(words)  # a tab of the file may stand here as several spaces
        blank = at - len(row[:at].rstrip(" \t"))
        places = [start + at - min(blank, indent - index) for index in range(indent)]
        places += range(start + at, start + at + len(words))
        return [*places, start + at + len(words)]

    def cells(self, contents: Sequence[str], line: int) -> list[list[int] | None]:
        """Return for each cell of a row of a table the places of its characters and of its end; None if empty."""
        start, _ = self.spans[line]
        columns: list[tuple[str, list[int]]] = [("", [])]
        row = self.row(line)
        at = 0
        for match in [*_PARTED.finditer(row), None]:
            stop = match.start() if match else len(row)
            text, places = columns[-1]
            text, places = text + row[at:stop], [*places, *range(start + at, start + stop)]
            if match is None:
                columns[-1] = text, places
            elif match.group() == "|":
                columns[-1] = text, places
                columns.append(("", []))
            else:
                columns[-1] = f"{text}|", [*places, start + stop]
            at = match.end() if match else stop
        for shift in (0, 1):  # what stands before a sign at the beginning of the row is no cell
            own = [*columns[shift:], *[("", [])] * len(contents)]
            found = [_within(content, *column) for content, column in zip(contents, own, strict=False)]
            if all(places or not content for content, places in zip(contents, found, strict=True)):
                return found
        return [None] * len(contents)


def _within(content: str, text: str, places: list[int]) -> list[int] | None:
    """Return the places of a cell's content in its column; None where it is not there."""
    at = text.rfind(content) if content else -1
    if at < 0 or text[at + len(content) :].strip():
        return None
    own = places[at : at + len(content)]
    return [*own, own[-1] + (2 if content.endswith("|") else 1)]  # a sign in a cell is written with a backslash
