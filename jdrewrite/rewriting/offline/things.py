"""Whether a job has the work that a new line names: its telling nouns, or others for the same, stand in the duties.

A line may name what every job has (questions, errors, steps, time) anywhere; outages, press releases or territories
only where the job description speaks of such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jdrewrite.catalogue import grades
from jdrewrite.language.model import pipeline
from jdrewrite.language.tagging import tagged
from jdrewrite.rewriting.offline.fit import Job, stems

_VERB = re.compile(r"\[([^\]]+)\]")
_NOUN = "NN"
_WHICH = re.compile(r"\bwhich (?:\w+ and )?(\w+s) \{customers\}")
"""A noun that the tagger takes for a verb: "which outages {customers} report"."""
_MANY = 3
"""Telling nouns of a line from which one may be missing."""
_read: dict[str, frozenset[str]] = {}
"""The telling nouns of the lines that were asked for; no more than the catalogue holds."""


def things_of(lines: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return the stems of the nouns by which each line speaks of a kind of work; what any job has is left out."""
    new = [line for line in lines if line not in _read]
    nlp = pipeline()
    for line, doc in zip(new, tagged(nlp, (nlp.make_doc(_plain(line)) for line in new)), strict=True):
        nouns = [token.text for token in doc if token.tag_.startswith(_NOUN)]
        _read[line] = frozenset(stems([*nouns, *_WHICH.findall(line)])) - _of_any_job()
    return {line: _read[line] for line in lines}


def spoken_of(lines: Sequence[str], job: Job) -> list[str]:
    """Return the lines whose telling nouns a job description has; where there are many, but for one."""
    there = _with_like(job.whole)
    return [line for line, said in things_of(lines).items() if len(said - there) <= (len(said) >= _MANY)]


def _plain(line: str) -> str:
    """Return a line as a sentence that the tagger reads well: with a subject, and those served by a plain word."""
    said = _VERB.sub(lambda m: f"They {m[1].lower()}" if m[1][:1].isupper() else m[1], line)
    return said.replace("{customers}", "people")


def _with_like(words: Iterable[str]) -> frozenset[str]:
    there = frozenset(words)
    return there.union(*(group for group in _alike() if not group.isdisjoint(there)))


@cache
def _of_any_job() -> frozenset[str]:
    return frozenset(stems(grades().any_job.nouns.split()))


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(group.split())) for group in grades().any_job.alike)
