"""What one process of an audit does: read one file, analyse each job description in it, give back its records."""

from __future__ import annotations

import faulthandler
import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Literal

import msgspec

from jdrewrite import own_process
from jdrewrite.analysis.settings import Settings
from jdrewrite.audit.addresses import content_at, is_address
from jdrewrite.audit.corrections import Correction, Corrections
from jdrewrite.audit.records import VERSION, Failed, Record, record_of
from jdrewrite.documents.columns import Columns
from jdrewrite.errors import JdrewriteError, NoJob, SetupError
from jdrewrite.model import Document

_SURE = 0.6
"""Confidence from which the name of a department tells the function."""
_READING = ("analysis", "audit/records.py", "audit/worker.py", "catalogue", "documents", "language", "model")
"""What of the program makes a record of a file, the rules, tables and weights included."""
LIMIT = 300.0
"""Seconds for opening a file, and for each job description in it, in a process of its own."""
INTERNAL = 70
"""Exit code of a fault of the program itself (EX_SOFTWARE)."""
FunctionFrom = Literal["", "folder", "column"]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """How the files of an audit are to be read."""

    columns: Columns = Columns()
    function_from: FunctionFrom = ""
    """What tells the function: the name of the folder, or the cell that ``columns.function`` names. Empty, and where
    these tell nothing: the analysis finds it."""
    corrections: Corrections = {}
    """What is known better of single job descriptions."""

    def __hash__(self) -> int:
        """Return the same for the same task, as a cluster asks for; corrections count by the files that they are of."""
        return hash((self.columns, self.function_from, frozenset(self.corrections)))


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A file for a machine that cannot reach it."""

    path: str
    content: bytes
    settings: Settings
    """Of the project file that covers it."""


def load(path: str) -> Sent | Failed:
    """Return a file as it is sent; what is wrong with it is a record.

    Raises:
        SetupError: its project file is not valid.
    """
    from jdrewrite.documents.files import content
    from jdrewrite.project import settings_for

    try:
        return Sent(
            path=path, content=content_at(path) if is_address(path) else content(path), settings=settings_for(path)
        )
    except SetupError:
        raise
    except JdrewriteError as error:
        return _failed(path, error)
    except Exception as cause:  # noqa: BLE001 - one bad file never stops an audit
        return _fault(path, cause)


def audit_file(path: str, task: Task) -> tuple[Record, ...]:
    """Return the records of one file on this machine, or behind an address, as ``read_file`` yields them."""
    return tuple(read_file(path, task))


def read_file(path: str, task: Task, sent: Sent | None = None) -> Iterator[Record]:
    """Read one file and yield its records; whatever is wrong with it is a record too.

    Args:
        path: what its records are named by.
        task: how.
        sent: the file itself, where it is not on this machine.

    Raises:
        SetupError: what is wrong with the installation would be wrong for every file.
    """
    from jdrewrite.documents import read_all_bytes

    try:
        documents = read_all_bytes(sent.content, path, columns=task.columns) if sent else documents_of(path, task)
    except SetupError:
        raise
    except JdrewriteError as error:
        yield _failed(path, error)
    except Exception as cause:  # noqa: BLE001 - one bad file never stops an audit
        yield _fault(path, cause)
    else:
        for document in documents:
            yield _audit(document, path, task, sent)
            yield from (_empty(f"{path}#{label}") for label in (document.place.empty if document.place else ()))


def documents_of(path: str, task: Task) -> tuple[Document, ...]:
    """Return every job description of a file, on this machine or behind an address.

    Raises:
        JdrewriteError: as ``documents.read_all`` and ``addresses.content_at``.
    """
    from jdrewrite.documents import read_all, read_all_bytes

    if is_address(path):
        return read_all_bytes(content_at(path), path, columns=task.columns)
    return read_all(path, columns=task.columns)


def audit_files(paths: Sequence[str], task: Task) -> list[tuple[str, tuple[Record, ...]]]:
    """Read several files in one go, to spare the processes their talk."""
    return [(path, audit_file(path, task)) for path in paths]


def audit_watched(paths: Sequence[str], task: Task, limit: float) -> list[tuple[str, tuple[Record, ...]]]:
    """Read several files in a process that ends where a file, or a job description in it, takes longer than a limit."""
    found = []
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123

        def watch() -> None:
            # Not a thread of Python: an expression that runs away would not let it have its turn.
            faulthandler.dump_traceback_later(limit, exit=True, file=nowhere)

        try:
            for path in paths:
                watch()
                records = []
                for record in read_file(path, task):
                    records.append(record)
                    watch()
                found.append((path, tuple(records)))
        finally:
            faulthandler.cancel_dump_traceback_later()
    return found


def _audit(document: Document, path: str, task: Task, sent: Sent | None) -> Record:
    from jdrewrite.analysis import analyse
    from jdrewrite.project import settings_for

    try:
        unit, function = unit_of(document, path, task)
        known = correction_of(document, path, task)
        settings = sent.settings if sent else settings_for(path)
        assessment = analyse(
            known.of(document),
            function=known.function or function,
            settings=settings,
        )
        if assessment.jobs:
            several = NoJob(document.path, assessment.several, "give each job a file of its own")
            return _failed(document.path, several)
        return record_of(assessment, unit, document.place, known.told)
    except SetupError:
        raise
    except JdrewriteError as error:
        return _failed(document.path, error)
    except Exception as cause:  # noqa: BLE001 - one bad job description never stops an audit
        return _fault(document.path, cause)


def correction_of(document: Document, path: str, task: Task) -> Correction:
    """Return what somebody corrected of a job description of a file; nothing for most."""
    return task.corrections.get(path, {}).get(document.path, Correction())


def unit_of(document: Document, path: str, task: Task) -> tuple[str, str | None]:
    """Return what the organisation calls the group of a job, and the function that the name tells; None for none."""
    if task.function_from == "column":
        return document.function, function_named(document.function)
    if task.function_from == "folder":
        folders = PurePath(path).parts[-2::-1]
        told = next(((folder, slug) for folder in folders if (slug := _slug(folder))), None)
        nearest = folders[0] if folders else ""  # further out, "data" and "people" are no departments
        return told or (nearest, function_named(nearest))
    return "", None


@lru_cache(maxsize=10_000)
def function_named(words: str) -> str | None:
    """Return the function that a name of a folder or a department means; None where it may mean several.

    The catalogue's own names are taken as they are; others ("HR", "Customer Support") are read as a title would be.
    """
    from jdrewrite.analysis.function import rank
    from jdrewrite.catalogue import functions

    if found := _slug(words):
        return found
    best = rank(_plain(words))[0] if words else None
    return best.name if best and best.name in functions() and best.confidence >= _SURE else None


def _slug(words: str) -> str | None:
    """Return the function that the catalogue itself calls so."""
    from jdrewrite.catalogue import functions

    plain = _plain(words)
    names = ((slug, {slug.replace("-", " "), entry.name.lower()}) for slug, entry in functions().items())
    return next((slug for slug, known in names if plain in known), None)


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("_", " ").replace("-", " ").split())


def _failed(path: str, error: JdrewriteError) -> Failed:
    return Failed(path=path, reason=error.reason, way_out=error.way_out, code=error.exit_code)


def _empty(path: str) -> Failed:
    """Return the record of a row without text: it is told, and fails no run."""
    return Failed(path=path, reason="there is no text in it", way_out="fill in its text, or remove it", code=0)


def died(path: str) -> Failed:
    """Return the record of a file that twice ended the process that read it, or held it up."""
    reason = f"twice, reading it ended the process that read it, or took longer than {LIMIT:g} seconds"
    return Failed(path=path, reason=reason, way_out="open it, save it anew and try again", code=3)


def slow(path: str, limit: float) -> Failed:
    """Return the record of a file that took longer than so many seconds."""
    reason = f"it was not done within {limit:g} seconds"
    return Failed(path=path, reason=reason, way_out="open it, save it anew or as plain text, and try again", code=3)


def _fault(path: str, cause: Exception) -> Failed:
    reason = f"this is a fault of jdrewrite ({type(cause).__name__}: {cause})"
    return Failed(path=path, reason=reason, way_out="please report it with the file's format", code=INTERNAL)


def pipeline_key(task: Task) -> str:
    """Return what a result depends on beside the file: versions and code of all that reads, and the task itself.

    Corrections are left out: each concerns one file, and the others need not be read again for it.
    """
    from importlib.metadata import version
    from importlib.util import find_spec

    from jdrewrite import __version__, cached, catalogue
    from jdrewrite.language.model import default_model

    model = default_model()
    try:
        known = version(model.replace("_", "-"))
    except ModuleNotFoundError:
        known = "?"
    parts = (VERSION, __version__, cached.digest_of(*_READING), catalogue.version(), model, known)
    beside = find_spec("onnxruntime") is not None  # where it cannot be had, labels differ
    return hashlib.sha256(
        msgspec.json.encode((parts, beside, msgspec.structs.replace(task, corrections={})))
    ).hexdigest()[:16]


def prepare() -> None:
    """Load what every file needs, once a process."""
    from jdrewrite.language.model import pipeline

    own_process.settle()
    pipeline()
