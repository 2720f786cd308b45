"""Which new line a job gets for a lens: one right for its grade that names only what the job has, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.advice import pick
from jdrewrite.catalogue import GENERAL, Function, Grade, Trade, asks, for_head, for_leaders, is_right_for
from jdrewrite.model import Lens
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.danger import speaks_of_danger
from jdrewrite.rewriting.offline.fit import Job, fitness, fitting, words_in
from jdrewrite.rewriting.offline.things import matters, spoken_of
from jdrewrite.rewriting.offline.through import naming_colleagues

GUESS, _LIKELY = 0.3, 0.55
"""Confidence in the function below which a job gets only what holds of every job, and from which its lines are near."""
_FAR, _NEAR = -0.8, 0.0
"""Fitness below which a line speaks of other work, and one that is true of every job is nearer; the second where the
function is hardly more than a guess."""
_HAVE_THE_TEAM: tuple[Lens, ...] = ("voice", "across")
"""Lenses of whose lines a head of a department has the team do what is done first-hand."""


class Post(NamedTuple):
    """What is known of a job when a line is chosen for it."""

    function: Function
    trade: Trade | None
    job: Job
    grade: Grade
    sure: float
    """Confidence in the function, 0 to 1."""
    named: bool
    """The title names the trade, of a function that is as good as sure, or of several."""
    people: bool
    """The text names those served more than once."""
    met: bool
    """What the role is said to be for or to do names those served."""
    key: str
    """Of those that fit alike, it decides."""
    bidden: bool = False
    """A duty bids to act where there is danger, so that to be allowed to is nothing new."""


def line_for(lens: Lens, post: Post, *, inside: bool) -> Wording | None:
    """Return the line that fits a job best: of its trade, of its function, or of every job; None where none does.

    Args:
        lens: for which a line is wanted.
        post: the job.
        inside: the work lands on colleagues, so that the line has to name them.
    """
    for pool in _in_order(_pools(lens, post, inside=inside), lens, post):
        if pool:
            return _said(fitting(pool, post.job, post.key + lens), lens, post, post.function.slug)
    general = _right(lens, entry_for(GENERAL).lines(lens), post, inside=inside) or _right(
        lens, entry_for(GENERAL).lines(lens), post, inside=False
    )
    general = [line for line in general if _names(line) is post.met] or general
    if post.grade >= Grade.MANAGER:
        general = [line for line in general if for_leaders(line, lens)] or general
    elif post.grade >= Grade.HOLDER and lens == "authority":
        general = [line for line in general if not asks(line)] or general
    # What is true of every job fits each as well as the next.
    return _said(pick(general, post.key + lens), lens, post, GENERAL) if general else None


def _pools(lens: Lens, post: Post, *, inside: bool) -> list[list[str]]:
    """Return the lines of trade and function that are true of the job; of a function that is a guess, none."""
    known = post.function.slug != GENERAL and post.sure >= GUESS
    pools = []
    if known or post.named:
        of_trade = post.trade.lines(lens) if post.trade else ()
        pools.append(_right(lens, of_trade, _with_its_things(post), inside=inside, named=post.named))
    if known:
        pools.append(_near(_right(lens, post.function.lines(lens), post, inside=inside), post))
    return pools


def _of_matter(pool: list[str], lens: Lens, post: Post) -> list[str]:
    """Return the lines that speak of a matter of the job: all of a trade of several functions that the title names."""
    titled = post.trade.lines(lens) if post.named and post.trade and post.trade.shared else ()
    found = matters(pool, post.job)
    return [line for line in pool if line in found or line in titled]


def _in_order(pools: list[list[str]], lens: Lens, post: Post) -> Iterator[list[str]]:
    """Yield the lines by what is to be preferred: those about a matter of the job before those that it has at all.

    What it has no more than once is a line's matter only where the text also says for whom the work is. Where no duty
    names those served, lines that do not either are nearer: readers with the whole text took 19 of 27 of these as they
    were, and 33 of 75 of the others; of lines that hold of any job and name them, 6 of 67.
    """
    of_matter = [_of_matter(pool, lens, post) for pool in pools]
    if post.met:
        orders = [of_matter, pools if post.people else []]
    else:
        orders = [[[line for line in pool if not _names(line)] for pool in of_matter], of_matter]
    if post.grade is Grade.SENIOR and lens == "authority":
        # Somebody senior is trusted to decide; what is only asked for comes second.
        orders = [*([[line for line in pool if not asks(line)] for pool in order] for order in orders), *orders]
    for order in orders:
        yield from order


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
    if post.bidden and lens == "authority":
        nearer = [line for line in nearer if not speaks_of_danger(line)]
    return spoken_of([line for line in nearer if is_right_for(line, lens, post.grade)], post.job, named=named)


def _near(lines: list[str], post: Post) -> list[str]:
    least = _FAR if post.sure >= _LIKELY else _NEAR
    return [line for line in lines if fitness(line, post.job) >= least]


def _said(line: str, lens: Lens, post: Post, slug: str) -> Wording:
    of_team = post.grade is Grade.HEAD and lens in _HAVE_THE_TEAM
    return Wording(for_head(line) if of_team else line, False, f"{slug}/{lens}")
