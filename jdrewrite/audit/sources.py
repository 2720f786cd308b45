"""Finds the files of an audit: folders, globs and single files, in an order that does not change."""

from __future__ import annotations

import fnmatch
import glob
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

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
        places: files, folders (with everything below them), or globs such as ``jobs/**/*.docx``.
        include: patterns of which one must fit the path; all where empty.
        exclude: patterns of which none may fit.
        leave_out: folders that the audit itself writes to.

    Raises:
        MissingInput: a place that is not there, or a pattern that fits nothing.
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
    if path.is_dir():
        yield from sorted(str(file) for file in path.rglob("*") if _readable(file, path))
    elif path.exists():
        yield place
    elif glob.has_magic(place):
        matched = sorted(file for file in glob.glob(place, recursive=True) if Path(file).is_file())  # noqa: PTH207 - any root
        if not matched:
            raise MissingInput(place, "no file fits this pattern", "check the pattern, or name a folder")
        yield from matched
    else:
        raise MissingInput(place, "there is no such file or folder", "check the path")


def _readable(file: Path, root: Path) -> bool:
    """Tell whether a file of a folder looks like a job description: no hidden file, no lock file of Word.

    What 'rewrite' wrote beside its original is passed over too: it would count the job twice.
    """
    parts = file.relative_to(root).parts
    hidden = any(part.startswith((".", "~$")) for part in parts) or file.stem.upper() in _ABOUT
    hidden = hidden or file.stem.endswith(".rewritten")
    return not hidden and file.suffix.lower() in ENDINGS and file.is_file()


def _fits(path: str, pattern: str) -> bool:
    return fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(Path(path).name, pattern) or Path(path).match(pattern)


def _inside(path: str, folders: Sequence[Path]) -> bool:
    return any(folder in Path(path).resolve().parents for folder in folders)


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
