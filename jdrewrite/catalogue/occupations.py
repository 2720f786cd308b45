"""What jobs are there for, as their titles tell it: ``prompts/occupations/*.toml``, a file for each field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue import snapshot
from jdrewrite.errors import DataError

_BETWEEN = "; "
_LIST = re.compile(r"\(([^()|]+\|[^()]+)\)")


class Occupation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Jobs that are there for the same thing."""

    titles: str
    """Phrases, in lower case and in the singular, that stand in the titles of such jobs, with "; " between them."""
    purpose: str
    """What they are there for; goes on behind "this role exists to". Of "(letters|records)" those are said of which a
    job description speaks."""
    people: str = ""
    """Those served, where a text names nobody; empty where that depends on the organisation."""
    unless: str = ""
    """Beginnings of words with which a title is that of another job, with "; " between them."""

    @property
    def other(self) -> tuple[str, ...]:
        """The words of ``unless``."""
        return tuple(self.unless.split(_BETWEEN)) if self.unless else ()


class _Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    occupations: tuple[Occupation, ...]


@cache
def occupations() -> dict[str, Occupation]:
    """Return the occupation for each phrase of a title.

    Raises:
        DataError: a file is not valid, or two occupations have the same phrase.
    """
    told = snapshot.of("occupations", tuple[Occupation, ...], _occupations)
    return {title: occupation for occupation in told for title in occupation.titles.split(_BETWEEN)}


def _occupations() -> tuple[Occupation, ...]:
    found: list[Occupation] = []
    of_title: dict[str, Occupation] = {}
    for path in snapshot.files(resources.prompts() / snapshot.OCCUPATIONS):
        for occupation in resources.table(path, _Field).occupations:
            found.append(occupation)
            for title in occupation.titles.split(_BETWEEN):
                if of_title.setdefault(title, occupation) is not occupation:
                    raise DataError(str(path), f"'{title}' is a title of two occupations", "take one of them out")
    return tuple(found)


def of_lists(purpose: str, spoken: Callable[[str], bool]) -> str:
    """Return a purpose with those members of its lists of which a job description speaks; if of none, with all.

    >>> of_lists("keep (letters|records|bills) in order", lambda word: word != "letters")
    'keep records and bills in order'
    """
    return _LIST.sub(lambda m: _said([one for one in m[1].split("|") if spoken(one)] or m[1].split("|")), purpose)


def _said(members: Sequence[str]) -> str:
    *first, last = members
    return f"{', '.join(first)} and {last}" if first else last
