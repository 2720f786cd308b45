"""What an analyst knows better than the analysis: function, title and those served of single job descriptions.

They stand in a table (``path``, ``function``, ``title``, ``serves``; CSV or TSV), or were corrected in the terminal UI
and lie in a library. A path is told from the folder that is audited, from the table's own folder, or from where the
user stands.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from jdrewrite.audit.addresses import is_address
from jdrewrite.audit.legible import encoded, legible
from jdrewrite.catalogue import WITH_TRADE, functions
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.documents import csv_rows
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.files import content
from jdrewrite.errors import BrokenInput, WrongWord
from jdrewrite.model import Document

if TYPE_CHECKING:
    from jdrewrite.library import Library

NAMES = {"function": "function", "title": "title", "serves": "those served"}
"""Columns beside ``path``, and what they correct in words."""

_MOST = 20
"""Lines that are wrong which are told beside the first."""


class Correction(msgspec.Struct, frozen=True):
    """What one job description is; empty where nothing is said of it."""

    function: str = ""
    """Slug of the catalogue, with its trade behind a stroke where that was said, or ``other``."""
    title: str = ""
    serves: str = ""
    """Whom the job serves, as it reads in the middle of a sentence."""

    @property
    def told(self) -> str:
        """What was corrected, in words."""
        said = [words for name, words in NAMES.items() if getattr(self, name)]
        return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)

    def of(self, document: Document) -> Document:
        """Return the document with the title and those served that were corrected."""
        named = document.titled(self.title) if self.title else document
        return named.serving(self.serves) if self.serves else named

    def over(self, other: Correction) -> Correction:
        """Return this correction, with what the other one says of whatever this one leaves empty."""
        return Correction(**{name: getattr(self, name) or getattr(other, name) for name in NAMES})


Corrections = dict[str, dict[str, Correction]]
"""By the file, and by the job description's path: that of the file, or ``jobs.csv#12``."""


def read(table: str, places: Sequence[str], files: Sequence[str]) -> tuple[Corrections, int]:
    """Return the corrections of a table, and how many of them are of files that are not among those read.

    Args:
        table: path of a CSV or TSV file.
        places: what is audited, as the user named it.
        files: what is read of it.

    Raises:
        MissingInput, UnsupportedInput: the table cannot be read.
        BrokenInput: a column is missing, a function is unknown, a word for those served can stand in no sentence, a
            path names no file, or one twice.
    """
    text = decode(content(table))[0]
    lines = [(r.line, [" ".join(cell.split()) for cell in r.cells]) for r in _records(text, table)]
    names = [name.lower() for name in lines[0][1]] if lines else []
    if "path" not in names or not NAMES.keys() & set(names):
        raise BrokenInput(table, "it has no columns path and function, title or serves", "name them in its first line")
    known = {_whole(name): file for file in files for name in (file, legible(file))}
    bases = ["", *(place for place in places if is_address(place) or Path(place).is_dir()), str(Path(table).parent)]
    found: Corrections = {}
    seen: dict[str, tuple[int, str]] = {}
    wrong: list[BrokenInput] = []
    left = 0
    for number, cells in lines[1:]:
        row = dict(zip(names, cells, strict=False))
        if not any(cells):
            continue
        path = row.get("path", "")
        file, label = _found(path, bases, known)
        if not file and "\\" in path:  # as Windows writes it
            path = path.replace("\\", "/")
            file, label = _found(path, bases, known)
        try:
            _refuse_twice(path, file + label, f"{table}:{number}", seen, number)
            correction = _told(row, f"{table}:{number}")
        except BrokenInput as error:
            wrong.append(error)
            continue
        if file:
            found.setdefault(file, {})[file + label] = correction
        elif _is_there(path, bases):
            left += 1
        else:
            way_out = "write it as the report does, or from the folder that is audited"
            wrong.append(BrokenInput(f"{table}:{number}", f"there is no file {path or 'named'}", way_out))
    if wrong:
        raise _all(wrong)
    return found, left


def _refuse_twice(path: str, meant: str, where: str, seen: dict[str, tuple[int, str]], number: int) -> None:
    """Refuse a line on what another one is about already, however each of them writes its path.

    Args:
        path: as the line has it.
        meant: the job description that it means; empty for none of this audit.
        where: the line, for the message.
        seen: line and path of each that came before, by what it means.
        number: of the line.
    """
    line, written = seen.setdefault(meant or path, (number, path))
    if line != number:
        like = f", as {written}" if written != path else ""
        raise BrokenInput(where, f"{path} stands in line {line} already{like}", "leave one of the two out")


def _told(row: Mapping[str, str], where: str) -> Correction:
    """Return what a line corrects."""
    people = _people(row.get("serves", ""), where)
    return Correction(_function(row.get("function", ""), where), row.get("title", ""), people)


def _all(wrong: Sequence[BrokenInput]) -> BrokenInput:
    """Return one error for all lines that are wrong: nobody should start an audit once for each."""
    first, *others = wrong
    more = [f"; line {e.subject.rpartition(':')[2]}: {e.reason}, {e.way_out}" for e in others[:_MOST]]
    more += [f"; and {len(others) - _MOST} more lines"] if len(others) > _MOST else []
    return BrokenInput(first.subject, first.reason, first.way_out + "".join(more))


