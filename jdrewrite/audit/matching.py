"""Which job description of an earlier audit one of a later audit is: that of its path, else that of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import PurePath

_ENDING = re.compile(r"(?<=[^/\\])\.[A-Za-z0-9]{1,8}(?=#[^/\\]*$|$)")
"""Of a file's name, also where a row of a table is named behind it."""


def matched(
    new: Iterable[str], old: Collection[str], places: Sequence[str], earlier_places: Sequence[str]
) -> dict[str, str]:
    """Return the path in the earlier audit of each path of the later one that has one.

    The same path is the same job description. Of the rest, those are that have the same name but for the ending
    (``jobs/clerk.pdf``, ``jobs/clerk.docx``), and then those that have it below the folders that were audited
    (``scans/clerk.pdf``, ``word/clerk.docx``). No path is matched twice: where several would do, the first is.

    Args:
        new: paths of the later audit, the preferred ones first.
        old: those of the earlier one.
        places: what was audited later, as the user named it.
        earlier_places: what was audited earlier.
    """
    left, free = list(new), sorted(old)
    found: dict[str, str] = {}
    ways: tuple[tuple[Callable[[str], str], Callable[[str], str]], ...] = (
        (str, str),
        (_name, _name),
        (partial(_below, places=places), partial(_below, places=earlier_places)),
    )
    for of_new, of_old in ways:
        by_name: dict[str, str] = {}
        for path in free:
            by_name.setdefault(of_old(path), path)
        for path in left:
            if was := by_name.pop(of_new(path), None):
                found[path] = was
        left = [path for path in left if path not in found]
        free = sorted(set(free) - set(found.values()))
    return found


def _name(path: str) -> str:
    return _ENDING.sub("", path)


def _below(path: str, places: Sequence[str]) -> str:
    """Return the name of a path below the place that holds it; of a place that is a file, its own name."""
    for place in places:
        if path == place or path.startswith(f"{place}#"):
            return _name(PurePath(place).name + path.removeprefix(place))
        folder = place.rstrip("/\\")
        if path.startswith((f"{folder}/", f"{folder}\\")):
            return _name(path[len(folder) + 1 :])
    return _name(path)
