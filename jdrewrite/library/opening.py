"""Opens a library, or makes one: head, schema, permissions, and what the user should know of the place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jdrewrite import __version__
from jdrewrite.errors import LibraryBusy, LibraryDamaged, LibraryError
from jdrewrite.library.layout import (
    HEAD,
    SCHEMA,
    Head,
    Layout,
    default_path,
    head_bytes,
    on_network,
    read_head,
    whole_head,
    writable,
)
from jdrewrite.library.library import Library
from jdrewrite.library.migrations import migrate
from jdrewrite.library.reading import now
from jdrewrite.library.shelf import Shelf
from jdrewrite.library.twins import Twins
from jdrewrite.locking import Busy, Lock

TIMEOUT = 30.0


def open_library(
    path: str | Path | None = None,
    *,
    who: str | None = None,
    create: bool = True,
    read_only: bool = False,
    timeout: float = TIMEOUT,
) -> Library:
    """Open a library; use it with ``with``.

    Args:
        path: its folder; ``JDREWRITE_LIBRARY`` or the user's data folder unless told.
        who: the person who works with it; ``JDREWRITE_WHO`` or the name on the machine unless told.
        create: make it where there is none.
        read_only: change nothing, not even to mend what is damaged.
        timeout: seconds to wait for another process.

    Raises:
        LibraryError: the folder holds other things, is not there, or cannot be made.
        LibraryDamaged: something is damaged, and so are its copies.
        LibraryBusy: another process holds it.
    """
    layout = Layout(Path(path).expanduser().absolute() if path is not None else default_path().absolute())
    head = read_head(layout)
    if head is None:
        if not create or read_only:
            raise LibraryError(str(layout.root), "there is no library", "name the folder of one with --library DIR")
        head = _made(layout, timeout)
    told: list[str] = []
    if head.schema > SCHEMA:
        read_only = True
        told.append(
            f"it was made by jdrewrite {head.made_by} (schema {head.schema}, known here: {SCHEMA}) and can be read only"
        )
    elif not read_only and not writable(layout):
        read_only = True
        told.append("its folder may not be written to, so it can be read only")
    if read_only and head.schema < SCHEMA:
        told.append(f"it is of the earlier schema {head.schema}; opening it for writing brings it to {SCHEMA}")
    if not read_only:
        _completed(layout, head, timeout, told)
    kind = on_network(layout.root)
    if kind:
        told.append(f"{layout.root} lies on a network drive ({kind}); these are not supported, since locks fail there")
    return Library(Shelf(layout, read_only=read_only, timeout=timeout, told=told), who)


def _made(layout: Layout, timeout: float) -> Head:
    """Make a library, unless another process has made it a moment ago."""
    root = str(layout.root)
    try:
        layout.begin()
        with Lock(layout.lock, timeout):
            head = read_head(layout)
            if head is not None:
                return head
            head = Head(created=now(), made_by=__version__)
            layout.make()
            _heads(layout, lambda _: None).write(HEAD, head_bytes(head))
            return head
    except Busy:
        raise LibraryBusy(root, "another process holds it", "wait until it is done, and try again") from None
    except OSError as error:
        reason = f"it cannot be made ({error.strerror or error})"
        raise LibraryError(root, reason, "name another folder with --library DIR") from None


def _completed(layout: Layout, head: Head, timeout: float, told: list[str]) -> None:
    """Make folders anew that are gone, mend the head, and bring an earlier schema to the present one.

    Raises:
        LibraryBusy: another process holds the library.
        LibraryError: the disk is full.
    """
    root = str(layout.root)
    try:
        layout.make()
        try:
            _heads(layout, told.append).compared(HEAD, whole_head)
        except (FileNotFoundError, LibraryDamaged):
            _heads(layout, told.append).write(HEAD, head_bytes(head))
            told.append(f"{layout.root / HEAD} was lost, and so was its copy; it was made anew from the index")
        if head.schema < SCHEMA:
            migrate(layout, timeout, told.append)
    except Busy:
        raise LibraryBusy(root, "another process holds it", "wait until it is done, and try again") from None
    except OSError as error:
        reason = f"it cannot be used ({error.strerror or error})"
        raise LibraryError(root, reason, "free the disk or mend the folder, and try again") from None


def _heads(layout: Layout, told: Callable[[str], None]) -> Twins:
    return Twins(layout.root, layout.copies, read_only=False, told=told)
