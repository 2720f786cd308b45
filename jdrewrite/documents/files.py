"""The two ends that touch the disk: reading a path, and writing so that nothing is ever half there."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jdrewrite.documents.border import MOST_BYTES, check_size
from jdrewrite.documents.formats import FORMATS, format_for_path, read_bytes, render
from jdrewrite.documents.tracking import tracking_now
from jdrewrite.errors import MissingInput, OutputError, OutputExists, UnsupportedInput
from jdrewrite.model import Document, Edit, Tracking


def read(path: str | os.PathLike[str]) -> Document:
    """Read a job description from a file.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a directory, binary data, an unknown format, or too large.
        BrokenInput: damaged, protected or unsafe.
        EmptyInput: no words in it.
    """
    name = str(path)
    if not name:
        raise MissingInput("''", "no file is named", "name a job description")
    try:
        data = _bytes(Path(path), name)
    except FileNotFoundError:
        raise MissingInput(name, "there is no such file", "check the path") from None
    except PermissionError:
        raise MissingInput(name, "you are not allowed to read it", "change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise MissingInput(name, f"it cannot be read ({reason})", "check the path and the disk") from None
    check_size(len(data), name)
    return read_bytes(data, name)


def _bytes(place: Path, name: str) -> bytes:
    """Return what is in a plain file, up to one byte more than the limit."""
    if place.is_dir():
        raise UnsupportedInput(name, "it is a folder", "name the files in it")
    if not stat.S_ISREG(place.stat().st_mode):
        raise UnsupportedInput(name, "it is a device or a pipe, not a file", "use '-' to read standard input")
    with place.open("rb") as file:
        return file.read(MOST_BYTES + 1)


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
        document: as it was read.
        edits: the accepted changes.
        path: target; its ending chooses the format unless ``format`` does.
        force: overwrite an existing file.
        format: name in the table of formats.
        clean: write the changed text without tracked changes.
        tracking: author and date of the tracked changes; None for the user's settings and this moment.

    Raises:
        OutputExists: the target is there and ``force`` is false.
        OutputError: the folder is missing or may not be written to, or the disk is full.
        ProposalRefused: the edits do not fit the document.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(str(path), "it is a folder", "name a file in it")
    if target.exists() and not force:
        raise OutputExists(str(path), "it is there already", "choose another name, or overwrite it with --force")
    chosen = format or _format_of(target, document)
    _refuse_other_ending(document, target, chosen)
    data = render(document, edits, chosen, tracking=None if clean else tracking or tracking_now())
    save(target, data)
    return target


def _format_of(target: Path, document: Document) -> str:
    """Return the format that the target's name asks for; without an ending, the document's own."""
    found = format_for_path(target.name)
    if target.suffix and found is None:
        raise OutputError(str(target), f"'{target.suffix}' is not written", "choose .docx, .md or .txt")
    return found if found and target.suffix else document.format


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


def save(target: Path, data: bytes) -> None:
    """Write bytes to a temporary file beside the target, sync, and put it in place.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    temporary = ""
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(str(target), "it is read-only", "choose another name, or change its permissions")
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            temporary = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)  # noqa: PTH101 - the name is a string here
        os.replace(temporary, target)  # noqa: PTH105
    except OSError as error:
        with contextlib.suppress(OSError):
            if temporary:
                os.unlink(temporary)  # noqa: PTH108
        reason = (
            "there is no such folder"
            if isinstance(error, FileNotFoundError)
            else f"it cannot be written ({error.strerror})"
        )
        raise OutputError(str(target), reason, "choose another place") from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
