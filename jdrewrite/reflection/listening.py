"""The listening test: over the answers of many to "what is your role?", how many name the customer?

Nobody is exposed: a department with fewer answers than the minimum is counted among "the others", and where those
are too few, the smallest department that could be shown joins them, so that no difference gives a few away.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import compress

import msgspec

from jdrewrite.errors import UnsupportedInput
from jdrewrite.language.counted import counted
from jdrewrite.language.masking import masked
from jdrewrite.reflection.hearing import Heard, hear

OTHERS = "the others"
WHOLE = "all"
LEAST = 5
_QUOTES = 3
_LONGEST = 220
"""Characters of a quote; it ends at a word."""


class Answer(msgspec.Struct, frozen=True):
    """What one person said; nobody's name belongs in it."""

    words: str
    department: str = ""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The answers of a department, or of all."""

    name: str
    answers: int
    named: int
    """Answers that name anybody served."""
    first: int
    """Answers that do so in their first sentence."""
    internal: int
    """Of those that name somebody, answers that name colleagues served alone."""
    stewardship: int
    inward: int
    neutral: int

    @property
    def share(self) -> float:
        """Part of the answers that name anybody served, 0 to 1."""
        return self.named / self.answers


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A group against last time."""

    name: str
    before: float
    now: float
    chance: bool
    """Whether so small a sample could differ as much by chance alone (two-sided, 1 in 20)."""


class Listening(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one listening test."""

    whole: Group
    departments: tuple[Group, ...]
    """Those that may be shown, the lowest share first; ``the others`` come last."""
    least: int
    named: tuple[str, ...]
    """Quotes that name somebody served, masked."""
    unnamed: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    other_languages: dict[str, int] = {}
    """Answers that are not in English, by language; they are counted nowhere else."""


def listen(answers: Sequence[Answer], *, least: int = LEAST, name: str = "answers") -> Listening:
    """Listen to all answers.

    Args:
        answers: empty ones are not counted.
        least: answers that a group must have to be shown.
        name: of the file, for the message.

    Raises:
        UnsupportedInput: fewer answers in English than a group must have.
        ModelMissing: the language model is not installed.
    """
    said = [answer for answer in answers if any(c.isalnum() for c in answer.words)]
    _refuse_few(len(said), least, name)
    heard = hear([answer.words for answer in said])
    others = Counter(each.language for each in heard if each.language)
    if others:
        english = [not each.language for each in heard]
        said, heard = list(compress(said, english)), list(compress(heard, english))
        _refuse_few(len(said), least, name, " in English")
    parts = grouped(said, least)
    by_group: defaultdict[str, list[Heard]] = defaultdict(list)
    for answer, each in zip(said, heard, strict=True):
        by_group[parts[answer.department]].append(each)
    groups = [_group(name, each) for name, each in by_group.items() if name]
    groups.sort(key=lambda g: (g.name == OTHERS, g.share, g.name))
    # A few people know each other's words: those of a small department are never quoted.
    pairs = [(a, h) for a, h in zip(said, heard, strict=True) if parts[a.department] != OTHERS or not a.department]
    return Listening(
        whole=_group(WHOLE, heard),
        departments=tuple(groups) if len(groups) > 1 else (),
        least=least,
        named=_quotes([a.words for a, h in pairs if h.customer]),
        unnamed=_quotes([a.words for a, h in pairs if not h.customer]),
        other_languages=dict(others.most_common()),
    )


def _refuse_few(count: int, least: int, name: str, which: str = "") -> None:
    if count < least:
        reason = f"it has {counted(count, 'answer')}{which}, and a group smaller than {least} would expose people"
        raise UnsupportedInput(name, reason, "gather more answers")


def grouped(said: Sequence[Answer], least: int) -> dict[str, str]:
    """Return for each department the group under which it is shown."""
    counts: defaultdict[str, int] = defaultdict(int)
    for answer in said:
        counts[answer.department] += 1
    small = {name for name, count in counts.items() if count < least or not name}
    ranked = sorted((name for name in counts if name not in small), key=lambda name: (counts[name], name))
    while small and ranked and sum(counts[name] for name in small) < least:
        small.add(ranked.pop(0))
    return {name: OTHERS if name in small else name for name in counts}


def _group(name: str, heard: Sequence[Heard]) -> Group:
    frames = [each.frame for each in heard]
    return Group(
        name=name,
        answers=len(heard),
        named=sum(h.customer for h in heard),
        first=sum(h.first for h in heard),
        internal=sum(h.internal for h in heard),
        stewardship=frames.count("stewardship"),
        inward=frames.count("inward"),
        neutral=frames.count("neutral"),
    )


def _quotes(texts: Sequence[str]) -> tuple[str, ...]:
    """Return some of the texts, spread over them, masked and cut; the same ones each time."""
    distinct = sorted(dict.fromkeys(texts), key=lambda text: (abs(len(text) - 90), text))[:_QUOTES]
    return tuple(_cut(text) for text in masked(distinct))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."


def against(now: Listening, before: Listening) -> Listening:
    """Return a listening test with its changes against an earlier one, for the groups that both may show."""
    earlier = {group.name: group for group in (before.whole, *before.departments) if group.name != OTHERS}
    changes = tuple(
        Change(name=g.name, before=earlier[g.name].share, now=g.share, chance=_by_chance(earlier[g.name], g))
        for g in (now.whole, *now.departments)
        if g.name in earlier
    )
    return msgspec.structs.replace(now, changes=changes)


def _by_chance(a: Group, b: Group) -> bool:
    """Tell whether two shares differ by no more than chance explains: the test of two proportions."""
    both = (a.named + b.named) / (a.answers + b.answers)
    spread = math.sqrt(both * (1 - both) * (1 / a.answers + 1 / b.answers))
    return spread == 0 or abs(a.share - b.share) / spread < 1.96
