"""Whether a text names others of those served more plainly than the likeliest of them, by which lines name whom."""

from __future__ import annotations

from collections.abc import Mapping

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.candidates import Features
from jdrewrite.analysis.served_word.mentions import Named
from jdrewrite.analysis.served_word.ranking import log_odds

_MORE = 2
"""Lines by which those who stand on all lines of others have to be named more often than these."""


def nearer(best: str, named: Mapping[str, Named], every: Mapping[str, Features]) -> str:
    """Return the likeliest of those served, or whom the text names more plainly and who are nearly as likely.

    Who is never named without others, and these are elsewhere, is named beside them: "safety of children, parents and
    visitors". Of two words for those who buy, the one that the duties have is nearer than one of the employer's.

    Args:
        best: the likeliest.
        named: whom the text names.
        every: those whom it could mean.
    """
    if best not in named:
        return best
    least = log_odds(every[best]) - book().near
    others = [one for one in sorted(named) if one != best and one in every and log_odds(every[one]) > least]
    plainer = [one for one in others if _goes_with(named[best], named[one]) or _is_theirs(best, one, named)]
    return max(plainer, key=lambda one: log_odds(every[one]), default=best)


def _goes_with(one: Named, other: Named) -> bool:
    """Tell whether somebody is named on no line without others, who are named on more."""
    return one.at <= other.at and len(other.at) >= len(one.at) + _MORE


def _is_theirs(best: str, other: str, named: Mapping[str, Named]) -> bool:
    """Tell whether two words name those who buy, and only the second is one of the duties, which serve them."""
    if not {best, other} <= book().buyers:
        return False
    in_duties = {f"{kind} {section}" for kind in ("proved", "bare") for section in ("duties", "measures")}
    return not in_duties & named[best].says.keys() and "proved duties" in named[other].says
