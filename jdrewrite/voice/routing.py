"""Routes a comment to the functions in whose work its cause lies, and to the job descriptions that it touches.

Evidence comes from the topics (``topics.toml``), from what customers say of the work of each function
(``sayings.toml``), and among job descriptions from what they say themselves (``among``). What none of these explains,
or what could be anybody's, is nobody's, and that is a finding.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from jdrewrite.language.meaning import encoded
from jdrewrite.voice.among import Among, Evidence, Job, without_copies
from jdrewrite.voice.meaning import NOBODY, Likeness, said
from jdrewrite.voice.topics import Topic, topics_in
from jdrewrite.voice.words import spoken, typical, words_of

__all__ = ["Cause", "Job", "Route", "Router", "Touched"]

SHOWN = 3
_ENOUGH = 2.5
"""Evidence below which a comment is nobody's."""
_SURE = 0.3
"""Confidence below which a job description is not named: rather than guess, it is said that somebody should read."""
_SURE_FUNCTION = 0.2
"""The same for a function among the 34."""
_SURE_BY_LIKENESS, _SURE_FUNCTION_BY_LIKENESS = 0.4, 0.3
"""The same two where nothing but a likeness speaks for it: no topic, and no word of the job description."""
_AHEAD = 2.5
"""Evidence by which a function without a job description must lead, so that a comment is not given to the next best."""
_MEANING = 14.0
"""What a likeness of 1 to the sayings of a function weighs."""
_TYPICAL = 0.15
"""What log odds of 1 weigh that the words of a comment are typical of a function."""
_LIKE = "it is like"
_BATCH = 256
"""Comments that are encoded together."""
_LONGEST = 2_000
"""Characters of a comment that are looked at."""


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

    @property
    def sure(self) -> float:
        """How sure it is of the first job description, or of the first function where it goes to none; 0 to 1."""
        if self.jobs and not self.nobody:
            return self.jobs[0].confidence
        return self.causes[0].confidence if self.causes else 0.0