def of_library(library: Library, files: Sequence[str]) -> Corrections:
    """Return what people corrected in the terminal UI, or set, for files of an audit on this machine.

    What is set for a document goes before what a session has that an older jdrewrite kept, or another document's; of
    two people the one says more whose session was saved last.

    Raises:
        LibraryError: the library cannot be read.
    """
    from jdrewrite.editing.carry import Kept

    known = {str(Path(file).resolve()): file for file in files if not is_address(file)}
    found: Corrections = {}
    told: list[tuple[str, Correction]] = []
    seen: set[tuple[str, str]] = set()
    jobs: dict[str, str] = {}
    settings = {stored.id: stored.settings for stored in library.documents()}
    for session in library.sessions():
        try:
            kept = from_json(bytes(session.data), Kept)
        except Unreadable:
            continue  # of another make; who opens it is told
        own = jobs.setdefault(kept.path, session.document) == session.document  # else of a job that stood there before
        if own and (session.who, kept.path) not in seen:  # an older one of the same person was put aside
            seen.add((session.who, kept.path))
            of = {"function": kept.function, "serves": kept.serves, **settings.get(session.document, {})}
            told.append((kept.path, Correction(of["function"] or "", kept.title or "", of["serves"] or "")))
    for path, correction in (*told, *_set(library)):
        file, label = _kept_at(path, known)
        if file and correction.told:
            rows = found.setdefault(file, {})
            rows[file + label] = rows.get(file + label, Correction()).over(correction)
    return found


def _kept_at(path: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return the file at whose path a document is kept, and the label of its row behind it; empty for none."""
    file, sign, label = path.rpartition("#")
    for bare, row in ((path, ""), (file, sign + label)):
        there = known.get(str(Path(bare).resolve())) if bare not in ("", "-") else None
        if there:
            return there, row
    return "", ""


def _set(library: Library) -> Iterator[tuple[str, Correction]]:
    """Yield every path with what is set for the document that was read or written there last.

    An earlier version of a document counts as well: that of the file from which a rewrite was written elsewhere.
    """
    last: dict[str, tuple[int, Mapping[str, Any]]] = {}
    for stored in library.documents():
        for version in stored.versions:
            if version.n > last.get(version.path, (-1,))[0]:
                last[version.path] = version.n, stored.settings
    for path, (_, settings) in last.items():
        yield path, Correction(settings.get("function") or "", serves=settings.get("serves") or "")


def together(first: Mapping[str, Mapping[str, Correction]], then: Corrections) -> Corrections:
    """Return two sets of corrections as one; the first goes before, and what it leaves empty the other one says."""
    none = Correction()
    return {
        file: {
            path: first.get(file, {}).get(path, none).over(then.get(file, {}).get(path, none))
            for path in {**then.get(file, {}), **first.get(file, {})}
        }
        for file in {**then, **first}
    }


def digest(corrections: Corrections, file: str) -> str:
    """Return what tells a file's corrections from others; empty for none."""
    own = corrections.get(file)
    return hashlib.sha256(encoded(dict(sorted(own.items())))).hexdigest()[:16] if own else ""


def unused(corrections: Corrections, paths: Iterable[str]) -> list[str]:
    """Return the paths of corrections for which no job description was read: ``jobs.csv#99``."""
    there = set(paths)
    return sorted(path for own in corrections.values() for path in own if legible(path) not in there)


def _records(text: str, table: str) -> Iterator[csv_rows.Record]:
    yield from csv_rows.records(text, csv_rows.delimiter_of(text), table)


def _function(words: str, where: str) -> str:
    from jdrewrite.analysis.meant import meant

    slug = words.lower().replace(" ", "-")
    names = {entry.name.lower(): own for own, entry in functions().items()}
    known = {own: own for own in (*functions(), "other")}
    if not words or slug in known:
        return slug
    if words.lower() in names:
        return names[words.lower()]
    found, likely = meant(words)
    if WITH_TRADE in found:  # a title is no name of a function: whoever means one says so
        return found
    near = get_close_matches(slug, known, 1) or likely[:1] or [found]
    way_out = f"did you mean {near[0]}?" if near[0] else "'jdrewrite functions' lists them"
    raise BrokenInput(where, f"there is no function '{words}'", way_out)


def _people(words: str, where: str) -> str:
    from jdrewrite.analysis.served_word import given_word

    try:
        return given_word(words) if words else ""
    except WrongWord as error:
        raise BrokenInput(where, error.reason, error.way_out) from None


def _found(path: str, bases: Sequence[str], known: Mapping[str, str]) -> tuple[str, str]:
    """Return the file that a path means, and the label of the row behind it; empty for none."""
    file, sign, label = path.rpartition("#")
    for bare, row in ((path, ""), (file, sign + label)):
        for base in bases:
            if bare and (there := known.get(_whole(_joined(base, bare)))):
                return there, row
    return "", ""


def _is_there(path: str, bases: Sequence[str]) -> bool:
    bare = [part for part in (path, path.rpartition("#")[0]) if part]
    return any(Path(_joined(base, part)).is_file() for part in bare for base in bases if not is_address(base))


def _joined(base: str, path: str) -> str:
    if is_address(path) or not base:
        return path
    return f"{base.rstrip('/')}/{path}" if is_address(base) else str(Path(base) / path)


def _whole(path: str) -> str:
    return path if is_address(path) else os.path.abspath(path)  # noqa: PTH100 - links stay what they are called
