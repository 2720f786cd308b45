"""Finds the departments that a text names, not the things that go by the same words: a data warehouse, its operations.

A name is a department's where a word for people stands behind it ("the production team"), or where it is one of those
with whom something is done: behind "with", "between", "across" and their like, alone or in a list, and not in front of
another noun ("with sales collateral") or of what it is an act on ("the maintenance of our systems"). The names stand in
``tables/departments.toml``, with what else some of them mean.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, cached_property
from typing import Literal

import msgspec

from jdrewrite import resources

FILE = "departments.toml"
_GROUP = (
    r"(?:(?:leadership|management) )?(?:teams?|departments?|functions?|colleagues|groups?|divisions?|staff|unit|office|"
    r"stakeholders|partners|leadership|leaders|leads?|managers?|directors?|specialists|representatives|"
    r"officers?|people|personnel|counterparts|crew|supervisors?)\b"
)
_MEMBER = r"[\w&'\u2019-]+(?: [\w&'\u2019-]+){0,3}"
_PART = r"\s*(?:,|/|&|;|\band\b|\bor\b|\bas well as\b)\s*(?:and |or )?"
_ARTICLE = r"(?:(?:the|our|your|all|other|both|internal|e\.g\.|our own) )*"
_ALONGSIDE = re.compile(
    rf"\b(?:with|between|among|across|from|including|includes?|such as|like|alongside|inform|brief|tell|to)[\s:(]+"
    rf"{_ARTICLE}(?:{_MEMBER}{_PART}{_ARTICLE}){{0,9}}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;:)/&]|\b(?:and|or|to|on|for|in|as|at|when|so|who|that|is|are|while|during|about|before|after|what)\b)",
    re.IGNORECASE,
)
_NAMING = re.compile(r"(?:from|across|including|includes?|such as|like)\b", re.IGNORECASE)
"""Words that begin a list of anything ("including maintenance"): of departments, where the line speaks of such."""
_GROUPS = re.compile(
    r"\b(?:teams?|departments?|functions?|functional|functionally|stakeholders|colleagues|divisions?)\b"
)
_TEAMS_BEHIND = re.compile(rf"(?:{_PART}[\w&'-]+(?: [\w&'-]+)?){{1,4}} {_GROUP}", re.IGNORECASE)
"""What ends a list of departments: "product and engineering teams"."""
_BACK = 160
"""Characters before a name among which its list begins."""


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By which words one function is named."""

    names: tuple[str, ...] = ()
    """Of a department, and of what it works on as well."""
    people: tuple[str, ...] = ()
    """Of people, or of a place where only they are."""


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How a title is read that has a word in its other sense."""

    find: str
    read: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is found in the title, which is in lower case."""
        return re.compile(self.find)


class Otherwise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What a name means beside the department, and by which words that is known."""

    word: str
    over: Literal["text", "line"]
    """Where these words are looked for: in all that is said of the job, or beside the name."""
    about: tuple[str, ...]
    least: int = 1
    """Different words of ``about`` that must stand there."""
    never: tuple[str, ...] = ()
    """Words with which it is a department after all."""
    title: Title | None = None

    def is_meant(self, lines: Iterable[str]) -> bool:
        """Tell whether the word is meant so, where this is said."""
        said = "\n".join(lines)
        if len({found.lastindex for found in self._about.finditer(said)}) < self.least:
            return False
        return not (self.never and self._never.search(said))

    @cached_property
    def _about(self) -> re.Pattern[str]:
        """One group for each word: which of them took part tells the words apart."""
        return re.compile(rf"\b(?:{'|'.join(f'({word})' for word in self.about)})\b", re.IGNORECASE)

    @cached_property
    def _never(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.never)})\b", re.IGNORECASE)


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole file."""

    alone: frozenset[str]
    """Words that are too common to name a department without a word for people, but in capitals in a list."""
    without: frozenset[str]
    """Functions that no line is taken to name."""
    departments: dict[str, Names]
    otherwise: tuple[Otherwise, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One expression for all names, which reads a line once; the group that took part tells the function."""
        people = [_group("p", slug, each.people) for slug, each in self.departments.items() if each.people]
        names = [_group("n", slug, each.names) for slug, each in self.departments.items() if each.names]
        return re.compile(rf"(?<![\w-])(?:{'|'.join((*people, *names))})(?![\w-])", re.IGNORECASE)

    def is_another_thing(self, word: str, line: str) -> bool:
        """Tell whether a name is no department's in the line that has it."""
        return any(each.word == word and each.over == "line" and each.is_meant((line,)) for each in self.otherwise)


def _group(kind: str, slug: str, words: Iterable[str]) -> str:
    return f"(?P<{kind}_{slug.replace('-', '_')}>{'|'.join(words)})"


@cache
def table() -> Table:
    """Return the shipped file.

    Raises:
        DataError: it is not valid.
    """
    return resources.table(resources.tables() / FILE, Table)


def meant_otherwise(lines: Collection[str]) -> frozenset[str]:
    """Return the names that are no department's in a whole job description: the collections of a museum.

    Args:
        lines: its title and what it says.
    """
    return frozenset(each.word for each in table().otherwise if each.over == "text" and each.is_meant(lines))


def title_as_meant(title: str, duties: Collection[str]) -> str:
    """Return a title with its names read as the duties mean them.

    Args:
        title: of the job, in lower case.
        duties: what the role does.
    """
    for each in table().otherwise:
        if each.title and each.title.pattern.search(title) and each.is_meant(duties):
            title = each.title.pattern.sub(each.title.read, title)
    return title


def named(text: str, *, but: Collection[str] = ()) -> set[str]:
    """Return the functions of the departments that a text names.

    Args:
        text: a line of a job description.
        but: names that are no department's in it, as ``meant_otherwise`` returned them.
    """
    found = set()
    for name in table().pattern.finditer(text):
        kind, _, slug = (name.lastgroup or "").partition("_")
        if name.group().lower() not in but and (kind == "p" or _stands_for_people(text, name)):
            found.add(slug.replace("_", "-"))
    return found


def _stands_for_people(text: str, name: re.Match[str]) -> bool:
    after = text[name.end() :]
    if table().is_another_thing(name.group().lower(), text):
        return False
    if re.match(rf"[ ]{_GROUP}", after, re.IGNORECASE):
        return True
    before = text[max(0, name.start() - _BACK) : name.start()]
    listed = _ALONGSIDE.search(before)
    if not listed or not _ENDS.match(after):
        return False
    lower = name.group().islower()
    if listed.group().lower().startswith("to"):  # "to design"; "to Design" is to somebody
        return not lower
    if _NAMING.match(listed.group()) and lower and not _GROUPS.search(text.lower()):
        return False
    return not (lower and name.group() in table().alone) or bool(_TEAMS_BEHIND.match(after))
