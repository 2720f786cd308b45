"""Where reflections lie: apart from any library, one file each, readable by their owner alone."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from jdrewrite import folders
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import BrokenInput, InputError, MissingInput, OutputError
from jdrewrite.library.files import read_file, replace_file
from jdrewrite.reflection.exercise import END, Exercise
from jdrewrite.reflection.steps import BY_ID

_NAME = re.compile(r"\d{4}-\d\d-\d\d")
"""How the name of a reflection begins."""


def folder() -> Path:
    """Return the folder: ``JDREWRITE_REFLECTIONS``, or in the user's data folder."""
    return folders.reflections()


def new_id(today: date) -> str:
    """Return a name for a new reflection; names sort by day."""
    return f"{today.isoformat()}-{secrets.token_hex(3)}"


def keep(exercise: Exercise) -> Path | None:
    """Write a reflection so that it is there wholly or as it was, and return its file.

    One in which nothing was written yet is not kept, and None is returned: it would only stand before others.

    Raises:
        OutputError: the folder cannot be made or written to.
    """
    place = folder()
    path = place / f"{exercise.id}.json"
    try:
        # Told before the first question, if it cannot be. A folder that is there may be used by others as well.
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        if exercise.empty and not path.exists():
            return None
        replace_file(path, msgspec.json.format(msgspec.json.encode(exercise), indent=2), private=True)
    except OSError as error:
        reason = f"the reflection cannot be kept ({error.strerror or error})"
        raise OutputError(str(path), reason, "name another folder in JDREWRITE_REFLECTIONS") from None
    return path


def load(path: Path) -> Exercise:
    """Return the reflection of one file.

    Raises:
        BrokenInput: it is damaged, or none.
    """
    try:
        exercise = from_json(read_file(path), Exercise)
    except OSError as error:
        raise MissingInput(str(path), f"it cannot be read ({error.strerror or error})", "check its rights") from None
    except Unreadable as error:
        raise BrokenInput(str(path), f"it is no whole reflection ({error})", "move it away and begin anew") from None
    known = exercise.at == END or exercise.at in BY_ID
    return exercise if known else msgspec.structs.replace(exercise, at=next(iter(BY_ID)))


def all_of(finished: bool | None = None, *, tell: Callable[[str], None] = lambda _: None) -> list[Exercise]:
    """Return the reflections that are kept and in which something was said, the oldest first.

    Args:
        finished: only those that were, or were not, brought to the end; None for all.
        tell: is told of each that cannot be read; the others are returned. Other files of the folder are left alone.
    """
    place = folder()
    found = []
    for path in sorted(place.glob("*.json")) if place.is_dir() else []:
        try:
            found.append(load(path))
        except InputError as error:
            if _NAME.match(path.name):
                tell(f"left out: {error}")
    return [e for e in found if not e.empty and (finished is None or bool(e.finished) == finished)]


def named(name: str, among: list[Exercise]) -> list[Exercise]:
    """Return the reflections that somebody means by a name, its beginning, or the day on which they were begun."""
    name = name.strip().removesuffix(".json")
    return [e for e in among if e.id == name] or [e for e in among if e.id.startswith(name) or e.begun == name]
