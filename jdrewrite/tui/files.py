"""Files that are opened."""

from __future__ import annotations

from pathlib import Path

from jdrewrite.documents import read, read_all
from jdrewrite.model import Document


def documents_at(path: str) -> tuple[Document, ...]:
    """Return the job descriptions of a file, or the one that is named as ``file#label``.

    Raises:
        InputError: it cannot be read.
    """
    if "#" in path and not Path(path).exists():
        return (read(path),)
    return read_all(path)
