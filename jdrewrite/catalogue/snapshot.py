"""A snapshot of the catalogue as it was found right, so that a start does not read and check 100,000 lines again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from jdrewrite import cached, resources

T = TypeVar("T")
FUNCTIONS, WORK, TRADES, OCCUPATIONS = "functions", "work", "trades.toml", "occupations"
"""The folders and the file below ``prompts`` of which more than one module here knows."""
_ALONE = ("quiet.toml", "grades.toml", "matters.toml", TRADES)


@cache
def digest(prompts: Path) -> str:
    """Return a sha256 over all files of a catalogue: it changes whenever an entry does.

    Raises:
        OSError: a file is missing, or cannot be read.
    """
    folders = (prompts / name for name in (FUNCTIONS, WORK, OCCUPATIONS))
    return cached.digest((*chain(*map(files, folders)), *(prompts / name for name in _ALONE)))


def of(name: str, kind: type[T], make: Callable[[], T], *code: str) -> T:
    """Return what was kept as made of the very same files by the very same code; else make it.

    Args:
        name: of the part of the catalogue, or of what is made of it.
        kind: its shape; msgspec knows how it is written.
        make: reads and checks it.
        *code: files outside this package on which the outcome depends.
    """
    try:
        key = cached.digest(map(Path, code), digest(resources.prompts()), _code())
    except OSError:  # whoever reads the files tells what is wrong with them
        return make()
    return cached.kept(name, key, kind, make)


@cache
def _code() -> str:
    """Return a sha256 over what reads and checks the catalogue, and over the forms of words that it knows.

    Raises:
        OSError: the program lies where its files cannot be read.
    """
    return cached.digest((*sorted(Path(__file__).parent.glob("*.py")), *files(resources.forms())))


def files(folder: Path) -> list[Path]:
    """Return the files of a folder of the catalogue, in order."""
    return sorted(folder.glob("*.toml"))
