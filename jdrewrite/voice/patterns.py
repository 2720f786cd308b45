"""What the comments say together: by function and topic, how often, in which words, and how it changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from jdrewrite.analysis.english import language_of_answer
from jdrewrite.voice.comments import Comment
from jdrewrite.voice.praise import is_praise
from jdrewrite.voice.routing import Route, Router
from jdrewrite.voice.topics import topics

_QUOTES = 3
_LONGEST = 220


class Routed(msgspec.Struct, frozen=True):
    """A comment, and where it belongs."""

    comment: Comment
    route: Route


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """A topic as it occurs in a function."""

    topic: str
    name: str
    count: int
    quotes: tuple[str, ...]
    prevent: str


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """What reaches one function."""

    function: str
    count: int
    themes: tuple[Theme, ...]
    """What could be prevented, the most frequent first."""
    praise: int
    """Comments that praise and blame nothing; they belong to no theme."""
    praised: tuple[str, ...]
    """Some of them."""
    sure: float
    """Mean confidence, 0 to 1, in the job description that is named first; in this function where none is named."""
    months: dict[str, int]
    """Comments by month (``2026-11``), of those with a day."""
    jobs: dict[str, int]
    """Job descriptions whose work is touched, by path: how many comments name each first."""
    jobs_sure: dict[str, float]
    """Mean confidence, 0 to 1, in each of these."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was heard."""

    comments: int
    """Those of the patterns, those that are nobody's, and the praise beside them, each counted once."""
    patterns: tuple[Pattern, ...]
    """The function with most comments first."""
    away: dict[str, int]
    """How many comments of a pattern lie in a function of which no job description is here; they are in its count."""
    nobody: dict[str, int]
    """Why comments are nobody's, and how many; praise is not among them."""
    orphans: tuple[str, ...]
    """Some of those comments."""
    praise: int
    """Comments that praise, and of which it is not known whose work they praise."""
    praised: tuple[str, ...]
    """Some of them."""
    titles: dict[str, str]
    """Titles of the job descriptions by path."""


def routed(comments: Sequence[Comment], router: Router) -> list[Routed]:
    """Route all comments, in order; one in another language than English is nobody's, and that is its reason."""
    routes = router.route_all([comment.text for comment in comments])
    return [Routed(comment, _foreign(comment) or route) for comment, route in zip(comments, routes, strict=True)]


def _foreign(comment: Comment) -> Route | None:
    language = language_of_answer(comment.text)
    return Route((), (), (), f"it is in {language}, and only English is read") if language else None


def heard(found: Sequence[Routed]) -> Voice:
    """Return the patterns of routed comments."""
    by_function: defaultdict[str, list[Routed]] = defaultdict(list)
    for each in found:
        if each.route.causes:
            by_function[each.route.causes[0].function].append(each)
    # Where no job description is of the function, it is known all the same whose a comment is.
    unrouted = [each for each in found if not each.route.causes]
    praise = [each.comment.text for each in unrouted if is_praise(each.comment.text)]
    orphans = [each for each in unrouted if not is_praise(each.comment.text)]
    away = Counter(each.route.causes[0].function for each in found if each.route.causes and each.route.nobody)
    patterns = [_pattern(function, part) for function, part in by_function.items()]
    return Voice(
        comments=len(found),
        patterns=tuple(sorted(patterns, key=lambda p: (-p.count, p.function))),
        away=dict(away.most_common()),
        nobody=dict(Counter(each.route.nobody for each in orphans).most_common()),
        orphans=_quotes([each.comment.text for each in orphans], 2 * _QUOTES),
        praise=len(praise),
        praised=_quotes(praise, _QUOTES),
        titles={job.path: job.title for each in found for job in each.route.jobs},
    )


def _pattern(function: str, part: Sequence[Routed]) -> Pattern:
    by_topic: defaultdict[str, list[str]] = defaultdict(list)
    praise = [each.comment.text for each in part if is_praise(each.comment.text)]
    for each in part:
        if is_praise(each.comment.text):
            continue
        by_topic[_topic_for(function, each.route)].append(each.comment.text)
    known = {topic.id: topic for topic in topics()}
    themes = [
        Theme(
            topic=name,
            name=known[name].name if name else "other matters",
            count=len(texts),
            quotes=_quotes(texts, _QUOTES),
            prevent=known[name].prevent if name else "Read these with those who do the work",
        )
        for name, texts in by_topic.items()
    ]
    first = [job for each in part if not each.route.nobody for job in each.route.jobs[:1]]
    jobs = Counter(job.path for job in first)
    months = Counter(each.comment.day[:7] for each in part if each.comment.day)
    return Pattern(
        function=function,
        count=len(part),
        themes=tuple(sorted(themes, key=lambda t: (-t.count, t.topic))),
        praise=len(praise),
        praised=_quotes(praise, _QUOTES),
        sure=_mean([each.route.sure for each in part]),
        months=dict(sorted(months.items())),
        jobs=dict(sorted(jobs.items(), key=lambda item: (-item[1], item[0]))),
        jobs_sure={path: _mean([job.confidence for job in first if job.path == path]) for path in sorted(jobs)},
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3)


def _topic_for(function: str, route: Route) -> str:
    """Return the weightiest topic that led to this function; empty where words alone did."""
    known = {topic.id: topic for topic in topics()}
    led = [name for name in route.topics if known[name].causes.get(function, 0.0) > 0]
    return max(led, key=lambda name: known[name].weight * known[name].causes[function], default="")


def _quotes(texts: Sequence[str], most: int) -> tuple[str, ...]:
    """Return some distinct texts, those of a middle length first: they say enough, and are read."""
    distinct = sorted(dict.fromkeys(texts), key=lambda text: (abs(len(text) - 110), text))[:most]
    return tuple(t if len(t) <= _LONGEST else f"{t[:_LONGEST].rsplit(' ', 1)[0]} ..." for t in distinct)
