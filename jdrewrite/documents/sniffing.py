"""Finds the format of some bytes: by their content first, by the file's name where the content leaves it open."""

from __future__ import annotations

import io
import zipfile
from importlib import import_module
from pathlib import PurePath

from jdrewrite import zips
from jdrewrite.documents.border import refuse_known_binaries
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.looks import LOOKED_AT
from jdrewrite.errors import BrokenInput
from jdrewrite.formats import FORMATS, format_for_path

_ZIP = b"PK\x03\x04"
_BEGINNING = 5_000
"""Bytes in which a zip that cannot be opened may still name its folders."""


def format_of(data: bytes, name: str) -> str:
    """Return the name of the format of these bytes in the table of formats.

    Raises:
        UnsupportedInput: a format that is recognised and not read, or binary data.
        BrokenInput: an old or protected Word file, or a file that is not what its name says.
    """
    if data.startswith(_ZIP):
        return _packed(data)
    for key, entry in FORMATS.items():
        if entry.sign and entry.sign in data[: entry.sign_within + len(entry.sign)]:
            return key
    refuse_known_binaries(data, name)
    return _of_text(decode(data[: 4 * LOOKED_AT] if not _whole_matters(data) else data)[0], name)


def _whole_matters(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} or b"\0" in data[:100]


def _packed(data: bytes) -> str:
    """Return which kind of office file a zip is; Word's reader says what is wrong with all others."""
    members = {key: entry.member for key, entry in FORMATS.items() if entry.member}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except zips.DAMAGED:
        begins = data[:_BEGINNING]
        folders = {key: member.partition("/")[0].encode() + b"/" for key, member in members.items() if "/" in member}
        return next((key for key, folder in folders.items() if folder in begins), "docx")
    return next((key for key, member in members.items() if member in names), "docx")


def _of_text(text: str, name: str) -> str:
    named = format_for_path(name) if PurePath(name).suffix else None
    if named and FORMATS[named].binary:
        if not text.strip():
            return named  # an empty one: its reader says so
        reason = f"its name says {FORMATS[named].called}, and it is none"
        raise BrokenInput(name, reason, "check the file, or save it again")
    for key, entry in reversed(FORMATS.items()):
        if entry.looks and _asked(entry.looks, text, named):
            return key
    return named if named and FORMATS[named].believed else "text"


def _asked(function: str, text: str, named: str | None) -> bool:
    module, _, own = function.partition(":")
    return bool(getattr(import_module(module), own)(text, named))
