"""A library with something of every kind in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jdrewrite.library import Library, open_library

from . import kills
from .conftest import TEXT, decision, document


def filled(folder: Path) -> str:
    """Make a library with something of every kind: folded, in the journal, and in a session."""
    with kills.small_folds(), open_library(folder, who="ann") as library:
        match = library.put(document())
        library.record(*[decision(match.document, f"{n:012d}-1") for n in range(30)])  # folds
        library.put(document(TEXT.replace("20 calls", "30 calls")))
        library.record(decision(match.document, "aaaaaaaaaaaa-1"), decision(match.document, "bbbbbbbbbbbb-1"))
        library.set_state(match.document, "review", "sent")
        library.save_session(match.document, {"at": 3})
    return match.document


def everything(library: Library, name: str) -> tuple[Any, ...]:
    """Return all that a library says."""
    texts = [library.text(name, version.number) for version in library.document(name).versions]
    return library.documents(), library.decisions(name), library.runs(), texts, library.load_session(name)
