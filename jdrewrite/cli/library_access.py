"""What the commands on the library share: how it is opened, and how a document, a version, a state is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli.diagnostics import WrongUsage, say
from jdrewrite.cli.options import near

if TYPE_CHECKING:
    from jdrewrite.library import Library
    from jdrewrite.model import Document

FolderOption = Annotated[
    str | None,
    typer.Option("--library", metavar="DIR", help="Folder of the library. Default: JDREWRITE_LIBRARY, or your own."),
]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Id of a document, its title, or its file.")]


@contextmanager
def opened(folder: str | None, *, create: bool = False) -> Iterator[Library]:
    """Open a library, and tell at the end what was found damaged.

    Args:
        folder: None or ``default`` for the user's own.
        create: make it where there is none.

    Raises:
        LibraryError: it cannot be opened.
    """
    from jdrewrite.library import open_library

    with open_library(None if folder == "default" else folder, create=create) as library:
        try:
            yield library
        finally:
            for notice in library.notices:
                say(f"library: {notice}")


def version_of(library: Library, name: str, number: int | None) -> Document:
    """Return a version as it would be read from its file."""
    import jdrewrite

    version = library.version(name, number)
    return jdrewrite.read_bytes(library.text(name, version.number), version.path, version.format)


def known_state(word: str) -> str:
    """Return a state.

    Raises:
        WrongUsage: there is no such state.
    """
    from jdrewrite.library import STATES

    if word not in STATES:
        way_out = near(word, list(STATES), f"choose from {', '.join(STATES)}")
        raise WrongUsage(word, "there is no such state", way_out)
    return word
