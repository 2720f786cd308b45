"""What jobs are there for, and lines that are theirs alone: ``prompts/occupations/*.toml``, a file for each field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue import snapshot
from jdrewrite.catalogue.forms import of_lines
from jdrewrite.catalogue.schema import WithLines
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


class OccupationLines(WithLines, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines for jobs that are there for the same thing, or nearly."""

    of: str
    """A title of each of the occupations, with "; " between them."""
    people: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    across: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The occupations, as they are named in the file."""
        return self.of

    @property
    def purpose(self) -> tuple[str, ...]:
        """None: each occupation has its own."""
        return ()

    def texts(self, lens: str) -> tuple[str, ...]:
        """Return the lines as they are written."""
        found: tuple[str, ...] = getattr(self, lens)
        return found


class _Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    occupations: tuple[Occupation, ...]
    lines: tuple[OccupationLines, ...] = ()


class _Told(NamedTuple):
    occupations: dict[str, Occupation]
    lines: dict[str, OccupationLines]


def occupations() -> dict[str, Occupation]:
    """Return the occupation for each phrase of a title.

    Raises:
        DataError: a file is not valid, or two occupations have the same phrase; or lines are of another form, of no
            occupation, or of one that has some already.
    """
    return told().occupations


def occupation_lines() -> dict[str, OccupationLines]:
    """Return the lines of occupations, by their ``titles``.

    Raises:
        DataError: as ``occupations``.
    """
    return told().lines


@cache
def told() -> _Told:
    """Return all that is told of occupations.

    Raises:
        DataError: as ``occupations``.
    """
    field = snapshot.of("occupations", _Field, _read)
    known = {title: occupation for occupation in field.occupations for title in occupation.titles.split(_BETWEEN)}
    return _Told(known, {known[title].titles: lines for lines in field.lines for title in lines.of.split(_BETWEEN)})


def _read() -> _Field:
    fields = {
        path: resources.table(path, _Field) for path in snapshot.files(resources.prompts() / snapshot.OCCUPATIONS)
    }
    of_title: dict[str, Occupation] = {}
    for path, field in fields.items():
        for occupation in field.occupations:
            for title in occupation.titles.split(_BETWEEN):
                if of_title.setdefault(title, occupation) is not occupation:
                    raise DataError(str(path), f"'{title}' is a title of two occupations", "take one of them out")
    for path, reason in _of_lines(fields, of_title):
        raise DataError(str(path), reason, "mend the line")
    return _Field(
        tuple(occupation for field in fields.values() for occupation in field.occupations),
        tuple(lines for field in fields.values() for lines in field.lines),
    )


def _of_lines(fields: dict[Path, _Field], of_title: dict[str, Occupation]) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong in the lines of files: a form, a title that there is not, an occupation with lines twice."""
    given: set[str] = set()
    for path, field in fields.items():
        for lines in field.lines:
            yield from ((path, problem) for problem, _ in of_lines(lines))
            for title in lines.of.split(_BETWEEN):
                if title not in of_title:
                    yield path, f"there is no occupation '{title}' for which there are lines"
                elif of_title[title].titles in given:
                    yield path, f"'{title}' is an occupation that has lines already"
                else:
                    given.add(of_title[title].titles)


def of_lists(purpose: str, spoken: Callable[[str], bool]) -> str:
    """Return a purpose with those members of its lists of which a job description speaks; if of none, with all.

    >>> of_lists("keep (letters|records|bills) in order", lambda word: word != "letters")
    'keep records and bills in order'
    """
    return _LIST.sub(lambda m: _said([one for one in m[1].split("|") if spoken(one)] or m[1].split("|")), purpose)


def _said(members: Sequence[str]) -> str:
    *first, last = members
    return f"{', '.join(first)} and {last}" if first else last
