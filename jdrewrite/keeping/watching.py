"""Whether a file on the disk is still the one that was read."""

from __future__ import annotations

from pathlib import Path

from jdrewrite.documents.files import content, file_of
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Document

Stamp = tuple[int, int]
READ, ALL_THE_SAME, CANCEL = "read", "export", "cancel"
CHOICES = (
    (READ, "Read the file again, and carry your decisions over"),
    (ALL_THE_SAME, "Export all the same: what was changed in the file will not be in it"),
    (CANCEL, "Export nothing"),
)
"""What can be done where the file is another one."""


def stamp(document: Document) -> Stamp | None:
    """Return what tells at little cost that a file may have changed; None where there is none."""
    try:
        found = file_of(document).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def whole(document: Document) -> bytes:
    """Return the file as it was read; of one of many, the file that holds them all."""
    return document.place.source if document.place is not None else document.source


def is_original(document: Document, path: Path) -> bool:
    """Tell whether a path is the file that the document came from."""
    source = file_of(document)
    return source.exists() and path.exists() and path.samefile(source)


def is_changed(document: Document) -> bool:
    """Tell whether the file holds other bytes now. One that is gone, or cannot be read, has not changed."""
    if stamp(document) is None:
        return False
    try:
        return content(file_of(document)) != whole(document)
    except JdrewriteError:
        return False
