"""Job descriptions as the commands read them: from files or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.errors import EmptyInput
from jdrewrite.model import Document

if TYPE_CHECKING:
    from jdrewrite.documents.columns import Columns

STDIN = "-"


def document(path: str) -> Document:
    """Read one job description.

    Args:
        path: a file; ``-`` for standard input.

    Raises:
        InputError: the file cannot be read as one job description.
    """
    import jdrewrite

    return _told(jdrewrite.read_bytes(_standard_input(), STDIN) if path == STDIN else jdrewrite.read(path))


def documents(path: str, columns: Columns) -> tuple[Document, ...]:
    """Read all job descriptions of a file: one, or as many as a table has rows.

    Args:
        path: a file; ``-`` for standard input.
        columns: what the user says of the columns of a table.

    Raises:
        InputError: the file cannot be read as job descriptions.
    """
    from jdrewrite.documents import read_all, read_all_bytes

    if path == STDIN:
        found = read_all_bytes(_standard_input(), STDIN, columns=columns)
    else:
        found = read_all(path, columns=columns)
    return tuple(_told(each) for each in found)


def each_document(
    paths: Sequence[str], columns: Columns, log: Diagnostics, title: str | None = None, serves: str | None = None
) -> Iterator[tuple[str, Document]]:
    """Yield every job description with the file that it stands in; a file that cannot be read is told.

    Args:
        paths: as the user named them.
        columns: what the user says of the columns of a table.
        log: is told of files that fail.
        title: of the one job description that there is, where the user knows better.
        serves: whom they all serve, where the user knows better.

    Raises:
        WrongUsage: a title for several.
    """
    _one_title(title, len(paths))
    for path in paths:
        with log.go_on(path):
            those = documents(path, columns)
            _one_title(title, len(those))
            for found in those:
                named = found if title is None else found.titled(" ".join(title.split()))
                yield path, named.serving(serves) if serves else named


def _one_title(title: str | None, count: int) -> None:
    if title is not None and not title.strip():
        raise WrongUsage("--title", "it is empty", "write the title behind it")
    if title is not None and count > 1:
        raise WrongUsage("--title", "it names one job, and several are read", "name one of them, such as jobs.csv#12")


def _told(found: Document) -> Document:
    for note in found.notes:
        say(f"{found.path}: {note}")
    return found


def _standard_input() -> bytes:
    """Return all of standard input, or just more than the limit, so that an endless stream is refused."""
    from jdrewrite.documents.border import MOST_BYTES

    if sys.stdin.isatty():
        say("reading the job description from the keyboard; end it with Ctrl-D on a line of its own")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if not data.strip():
        raise EmptyInput("standard input", "nothing came in", "pipe the text of a job description into it")
    return data


def stdin_once(paths: Sequence[str]) -> None:
    """Refuse to read standard input twice.

    Raises:
        WrongUsage: ``-`` is named more than once.
    """
    if list(paths).count(STDIN) > 1:
        raise WrongUsage("-", "standard input is named twice", "name it once")
