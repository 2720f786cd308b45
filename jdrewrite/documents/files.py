"""The two ends that touch the disk: reading a path, and writing so that nothing is ever half there."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shlex
import stat
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jdrewrite.documents.border import MOST_BYTES, check_size
from jdrewrite.documents.columns import Columns
from jdrewrite.documents.formats import own_format, targets
from jdrewrite.documents.reading import read_all_bytes, read_bytes
from jdrewrite.documents.rendering import render_all
from jdrewrite.documents.tracking import tracking_now
from jdrewrite.errors import BrokenInput, MissingInput, OutputError, OutputExists, UnsupportedInput
from jdrewrite.formats import FORMATS, format_for_path
from jdrewrite.model import Document, Edit, Tracking

_WAYS_IN = (
    "'jdrewrite audit {name}' reads a whole folder, 'jdrewrite rewrite {name} -o NEW' rewrites one; "
    "elsewhere name the files in it"
)


def read(path: str | os.PathLike[str], *, columns: Columns | None = None) -> Document:
    """Read the one job description of a file.

    Args:
        path: a file; ``jobs.csv#12`` is one of many, as ``read_all`` names them.
        columns: fields of a table that hold text and title, where their names do not tell.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a directory, binary data, an unknown format, several job descriptions, or too large.
        BrokenInput: damaged, protected or unsafe.
        EmptyInput: no words in it.
    """
    name = str(path)
    whole, sign, label = name.rpartition("#")
    if not sign or not label or Path(path).exists() or not Path(whole).is_file():
        return read_bytes(content(path), name)
    documents = read_all(whole, columns=columns)
    found = next((document for document in documents if label == _label(document)), None)
    if found is not None:
        return found
    if len(documents) == 1:
        only = _label(documents[0])
        way_out = f"it is {whole}#{only}, or {whole} alone" if only else f"name it {whole}"
        raise MissingInput(name, "the file holds one job description, and not this one", way_out)
    reason = f"there is no such job description among the {len(documents):,} of the file"
    raise MissingInput(name, reason, f"they are named from {documents[0].path} to {documents[-1].path}")


def _label(document: Document) -> str:
    return document.place.label if document.place is not None else ""


def file_of(document: Document) -> Path:
    """Return the file that a document came from; of one of many, the file that holds them all."""
    path, label = Path(document.path), _label(document)
    if not label or not document.path.endswith(f"#{label}") or path.exists():
        return path
    return Path(document.path.removesuffix(f"#{label}"))


def read_all(path: str | os.PathLike[str], *, columns: Columns | None = None) -> tuple[Document, ...]:
    """Read every job description of a file, in the order of the file.

    Args:
        path: a file; a table, JSON, or a page may hold many, each of which is named ``path#label``.
        columns: fields of a table that hold text and title, where their names do not tell.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a directory, binary data, an unknown format, no field with job descriptions, or too large.
        BrokenInput: damaged, protected or unsafe.
        EmptyInput: no words in it.
    """
    whole, sign, _ = str(path).rpartition("#")
    if sign and not Path(path).exists() and Path(whole).is_file():
        return (read(path, columns=columns),)
    return read_all_bytes(content(path), str(path), columns=columns)


def content(path: str | os.PathLike[str]) -> bytes:
    """Return what is in a file.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a directory, a device, or too large.
        BrokenInput: it changed while it was being read.
    """
    name = str(path)
    if not name:
        raise MissingInput("''", "no file is named", "name a job description")
    try:
        data = _bytes(Path(path), name)
    except FileNotFoundError:
        raise MissingInput(name, "there is no such file", _way_to(name)) from None
    except PermissionError:
        raise MissingInput(name, "you are not allowed to read it", "change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise MissingInput(name, f"it cannot be read ({reason})", "check the path and the disk") from None
    check_size(len(data), name)
    return data


def _way_to(name: str) -> str:
    """Return what to do about a file that is not there."""
    if "://" in name:
        return "copy it to this machine: only 'audit' reads addresses"
    if glob.has_magic(name):
        return (
            "write the pattern without quotation marks, so that the shell names the files; only 'audit' reads patterns"
        )
    return "check the path"


def _bytes(place: Path, name: str) -> bytes:
    """Return what is in a plain file, up to one byte more than the limit."""
    if place.is_dir():
        if not os.access(place, os.R_OK | os.X_OK):
            raise PermissionError
        raise UnsupportedInput(name, "it is a folder", _WAYS_IN.format(name=shlex.quote(name)))
    if not stat.S_ISREG(place.stat().st_mode):
        raise UnsupportedInput(name, "it is a device or a pipe, not a file", "use '-' to read standard input")
    with place.open("rb") as file:
        before = os.fstat(file.fileno())
        check_size(before.st_size, name)
        data = file.read(MOST_BYTES + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise BrokenInput(name, "it changed while it was being read", "wait until it is complete, and try again")
    return data


def write(
    document: Document,
    edits: Sequence[Edit],
    path: str | os.PathLike[str],
    *,
    force: bool = False,
    format: str | None = None,  # noqa: A002 - the user's word for it
    clean: bool = False,
    tracking: Tracking | None = None,
) -> Path:
    """Write the document with the edits; the file is there wholly or not at all.

    A Word file gets tracked changes, so that whoever receives it sees each change and decides on it.

    Args:
        document: as it was read. One of many goes back to its place, and the others are written as they were.
        edits: the accepted changes.
        path: target; its ending chooses the format unless ``format`` does.
        force: overwrite an existing file.
        format: name in the table of formats.
        clean: write the changed text without tracked changes.
        tracking: author and date of the tracked changes; None for the user's settings and this moment.

    Raises:
        OutputExists: the target is there and ``force`` is false.
        OutputError: the folder is missing or may not be written to, the disk is full, or the format is never written.
        ProposalRefused: the edits do not fit the document.
    """
    return write_all([(document, edits)], path, force=force, format=format, clean=clean, tracking=tracking)


def write_all(
    changed: Sequence[tuple[Document, Sequence[Edit]]],
    path: str | os.PathLike[str],
    *,
    force: bool = False,
    format: str | None = None,  # noqa: A002 - the user's word for it
    clean: bool = False,
    tracking: Tracking | None = None,
) -> Path:
    """Write several documents of one file with their edits; the file is there wholly or not at all.

    Args:
        changed: documents of one file, each with its edits; those left out are written as they were.
        path: target; its ending chooses the format unless ``format`` does.
        force: overwrite an existing file.
        format: name in the table of formats.
        clean: write the changed text without tracked changes.
        tracking: author and date of the tracked changes; None for the user's settings and this moment.

    Raises:
        OutputExists: the target is there and ``force`` is false.
        OutputError: the folder is missing or may not be written to, the disk is full, or the format cannot be written.
        ProposalRefused: the edits do not fit the document.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(str(path), "it is a folder", "name a file in it")
    if target.exists() and not force:
        raise OutputExists(str(path), "it is there already", "choose another name, or overwrite it with --force")
    chosen = format or _format_of(target, changed[0][0])
    _refuse_other_ending(changed[0][0], target, chosen)
    try:
        data = render_all(changed, chosen, tracking=None if clean else tracking or tracking_now())
    except UnsupportedInput as error:
        raise OutputError(str(path), error.reason, error.way_out) from None
    save(target, data)
    return target


