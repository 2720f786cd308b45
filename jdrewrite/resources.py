"""The one place that finds and reads packaged data: inside the wheel, or at the top of a source checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from jdrewrite.decoding import Unreadable, from_json, from_toml
from jdrewrite.errors import DataError

T = TypeVar("T")
_PACKAGE = Path(__file__).resolve().parent


@cache
def prompts() -> Path:
    """Return the folder with the prompts and the catalogue of functions.

    Raises:
        FileNotFoundError: neither the wheel's copy nor the checkout's folder is there.
    """
    for candidate in (_PACKAGE / "_data" / "prompts", _PACKAGE.parent / "prompts"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("the folder 'prompts' is missing: reinstall jdrewrite")


def rules() -> Path:
    """Return the folder with the lens rules that ship with the analysis."""
    return _PACKAGE / "analysis" / "rules" / "data"


def tables() -> Path:
    """Return the folder with the tables of sections and functions."""
    return _PACKAGE / "analysis" / "tables"


def forms() -> Path:
    """Return the folder with the words whose plurals, or -ing and past forms, no rule makes."""
    return _PACKAGE / "catalogue" / "tables"


def words(name: str) -> Path:
    """Return a word list of the language layer."""
    return _PACKAGE / "language" / "words_data" / name


def table(path: Path, kind: type[T]) -> T:
    """Return what a packaged file of JSON or TOML holds; its ending tells which it is.

    Args:
        path: of the file.
        kind: what it must be; msgspec knows how it is written.

    Raises:
        DataError: it is not there, damaged, or of another shape.
    """
    try:
        return (from_json if path.suffix == ".json" else from_toml)(path.read_bytes(), kind)
    except (OSError, Unreadable) as error:
        raise DataError(str(path), f"not valid: {error}", "mend the file, or install jdrewrite again") from None
