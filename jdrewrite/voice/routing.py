"""Routes a comment to the functions in whose work its cause lies, and to the job descriptions that it touches.

Evidence comes from the topics (``topics.toml``), from what customers say of the work of each function
(``sayings.toml``), from the duties of a job description, and from the words that it alone shares with a comment. What
none of these explains is nobody's, and that is a finding.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from jdrewrite.language.meaning import encoded
from jdrewrite.voice.meaning import NOBODY, Groups, Likeness, said
from jdrewrite.voice.topics import Topic, topics_in
from jdrewrite.voice.words import typical, words_of

SHOWN = 3
_ENOUGH = 2.5
"""Evidence below which a comment is nobody's."""
_LEAST_SHARED = 2
"""One word in common is chance."""
_AHEAD = 1.5
"""Evidence by which a function without a job description must lead, so that a comment is not given to the next best."""
_SHARED = 1.6
"""What all words of a comment would weigh if a job description had every one of them."""
_MEANING = 14.0
"""What a likeness of 1 to the sayings of a function weighs."""
_DUTY = 3.0
"""What a likeness of 1 to a duty of the job description weighs."""
_TYPICAL = 0.15
"""What log odds of 1 weigh that the words of a comment are typical of a function."""
_MOST_DUTIES = 16
_BATCH = 256
"""Comments that are encoded together."""
_LONGEST = 2_000
"""Characters of a comment that are looked at."""


class Job(msgspec.Struct, frozen=True):
    """A job description as far as routing needs it."""

    path: str
    title: str
    function: str
    words: frozenset[str]
    duties: tuple[str, ...] = ()
    """Purpose and duties, to be likened by their meaning."""


class Cause(msgspec.Struct, frozen=True):
    """A function in whose work the cause of a comment may lie."""

    function: str
    confidence: float
    """0 to 1."""
    reason: str
    """The words of the comment that speak for it."""


class Touched(msgspec.Struct, frozen=True):
    """A job description whose work a comment touches."""

    path: str
    title: str
    confidence: float
    reason: str


class Route(msgspec.Struct, frozen=True):
    """Where a comment belongs."""

    topics: tuple[str, ...]
    """Ids, the weightiest first."""
    causes: tuple[Cause, ...]
    """Up to three, the likeliest first; empty for what nobody knows."""
    jobs: tuple[Touched, ...] = ()
    nobody: str = ""
    """Why the comment is nobody's; empty where it is somebody's."""


class Router:
    """Routes comments among a set of job descriptions, or among functions alone."""

    def __init__(self, jobs: Sequence[Job] = ()) -> None:
        self._jobs = jobs
        self._functions = {job.function for job in jobs}
        counts = Counter(word for job in jobs for word in job.words)
        self._weights = {word: math.log(1 + len(jobs) / count) for word, count in counts.items()}
        self._rarest = math.log(1 + len(jobs))
        self._duties = Groups({job.path: job.duties[:_MOST_DUTIES] for job in jobs}, 1)

    def route(self, text: str) -> Route:
        """Return where a comment belongs, with the words that say so."""
        return self.route_all([text])[0]

    def route_all(self, texts: Sequence[str]) -> list[Route]:
        """Route many comments, in order: together they are encoded in a fraction of the time."""
        routes: list[Route] = []
        for begin in range(0, len(texts), _BATCH):
            part = texts[begin : begin + _BATCH]
            vectors = encoded(part)
            routes += map(self._route, part, said().near(vectors), self._duties.near(vectors))
        return routes

    def _route(self, text: str, near: dict[str, Likeness], duties: dict[str, Likeness]) -> Route:
        plain = text[:_LONGEST].lower().replace("’", "'")
        found = topics_in(plain)
        scores, reasons = _weighed(found)
        for name, like in near.items():
            scores[name] += max(0.0, _MEANING * like.value)
            reasons.setdefault(name, f"it is like “{like.text}”")
        words = words_of([plain])
        for name, odds in typical(words).items():
            scores[name] += _TYPICAL * odds
        fits = {job.path: self._fit(words, job, duties.get(job.path)) for job in self._jobs}
        nothing = scores.pop(NOBODY, 0.0)
        own = {job.path: scores[job.function] + fits[job.path] for job in self._jobs}
        nobody = self._nobody(scores, own, nothing)
        for job in self._jobs:
            scores[job.function] = max(scores[job.function], own[job.path])
        causes = _causes(scores, reasons) if max(scores.values(), default=0.0) >= max(_ENOUGH, nothing) else ()
        return Route(tuple(topic.id for topic, _ in found), causes, self._touched(own, words, reasons), nobody)

    def _fit(self, words: frozenset[str], job: Job, duty: Likeness | None) -> float:
        """Return what speaks for one job description beside its function."""
        return _SHARED * self._likeness(words, job) + (_DUTY * max(0.0, duty.value) if duty else 0.0)

    def _likeness(self, words: frozenset[str], job: Job) -> float:
        shared = words & job.words
        if len(shared) < _LEAST_SHARED:
            return 0.0
        # A word that no job description has is as telling as the rarest that one has.
        return sum(self._weights[w] for w in shared) / sum(self._weights.get(w, self._rarest) for w in words)

    def _touched(self, own: dict[str, float], words: frozenset[str], reasons: dict[str, str]) -> tuple[Touched, ...]:
        total = sum(math.exp(value) for value in own.values())
        ranked = sorted(self._jobs, key=lambda job: (-own[job.path], job.path))[:SHOWN]
        return tuple(
            Touched(
                job.path,
                job.title,
                round(math.exp(own[job.path]) / total, 3),
                reasons.get(job.function) or _shared_words(words & job.words, self._weights),
            )
            for job in ranked
            if own[job.path] >= _ENOUGH
        )

    def _nobody(self, scores: dict[str, float], own: dict[str, float], nothing: float) -> str:
        """Return why a comment is nobody's; empty where it is somebody's."""
        best = max(scores, key=lambda name: scores[name], default="")
        mine, most = max(own.values(), default=0.0), scores.get(best, 0.0)
        if max(mine, most) < max(_ENOUGH, nothing):
            return "no function is known for what it speaks of"
        if self._jobs and mine < max(most - _AHEAD, nothing):
            return f"its cause lies in {best}, and no job description here is of that function"
        return ""


def _weighed(found: Sequence[tuple[Topic, str]]) -> tuple[defaultdict[str, float], dict[str, str]]:
    scores: defaultdict[str, float] = defaultdict(float)
    reasons: dict[str, str] = {}
    for topic, words in found:
        for function, share in topic.causes.items():
            scores[function] += topic.weight * share
            if share >= 0.3:
                reasons.setdefault(function, f"{topic.name} (“{words.strip()}”)")
    return scores, reasons


def _causes(scores: dict[str, float], reasons: dict[str, str]) -> tuple[Cause, ...]:
    ranked = sorted(((f, s) for f, s in scores.items() if s > 0), key=lambda item: (-item[1], item[0]))
    total = sum(math.exp(value) for _, value in ranked)
    return tuple(
        Cause(function, round(math.exp(value) / total, 3), reasons.get(function, ""))
        for function, value in ranked[:SHOWN]
    )


def _shared_words(words: frozenset[str], weights: dict[str, float]) -> str:
    best = sorted(words, key=lambda word: (-weights.get(word, 0.0), word))[:3]
    return f"it shares words with the job description ({', '.join(best)})" if best else ""
