"""Finds, by their names, the fields of a record that hold a job description and its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jdrewrite.errors import UnsupportedInput

_WHOLE = (
    "jobdescription jobdescriptiontext jobdescriptionhtml fulldescription positiondescription roledescription "
    "description descriptiontext descriptionhtml jobdesc jd jdtext jobtext jobad jobadvert advert posting jobposting "
    "fulltext rawtext text body content jobdetails details"
).split()
"""Names of a field that holds the whole text, the best first; only one is taken."""
_PARTS = frozenset(
    (
        "summary jobsummary rolesummary positionsummary overview purpose jobpurpose responsibilities "
        "jobresponsibilities "
        "keyresponsibilities mainresponsibilities duties jobduties keyduties essentialduties dutiesandresponsibilities "
        "dutiesresponsibilities tasks accountabilities keyaccountabilities requirements jobrequirements qualifications "
        "minimumqualifications preferredqualifications experiencerequirements educationrequirements skillsrequired "
        "requiredskills benefits jobbenefits companyprofile aboutcompany"
    ).split()
)
"""Names of fields that hold one section each; all are taken, in the order of the file."""
_TITLES = (
    "jobtitle title positiontitle roletitle titleofjob position role rolename jobname job vacancy designation name"
).split()
_LONG = 200
"""Characters of the middle cell of a column that is taken for the text though its name says nothing."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Fields that a user names where their names do not tell."""

    text: tuple[str, ...] = ()
    """Names, or 1-based numbers of columns."""
    title: str | None = None
    function: str | None = None
    """Where the file says itself which function a job belongs to."""


class Chosen(msgspec.Struct, frozen=True):
    """Positions in a record of what was found."""

    texts: tuple[int, ...]
    title: int | None
    function: int | None = None


def choose(names: Sequence[str], told: Columns, sample: Sequence[Sequence[str]] = ()) -> Chosen | None:
    """Return the fields that hold text and title, None where no name or content tells.

    Args:
        names: of the fields, in the order of the file.
        told: what the user names.
        sample: some records, to recognise a long text under a name that says nothing.

    Raises:
        UnsupportedInput: the user names a field that is not there.
    """
    plain = [_bare(name) for name in names]
    title = _told(told.title, names) if told.title else next((plain.index(n) for n in _TITLES if n in plain), None)
    function = _told(told.function, names) if told.function else None
    if told.text:
        return Chosen(tuple(_told(name, names) for name in told.text), title, function)
    whole = next((plain.index(name) for name in _WHOLE if name in plain), None)
    texts = tuple(i for i, name in enumerate(plain) if i == whole or (name in _PARTS and i != title))
    if not texts:
        long = [i for i in range(len(names)) if sample and _middle(sample, i) >= _LONG]
        texts = tuple(long) if len(long) == 1 else ()
    return Chosen(texts, title if title not in texts else None, function) if texts else None


def position(word: str, names: Sequence[str]) -> int | None:
    """Return which field a user means: by its name, whatever its case and signs, or by its number; None for none."""
    if word in names:
        return list(names).index(word)
    wanted = _bare(word)
    if wanted and wanted in (plain := [_bare(name) for name in names]):
        return plain.index(wanted)
    return int(word) - 1 if word.isdecimal() and 1 <= int(word) <= len(names) else None


def _told(word: str, names: Sequence[str]) -> int:
    found = position(word, names)
    if found is None:
        raise UnsupportedInput(word, "there is no such column", f"the columns are: {listed(names)}")
    return found


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def cell_of(row: Sequence[str], index: int | None) -> str:
    """Return the cell of a row; empty where the column was not chosen or the row is short."""
    return row[index] if index is not None and index < len(row) else ""


def listed(names: Sequence[str]) -> str:
    """Return the names for a message, shortened where they are many."""
    shown = [" ".join(name.split())[:40] or "(no name)" for name in names[:12]]
    return ", ".join(shown) + (", ..." if len(names) > len(shown) else "")


def _middle(sample: Sequence[Sequence[str]], index: int) -> float:
    lengths = [len(record[index]) for record in sample if index < len(record) and record[index].strip()]
    from statistics import median  # not at the top: it takes longer to load than most files to read

    return median(lengths) if lengths else 0
