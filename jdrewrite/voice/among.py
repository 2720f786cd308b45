"""Weighs a comment among the job descriptions of one house: whose work could prevent it, or is it nobody's here?

The weights are those of a multinomial logistic model, fitted to the comments on the examples and on four small firms,
so that the confidence of a route means what it says. What a job description says itself weighs as much as what
customers say of the work of its function: in a small firm the function is often only the next best.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.voice.meaning import NOBODY, Groups, Likeness
from jdrewrite.voice.words import telling

if TYPE_CHECKING:
    from jdrewrite.language.meaning import Vectors

_SAYING, _TOPIC, _TYPICAL = 7.4, 1.2, 0.27
"""What its functions say: a likeness of 1 to its sayings, a topic of weight 1, log odds of 1 of its words."""
_DUTY, _TITLE, _WORDS = 6.8, 5.5, 5.6
"""What the job description says: a likeness of 1 to its two nearest duties, to its title, all words in common."""
_NOBODY, _NOBODYS_SAYING = 0.9, 6.8
_LITTLE = 0.2
"""Share of what the words of a comment tell below which a job description shares little of it."""
_FAR_LESS = 0.5
_LIKELY = 0.1
"""Confidence from which another function than the first is taken to be there."""
_MOST_DUTIES = 16
_COPY = 0.9
"""Of the words of two job descriptions of one title so many stand in both where one is a copy of the other."""

_KNOWN = 0.25
"""Confidence from which the function of a job description is known."""


class Job(msgspec.Struct, frozen=True):
    """A job description as far as routing needs it."""

    path: str
    title: str
    function: str
    words: frozenset[str]
    duties: tuple[str, ...] = ()
    """Purpose and duties, to be likened by their meaning."""
    guesses: tuple[tuple[str, float], ...] = ()
    """Functions that it may belong to with their confidence; the one that is named where there are none."""

    @property
    def functions(self) -> tuple[tuple[str, float], ...]:
        """Functions with their parts in it, which make 1 together."""
        total = sum(confidence for _, confidence in self.guesses)
        return tuple((name, part / total) for name, part in self.guesses) if total else ((self.function, 1.0),)


def without_copies(jobs: Sequence[Job]) -> list[Job]:
    """Return the job descriptions without those that repeat one before them, in another format say.

    Copies would share what speaks for the one job among them, until none is likely enough to be named.
    """
    kept: dict[str, list[Job]] = {}
    told: set[tuple[str, frozenset[str]]] = set()
    found: list[Job] = []
    for job in jobs:
        same = kept.setdefault(" ".join(job.title.casefold().split()), [])
        told_before = bool(job.duties) and (job.function, job.words) in told
        if told_before or any(_alike(job, other) for other in same):
            continue
        told.add((job.function, job.words))
        same.append(job)
        found.append(job)
    return found


def _alike(job: Job, other: Job) -> bool:
    """Tell whether two job descriptions of one title say the same, but for how a format cuts it."""
    both = job.words & other.words
    return job.function == other.function and len(both) >= _COPY * len(job.words | other.words) > 0


class Evidence(msgspec.Struct, frozen=True):
    """What speaks for each function in one comment."""

    near: Mapping[str, Likeness]
    """To the sayings of each function."""
    topics: Mapping[str, float]
    odds: Mapping[str, float]
    words: frozenset[str]
    spoken: Mapping[str, str] = {}
    """How the comment has each of its words."""


class Among:
    """The job descriptions of one house."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        """Take the job descriptions; none is allowed, and then nothing is likened."""
        self.jobs = jobs
        self.functions = frozenset(
            name for job in jobs for name, sure in ((job.function, 1.0), *job.guesses) if sure >= _LIKELY
        )
        self.known = all(job.guesses[0][1] >= _KNOWN for job in jobs if job.guesses)
        """Whether the function of each is known well enough to tell which ones are missing."""
        counts = Counter(word for job in jobs for word in job.words)
        self._weights = {word: math.log(1 + len(jobs) / count) * telling(word) for word, count in counts.items()}
        self._rarest = math.log(1 + len(jobs))
        self._duties = Groups({job.path: job.duties[:_MOST_DUTIES] for job in jobs}, 2)
        self._titles = Groups({job.path: (job.title,) for job in jobs if job.title}, 1)

    def near(self, vectors: Vectors) -> list[tuple[dict[str, Likeness], dict[str, Likeness]]]:
        """Return for each comment how near it is to the duties and to the title of each job description, by path."""
        return list(zip(self._duties.near(vectors), self._titles.near(vectors), strict=True))

    def shares(
        self, evidence: Evidence, near: tuple[dict[str, Likeness], dict[str, Likeness]]
    ) -> tuple[dict[str, float], float]:
        """Return how likely each job description is the right one, by path, and how likely none is; together 1."""
        duties, titles = near
        mean = _mean([like.value for name, like in evidence.near.items() if name != NOBODY])
        scores = {
            job.path: sum(part * _function(name, evidence, mean) for name, part in job.functions)
            + _DUTY * _value(duties.get(job.path))
            + _TITLE * _value(titles.get(job.path))
            + _WORDS * self._in_common(evidence.words, job)
            for job in self.jobs
        }
        nobody = _NOBODY + _NOBODYS_SAYING * _value(evidence.near.get(NOBODY))
        most = max((nobody, *scores.values()))
        parts = {path: math.exp(score - most) for path, score in scores.items()}
        rest = math.exp(nobody - most)
        total = rest + sum(parts.values())
        return {path: part / total for path, part in parts.items()}, rest / total

    def shared(self, evidence: Evidence, job: Job) -> str:
        """Return the most telling words that a comment shares with a job description, as a reason.

        A word that tells far less than the first is none; where there is little else, that is said.
        """
        both = evidence.words & job.words
        best = sorted(both, key=lambda word: (-self._weights[word], word))[:3]
        best = [word for word in best if self._weights[word] >= _FAR_LESS * self._weights[best[0]]]
        told = ", ".join(evidence.spoken.get(word, word) for word in best)
        if not best:
            return ""
        if self._in_common(evidence.words, job) < _LITTLE:
            return f"it shares little with the job description (only {told})"
        return f"it shares words with the job description ({told})"

    def _in_common(self, words: frozenset[str], job: Job) -> float:
        # A word that no job description has is as telling as the rarest that one has.
        whole = sum(self._weights[w] if w in self._weights else self._rarest * telling(w) for w in words)
        return sum(self._weights[w] for w in words & job.words) / whole if whole else 0.0


def _function(name: str, evidence: Evidence, mean: float) -> float:
    """Return what a function says for a comment; of one that has no sayings a mean likeness is taken."""
    said = evidence.near[name].value if name in evidence.near else mean
    return _SAYING * said + _TOPIC * evidence.topics.get(name, 0.0) + _TYPICAL * evidence.odds.get(name, 0.0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _value(like: Likeness | None) -> float:
    return like.value if like else 0.0
