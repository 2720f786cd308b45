"""What may be wrong with a zip that somebody gives: one list of errors for whoever opens one."""

from __future__ import annotations

import zipfile
import zlib

try:
    from lzma import LZMAError
except ImportError:  # pragma: no cover - a Python built without it unpacks nothing of that kind
    LZMAError = zlib.error  # type: ignore[misc,assignment]

DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    KeyError,  # no such part
    NotImplementedError,  # another compression
    RuntimeError,  # a password
    ValueError,
    OSError,
)
"""What opening a zip, or reading a part of it, may raise; they share no base."""


def reason(error: Exception) -> str:
    """Return in words what is wrong with a zip."""
    return "it is protected by a password" if "password" in str(error) else "it is damaged or cut off"
