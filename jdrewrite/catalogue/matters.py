"""What a line speaks of that only a part of a function's jobs have: it is offered where the text bears it out.

The nouns of a line tell most of it (``rewriting/offline/things.py``). What its verbs tell ("who drops out"), and what
the nouns of a neighbouring trade would bear out as well, stands in ``prompts/matters.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue.slots import without_brackets


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that a job may or may not have to do with."""

    name: str
    said: tuple[str, ...]
    """Words of a line (lower case; a trailing ``*`` matches any ending) by which it speaks of the matter."""
    told: tuple[str, ...]
    """Words of which the title or what the role does must hold one."""


class _Matters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    matters: tuple[Matter, ...]


@cache
def all_matters() -> tuple[Matter, ...]:
    """Return the matters that are gated.

    Raises:
        DataError: the file is not valid.
    """
    return resources.table(resources.prompts() / "matters.toml", _Matters).matters


@lru_cache(maxsize=8192)
def matters_of(line: str) -> tuple[Matter, ...]:
    """Return the matters that a line or a purpose speaks of."""
    plain = without_brackets(line)
    return tuple(matter for matter in all_matters() if any_of(matter.said).search(plain))


def borne_out(line: str, told: Sequence[str]) -> bool:
    """Tell whether a job has to do with all the matters that a line speaks of.

    Args:
        line: of the catalogue.
        told: the title, and the things that the role is said to be there for or to do.
    """
    return all(any(map(any_of(matter.told).search, told)) for matter in matters_of(line))


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of these words; a trailing ``*`` matches any ending."""
    parts = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
