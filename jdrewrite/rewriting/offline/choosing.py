"""Which new line a job gets for a lens: one right for its grade that names only what the job has, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdrewrite.analysis import entry_for
from jdrewrite.catalogue import (
    GENERAL,
    Function,
    Grade,
    Trade,
    asks,
    borne_out,
    for_head,
    for_leaders,
    is_right_for,
)
from jdrewrite.model import Lens
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.danger import speaks_of_danger
from jdrewrite.rewriting.offline.fit import Job, fitness, fittest, words_in
from jdrewrite.rewriting.offline.things import matters, spoken_of
from jdrewrite.rewriting.offline.through import naming_colleagues

GUESS, _LIKELY = 0.3, 0.55
"""Confidence in the function below which a job gets only what holds of every job, and from which its lines are near."""
_FAR, _NEAR = -0.8, 0.0
"""Fitness below which a line speaks of other work, and one that is true of every job is nearer; the second where the
function is hardly more than a guess."""
_OF_A_POOL = 5
"""Lines of one origin among which it is chosen by what each is worth."""
_HANDLED = f"{GENERAL}/handled"
"""What a line about what a job handles is from."""
_HAVE_THE_TEAM: tuple[Lens, ...] = ("voice", "across")
"""Lenses of whose lines a head of a department has the team do what is done first-hand."""


class Post(NamedTuple):
    """What is known of a job when a line is chosen for it."""

    function: Function
    trade: Trade | None
    job: Job
    handled: tuple[Trade, ...]
    """What it has in its hands again and again, whatever its function, the commonest first."""
    grade: Grade
    sure: float
    """Confidence in the function, 0 to 1."""
    named: bool
    """The title names the trade, of a function that is as good as sure, or of several."""
    people: bool
    """The text names those served more than once."""
    known: bool
    """Those served are known: by the text's word, by the user's, or by a kind of work that meets them."""
    met: bool
    """What the role is said to be for or to do names those served."""
    key: str
    """Of those that fit alike, it decides."""
    bidden: bool = False
    """A duty bids to act where there is danger, so that to be allowed to is nothing new."""


def lines_for(lens: Lens, post: Post, *, inside: bool) -> list[Wording]:
    """Return the lines that a job could get for a lens, the nearest first: of its trade, its function, of every job.

    Args:
        lens: for which a line is wanted.
        post: the job.
        inside: the work lands on colleagues, so that the line has to name them.
    """
    pools = (*_in_order(lens, post, inside=inside), (GENERAL, _of_any_job(lens, post, inside=inside)))
    found = [_said(line, lens, post, slug) for slug, pool in pools for line in _fitting(pool, lens, post, slug)]
    return list(dict.fromkeys(found))


def _fitting(pool: list[str], lens: Lens, post: Post, slug: str) -> list[str]:
    """Return the lines of a pool that fit best; what is true of every job fits each as well as the next."""
    key = post.key + lens
    fits = _alike if slug == GENERAL else fitness
    return fittest(pool, post.job, key, fits)[:_OF_A_POOL]


def _alike(_text: str, _job: Job) -> float:
    return 0.0


def _of_any_job(lens: Lens, post: Post, *, inside: bool) -> list[str]:
    """Return the lines that hold of every job and are right for this one."""
    lines = entry_for(GENERAL).lines(lens)
    found = _right(lens, lines, post, inside=inside) or _right(lens, lines, post, inside=False)
    found = [line for line in found if _names(line) is (post.met and post.known)] or found
    if post.grade >= Grade.MANAGER:
        return [line for line in found if for_leaders(line, lens)] or found
    if post.grade >= Grade.HOLDER and lens == "authority":
        return [line for line in found if not asks(line)] or found
    return found


def _pools(lens: Lens, post: Post, *, inside: bool) -> list[tuple[str, list[str]]]:
    """Return the lines of trade and function that are true of the job, with the function that they are from.

    Of a function that is a guess there are none; a trade of several that the title names is then from the first.
    """
    slug = post.function.slug
    known = slug != GENERAL and post.sure >= GUESS
    pools = []
    if post.trade and (known or post.named):
        of_trade = _right(lens, post.trade.lines(lens), _with_its_things(post), inside=inside, named=post.named)
        own = known or not post.trade.shared
        pools.append((slug if own else post.trade.functions[0], of_trade))
    if known:
        pools.append((slug, _near(_right(lens, post.function.lines(lens), post, inside=inside), post)))
    return pools


def _of_matter(pool: list[str], lens: Lens, post: Post) -> list[str]:
    """Return the lines that speak of a matter of the job: all of a trade of several functions that the title names."""
    titled = post.trade.lines(lens) if post.named and post.trade and post.trade.shared else ()
    found = matters(pool, post.job)
    return [line for line in pool if line in found or line in titled]


def _in_order(lens: Lens, post: Post, *, inside: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines, with what they are from, by what is to be preferred: first those about a matter of the job.

    Then comes what the job handles, whatever its function, and last what it has at all: that is a line's matter only
    where the text also says for whom the work is. Where no duty names those served, lines that do not either are
    nearer: readers with the whole text took 19 of 27 of these as they were, and 33 of 75 of the others; of lines that
    hold of any job and name them, 6 of 67. Where the text has no word for them either, 6 of 15 lines of the function
    about a matter of the job were taken, and 3 of 35 lines that hold of any job.
    """
    own = _pools(lens, post, inside=inside)
    of_matter = [(slug, _of_matter(pool, lens, post)) for slug, pool in own]
    in_hand = [(_HANDLED, _in_hand(trade, lens, post)) for trade in post.handled]
    if post.met:
        loose = own if post.people else []
        orders = [*of_matter, *(loose[:1] if post.named else []), *in_hand, *loose]
    else:
        nearer = [(slug, [line for line in pool if not _names(line)]) for slug, pool in of_matter]
        orders = [*nearer, *of_matter, *in_hand] if post.people or post.named else [*nearer, *in_hand, *of_matter]
    if post.grade is Grade.SENIOR and lens == "authority":
        # Somebody senior is trusted to decide; what is only asked for comes second.
        yield from ((of, [line for line in pool if not asks(line)]) for of, pool in orders)
    for of, pool in orders:
        if of == _HANDLED and post.grade is Grade.HOLDER and lens == "authority":
            # Whoever knows the work is not told to point out in it what is theirs to mend.
            yield of, [line for line in pool if not asks(line)]
        yield of, pool


