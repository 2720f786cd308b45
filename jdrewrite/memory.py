"""When a process looks through its memory for garbage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_SELDOM = (50_000, 10, 10)
"""New objects before they are looked through, and how often the older ones are."""


def look_seldom() -> None:
    """Look less often than Python does by itself, for what a process loads stays to its end.

    Looking through it while it was loaded took a tenth of the time of a short command.
    """
    gc.set_threshold(*_SELDOM)


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Do not look again and again through thousands of new values that are all in use."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
