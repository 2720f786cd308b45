"""Routes a comment to the functions in whose work its cause lies, and to the job descriptions that it touches.

Two sources of evidence: the topics (``topics.toml``), and the words that a comment shares with a job description,
weighed by how few of the job descriptions have them. What neither knows is nobody's, and that is a finding.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from jdrewrite.analysis.function import OTHER, rank
from jdrewrite.voice.topics import Topic, topics

SHOWN = 3
_ENOUGH = 0.7
"""Evidence below which a comment is nobody's."""
_LEAST_SHARED = 2
"""One word in common is chance."""
_NEXT_BEST = 0.75
"""Part of the best function's evidence with which another, of which there is a job description, is taken up."""
_SHARED = 1.6
"""What all words of a comment would weigh if a job description had every one of them."""
_TRADE = 1.4
"""What the words of a trade weigh, if all of them are of one."""
_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_LONGEST = 2_000
"""Characters of a comment that are looked at."""
_STOP = frozenset(
    "the and for with that this have has had was were are not but you your our they them their from what when where "
    "how why who which will would can could should may might been being into onto about after before again more most "
    "very just all any some one two also than then there here his her she him its it's did does don't didn't i'm i've "
    "get got use used using work working need needs make made please help want know customer customers".split()
)


class Job(msgspec.Struct, frozen=True):
    """A job description as far as routing needs it."""

    path: str
    title: str
    function: str
    words: frozenset[str]


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

    def route(self, text: str) -> Route:
        """Return where a comment belongs, with the words that say so."""
        plain = text[:_LONGEST].lower().replace("’", "'")
        found = [(topic, match.group()) for topic in topics() if (match := topic.pattern.search(plain))]
        found.sort(key=lambda pair: (-pair[0].weight, pair[0].id))
        scores, reasons = _weighed(found)
        words = words_of([plain])
        likeness = {job.path: self._likeness(words, job) for job in self._jobs}
        for job in self._jobs:
            if _SHARED * likeness[job.path] > scores[job.function]:
                scores[job.function] = _SHARED * likeness[job.path]
                reasons.setdefault(job.function, _shared_words(words & job.words, self._weights))
        if max(scores.values(), default=0.0) < _ENOUGH:
            self._by_trade(plain, scores, reasons)
        causes = _causes(scores, reasons)
        return Route(
            tuple(topic.id for topic, _ in found),
            causes,
            self._touched(scores, likeness, words, reasons),
            self._nobody(causes, scores),
        )

    def _by_trade(self, text: str, scores: defaultdict[str, float], reasons: dict[str, str]) -> None:
        """Add what the words of the trades say (O*NET's tasks), where neither topics nor job descriptions do."""
        for guess in rank("", [text]):
            if guess.name != OTHER and (not self._functions or guess.name in self._functions):
                scores[guess.name] += _TRADE * guess.confidence
                reasons.setdefault(guess.name, "it uses words of this trade")

    def _likeness(self, words: frozenset[str], job: Job) -> float:
        shared = words & job.words
        if len(shared) < _LEAST_SHARED:
            return 0.0
        # A word that no job description has is as telling as the rarest that one has.
        return sum(self._weights[w] for w in shared) / sum(self._weights.get(w, self._rarest) for w in words)

    def _touched(
        self, scores: dict[str, float], likeness: dict[str, float], words: frozenset[str], reasons: dict[str, str]
    ) -> tuple[Touched, ...]:
        if not self._jobs:
            return ()
        values = {job.path: scores[job.function] + likeness[job.path] for job in self._jobs}
        total = sum(values.values())
        ranked = sorted(self._jobs, key=lambda job: (-values[job.path], job.path))[:SHOWN]
        return tuple(
            Touched(
                job.path,
                job.title,
                round(values[job.path] / total, 3),
                reasons.get(job.function) or _shared_words(words & job.words, self._weights),
            )
            for job in ranked
            if values[job.path] >= _ENOUGH
        )

    def _nobody(self, causes: tuple[Cause, ...], scores: dict[str, float]) -> str:
        if not causes:
            return "no function is known for what it speaks of"
        least = _NEXT_BEST * scores[causes[0].function]
        if self._jobs and not any(scores[c.function] >= least and c.function in self._functions for c in causes):
            return f"its cause lies in {causes[0].function}, and no job description here is of that function"
        return ""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that carry meaning, without the endings of plural and past."""
    return frozenset(_stem(word) for text in texts for word in _WORD.findall(text.lower()) if word not in _STOP)


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


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
    if not ranked or ranked[0][1] < _ENOUGH:
        return ()
    total = sum(math.exp(value) for _, value in ranked)
    return tuple(
        Cause(function, round(math.exp(value) / total, 3), reasons.get(function, ""))
        for function, value in ranked[:SHOWN]
    )


def _shared_words(words: frozenset[str], weights: dict[str, float]) -> str:
    best = sorted(words, key=lambda word: (-weights.get(word, 0.0), word))[:3]
    return f"it shares words with the job description ({', '.join(best)})" if best else ""
