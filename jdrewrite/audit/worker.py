"""What one process of an audit does: read one file, analyse each job description in it, give back its records."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

import msgspec

from jdrewrite.audit.records import VERSION, Failed, Record, record_of
from jdrewrite.documents.columns import Columns
from jdrewrite.errors import JdrewriteError, SetupError
from jdrewrite.model import Document

INTERNAL = 70
"""Exit code of a fault of the program itself (EX_SOFTWARE)."""
FunctionFrom = Literal["", "folder", "column"]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """How the files of an audit are to be read."""

    columns: Columns = Columns()
    function_from: FunctionFrom = ""
    """``folder``: the name of the folder tells the function; empty: the analysis finds it."""


def audit_file(path: str, task: Task) -> tuple[Record, ...]:
    """Read one file and return its records; whatever is wrong with it is a record too.

    Raises:
        SetupError: what is wrong with the installation would be wrong for every file.
    """
    from jdrewrite.documents import read_all

    try:
        documents = read_all(path, columns=task.columns)
    except SetupError:
        raise
    except JdrewriteError as error:
        return (_failed(path, error),)
    except Exception as cause:  # noqa: BLE001 - one bad file never stops an audit
        return (_fault(path, cause),)
    return tuple(_audit(document, path, task) for document in documents)


def audit_files(paths: Sequence[str], task: Task) -> list[tuple[str, tuple[Record, ...]]]:
    """Read several files in one go, to spare the processes their talk."""
    return [(path, audit_file(path, task)) for path in paths]


def _audit(document: Document, path: str, task: Task) -> Record:
    from jdrewrite.analysis import analyse
    from jdrewrite.project import settings_for

    try:
        function = function_of(path) if task.function_from == "folder" else None
        return record_of(analyse(document, function=function, settings=settings_for(path)))
    except SetupError:
        raise
    except JdrewriteError as error:
        return _failed(document.path, error)
    except Exception as cause:  # noqa: BLE001 - one bad job description never stops an audit
        return _fault(document.path, cause)


def function_of(path: str) -> str | None:
    """Return the function that a folder on the way to a file is named after, the nearest first; None for none."""
    from jdrewrite.catalogue import functions

    known = {slug: slug for slug in functions()} | {entry.name: slug for slug, entry in functions().items()}
    for part in reversed(PurePath(path).parts[:-1]):
        found = known.get(part.lower().replace("_", "-").replace(" ", "-")) or known.get(part.lower())
        if found:
            return found
    return None


def _failed(path: str, error: JdrewriteError) -> Failed:
    return Failed(path=path, reason=error.reason, way_out=error.way_out, code=error.exit_code)


def _fault(path: str, cause: Exception) -> Failed:
    reason = f"this is a fault of jdrewrite ({type(cause).__name__}: {cause})"
    return Failed(path=path, reason=reason, way_out="please report it with the file's format", code=INTERNAL)


def pipeline_key(task: Task) -> str:
    """Return what a result depends on beside the file: versions of everything that reads, and the task itself."""
    from importlib.metadata import version

    from jdrewrite import __version__, catalogue
    from jdrewrite.analysis import weights
    from jdrewrite.analysis.rules import book
    from jdrewrite.language.model import default_model

    model = default_model()
    try:
        known = version(model.replace("_", "-"))
    except ModuleNotFoundError:
        known = "?"
    parts = (VERSION, __version__, weights.VERSION, book().version, catalogue.version(), model, known)
    return hashlib.sha256(msgspec.json.encode((parts, task))).hexdigest()[:16]


def prepare() -> None:
    """Load what every file needs, once a process."""
    from jdrewrite.language.model import pipeline

    pipeline()
