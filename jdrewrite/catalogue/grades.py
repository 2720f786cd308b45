"""For which grades a line of the catalogue is right: who learns asks, who does the work decides its own, a head leads.

Nearly all of it is derived from the words of titles and lines; ``prompts/grades.toml`` holds those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue.inflection import verb_forms
from jdrewrite.catalogue.slots import without_brackets

_ROOM = re.compile(r"^\[(?:Be|Have)\] (?:free|the right) to (.+)")
_ACT = re.compile(r"^\[(\w+)")
_TO_WHOM = re.compile(r"\bto (?:the|a|an|our)\b.*|\(to \w.*", re.IGNORECASE)
"""Behind "assistant to the director" stands somebody else's title."""
_JUDGED = re.compile(r"^\[(?:Judge|Assess|Measure|Rate)\] the ([\w ]+?)(?:’s \w+)? by\b")
_TEAM = re.compile(r"\bthe team\b")
_LED_BY_OTHERS = re.compile(
    r"\b(?:under|with minimal|without|little) (?:\w+ ){0,3}?supervis\w+(?: of)?"
    r"|\b(?:assist|support|help)(?:s|ing)?\b(?: [\w/'’,-]+){0,6}? supervis\w+(?: of)?",
    re.IGNORECASE,
)
_NO_PEOPLE = r"(?!\W+(?:meetings?|onboarding|calendars?|events?|records?|files?)\b)"
"""What makes of the word for those led a thing that is managed."""


class Grade(IntEnum):
    """How much a job decides, as its title tells it."""

    LEARNER = 0
    JUNIOR = 1
    HOLDER = 2
    """Whoever knows the work and does it: titles that say nothing of a grade."""
    SENIOR = 3
    LEAD = 4
    MANAGER = 5
    """Of people."""
    HEAD = 6
    """Of a department, or of all."""


class _Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    learner: tuple[str, ...]
    about_them: tuple[str, ...]
    them: tuple[str, ...]
    junior: tuple[str, ...]
    for_a_time: tuple[str, ...]
    senior: tuple[str, ...]
    lead: tuple[str, ...]
    manager: tuple[str, ...]
    head: tuple[str, ...]
    of_work: tuple[str, ...]
    under: tuple[str, ...]
    full: tuple[str, ...]


class _Beginning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    said: tuple[str, ...]


class _Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    asks: tuple[str, ...]
    has_team: tuple[str, ...]
    has_superior: tuple[str, ...]
    whole: tuple[str, ...]
    chores: frozenset[str]


class _Leading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acts: tuple[str, ...]
    led: tuple[str, ...]
    alone: tuple[str, ...]


class _AnyJob(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nouns: str
    alike: tuple[str, ...]


class Grades(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"lowest": "from"}):
    """The whole table."""

    titles: _Titles
    beginning: _Beginning
    leading: _Leading
    lines: _Lines
    lowest: dict[str, tuple[str, ...]]
    any_job: _AnyJob


@cache
def grades() -> Grades:
    """Return the table.

    Raises:
        DataError: the file is not valid.
    """
    return resources.table(resources.prompts() / "grades.toml", Grades)


@lru_cache(maxsize=1024)
def grade_of(title: str) -> Grade:
    """Return the grade that a title tells; the highest word counts, and one of beginners takes some of it back."""
    known, own = grades().titles, _TO_WHOM.sub("", title)
    if _holds(known.learner, _about_learners().sub("", own)):
        return Grade.LEARNER
    if _holds(known.for_a_time, own):
        return Grade.JUNIOR
    begins = _holds(known.junior, own) and not _holds(known.full, own)
    second = _holds(known.under, own)
    if _holds(known.head, own) and not _holds(tuple(w for w in known.manager if w.endswith("director")), own):
        return Grade.MANAGER if second else Grade.HEAD
    if _holds(known.manager, own):
        if re.search(rf"\b(?:{'|'.join(known.of_work)}) manager\b", own, re.IGNORECASE):
            return Grade.JUNIOR if begins else Grade.LEAD if _holds(known.lead, own) else Grade.SENIOR
        return Grade.SENIOR if second else Grade.MANAGER
    above = Grade.LEAD if _holds(known.lead, own) else Grade.SENIOR if _holds(known.senior, own) else Grade.HOLDER
    if begins:
        return Grade.JUNIOR if above is Grade.HOLDER else Grade.HOLDER
    return above


