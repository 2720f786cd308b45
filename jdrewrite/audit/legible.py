r"""Names as results and reports can hold them: of a file name that is no UTF-8, a byte is told as ``\xe9``.

Python keeps such a byte as half of a character, by which the file can be opened; no JSON, CSV or workbook takes it.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

_HALVES = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    r"""Return a text that UTF-8 can hold: ``\xe9`` for a byte that is no character, ``\ud800`` for half of one."""
    return _HALVES.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def encoded(value: Any) -> bytes:
    """Return a value as JSON, all texts in it legible; most are, and are looked at by nobody."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_legible(msgspec.to_builtins(value)))


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, dict):
        return {_legible(key): _legible(each) for key, each in value.items()}
    return [_legible(each) for each in value] if isinstance(value, list | tuple) else value
