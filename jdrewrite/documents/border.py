"""What is turned away at the border: files that are no job description, or not safe to open."""

from __future__ import annotations

from pathlib import PurePath

from jdrewrite.documents.encodings import without_mark
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.formats import UNREAD, format_for_path
from jdrewrite.language.lines import breaks

MOST_BYTES = 25_000_000
"""A Word file with pictures may have some megabytes; beyond this it is no job description."""
MOST_CHARACTERS = 1_000_000
"""About 500 pages. The longest of 1,039 real job descriptions has 40,000 characters."""

MOST_LINES = 50_000
"""Lines of one job description; 500 pages have about 25,000."""

_SAVE_AS = "open it and save it as .docx, .md or .txt"
_SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "this is rich text (.rtf), which is not read yet", _SAVE_AS),
    (b"\x89PNG", "this is a picture", "give a file with text"),
    (b"\xff\xd8\xff", "this is a picture", "give a file with text"),
    (b"GIF8", "this is a picture", "give a file with text"),
    (b"\x1f\x8b", "this is a compressed file", "unpack it first"),
    (b"\x7fELF", "this is a program", "give a file with text"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_TABLE_AS = "open it and save it as .xlsx or .csv"
_TABLES = frozenset({".xls", ".ods", ".numbers"})
_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


def check_size(size: int, name: str) -> None:
    """Refuse what is too large.

    Args:
        size: in bytes.
        name: the file, for the message.

    Raises:
        UnsupportedInput: more bytes than any job description has.
    """
    if size > MOST_BYTES:
        raise UnsupportedInput(
            name,
            f"it has {size / 1e6:.0f} MB and the limit is {MOST_BYTES / 1e6:.0f} MB",
            "split it, or leave its pictures out",
        )


def check_length(text: str, name: str) -> None:
    """Refuse a text that is longer than any job description.

    Raises:
        UnsupportedInput: more characters or lines than the limit.
    """
    check_size_of_text(len(text), name)
    _refuse_beyond(MOST_LINES, breaks(text), "lines", name)


def check_size_of_text(length: int, name: str) -> None:
    """Refuse a text that is longer than any job description, by its number of characters.

    Raises:
        UnsupportedInput: more characters than the limit.
    """
    _refuse_beyond(MOST_CHARACTERS, length, "characters", name)


def _refuse_beyond(limit: int, count: int, what: str, name: str) -> None:
    if count > limit:
        reason = f"it has {count:,} {what} and the limit is {limit:,}"
        raise UnsupportedInput(name, reason, "split it, one job description a file")


def refuse_known_binaries(data: bytes, name: str) -> None:
    """Refuse formats that are recognised and not read, and data that is no text.

    Raises:
        UnsupportedInput: another format, or binary data.
        BrokenInput: an OLE file: a Word file protected by a password, or an old .doc.
    """
    if data.startswith(_OLE):
        if PurePath(name).suffix.lower() in _TABLES:
            refuse_unread(name)
        raise BrokenInput(
            name,
            "it is protected by a password, or an old .doc",
            "open it in Word and save it as .docx without a password",
        )
    for sign, reason, way_out in _SIGNS:
        if data.startswith(sign):
            raise UnsupportedInput(name, reason, way_out)
    refuse_unread(name)
    if name.lower().endswith(".docx") and data:
        raise BrokenInput(name, "it is named .docx but is no Word file", "check the file, or save it again from Word")
    sample = data[:65536]
    wide = sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or without_mark(data) is not None
    if not wide and sample and (b"\0" in sample or sum(byte in _CONTROL for byte in sample) > len(sample) / 50):
        raise UnsupportedInput(name, "this is binary data, not text", "give a file with text")


def refuse_unread(name: str) -> None:
    """Refuse a file by the ending of another program's texts or tables.

    Raises:
        UnsupportedInput: with what it is and how to save it.
    """
    ending = PurePath(name).suffix.lower()
    if ending in UNREAD and format_for_path(name) is None:
        way_out = _SAVE_TABLE_AS if ending in _TABLES else _SAVE_AS
        raise UnsupportedInput(name, f"this is {UNREAD[ending]}, which is not read yet", way_out)
