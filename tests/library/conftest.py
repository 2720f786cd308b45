"""Small documents, decisions and libraries."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import jdrewrite
from jdrewrite.library import Decision, open_library
from jdrewrite.model import Document

TEXT = """# Phone adviser

- Answer 20 calls a day from people who rent from us.
- Book repairs with the caretaker.
- Write down what callers complain of.
- Tell the shift lead when a line is down.
- Keep the list of caretakers complete.
"""


def document(text: str = TEXT, path: str = "adviser.md") -> Document:
    return jdrewrite.read_bytes(text.encode(), path)


def decision(document: str, statement: str = "aaaaaaaaaaaa-1", **values: object) -> Decision:
    fields: dict[str, object] = {
        "document": document,
        "version": 1,
        "statement": statement,
        "outcome": "rejected",
        "kind": "reframe",
        "original": "Book repairs with the caretaker.",
        "proposed": "Book repairs with the caretaker, so that tenants get them soon.",
        "engine": "offline",
        "source": "customer-service/advice",
        "score_version": "1",
        "passed": True,
        "reason": "our caretakers book themselves",
    }
    return Decision(**{**fields, **values})  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path):  # type: ignore[no-untyped-def]
    with open_library(folder, who="ann") as opened:
        yield opened


@pytest.fixture
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing wait for the disk: what is tried here is what is written, not that it survives a power cut."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def made(folder: Path, no_sync: None) -> tuple[Path, str, tuple[Any, ...]]:
    from .full import everything, filled  # which needs what stands here

    name = filled(folder)
    with open_library(folder, who="ann", read_only=True) as library:
        return folder, name, everything(library, name)
