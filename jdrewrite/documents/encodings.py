"""From bytes to text and back without losing a byte."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
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
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _guess(data)


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
