"""A library, or part of it, as one file: JSON lines with everything inside, or a zip with the documents as files.

Both hold the entries that lead to what is known of each document, in their order.
"""

from __future__ import annotations

import base64
import os
import secrets
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import Any, BinaryIO

import msgspec

from jdrewrite.decoding import from_json
from jdrewrite.errors import OutputError, OutputExists
from jdrewrite.formats import FORMATS
from jdrewrite.library.entries import Entry, Scored, SettingsSet, VersionAdded
from jdrewrite.library.files import TEMPORARY
from jdrewrite.library.layout import SCHEMA
from jdrewrite.library.library import Library
from jdrewrite.library.values import StoredDocument, Version

LIST = "library.jsonl"
"""Name of the lines inside a zip."""
_DATE = (1980, 1, 1, 0, 0, 0)


class Head(msgspec.Struct, frozen=True, tag="jdrewrite library"):
    """First line of an export."""

    schema: int


class Text(msgspec.Struct, frozen=True, tag="text"):
    """The bytes of a version, inside a line."""

    sha256: str
    base64: str


class File(msgspec.Struct, frozen=True, tag="file"):
    """The bytes of a version, in a file of the same zip."""

    sha256: str
    name: str


class Event(msgspec.Struct, frozen=True, tag="entry"):
    """One thing that happened."""

    entry: Entry


class Session(msgspec.Struct, frozen=True, tag="session"):
    """The working state of an editing session."""

    document: str
    name: str
    data: Any


Line = Head | Text | File | Event | Session


def export(library: Library, path: Path, names: Sequence[str] = (), *, force: bool = False) -> int:
    """Write documents with all that is known of them; return how many.

    Args:
        library: from which.
        path: of the new file; ``.zip`` or ``.jsonl``.
        names: of the documents; all unless told.
        force: overwrite a file that is there.

    Raises:
        OutputError: the ending is another, or the file cannot be written.
        UnknownDocument: a document is not in the library.
    """
    writers: dict[str, Callable[[BinaryIO, Library, Sequence[StoredDocument], bool], None]]
    writers = {".zip": _write_zip, ".jsonl": _write_lines}
    if path.suffix.lower() not in writers:
        raise OutputError(str(path), f"'{path.suffix}' is no export", "name a file that ends in .zip or .jsonl")
    if path.exists() and not force:
        raise OutputExists(str(path), "it is there already", "choose another name, or overwrite it with --force")
    documents = [library.document(name) for name in names] or sorted(library.documents(), key=lambda d: d.touched)
    temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    try:
        # Whoever may read the library may read what came out of it, and nobody else.
        mode = library.path.stat().st_mode & 0o666
        with open(temporary, "xb", opener=partial(os.open, mode=mode)) as file:
            writers[path.suffix.lower()](file, library, documents, not names)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        reason = f"it cannot be written ({error.strerror or error})"
        raise OutputError(str(path), reason, "choose another place") from None
    finally:
        temporary.unlink(missing_ok=True)
    return len(documents)


def entries_of(library: Library, document: StoredDocument) -> list[Entry]:
    """Return the entries that lead to what is known of a document, in their order."""
    last = document.versions[-1]
    entries: list[Entry] = []
    for version in document.versions:
        prints = document.fingerprints if version is last else ()
        entries.append(_added(document.id, version, prints))
        if version.score is not None:
            entries.append(_scored(document.id, version))
    entries += [*document.states, *document.notes, *library.decisions(document.id)]
    entries += [*document.settings_from, *_undated(document)]
    if document.lock is not None:
        entries.append(document.lock)
    return sorted(entries, key=lambda entry: entry.n)


def _undated(document: StoredDocument) -> list[SettingsSet]:
    """Return the settings of which an older library does not say when they were set."""
    dated = {name for entry in document.settings_from for name in entry.values}
    values = {name: value for name, value in document.settings.items() if name not in dated}
    return [SettingsSet(document=document.id, values=values, n=document.touched)] if values else []


def _added(document: str, version: Version, fingerprints: tuple[str, ...]) -> VersionAdded:
    same = {name: getattr(version, name) for name in VersionAdded.__struct_fields__ if hasattr(version, name)}
    return VersionAdded(**same, document=document, fingerprints=fingerprints)


def _scored(document: str, version: Version) -> Scored:
    return Scored(
        document=document,
        at=version.scored_at or version.at,
        who=version.who,
        n=version.n,
        number=version.number,
        score=version.score or 0.0,
        function=version.function,
        versions=version.versions,
    )


def _lines(library: Library, documents: Iterable[StoredDocument], *, everything: bool) -> Iterator[Line]:
    """Yield the lines but for the texts."""
    wanted = set()
    for document in documents:
        wanted.add(document.id)
        yield from (Event(entry) for entry in entries_of(library, document))
    for run in library.runs():
        if everything or wanted & set(run.documents):
            yield Event(run)
    for session in library.sessions():
        if session.document in wanted:
            yield Session(session.document, session.name, from_json(bytes(session.data), Any))


def _write_lines(file: BinaryIO, library: Library, documents: Sequence[StoredDocument], everything: bool) -> None:
    def put(line: Line) -> None:
        file.write(msgspec.json.encode(line) + b"\n")

    put(Head(SCHEMA))
    for digest, (document, version) in _texts(documents).items():
        data = library.text(document.id, version.number)
        put(Text(digest, base64.b64encode(data).decode()))
    for line in _lines(library, documents, everything=everything):
        put(line)


def _write_zip(file: BinaryIO, library: Library, documents: Sequence[StoredDocument], everything: bool) -> None:
    lines: list[Line] = [Head(SCHEMA)]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for digest, (document, version) in _texts(documents).items():
            name = f"documents/{_plain(document.title)}-{document.id}/{version.number}{_ending(version)}"
            packed.writestr(zipfile.ZipInfo(name, _DATE), library.text(document.id, version.number))
            lines.append(File(digest, name))
        lines += _lines(library, documents, everything=everything)
        body = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
        packed.writestr(zipfile.ZipInfo(LIST, _DATE), body, zipfile.ZIP_DEFLATED)


def _texts(documents: Iterable[StoredDocument]) -> dict[str, tuple[StoredDocument, Version]]:
    """Return every text once, with one version that it belongs to."""
    return {version.text: (document, version) for document in documents for version in document.versions}


def _plain(title: str) -> str:
    """Return a title as part of a file name of any system."""
    return "-".join("".join(c if c.isalnum() else " " for c in title).split())[:60] or "untitled"


def _ending(version: Version) -> str:
    own = PurePath(version.path).suffix
    entry = FORMATS.get(version.format)
    return own if entry is None or (own and own.lower() in entry.endings) else entry.endings[0]