def _in_hand(trade: Trade, lens: Lens, post: Post) -> list[str]:
    """Return the lines about a thing that the job handles which are right for the grade and the job."""
    return [line for line in _right_for_grade(trade.lines(lens), lens, post) if borne_out(line, post.job.items)]


def _names(line: str) -> bool:
    return "{customers}" in line


def _with_its_things(post: Post) -> Post:
    """Return the job with what the purposes of its trade speak of, where the title names a trade of several functions.

    A stage manager has a cast and performances, however little the text says.
    """
    if not (post.named and post.trade and post.trade.shared):
        return post
    job = post.job._replace(words=post.job.words | frozenset(words_in(post.trade.purpose)))
    return post._replace(job=job)


def _right(lens: Lens, lines: Sequence[str], post: Post, *, inside: bool, named: bool = False) -> list[str]:
    """Return the lines that are right for the grade and name only work that the job has."""
    nearer = naming_colleagues(tuple(lines)) if inside else lines
    return spoken_of(_right_for_grade(nearer, lens, post), post.job, named=named)


def _right_for_grade(lines: Sequence[str], lens: Lens, post: Post) -> list[str]:
    """Return the lines that are right for the grade; somebody bidden is given no rights about dangers."""
    safe = [line for line in lines if not speaks_of_danger(line)] if post.bidden and lens == "authority" else lines
    return [line for line in safe if is_right_for(line, lens, post.grade)]


def _near(lines: list[str], post: Post) -> list[str]:
    least = _FAR if post.sure >= _LIKELY else _NEAR
    return [line for line in lines if fitness(line, post.job) >= least]


def _said(line: str, lens: Lens, post: Post, slug: str) -> Wording:
    of_team = post.grade is Grade.HEAD and lens in _HAVE_THE_TEAM
    return Wording(for_head(line) if of_team else line, False, f"{slug}/{lens}", line)
