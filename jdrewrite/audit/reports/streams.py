"""Writes long reports piece by piece, and puts them in place when they are whole."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from jdrewrite.errors import OutputError


@contextlib.contextmanager
def writing(target: Path) -> Iterator[IO[bytes]]:
    """Open a file beside the target; it takes the target's place when everything was written.

    Raises:
        OutputError: the folder is missing or may not be written to, or the disk is full.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise OutputError(str(target), f"it cannot be written ({error.strerror})", "choose another place") from None
