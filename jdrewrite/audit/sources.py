"""Finds the files of an audit: folders, globs, single files and addresses, in an order that does not change."""

from __future__ import annotations

import fnmatch
import glob
import os
import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path, PurePath

import msgspec

from jdrewrite.audit import ours
from jdrewrite.audit.addresses import find_at, is_address, on_this_machine
from jdrewrite.errors import MissingInput
from jdrewrite.formats import FORMATS, UNREAD

ENDINGS = frozenset(ending for entry in FORMATS.values() for ending in entry.endings if ending) | UNREAD.keys()
"""Endings of the files that are read, and of texts that would be if their format were; files with others are passed
over in folders, and tried where they are named."""

_ABOUT = frozenset({"README", "CHANGELOG", "LICENSE", "CONTRIBUTING"})
"""Files that tell about a folder, and are no job descriptions."""


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """What an audit is to read, and what it passes over because jdrewrite wrote it."""

    files: tuple[str, ...]
    """Each once, sorted within each place."""
    ours: tuple[str, ...] = ()
    """Reports, pages, baselines, and rewrites whose originals are read."""


def find(
    places: Sequence[str], *, include: Sequence[str] = (), exclude: Sequence[str] = (), leave_out: Sequence[Path] = ()
) -> list[str]:
    """Return the files to audit; as ``survey``, without what is passed over."""
    return list(survey(places, include=include, exclude=exclude, leave_out=leave_out).files)


def survey(
    places: Sequence[str], *, include: Sequence[str] = (), exclude: Sequence[str] = (), leave_out: Sequence[Path] = ()
) -> Sources:
    """Return the files to audit, each once, sorted within each place, and what jdrewrite itself wrote among them.

    Args:
        places: files, folders (with everything below them), or globs such as ``jobs/**/*.docx``; any of them may be
            behind an address such as ``s3://bucket/jobs``.
        include: patterns of which one must fit the path; all where empty.
        exclude: patterns of which none may fit.
        leave_out: folders that the audit itself writes to. One in which a place lies, or which is a place, is not
            left out: what is written there is known by what stands in it.

    Raises:
        MissingInput: a place that is not there, or a pattern that fits nothing.
        SetupError: what reads an address is not installed, or has no credentials.
        UnsupportedInput: an address of a kind that is not known.
    """
    if "" in places:
        raise MissingInput("''", "no file is named", "name a file or a folder; '.' is the one where you stand")
    roots = [root for place in places if (root := _root(place))]
    kept = [folder.resolve() for folder in leave_out]
    kept = [folder for folder in kept if not any(folder in (root, *root.parents) for root in roots)]
    found: dict[str, None] = {}
    for place in places:
        for path in _expand(place):
            wanted = not include or any(_fits(path, pattern) for pattern in include)
            if wanted and not any(_fits(path, pattern) for pattern in exclude) and not _inside(path, kept):
                found.setdefault(path)
    ours = _ours(list(found), roots)
    return Sources(files=tuple(path for path in found if path not in ours), ours=tuple(ours))


def _root(place: str) -> Path | None:
    """Return the file or folder that a place names: of a glob, the folder before its first sign."""
    if is_address(place):
        return on_this_machine(place)
    path = Path(place)
    if glob.has_magic(place) and not path.exists():
        parts = list(takewhile(lambda part: not glob.has_magic(part), path.parts))
        path = Path(*parts)
    return path.resolve()


def _ours(paths: Sequence[str], roots: Sequence[Path]) -> dict[str, None]:
    """Return what jdrewrite wrote, in order: results of ``rewrite DIR`` too, unless their own folder was named."""
    audits, twice = ours.folders_of_audits(paths), ours.beside_their_original(paths)

    @cache
    def of_rewrites(folder: Path) -> bool:
        parents = (folder.resolve(), *folder.resolve().parents)
        named = next((number for number, each in enumerate(parents) if each in roots), 0)
        return any(ours.holds_rewrites(each) for each in parents[:named])

    def is_ours(path: str) -> bool:
        local = on_this_machine(path) if is_address(path) else Path(path)
        return path in twice or ours.written_by_us(path, audits) or (local is not None and of_rewrites(local.parent))

    return {path: None for path in paths if is_ours(path)}


def _expand(place: str) -> Iterator[str]:
    path = Path(place)
    if is_address(place):
        yield from find_at(place, _looks_right)
    elif path.is_dir():
        found = (file for file in path.rglob("*") if _looks_right(file.relative_to(path)) and file.is_file())
        yield from sorted([*(str(file) for file in found), *_closed(path)])
    elif path.exists():
        yield place
    elif glob.has_magic(place):
        matched = sorted(file for file in glob.glob(place, recursive=True) if Path(file).is_file())  # noqa: PTH207 - any root
        if not matched:
            raise MissingInput(place, "no file fits this pattern", "check the pattern, or name a folder")
        yield from matched
    else:
        raise MissingInput(place, "there is no such file or folder", "check the path")


def _closed(folder: Path) -> Iterator[str]:
    """Yield the folders that may not be looked into: who reads them as files is told so, and nothing is passed over."""
    found: list[OSError] = []
    for _ in os.walk(folder, onerror=found.append):
        pass
    yield from (error.filename for error in found if isinstance(error, PermissionError))


def _looks_right(inside: PurePath) -> bool:
    """Tell from its path in a folder whether a file looks like a job description: not hidden, no lock file of Word."""
    hidden = any(part.startswith((".", "~$")) for part in inside.parts) or inside.stem.upper() in _ABOUT
    return not hidden and inside.suffix.lower() in ENDINGS


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
