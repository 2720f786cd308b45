"""Brings a library of an earlier schema to the present one, one step after the other.

A step may be interrupted at any moment and run again. The head is written last, so a library is of the earlier schema
until every step is done; what the stores were before lies in ``copies/schema-N``.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable

import msgspec

from jdrewrite import __version__
from jdrewrite.library.files import make_folder
from jdrewrite.library.layout import HEAD, SCHEMA, Head, Layout, head_bytes, read_head
from jdrewrite.library.tinystore import SafeTinyDB, row
from jdrewrite.library.twins import Twins
from jdrewrite.locking import Lock


def _from_1(layout: Layout) -> None:
    """Schema 2: the head has a checksum, and the index says which schema it is of, should both heads be lost."""
    if not layout.index.exists():
        return
    with SafeTinyDB(layout.index, copies_folder=layout.copies) as store, store.batch():
        meta = store.table("meta")
        known = meta.get(doc_id=1)
        meta.upsert(row({**(known if isinstance(known, dict) else {}), "schema": 2}, 1))


STEPS: dict[int, Callable[[Layout], None]] = {1: _from_1}
"""What leads from each schema to the next."""


def migrate(layout: Layout, timeout: float, told: Callable[[str], None]) -> Head:
    """Bring a library to the present schema; return its new head.

    Args:
        layout: where everything lies.
        timeout: seconds to wait for another process.
        told: takes one sentence on what was done.

    Raises:
        Busy: another process holds the library.
        OSError: the disk is full; the library is as it was, or can be brought on later.
    """
    with Lock(layout.lock, timeout):
        head = read_head(layout)
        if head is None or head.schema >= SCHEMA:  # another process was faster
            return head or Head()
        _keep(layout, head.schema)
        for schema in range(head.schema, SCHEMA):
            STEPS[schema](layout)
        new = msgspec.structs.replace(head, schema=SCHEMA, made_by=__version__)
        Twins(layout.root, layout.copies, read_only=False, told=told).write(HEAD, head_bytes(new))
        told(f"the library was brought from schema {head.schema} to {SCHEMA}")
        return new


def _keep(layout: Layout, schema: int) -> None:
    """Keep the stores as they are before anything is changed, once."""
    folder = layout.copies / f"schema-{schema}"
    if folder.exists():
        return
    begun = layout.copies / f".tmp-schema-{schema}"
    make_folder(begun)
    for path in (layout.root / HEAD, layout.index, layout.decisions):
        with contextlib.suppress(FileNotFoundError):
            shutil.copy2(path, begun / path.name, follow_symlinks=False)
    begun.rename(folder)
