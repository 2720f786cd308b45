"""Lines of a file or of standard input, one after the other: none of it is held, however long it is."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from jdrewrite.cli.inputs import STDIN
from jdrewrite.errors import MissingInput, UnsupportedInput

LONGEST = 2_000_000
"""Bytes of one line; two job descriptions of the greatest length that is read otherwise are shorter."""


def lines(path: str, of: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that are not blank, with their 1-based numbers, as they come in.

    Args:
        path: a file; ``-`` for standard input.
        of: what the lines are, in the plural, for the way out of an error.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a folder, or a line beyond any sense.
    """
    if path == STDIN:
        yield from _numbered(sys.stdin.buffer, "standard input", of)
        return
    if Path(path).is_dir():
        raise UnsupportedInput(path, "it is a folder", f"name a file that holds {of}, one a line")
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below, where a generator can
    except FileNotFoundError:
        raise MissingInput(path, "there is no such file", "check the path") from None
    except OSError as error:
        raise MissingInput(path, f"it cannot be read ({error.strerror})", "check its permissions") from None
    with file:
        yield from _numbered(file, path, of)


def _numbered(file: BinaryIO, name: str, of: str) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(_in_utf8(iter(lambda: file.readline(LONGEST + 1), b"")), 1):
        if len(line) > LONGEST:
            raise UnsupportedInput(
                f"{name}:{number}",
                f"the line has more than {LONGEST:,} bytes",
                f"give {of}, one a line",
            )
        plain = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if plain.strip():
            yield number, plain


def _in_utf8(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines as they are, and those of UTF-16, which PowerShell writes, in UTF-8."""
    first = next(lines, b"")
    if not first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from chain([first] if first else [], lines)
        return
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    open_line = ""
    for piece in chain([first], lines):  # cut at any byte that would be a line break by itself
        *whole, open_line = (open_line + decoder.decode(piece)).split("\n")
        yield from (row.encode(errors="replace") for row in whole)
        if len(open_line) > LONGEST:
            break
    yield open_line.encode(errors="replace")
