"""Letters in a wrong encoding: UTF-8 that a program has read as an old encoding, once or twice ("\u00e2\u20ac\u2122").

They are read as what they mean. No reader wants them, so that a text that is written is written without them: the whole
of it, not only the lines that change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.documents.encodings import encode
from jdrewrite.language.lines import breaks

Found = tuple[int, int, str]
"""Span of the text in characters, end exclusive, and what it means."""

_OLD = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xC0)}
"""What an old encoding shows for each byte that goes on with a letter of UTF-8."""
_ON = f"[{re.escape(''.join(_OLD))}\x80-\xbf]"
_LONG = f"\u00e2{_ON}{_ON}|\u00ef[\u00bb\u00ac\u201a\u0192\u00bf]{_ON}|\u00f0{_ON}{_ON}{_ON}|\u00e2\u20ac\ufffd?"
_BROKEN = re.compile(f"[\u00c2-\u00c5]{_ON}|{_LONG}|\u00c2")
_RUN = re.compile(
    f"(?:[\u00c2\u00c3]{_ON}|{_LONG}"
    f"|(?<=[a-z])[\u00c4\u00c5]{_ON}|[\u00c4\u00c5]{_ON}(?=[a-z])"  # else a capital before a quotation mark
    "|(?<![A-Z])\u00c2(?=[ \\t\\r\\n]|$))+"
)
_LEFT = {"\u00e2\u20ac": "\u201d", "\u00e2\u20ac\ufffd": "\u201d", "\u00c2": ""}
"""What is left of a closing quotation mark, whose last byte the old encoding has not, and of a hard space."""
_MOST = 2
"""Times that a text was read wrongly at most."""
_NAMED = 3
"""Lines that are named of many."""


def misread(raw: str) -> list[Found]:
    """Return the stretches of a text that stand in a wrong encoding, in order, and what they mean."""
    found = []
    for run in _RUN.finditer(raw):
        said = run.group()
        for _ in range(_MOST):
            said = _BROKEN.sub(_meant, said)
        if said != run.group():
            found.append((run.start(), run.end(), said))
    return found


def repaired(raw: str) -> str:
    """Return a text without letters in a wrong encoding."""
    found = misread(raw)
    return replaced(raw, found)[0] if found else raw


def encoded(text: str, raw: str, encoding: str | None) -> bytes:
    """Return the bytes of a text that is written; one that was read wrongly may need letters that its encoding has not.

    Args:
        text: as it is to be written.
        raw: as it was.
        encoding: of the file.
    """
    wanted = encoding or "utf-8"
    if misread(raw):
        try:
            return text.encode(wanted)
        except UnicodeEncodeError:
            return text.encode()
    return encode(text, wanted)


def told(raw: str) -> tuple[str, ...]:
    """Return what a person should know of a text with letters in a wrong encoding: where, and what becomes of them."""
    found = misread(raw)
    if not found:
        return ()
    lines = list(dict.fromkeys(1 + breaks(raw, 0, start) for start, *_ in found[:1_000]))
    named = [str(line) for line in lines[:_NAMED]]
    more = [f"{len(lines) - _NAMED} more"] if len(lines) > _NAMED else []
    last = [*named, *more]
    where = f"lines {', '.join(last[:-1])} and {last[-1]} have" if len(last) > 1 else f"line {last[0]} has"
    start, end, said = next((one for one in found if one[2].strip()), found[0])
    such = f"“{raw[start:end]}” for “{said}”" if said.strip() else f"“{raw[start:end]}” for a space"
    return (
        f"{where} letters in a wrong encoding ({such}): they are read as they are meant, and a rewrite has them right",
    )


def replaced(raw: str, found: Sequence[Found]) -> tuple[str, list[int]]:
    """Return the text as it is meant, and where in the file's text each character of it, and its end, stands."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, words in [*found, (len(raw), len(raw), "")]:
        parts += [raw[at:start], words]
        places += [*range(at, start), *[start] * len(words)]
        at = end
    return "".join(parts), [*places, len(raw)]


def _meant(found: re.Match[str]) -> str:
    """Return what a few letters mean; themselves where they are no letter of UTF-8."""
    said = found.group()
    if said in _LEFT:
        return _LEFT[said]
    try:
        return bytes(ord(c) if ord(c) < 0x100 else _OLD[c] for c in said).decode()
    except UnicodeDecodeError:
        return said
