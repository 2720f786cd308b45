"""What may stand in ``jdrewrite.toml``, as types; anything else is an error."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from jdrewrite.analysis.rules import Rule
from jdrewrite.catalogue.inflection import singular
from jdrewrite.decoding import from_toml
from jdrewrite.model import LENSES, Lens, Level

_LEVELS: dict[str, Level] = {"inward": "warning", "silo": "warning", "index": "warning", "internal": "suggestion"}
_VALUES: dict[str, tuple[str, ...]] = {
    "customer": ("external", "internal"),
    "frame": ("stewardship", "inward"),
    "measure": ("customer", "index", "internal"),
    "across": ("shares", "silo"),
}


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every table of the file: a key that is not known is an error."""


class Words(_Strict, frozen=True, kw_only=True):
    """``[words]``: nouns in the singular; the plural is made here, and one that is given is read as its singular."""

    external: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("external", "internal"):
            if not all(any(sign.isalpha() for sign in word) for word in getattr(self, name)):
                raise ValueError(f"'{name}' holds a word without letters")
            one_each = tuple(singular(word.strip()) for word in getattr(self, name))
            msgspec.structs.force_setattr(self, name, one_each)


class Rules(_Strict, frozen=True, kw_only=True):
    """``[rules]``: rules that are off, and levels."""

    disable: tuple[str, ...] = ()
    levels: dict[str, Level] = {}


class Thresholds(_Strict, frozen=True, kw_only=True):
    """``[thresholds]``: the score below which ``check`` exits with 1."""

    fail_under: float | None = None

    def __post_init__(self) -> None:
        if self.fail_under is not None and not 0 <= self.fail_under <= 100:
            raise ValueError("'fail_under' is a score from 0 to 100")


class Part(_Strict, frozen=True, kw_only=True):
    """What can be said for all job descriptions, and again for those of a path."""

    words: Words = Words()
    rules: Rules = Rules()
    thresholds: Thresholds = Thresholds()


class PathPart(Part, frozen=True, kw_only=True):
    """``[[path]]``: what holds only where ``match`` fits the path from the project file."""

    match: str


class Suppress(_Strict, frozen=True, kw_only=True):
    """``[[suppress]]``: findings that are not shown, and why."""

    rule: str
    reason: str
    path: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("every suppression needs a reason")


class Entry(_Strict, frozen=True, kw_only=True):
    """``[[rule]]``: a rule of the project's own."""

    id: str
    lens: Lens
    value: str = "yes"
    kind: Literal["phrase", "token", "dependency"] = "phrase"
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    level: Level | None = None
    message: str = "Matches a rule of this project: {evidence}."
    why: str = "A rule that this project has set itself."
    suggestion: str = ""

    def __post_init__(self) -> None:
        allowed = _VALUES.get(self.lens, ("yes",))
        if self.value not in allowed:
            raise ValueError(f"rule '{self.id}': the lens '{self.lens}' has the values {', '.join(allowed)}")
        if not self.patterns:
            raise ValueError(f"rule '{self.id}' needs patterns")

    def rule(self) -> Rule:
        """Return it as a rule like those that ship."""
        return Rule(
            id=self.id,
            lens=self.lens,
            value=self.value,
            kind=self.kind,
            patterns=self.patterns,
            unless=self.unless,
            level=self.level or _LEVELS.get(self.value, "strength"),
            message=self.message,
            why=self.why,
            seed="project",
            suggestion=self.suggestion,
            fires=(),
            quiet=(),
        )


class File(Part, frozen=True, kw_only=True):
    """The whole file."""

    path: tuple[PathPart, ...] = ()
    suppress: tuple[Suppress, ...] = ()
    rule: tuple[Entry, ...] = ()


def decode(text: str) -> File:
    """Return the file's content.

    Raises:
        OtherShape: an unknown key, a missing one, or a value that is not allowed.
        Unreadable: not TOML.
    """
    return from_toml(text, File)


_WHAT = {
    "str": "a text in quotation marks",
    "array": "a list in square brackets",
    "object": "a table",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
}
"""Kinds of values as people call them, by the names of the decoder."""
_CHOICES = {"lens": LENSES, "kind": ("phrase", "token", "dependency"), "level": ("strength", "suggestion", "warning")}


def told(message: str) -> str:
    """Return in plain words what is wrong with a file.

    Args:
        message: of the decoder, or of a check here.
    """
    if "unknown field `engine" in message or "unknown field `base_url" in message:
        return "engines and addresses do not belong in a project file; they stand in each person's own settings"
    bare, _, path = message.partition(" - at `$")
    names = re.findall(r"\.(\w+)", path)
    place = ".".join(names)
    if found := re.fullmatch(r"Object contains unknown field `(\w+)`", bare):
        return f"there is no setting '{found[1]}'{f' in {place}' if place else ''}"
    if found := re.fullmatch(r"Object missing required field `(\w+)`", bare):
        return f"this [[{place}]] has no '{found[1]}', which it needs"
    if found := re.fullmatch(r"Invalid enum value '(.*)'", bare):
        what = "level" if "levels" in names else names[-1]
        *others, last = _CHOICES[what]
        return f"there is no {what} '{found[1]}'; a {what} is {', '.join(others)} or {last}"
    if found := re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", bare):
        each = "each of " if path.rstrip("`").endswith("]") else ""
        wanted, given = (_WHAT.get(kind, kind) for kind in found.groups())
        return f"{each}'{place}' is {wanted}, and not {given}"
    return bare


def line_of_word(text: str, noun: str) -> int:
    """Return the 1-based line on which a noun of ``[words]`` stands, in whichever number it was written."""
    for number, row in enumerate(text.splitlines(), 1):
        quoted = (double or single for double, single in re.findall(r'"([^"]*)"|\'([^\']*)\'', row))
        if any(singular(word.strip()) == noun for word in quoted):
            return number
    return 1


def line_of(text: str, what: object) -> int:
    """Return the 1-based line on which something stands that a message names; 1 where it cannot be found.

    Args:
        text: the file.
        what: a word of the file, or an error whose message quotes one in backquotes or quotation marks.
    """
    message = str(what)
    quoted = [word for word in re.findall(r"[`']([^`']+)[`']", message) if not word.startswith("$")]
    for needle in (message, *quoted):
        for number, row in enumerate(text.splitlines(), 1):
            if needle and needle in row:
                return number
    return _by_path(text, message)


def _by_path(text: str, message: str) -> int:
    """Return the line of the last key of a path such as ``$.rules.levels[...]`` or ``$.suppress[1]``."""
    where = re.search(r"\$((?:\.\w+|\[\d+\])+)", message)
    if not where:
        return 1
    keys = re.findall(r"\.(\w+)|\[(\d+)\]", where[1])
    names = [name for name, _ in keys if name]
    count = int(next((index for _, index in reversed(keys) if index), 0))
    rows = text.splitlines()
    tables = [n for n, row in enumerate(rows, 1) if re.match(rf"\s*\[+\s*{names[0]}\b", row)]
    start = tables[min(count, len(tables) - 1)] if tables else 1
    for number in range(start, len(rows) + 1):
        if re.match(rf"\s*{names[-1]}\s*=", rows[number - 1]):
            return number
    return start
