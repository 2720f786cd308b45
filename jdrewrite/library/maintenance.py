"""Looks through a library, mends what can be mended, and makes it smaller."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from jdrewrite.errors import LibraryDamaged
from jdrewrite.library.files import remove_leftovers
from jdrewrite.library.library import Library


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What looking through a library found."""

    documents: int
    versions: int
    decisions: int
    texts: int
    lines: int
    """Of the journal, as far as it is kept."""
    mended: tuple[str, ...]
    """What was damaged and is whole again, in plain words."""
    lost: tuple[str, ...]
    """What is damaged and cannot be mended."""


def verify(library: Library) -> Findings:
    """Read everything: every line and every text, both copies; mend what one of two copies can mend.

    Raises:
        LibraryError: the library cannot be read at all.
    """
    shelf = library.shelf
    told = len(shelf.notices)
    lost: list[str] = []
    lines = 0
    with shelf.telling(), shelf.lock:
        documents = shelf.documents()
        for number in shelf.journal.names():
            reading = shelf.journal.mended(number)
            lines += len(reading.lines)
            if reading.missing:
                lost.append(f"lines {reading.missing[0]} to {reading.missing[-1]} of the journal")
        digests = {v.text: f"{d.title} ({d.id}), version {v.number}" for d in documents.values() for v in d.versions}
        for digest, named in digests.items():
            try:
                shelf.texts.compared(f"{digest[:2]}/{digest}", _whole(digest))
            except (LibraryDamaged, FileNotFoundError) as error:
                lost.append(f"the text of {named}: {error}")
        lost += shelf.sessions.verify()
        decisions = 0
        for document in documents:
            decisions += len(shelf.decisions(document))
        if not shelf.read_only:
            shelf.index.rewrite_copies()
    return Findings(
        documents=len(documents),
        versions=sum(len(d.versions) for d in documents.values()),
        decisions=decisions,
        texts=len(digests),
        lines=lines,
        mended=tuple(shelf.notices[told:]),
        lost=tuple(lost),
    )


def compact(library: Library) -> tuple[int, int]:
    """Drop texts that no version has and leftovers, and fold the journal into the stores where that takes less room.

    A young library is smaller as a journal: then its lines and the copies stay as they are.

    Returns:
        Bytes before and after.

    Raises:
        LibraryReadOnly: the library can be read only.
        LibraryError: the disk is full, or the folder may not be written to.
    """
    shelf = library.shelf
    with shelf.changing():
        before = _size(library.path)
        if _folded_size(library) < _size(library.path, "journal", "*.json", "*.json.[0-9]"):
            shelf.fold()
            shelf.index.forget_older()
            shelf.journal.turn()
            shelf.journal.drop(shelf.journal.names())
        needed = {version.text for document in shelf.documents().values() for version in document.versions}
        for name in shelf.texts.names():
            if name.partition("/")[2] not in needed:
                shelf.texts.remove(name)
        remove_leftovers(library.path)
        return before, _size(library.path)


def _whole(digest: str):  # type: ignore[no-untyped-def]
    return lambda data: hashlib.sha256(data).hexdigest() == digest


def _folded_size(library: Library) -> int:
    """Return about how many bytes stores and one copy of each would take that hold everything."""
    documents, runs = library.shelf.documents(), library.shelf.runs()
    decisions = [library.shelf.decisions(document) for document in documents]
    return 2 * sum(len(msgspec.json.encode(each)) for each in (documents, runs, decisions))


def _size(folder: Path, *patterns: str) -> int:
    """Return the bytes of a folder: all of it, or of the files and folders that fit one of the patterns."""
    found = {path for pattern in patterns for path in folder.rglob(pattern)} if patterns else {folder}
    files = {file for path in found for file in (path.rglob("*") if path.is_dir() else [path])}
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink())
