"""Which duties an effect on those served is most telling of."""

from __future__ import annotations

from collections.abc import Iterable

from jdrewrite.model import Statement
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.sources import Sources


def most_telling(statements: Iterable[Statement], sources: Sources) -> list[Statement]:
    """Return the statements to which an effect can be added, the most telling first.

    Those that name three things or more stand behind all others, for one effect seldom is that of all: of 102 on such
    lines readers took 36 % as they were, of 137 on lines with two 57 %, of 25 on others 68 %. So do those with an aim;
    behind them stand minor duties and those of three acts.

    Args:
        statements: duties in reading order.
        sources: what the catalogue knows of them.
    """
    found: list[tuple[bool, bool, float, int, Statement]] = []
    for n, s in enumerate(statements):
        a = anatomy(s.text)
        says_nothing = s.labels.frame == "neutral" and not s.labels.sight
        if says_nothing and a.takes_an_effect:
            found += [(a.is_last_choice, a.is_minor, -source.rank, n, s) for source in sources.outputs(s)[:1]]
    return [s for *_, s in sorted(found, key=lambda each: each[:4])]
