"""What a text has of everybody whom it could mean by those served, as the trained order of the words reads it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.mentions import (
    counted,
    is_notice,
    is_of_a_name,
    is_single,
    means_the_employer,
)
from jdrewrite.analysis.served_word.spotting import Known, known, people, spots
from jdrewrite.analysis.served_word.weighing import Weighed
from jdrewrite.analysis.served_word.words import Word
from jdrewrite.model import FunctionGuess, Statement

Features = Mapping[str, float]
_ROLE = ("purpose", "duties")
_TOLD = (*_ROLE, "measures", "company", "title")


class Candidate(msgspec.Struct, frozen=True):
    """Somebody whom a text could mean by those served."""

    features: Features
    forms: Mapping[str, int]
    """The text's own words for them, in lower case, and how often it has each."""
    firmly: bool
    """A line about the job or its employer serves or plainly names them, and the word rather means no colleagues."""


def candidates(
    statements: Sequence[Statement], text: Weighed, best: str, guess: FunctionGuess, usual: str
) -> dict[str, Candidate]:
    """Return everybody whom a text names, or who goes without saying, with what speaks for and against each.

    Args:
        statements: of one job description.
        text: its words as they were weighed.
        best: the word that the rules choose.
        guess: the function, and how sure it is.
        usual: what its trade usually says.
    """
    found = _named(statements, text.kind.base)
    most = max((seen.lines for seen in found.values()), default=0)
    top = max(text.points.values(), default=0.0) or 1.0
    every: dict[str, Candidate] = {}
    for plural in sorted({*found, *text.kind.begin, best, usual, *text.said}):
        seen = found.get(plural, _NOT_NAMED)
        points = text.points.get(plural, 0.0)
        features = _features(seen, most) | {
            "points": points / top,
            "weight": math.log1p(points),
            "said": math.log1p(text.said.get(plural, 0.0)),
            "chosen": float(plural == best),
            "begin": text.kind.begin.get(plural, 0.0),
            "usual": float(plural == usual),
            f"word: {plural}": 1.0,
            f"of {text.kind.base}: {plural}": 1.0,
            f"in {guess.name}: {plural}": 1.0,
        }
        every[plural] = Candidate({name: value for name, value in features.items() if value}, seen.forms, seen.firmly)
    return every


class _Seen(msgspec.Struct, frozen=True):
    """The lines that name somebody."""

    counts: Mapping[str, int]
    """How many, by what each says of them and its section."""
    forms: Mapping[str, int]

    @property
    def lines(self) -> int:
        """Lines that serve them, and lines that have them in another way; one that does both counts twice."""
        return sum(count for name, count in self.counts.items() if name.startswith(("proved ", "bare ")))

    @property
    def proved(self) -> bool:
        return any(name.startswith("proved ") for name in self.counts)

    @property
    def firmly(self) -> bool:
        """See ``Candidate``. What is asked of a person speaks of other employers; "the client" may be the employer."""
        served = any(f"proved {section}" in self.counts for section in (*_ROLE, "measures"))
        told = any(f"{kind} {section}" in self.counts for section in _TOLD for kind in ("proved", "bare"))
        several = self.counts.get("single", 0) < self.lines
        return (served or (told and several)) and self.counts.get("inside", 0) * book().factors.inside <= self.lines


_NOT_NAMED = _Seen({}, {})


def _features(seen: _Seen, most: int) -> dict[str, float]:
    lines = seen.lines
    return {name: math.log1p(count) for name, count in seen.counts.items()} | {
        "named": float(lines > 0),
        "lines": math.log1p(lines),
        "share": lines / most if most else 0.0,
        "most": float(0 < lines == most),
        "role": float(any(f"{kind} {section}" in seen.counts for section in _ROLE for kind in ("proved", "bare"))),
        "proved": float(seen.proved),
        "other words": float(most > 0 and not lines),
    }


def _named(statements: Sequence[Statement], kind: str) -> dict[str, _Seen]:
    """Return the lines that name each of those whom a text names at all; one that stands there twice counts once."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for s in {s.text: s for s in statements}.values():
        if not book().sections.get(s.section) or is_notice(s):
            continue
        said: dict[str, set[str]] = {}
        for spot in spots(s.text, _forms()):
            form = spot.group().casefold()
            word = _word(form, kind)
            if word is None or is_of_a_name(s.text, spot) or (word.plural == "clients" and means_the_employer(s.text)):
                continue
            said.setdefault(word.plural, set()).update(_says(s, spot, word))
            forms[word.plural][form] += 1
        for plural, names in said.items():
            counts[plural].update(names)
    return {plural: _Seen(seen, forms[plural]) for plural, seen in counts.items()}


def _says(s: Statement, spot: re.Match[str], word: Word) -> Iterator[str]:
    """Yield what one place says of those whom it names."""
    mention = counted(s, spot, word)
    if is_single(spot.group(), word):
        yield "single"
    if mention is not None and mention.inside:
        yield "inside"
        return
    yield f"{'proved' if mention is not None and mention.proved else 'bare'} {s.section}"
    if mention is not None and mention.sure:
        yield "sure"
    if mention is not None and mention.group:
        yield "group"


def _word(form: str, kind: str) -> Word | None:
    """Return the word that a form is, for this kind of organisation if it has one; None where it is no people."""
    words = book().forms.get(form, ())
    fitting = [word for word in words if not word.kinds or kind in word.kinds]
    if fitting:
        return fitting[0]
    if words and form.startswith("people "):
        # Elsewhere than in a public body "people in London" are people, as any are.
        return _word(form.partition(" ")[0], kind)
    if words:
        return words[0]
    known_people = form in people() or form in book().ranking.more
    return Word(form, (form,), factor=book().people.factor, group=True) if known_people else None


@cache
def _forms() -> Known:
    """Return every form, those of people by another word and of bodies among them."""
    return known((*book().forms, *people(), *book().ranking.more))
