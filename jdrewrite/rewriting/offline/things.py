"""Whether a job has the work that a new line names: its telling nouns, or others for the same, stand in the duties.

A line may name what every job has (questions, errors, steps, time) anywhere; outages, press releases or territories
only where the job description speaks of such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from jdrewrite.analysis.spoken import words_in
from jdrewrite.catalogue import borne_out, filled, grades, noun_forms, singular, verb_forms, with_verbs
from jdrewrite.language.model import pipeline
from jdrewrite.language.tagging import tagged
from jdrewrite.rewriting.offline.fit import Job

_NOUN = "NN"
_WHICH = re.compile(r"\bwhich (?:\w+ and )?(\w+s) \{customers\}")
"""A noun that the tagger takes for a verb: "which outages {customers} report"."""
_MANY = 4
"""Telling nouns of a line from which one may be missing."""
_LONG = 14
"""Things that a role is said to do above which a text is long."""
_read: dict[str, frozenset[str]] = {}
"""The telling nouns of the lines that were asked for; no more than the catalogue holds."""


def things_of(lines: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return the nouns, in the singular, by which each line speaks of a kind of work; what any job has is left out."""
    new = [line for line in lines if line not in _read]
    nlp = pipeline()
    for line, doc in zip(new, tagged(nlp, (nlp.make_doc(_plain(line)) for line in new)), strict=True):
        nouns = [token.text for token in doc if token.tag_.startswith(_NOUN)]
        _read[line] = _nouns(nouns + _WHICH.findall(line)) - _of_any_job()
    return {line: _read[line] for line in lines}


def spoken_of(lines: Sequence[str], job: Job, *, named: bool = False) -> list[str]:
    """Return the lines whose telling nouns a job description has; where there are many, but for one.

    What else a line speaks of that not every job of its function has must be borne out, whatever the title names.

    Args:
        lines: of the catalogue.
        job: what the job description speaks of.
        named: the title names the very trade of the lines, which has one of their things if the text is silent on it.
    """
    least = 1 if named else _MANY
    of_the_job = [line for line in lines if borne_out(line, job.items)]
    return [line for line, said in things_of(of_the_job).items() if _missing(said, job) <= (len(said) >= least)]


def matters(lines: Sequence[str], job: Job) -> list[str]:
    """Return the lines that speak of a matter of the job: one of their telling nouns stands there again and again.

    Of 203 lines whose commonest noun a role (or its title) had no more than once, readers with the whole text, on
    sources that nobody had worked from, took 37 % as they were and refused 28 %; of 285 whose noun it had three times,
    60 and 12 %.

    Args:
        lines: of the catalogue.
        job: what the job description speaks of.
    """
    least = often(job)
    return [line for line, said in things_of(lines).items() if any(_times(t, job) >= least for t in said)]


def often(job: Job) -> int:
    """Return how many of the things that a role is said to do must speak of something that is a matter of the job."""
    return 2 if len(job.told) <= _LONG else 3


def _times(thing: str, job: Job) -> int:
    """Return how many things that a role is said to do name a thing."""
    words = _words_for(thing)
    return sum(not words.isdisjoint(told) for told in job.told)


def _missing(things: frozenset[str], job: Job) -> int:
    """Return how many things a job description does not speak of, by no form of a word for them."""
    return sum(job.words.isdisjoint(_words_for(thing)) for thing in things)


def _plain(line: str) -> str:
    """Return a line as a sentence that the tagger reads well: with a subject, and those served by a plain word."""
    said = with_verbs(line, lambda verb: f"They {verb.lower()}" if verb[:1].isupper() else verb)
    return filled(said, "people")


@lru_cache(maxsize=4096)
def _words_for(thing: str) -> frozenset[str]:
    """Return all forms of a noun, of the verb that is spelled like it, and of the nouns that stand for the same."""
    like = {thing}.union(*(group for group in _alike() if thing in group))
    return frozenset().union(*(noun_forms(word) | verb_forms(word) for word in like))


def _nouns(words: Sequence[str]) -> frozenset[str]:
    return frozenset(singular(word) for word in words_in(words))


@cache
def _of_any_job() -> frozenset[str]:
    return _nouns(grades().any_job.nouns.split())


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(_nouns(group.split()) for group in grades().any_job.alike)
