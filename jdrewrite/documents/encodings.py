"""From bytes to text and back without losing a byte."""

from __future__ import annotations

import codecs
import contextlib

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the shorter mark with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return the text, its encoding, and what the user should know of a guess.

    A byte order mark stays in the text as its first character, so that encoding gives back the same bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, ()
            except UnicodeDecodeError:
                break
    wide = without_mark(data)
    if wide is not None:
        return data.decode(wide), wide, ()
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _guess(data)


def without_mark(data: bytes) -> str | None:
    """Return the encoding of UTF-16 that says nothing of itself: every second byte of English in it is zero."""
    sample = data[:2000]
    for encoding, zeros, letters in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if len(sample) >= 20 and zeros.count(0) > 0.9 * len(zeros) and letters.count(0) == 0 and len(data) % 2 == 0:
            with contextlib.suppress(UnicodeDecodeError):
                data.decode(encoding)
                return encoding
    return None


def _guess(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Guess an old encoding; one that does not give back the same bytes is not taken."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    for encoding in ("cp1252", best.encoding if best else "latin-1", "latin-1"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if text.encode(encoding) == data:
            return text, encoding, (f"the encoding was taken for {encoding}",)
    return data.decode("latin-1"), "latin-1", ("the encoding was taken for latin-1",)


def encode(text: str, encoding: str) -> bytes:
    """Return the bytes; a character that the encoding has not becomes the nearest plain one."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(
            {0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2026: "..."}
        )
        return plain.encode(encoding, errors="replace")
