"""What roles make, as ``prompts/makes.toml`` knows it, with lines that hold of whatever is called so."""

from __future__ import annotations

from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue.naming import THINGS


class Make(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of thing that roles make."""

    name: str
    acts: tuple[str, ...]
    """Verbs (base form) whose object it is."""
    heads: tuple[str, ...]
    """Nouns or compounds (singular, lower case) that tell what it is wherever they stand."""
    plain: tuple[str, ...]
    """Nouns that tell it only with a word of the role's own before them."""
    voice: tuple[str, ...]
    authority: tuple[str, ...]
    measure: tuple[str, ...]
    across: tuple[str, ...]
    people: tuple[str, ...]

    def lines(self, lens: str) -> tuple[str, ...]:
        """Return the lines for ``voice``, ``authority``, ``measure``, ``across`` or ``people``, with ``{things}``."""
        found: tuple[str, ...] = getattr(self, lens)
        return found


class _Makes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    whatever: str
    makes: tuple[Make, ...]


def makes() -> tuple[Make, ...]:
    """Return the kinds of things that roles make.

    Raises:
        DataError: the file is not valid.
    """
    return _table().makes


@cache
def whatever() -> frozenset[str]:
    """Return the words that praise a thing or count it, and tell nothing of which it is.

    Raises:
        DataError: the file is not valid.
    """
    return frozenset(_table().whatever.split())


@cache
def _table() -> _Makes:
    return resources.table(resources.prompts() / "makes.toml", _Makes)


def about(line: str, things: str) -> str:
    """Return a line about things.

    Args:
        line: of a ``Make``.
        things: a plural as it reads in the middle of a sentence.
    """
    return line.replace(THINGS, things)