class Router:
    """Routes comments among a set of job descriptions, or among functions alone."""

    def __init__(self, jobs: Sequence[Job] = ()) -> None:
        self._jobs = without_copies(jobs)
        self._among = Among(self._jobs)
        self.copies = len(jobs) - len(self._jobs)
        """Job descriptions that repeat one before them; that one is named in their place."""

    def route(self, text: str) -> Route:
        """Return where a comment belongs, with the words that say so."""
        return self.route_all([text])[0]

    def route_all(self, texts: Sequence[str]) -> list[Route]:
        """Route many comments, in order: together they are encoded in a fraction of the time."""
        routes: list[Route] = []
        for begin in range(0, len(texts), _BATCH):
            part = texts[begin : begin + _BATCH]
            vectors = encoded(part)
            routes += map(self._route, part, said().near(vectors), self._among.near(vectors))
        return routes

    def _route(
        self, text: str, near: dict[str, Likeness], own: tuple[dict[str, Likeness], dict[str, Likeness]]
    ) -> Route:
        plain = text[:_LONGEST].lower().replace("’", "'")
        found = topics_in(plain)
        topics, reasons = _weighed(found)
        words = words_of([plain])
        evidence = Evidence(near, topics, typical(words), words, spoken(plain))
        for name, like in near.items():
            reasons.setdefault(name, f"{_LIKE} “{like.text}”")
        scores = _scores(evidence)
        ids = tuple(topic.id for topic, _ in found)
        nothing = scores.pop(NOBODY, 0.0)
        causes = _causes(scores, reasons, nothing)
        known = max(scores.values(), default=0.0) >= max(_ENOUGH, nothing)
        if not self._jobs:
            return Route(ids, causes, (), "" if causes else _SEVERAL if known else _UNKNOWN)
        return self._among_jobs(ids, causes, scores, evidence, reasons, own)

    def _among_jobs(
        self,
        ids: tuple[str, ...],
        causes: tuple[Cause, ...],
        scores: dict[str, float],
        evidence: Evidence,
        reasons: dict[str, str],
        own: tuple[dict[str, Likeness], dict[str, Likeness]],
    ) -> Route:
        shares, none = self._among.shares(evidence, own)
        touched = self._touched(shares, evidence, reasons)
        here = max((scores.get(name, 0.0) for name in self._among.functions), default=0.0)
        away = max((f for f in scores if f not in self._among.functions), key=lambda f: scores[f], default="")
        if causes and self._among.known and scores.get(away, 0.0) > here + _AHEAD:
            nobody = f"its cause lies in {away}, and no job description here is of that function"
            return Route(ids, causes, touched, nobody)
        first = shares[touched[0].path]
        if first < max(_SURE_BY_LIKENESS if touched[0].reason.startswith(_LIKE) else _SURE, none):
            return Route(ids, (), touched, _SEVERAL if none < first else _UNKNOWN)
        return Route(ids, self._functions(shares, touched, reasons), touched)

    def _touched(self, shares: dict[str, float], evidence: Evidence, reasons: dict[str, str]) -> tuple[Touched, ...]:
        ranked = sorted(self._jobs, key=lambda job: (-shares[job.path], job.path))[:SHOWN]
        return tuple(
            Touched(
                job.path,
                job.title,
                round(shares[job.path], 3),
                self._among.shared(evidence, job) or _no_word(reasons.get(job.function, "")),
            )
            for job in ranked
        )

    def _functions(
        self, shares: dict[str, float], touched: tuple[Touched, ...], reasons: dict[str, str]
    ) -> tuple[Cause, ...]:
        """Return the functions of the job descriptions that are likely, that of the likeliest first."""
        by_path = {job.path: job.function for job in self._jobs}
        order = dict.fromkeys(by_path[each.path] for each in touched)
        why = {by_path[each.path]: each.reason for each in reversed(touched)}
        sums = {name: sum(share for path, share in shares.items() if by_path[path] == name) for name in order}
        # Words in common say more than a saying that is merely the nearest.
        told = {name: "" if reasons.get(name, "").startswith(_LIKE) else reasons.get(name, "") for name in order}
        return tuple(Cause(name, round(sums[name], 3), told[name] or why[name]) for name in order)


def _no_word(reason: str) -> str:
    """Return a reason that holds for the function, and says that the job description itself has no word of it."""
    return f"{reason}; no word of it stands in the job description" if reason else ""


_UNKNOWN = "no function is known for what it speaks of"
_SEVERAL = "it could be the work of several: somebody should read it"


def _scores(evidence: Evidence) -> dict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float, evidence.topics)
    for name, like in evidence.near.items():
        scores[name] += max(0.0, _MEANING * like.value)
    for name, odds in evidence.odds.items():
        scores[name] += _TYPICAL * odds
    return dict(scores)


def _weighed(found: Sequence[tuple[Topic, str]]) -> tuple[defaultdict[str, float], dict[str, str]]:
    scores: defaultdict[str, float] = defaultdict(float)
    reasons: dict[str, str] = {}
    for topic, words in found:
        for function, share in topic.causes.items():
            scores[function] += topic.weight * share
            if share >= 0.3:
                reasons.setdefault(function, f"{topic.name} (“{words.strip()}”)")
    return scores, reasons


def _causes(scores: Mapping[str, float], reasons: Mapping[str, str], nothing: float) -> tuple[Cause, ...]:
    """Return the likeliest functions; none where the evidence is thin, is as good for nobody, or speaks for many."""
    ranked = sorted(((f, s) for f, s in scores.items() if s > 0 and f != NOBODY), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < max(_ENOUGH, nothing):
        return ()
    total = sum(math.exp(value) for _, value in ranked)
    found = tuple(
        Cause(function, round(math.exp(value) / total, 3), reasons.get(function, ""))
        for function, value in ranked[:SHOWN]
    )
    thin = found[0].reason.startswith(_LIKE)
    return found if found[0].confidence >= (_SURE_FUNCTION_BY_LIKENESS if thin else _SURE_FUNCTION) else ()
