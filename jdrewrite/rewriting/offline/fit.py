"""Which line of the catalogue fits this job: the one that speaks of what its description speaks of."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from jdrewrite.analysis import spoken
from jdrewrite.analysis.spoken import stems, stems_of, words_in
from jdrewrite.catalogue import Function, Trade, functions, snapshot, without_other_slots
from jdrewrite.language.words import small_words
from jdrewrite.model import DUTY_SECTIONS, ROLE_SECTIONS, Assessment

_PARTS = re.compile(r"[;•]")
_COMMON = 18
"""Functions from whose lines on a word says nothing of a job: "week", "cause", "colleague"."""
_NEARLY = 0.35
"""Difference in fitness that tells nothing."""
_MISSING = 1.2
"""What a word of the line counts that the job description does not have; one that it has counts one."""


class Job(NamedTuple):
    """The stems of the words by which a job is known."""

    whole: frozenset[str]
    """Of the title, and of all that the role is said to do and to know."""
    words: frozenset[str] = frozenset()
    """Of the same the words as they stand, in lower case."""
    told: tuple[frozenset[str], ...] = ()
    """The words of the title, and of each thing that the role is said to be there for or to do."""
    items: tuple[str, ...] = ()
    """The same as they stand."""


class _Counts(msgspec.Struct, frozen=True):
    """What is counted over the whole catalogue."""

    frequent: frozenset[str]
    """Stems in the lines of many functions."""
    telling: dict[str, float]


def words_of(assessment: Assessment) -> Job:
    """Return what a job is known by."""
    texts = [s.text for s in assessment.statements if s.section in ROLE_SECTIONS]
    done = [s.text for s in assessment.statements if s.section in DUTY_SECTIONS]
    # A class specification says ten duties in one sentence.
    told = [part for text in (assessment.title, *done) for part in _PARTS.split(text)]
    return Job(
        stems_of(assessment.title, assessment.statements),
        frozenset(words_in((assessment.title, *texts))),
        tuple(frozenset(words_in((part,))) for part in told),
        tuple(told),
    )


def fitness(text: str, job: Job) -> float:
    """Return how well a line fits a job: its telling words that the job description has, less those it has not."""
    telling = _telling(text)
    return weight(telling & job.whole) - weight(telling - job.whole) * _MISSING


def weight(stems: Iterable[str]) -> float:
    """Return what words tell of a job together: the fewer functions speak of a thing, the more it tells."""
    return sum(_telling_stems().get(stem, 1.0) for stem in stems)


def fittest(texts: Sequence[str], job: Job, key: str, fits: Callable[[str, Job], float] = fitness) -> list[str]:
    """Return texts with the one that fits best first; those that fit nearly as well are ordered by ``key`` alone."""
    found = {text: fits(text, job) for text in texts}
    best = max(found.values(), default=0.0)
    near = {text for text in texts if found[text] >= best - _NEARLY}
    first = sorted(
        near, key=lambda text: hashlib.sha256(f"{key}/{without_other_slots(text)}".encode()).digest(), reverse=True
    )
    return first + sorted((text for text in found if text not in near), key=lambda text: -found[text])


def _telling(text: str) -> set[str]:
    return {stem for stem in stems((text,)) if not is_common(stem)}


def is_common(stem: str) -> bool:
    """Tell whether a stem says nothing of a job, as the lines of many functions have it."""
    return stem in _common()


@cache
def _common() -> frozenset[str]:
    """Return the stems that say nothing of a job: those of stop words, and those in the lines of many functions."""
    return _counts().frequent.union(stems(small_words()))


def _telling_stems() -> dict[str, float]:
    """Return what each stem of the catalogue tells: 1 where one function speaks of it, less where more do."""
    return _counts().telling


@cache
def _counts() -> _Counts:
    return snapshot.of("stems", _Counts, _counted, __file__, spoken.__file__)


def _counted() -> _Counts:
    """Count the stems of the catalogue, which takes a while."""
    said = {function.slug: _said(function) for function in functions().values()}
    lines = Counter(stem for texts in said.values() for stem in set(stems(texts)))
    things = {f.slug: [thing for output in f.outputs for thing in output.things] for f in functions().values()}
    every = Counter(stem for slug, texts in said.items() for stem in set(stems((*texts, *things[slug]))))
    return _Counts(
        frozenset(stem for stem, count in lines.items() if count >= _COMMON),
        {stem: count**-0.5 for stem, count in every.items()},
    )


def _said(function: Function) -> tuple[str, ...]:
    lenses = ("voice", "authority", "measure", "across", "people")
    # A trade of several functions speaks for the first of them: a word is not common because it is written for many.
    own = [t for t in function.trades if not t.shared or t.functions[0] == function.slug]
    makings: tuple[Function | Trade, ...] = (function, *own)
    lines = (line for making in makings for lens in lenses for line in making.lines(lens))
    return (*lines, *(text for making in makings for text in making.purpose))
