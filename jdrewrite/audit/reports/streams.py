"""Writes long reports piece by piece, puts them in place when they are whole, and fills templates."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from jdrewrite.documents.files import is_device
from jdrewrite.errors import OutputError


@contextlib.contextmanager
def writing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file beside the target, which takes its place when everything was written; a device is opened itself.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    device = is_device(target)
    partial = target if device else target.with_name(f".{target.name}.partial")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            if not device:
                os.fsync(file.fileno())
        if not device:
            partial.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            if not device:
                partial.unlink()
        raise OutputError(str(target), f"it cannot be written ({error.strerror})", "choose another place") from None


def filled(template: str, parts: Mapping[str, str]) -> str:
    """Return a template with its parts in place; in one pass, so that no part is taken for a place of another."""
    return re.sub(r"@([A-Z]+)@", lambda found: parts.get(found[1], found[0]), template)
