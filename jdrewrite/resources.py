"""The one place that finds packaged data: inside the wheel, or at the top of a source checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

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


def words(name: str) -> Path:
    """Return a word list of the language layer."""
    return _PACKAGE / "language" / "words_data" / name
