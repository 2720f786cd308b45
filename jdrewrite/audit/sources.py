"""Finds the files of an audit: folders, globs, single files and addresses, in an order that does not change."""

from __future__ import annotations

import fnmatch
import glob
import random
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from jdrewrite.audit.addresses import find_at, is_address, on_this_machine
from jdrewrite.documents.formats import FORMATS
from jdrewrite.errors import MissingInput

ENDINGS = frozenset(ending for entry in FORMATS.values() for ending in entry.endings if ending)
"""Endings of the files that are read; files with others are passed over in folders, and tried where they are named."""

_ABOUT = frozenset({"README", "CHANGELOG", "LICENSE", "CONTRIBUTING"})
"""Files that tell about a folder, and are no job descriptions."""


def find(
    places: Sequence[str], *, include: Sequence[str] = (), exclude: Sequence[str] = (), leave_out: Sequence[Path] = ()
) -> list[str]:
    """Return the files to audit, each once, sorted within each place.

    Args:
        places: files, folders (with everything below them), or globs such as ``jobs/**/*.docx``; any of them may be
            behind an address such as ``s3://bucket/jobs``.
        include: patterns of which one must fit the path; all where empty.
        exclude: patterns of which none may fit.
        leave_out: folders that the audit itself writes to.

    Raises:
        MissingInput: a place that is not there, or a pattern that fits nothing.
        SetupError: what reads an address is not installed, or has no credentials.
        UnsupportedInput: an address of a kind that is not known.
    """
    kept = [folder.resolve() for folder in leave_out]
    found: dict[str, None] = {}
    for place in places:
        for path in _expand(place):
            wanted = not include or any(_fits(path, pattern) for pattern in include)
            if wanted and not any(_fits(path, pattern) for pattern in exclude) and not _inside(path, kept):
                found.setdefault(path)
    return list(found)


def _expand(place: str) -> Iterator[str]:
    path = Path(place)
    if is_address(place):
        yield from find_at(place, _looks_right)
    elif path.is_dir():
        found = (file for file in path.rglob("*") if _looks_right(file.relative_to(path)) and file.is_file())
        yield from sorted(str(file) for file in found)
    elif path.exists():
        yield place
    elif glob.has_magic(place):
        matched = sorted(file for file in glob.glob(place, recursive=True) if Path(file).is_file())  # noqa: PTH207 - any root
        if not matched:
            raise MissingInput(place, "no file fits this pattern", "check the pattern, or name a folder")
        yield from matched
    else:
        raise MissingInput(place, "there is no such file or folder", "check the path")


def _looks_right(inside: PurePath) -> bool:
    """Tell from its path in a folder whether a file looks like a job description: not hidden, no lock file of Word.

    What 'rewrite' wrote beside its original is passed over too: it would count the job twice.
    """
    hidden = any(part.startswith((".", "~$")) for part in inside.parts) or inside.stem.upper() in _ABOUT
    return not hidden and not inside.stem.endswith(".rewritten") and inside.suffix.lower() in ENDINGS


def _fits(path: str, pattern: str) -> bool:
    return fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(Path(path).name, pattern) or Path(path).match(pattern)


def _inside(path: str, folders: Sequence[Path]) -> bool:
    place = on_this_machine(path) if is_address(path) else Path(path)
    return place is not None and any(folder in place.resolve().parents for folder in folders)


def sample(files: Sequence[str], count: int, seed: int = 1) -> list[str]:
    """Return so many of the files, drawn by chance but the same each time, in their order.

    Args:
        files: all of them.
        count: how many; all where there are fewer.
        seed: another one gives another sample.
    """
    if count >= len(files):
        return list(files)
    chosen = set(random.Random(seed).sample(range(len(files)), count))  # noqa: S311
    return [file for number, file in enumerate(files) if number in chosen]
