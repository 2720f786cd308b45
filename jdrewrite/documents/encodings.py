"""From bytes to text and back without losing a byte."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Callable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the shorter mark with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAIN = {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2026": "..."}


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


def encode(text: str, encoding: str, escape: Callable[[str], str] | None = None) -> bytes:
    """Return the bytes.

    A quotation mark or a dash that the encoding has not becomes a plain one. Where there is none for a character, the
    whole text is in UTF-8: no character is lost.

    Args:
        text: as it is to be read.
        encoding: in which it is, where that has all of it.
        escape: how a format says a character by others.
    """
    with contextlib.suppress(UnicodeEncodeError):
        return text.encode(encoding)
    if escape is not None:
        return text.translate({ord(each): escape(each) for each in _unknown(text, encoding)}).encode(encoding)
    if lacking(text, encoding):
        return text.encode(errors="replace")  # half a character can be written in no encoding
    return text.translate({ord(each): _PLAIN[each] for each in _unknown(text, encoding)}).encode(encoding)


def lacking(text: str, encoding: str) -> str:
    """Return the characters of a text that an encoding has not, nor a plain sign for them; each once, in order."""
    return "".join(each for each in _unknown(text, encoding) if each not in _PLAIN)


def _unknown(text: str, encoding: str) -> list[str]:
    """Return the characters of a text that an encoding has not, each once."""
    return [each for each in dict.fromkeys(text) if each.encode(encoding, errors="ignore") == b""]
