"""Owns stdout: data only. Text is styled where the terminal allows it; JSON is the same everywhere."""

from __future__ import annotations

import sys
from typing import Any

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from jdrewrite.cli.plain import clean, escape_json

Part = str | tuple[str, str]
"""Words, or words with their rich style."""


class Signs(msgspec.Struct, frozen=True):
    """The signs of the output, in the characters that the terminal has."""

    full: str
    empty: str
    arrow: str


_WIDE = Signs("■", "□", "→")
_PLAIN = Signs("#", ".", "->")


class _Console(Console):
    """Leaves a closed pipe to the caller; rich would exit with 1, which means a failed check here."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - rich calls this while it handles the BrokenPipeError


class Page:
    """Writes lines for people: wrapped and coloured on a terminal, one line each and plain in a pipe."""

    def __init__(self) -> None:
        self._console = _Console(highlight=False, markup=False, emoji=False)
        self.colour = bool(self._console.is_terminal and self._console.color_system and not self._console.no_color)
        """Whether colours are shown; where not, the words must carry all by themselves."""
        self.signs = _WIDE if (self._console.encoding or "").lower().startswith("utf") else _PLAIN

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Write one line.

        Args:
            parts: words, each with or without a style; control codes in them are removed.
            indent: in columns; lines that wrap keep it.
        """
        text = Text()
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            text.append(clean(words), style=style if self.colour else "")
        if not text:
            self._console.print()
        elif self._console.is_terminal:
            self._console.print(Padding(text, (0, 0, 0, indent), expand=False))
        else:
            self._console.print(Text(" " * indent).append_text(text), soft_wrap=True)

    def bar(self, share: float, width: int = 10) -> str:
        """Return a bar for a share from 0 to 1; something above nothing shows at least one cell."""
        cells = min(width, max(round(share * width), int(share > 0)))
        return self.signs.full * cells + self.signs.empty * (width - cells)


def json(value: Any) -> None:
    """Write a value as indented JSON."""
    raw(_json(msgspec.json.format(msgspec.json.encode(value), indent=2)))


def json_line(value: Any) -> None:
    """Write a value as one line of JSON, at once: whoever reads may wait for it."""
    raw(_json(msgspec.json.encode(value)))
    flush()


def _json(data: bytes) -> bytes:
    return (escape_json(data.decode()) + "\n").encode()


def raw(data: bytes) -> None:
    """Write bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def is_terminal() -> bool:
    """Return whether a person sees stdout as it is written."""
    return sys.stdout.isatty()


def prepare() -> None:
    """Let characters that the terminal's encoding has not become question marks instead of an exception."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def flush() -> None:
    """Write what is waiting, so that a closed pipe is noticed here and not at the interpreter's end."""
    sys.stdout.flush()