def _format_of(target: Path, document: Document) -> str:
    """Return the format that the target's name asks for; without an ending, the document's own."""
    if not target.suffix:
        return own_format(document)
    found = format_for_path(target.name)
    if found is None:
        raise OutputError(str(target), f"'{target.suffix}' is not written", f"choose one of: {', '.join(targets())}")
    if FORMATS[found].instead:
        wanted = target.with_suffix(FORMATS[FORMATS[found].instead].endings[0]).name
        raise OutputError(str(target), f"{found.upper()} is read and never written", f"write it as {wanted}")
    return found


def _refuse_other_ending(document: Document, target: Path, chosen: str) -> None:
    """Refuse a name with which Word would not open the file: macros and templates have endings of their own."""
    endings = FORMATS["docx"].endings
    if chosen != "docx" or target.suffix.lower() not in endings:
        return
    from jdrewrite.documents.docx import ending_of

    wanted = ending_of(document) if document.format == "docx" else ".docx"
    if target.suffix.lower() != wanted:
        reason = f"Word would not open this file under the ending {target.suffix}"
        raise OutputError(str(target), reason, f"name it {target.with_suffix(wanted).name}")


def make_folder(folder: Path) -> None:
    """Make a folder for results, and those in which it lies.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), f"it cannot be made ({error.strerror})", "choose another place") from None


def save(target: Path, data: bytes) -> None:
    """Write bytes to a temporary file beside the target, sync, and put it in place; what is no file is written into.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    temporary: Path | None = None
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(str(target), "it is read-only", "choose another name, or change its permissions")
    target = Path(os.path.realpath(target))  # what a link points to is replaced, and not the link
    try:
        if is_device(target):
            target.write_bytes(data)
            return
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        beside = target.parent / f".{target.name}.{secrets.token_hex(4)}"
        # The system takes from a new file what its mask forbids. Asking for the mask would change it for all threads.
        with open(beside, "xb", opener=partial(os.open, mode=0o666 if mode is None else mode)) as file:
            temporary = beside
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, target)  # noqa: PTH105
    except OSError as error:
        with contextlib.suppress(OSError):
            if temporary is not None:
                temporary.unlink()
        reason = (
            "there is no such folder"
            if isinstance(error, FileNotFoundError)
            else f"it cannot be written ({error.strerror})"
        )
        raise OutputError(str(target), reason, "choose another place") from None


def is_device(target: Path) -> bool:
    """Tell whether a path is a device or a pipe: it is written into, as a file in its place would take it away."""
    return target.exists() and not target.is_file() and not target.is_dir()