@cache
def _about_learners() -> re.Pattern[str]:
    """Return what finds learners whom a job is about: volunteers have a coordinator."""
    known = grades().titles
    return re.compile(rf"\b(?:{'|'.join(known.them)})[’']?s? (?=(?:{'|'.join(known.about_them)})\b)", re.IGNORECASE)


def begins(text: str) -> bool:
    """Tell whether a sentence of a job says that somebody begins in it, whatever the title."""
    return _holds(grades().beginning.said, text)


def leads_people(text: str) -> bool:
    """Tell whether what a role is said to do, and to know, has it lead others.

    Whoever works under supervision, or helps somebody who supervises, leads nobody by it.
    """
    return bool(_leading().search(_LED_BY_OTHERS.sub(" ", text)))


@cache
def _leading() -> re.Pattern[str]:
    known = grades().leading
    acts = [*sorted({form for act in known.acts for form in verb_forms(act)}), "supervision of"]
    alone = _pattern(known.alone).pattern
    people = rf"(?:{'|'.join(known.led)})\b{_NO_PEOPLE}"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(acts)})(?:\W+\w+){{0,5}}?\W+{people}|{alone}", re.IGNORECASE)


def is_right_for(line: str, lens: str, grade: Grade) -> bool:
    """Tell whether a line of a lens is right for a grade."""
    lowest, highest = _range(line, lens)
    return lowest <= grade <= highest


def for_leaders(line: str, lens: str) -> bool:
    """Tell whether a line is right for those alone who lead others."""
    return _range(line, lens)[0] >= Grade.MANAGER


@lru_cache(maxsize=8192)
def asks(line: str) -> bool:
    """Tell whether a line of authority gives no more than a right to ask or propose."""
    room = _ROOM.match(line)
    return bool(room) and any(room[1].startswith(f"{verb} ") for verb in grades().lines.asks)  # type: ignore[index]


def for_head(line: str) -> str:
    """Return a line about something done first-hand as one that has the team do it; others as they are."""
    act = _ACT.match(line)
    if not act or act[1].lower() not in grades().lines.chores:
        return line
    plain = without_brackets(line)
    return f"[Have] the team {plain[:1].lower()}{plain[1:]}"


@lru_cache(maxsize=8192)
def _range(line: str, lens: str) -> tuple[Grade, Grade]:
    known = grades().lines
    for name, marked in grades().lowest.items():
        if line in marked:
            return Grade[name.upper()], Grade.HEAD
    if _speaks(known.has_team, line) or _commands().search(without_brackets(line).lower()):
        return Grade.MANAGER, Grade.HEAD
    highest = Grade.LEAD if _speaks(known.has_superior, line) else Grade.HEAD
    if lens == "authority":
        return (Grade.JUNIOR, Grade.SENIOR) if asks(line) else (Grade.HOLDER, highest)
    judged = _JUDGED.match(line)
    if lens == "measure" and judged and judged[1] in known.whole:
        return Grade.SENIOR, highest
    if for_head(line) != line and _TEAM.search(line):
        highest = min(highest, Grade.MANAGER)  # "have the team tell the team" is no English
    return Grade.JUNIOR if lens == "measure" else Grade.LEARNER, highest


@cache
def _commands() -> re.Pattern[str]:
    """Return what finds others who are told what to do: "have officers note", "move staff"."""
    led = "|".join(grades().leading.led)
    return re.compile(rf"^have (?:the )?(?:{led})\b|\b(?:move|shift|assign) (?:{led})\b")


def _speaks(words: Iterable[str], line: str) -> bool:
    low = without_brackets(line).lower()
    return any(word in low for word in words)


def _holds(words: tuple[str, ...], title: str) -> bool:
    return bool(words) and bool(_pattern(words).search(title))


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
