"""Takes in what ``export`` wrote, and joins it with what is there.

An entry that is known already is not taken twice (see ``joining``), and a document that is not the same gets an id of
its own.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from jdrewrite import zips
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import BrokenInput, MissingInput
from jdrewrite.library.entries import Entry, Run, VersionAdded, is_id
from jdrewrite.library.exporting import LIST, Event, File, Head, Line, Session, Text
from jdrewrite.library.joining import Known, moved
from jdrewrite.library.layout import SCHEMA
from jdrewrite.library.library import Library

LARGEST = 30_000_000
"""Bytes of one text; no job description is larger."""
LONGEST = 2_000_000_000
"""Bytes of all lines of a zip; a packed file may be a trap that unpacks to more than the memory holds."""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What came in."""

    documents: int
    """New ones."""
    versions: int
    entries: int
    """All that were not there yet, versions included."""
    known: int
    """Entries that were there already."""


def bring_in(library: Library, path: Path) -> Imported:
    """Take in what ``export`` wrote.

    Raises:
        MissingInput: there is no such file.
        BrokenInput: it is no export, or it is damaged; nothing of the document concerned came in.
        DocumentLocked: somebody else has locked one of the documents.
    """
    with contextlib.ExitStack() as opened:
        with _telling(path):
            file = opened.enter_context(path.open("rb"))
            packed = file.read(4) == b"PK\x03\x04"
            file.seek(0)
            incoming = _read(path, opened.enter_context(zipfile.ZipFile(file)) if packed else file)
        # Only now: what is wrong with the file is not to be told as a fault of the library, nor to hold it up.
        with library.shelf.changing():
            return _joined(library, path, incoming)


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell what is wrong with the file that comes in."""
    try:
        yield
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else f"it cannot be read ({error})"
        raise MissingInput(str(path), reason, "check the path") from None
    except zips.DAMAGED as error:
        raise BrokenInput(str(path), f"{zips.reason(error)} ({error})", "export it again") from None


class _Incoming:
    """What an export holds, by document."""

    def __init__(self) -> None:
        self.texts: dict[str, Callable[[], bytes]] = {}
        self.entries: dict[str, list[Entry]] = {}
        self.runs: list[Run] = []
        self.sessions: list[Session] = []


def _joined(library: Library, path: Path, incoming: _Incoming) -> Imported:
    totals = [0, 0, 0, 0]
    names: dict[str, str] = {}
    for document, entries in incoming.entries.items():
        counts, names[document] = _join(library, path, document, entries, incoming)
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
    known_runs = {(run.at, run.who, run.command) for run in library.runs()}
    for run in incoming.runs:
        new = (run.at, run.who, run.command) not in known_runs
        if new:
            ids = tuple(names.get(name, name) for name in run.documents)
            library.take_in([msgspec.structs.replace(run, documents=ids, n=0)])
        totals[2 if new else 3] += 1
    for session in incoming.sessions:
        held = names.get(session.document, session.document)
        if library.load_session(held, object, session.name) is None:
            library.save_session(held, session.data, session.name)
    return Imported(documents=totals[0], versions=totals[1], entries=totals[2], known=totals[3])


def _join(
    library: Library, path: Path, document: str, entries: list[Entry], incoming: _Incoming
) -> tuple[list[int], str]:
    """Take in what is new of one document; return the counts, and the id that it has here."""
    known = {found.id: found for found in library.documents()}.get(document)
    first = next((entry.text for entry in entries if isinstance(entry, VersionAdded)), None)
    if known is not None and first != known.versions[0].text:
        known, name = None, library.shelf.new_id()
    else:
        name = document
    here = Known(library, known)
    numbers: dict[int, int] = {}
    count = len(known.versions) if known else 0
    new: list[Entry] = []
    for entry in entries:
        if isinstance(entry, VersionAdded) and (number := here.same(entry)) is not None:
            numbers[entry.number] = number
            continue
        if isinstance(entry, VersionAdded):
            count += 1
            numbers[entry.number] = count
            library.shelf.keep_text(_text(path, entry.text, incoming))
        if (news := here.news(entry, numbers)) is not None:
            new.append(moved(news, name, numbers))
    library.take_in(new, into=name if known else None)
    versions = sum(isinstance(entry, VersionAdded) for entry in new)
    return [int(known is None), versions, len(new), len(entries) - len(new)], name


def _text(path: Path, digest: str, incoming: _Incoming) -> bytes:
    try:
        data = incoming.texts[digest]()
    except (KeyError, ValueError):
        raise BrokenInput(str(path), f"the text {digest[:12]} is not in it", "export it again") from None
    except zips.DAMAGED as error:
        raise BrokenInput(str(path), f"the text {digest[:12]}: {zips.reason(error)}", "export it again") from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise BrokenInput(str(path), f"the text {digest[:12]} is damaged", "export it again")
    return data


def _read(path: Path, source: zipfile.ZipFile | BinaryIO) -> _Incoming:
    """Read all lines; texts are fetched when they are needed.

    Raises:
        BrokenInput: it is no export, of a newer schema, or damaged.
    """
    incoming = _Incoming()
    packed: zipfile.ZipFile | None = None
    file: Iterable[bytes]
    if isinstance(source, zipfile.ZipFile):
        if LIST not in source.namelist():
            raise BrokenInput(str(path), "it is no export of a library", "name a file that 'library export' wrote")
        if source.getinfo(LIST).file_size > LONGEST:
            raise BrokenInput(str(path), "it unpacks to more than any library holds", "export it in parts")
        packed, file = source, io.BytesIO(source.read(LIST))
    else:
        file = source
    for number, raw in enumerate(file, 1):
        try:
            line: Line = from_json(raw, Line)  # type: ignore[arg-type]  # a union is no type to mypy
        except Unreadable as error:
            raise BrokenInput(f"{path}:{number}", f"it is no line of an export ({error})", "export it again") from None
        if number == 1 and not isinstance(line, Head):
            raise BrokenInput(str(path), "it is no export of a library", "name a file that 'library export' wrote")
        if (named := _named(line)) is not None and not is_id(named):
            reason = f"'{named[:40]}' is no id of a document (ten hexadecimal digits); nothing was taken in"
            raise BrokenInput(f"{path}:{number}", reason, "export it again")
        _take(line, incoming, packed, path)
    return incoming


def _named(line: Line) -> str | None:
    """Return the document that a line is about; None for a line about none, or over many."""
    match line:
        case Session(document=document):
            return document
        case Event(entry=entry) if not isinstance(entry, Run):
            return entry.document
        case _:
            return None


def _take(line: Line, incoming: _Incoming, packed: zipfile.ZipFile | None, path: Path) -> None:
    match line:
        case Head(schema=schema) if schema > SCHEMA:
            raise BrokenInput(str(path), f"a newer jdrewrite wrote it (schema {schema})", "update jdrewrite")
        case Text():
            incoming.texts[line.sha256] = lambda: base64.b64decode(line.base64, validate=True)
        case File() if packed is not None:
            incoming.texts[line.sha256] = lambda: _unpacked(packed, line.name)
        case Event(entry=Run() as run):
            incoming.runs.append(run)
        case Event(entry=entry):
            incoming.entries.setdefault(entry.document, []).append(entry)
        case Session():
            incoming.sessions.append(line)
        case _:
            pass


def _unpacked(packed: zipfile.ZipFile, name: str) -> bytes:
    """Return one file of a zip, unless it is larger than any job description."""
    if packed.getinfo(name).file_size > LARGEST:
        raise ValueError(name)
    return packed.read(name)
