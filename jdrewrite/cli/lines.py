"""Reads what a person writes line by line: what was pasted at once is one answer, however many lines it has."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from jdrewrite.cli import output
from jdrewrite.cli.plain import clean

_AT_ONCE = 0.1
"""Seconds within which the next line of something pasted is there; nobody types one so fast."""
_MOST = 2_000
"""Lines of one answer."""


def answer_line() -> str | None:
    """Return one answer without control codes, None where the input has ended.

    From a pipe it is one line. On a terminal all lines that are there at once belong to it, and so does the last one
    of them, behind which no line feed was pasted.
    """
    output.flush()
    line = sys.stdin.readline()
    if not line:
        return None
    lines = [line]
    if sys.stdin.isatty():
        while len(lines) < _MOST and _waits() and (line := sys.stdin.readline()):
            lines.append(line)
        if len(lines) > 1:
            lines.append(_begun())
    return clean("".join(lines)).strip()


def _waits() -> bool:
    """Tell whether another line is there already."""
    if os.name == "nt":  # pragma: no cover - no terminal of Windows here
        import msvcrt
        import time

        time.sleep(_AT_ONCE)
        return bool(msvcrt.kbhit())  # type: ignore[attr-defined, unused-ignore]
    import select

    return bool(select.select([sys.stdin], [], [], _AT_ONCE)[0])


def _begun() -> str:
    """Return the line that was begun behind whole ones, once it is ended; empty where none was."""
    with contextlib.suppress(ImportError, OSError):
        with _letter_by_letter() as terminal:
            begun = os.read(terminal, 65_536) if _waits() else b""
        if begun:
            text = begun.decode(sys.stdin.encoding or "utf-8", "replace")
            return text if text.endswith("\n") else text + sys.stdin.readline()
    return ""


@contextlib.contextmanager
def _letter_by_letter() -> Iterator[int]:
    """Let letters be read before their line is ended; the terminal holds them back otherwise."""
    import termios

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    now = [*before[:3], before[3] & ~termios.ICANON, *before[4:6], list(before[6])]
    termios.tcsetattr(terminal, termios.TCSANOW, now)
    try:
        yield terminal
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
