"""Whether a text names others of those served more plainly than the likeliest of them, by which lines name whom."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.candidates import Features
from jdrewrite.analysis.served_word.mentions import Named
from jdrewrite.analysis.served_word.ranking import log_odds

_MORE = 2
"""Lines by which those who stand on all lines of others have to be named more often than these."""


def nearer(best: str, named: Mapping[str, Named], every: Mapping[str, Features]) -> str:
    """Return the likeliest of those served, or whom the text names more plainly and who are nearly as likely.

    Who is never named without others, and these are elsewhere, is named beside them: "safety of children, parents and
    visitors". Whom the role talks with gives way to those whom it teaches or cares for. Of two words for those who
    buy, the one that the duties have is nearer than one of the employer's.

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
    if not plainer and _is_talked_with(named[best]):
        least = log_odds(every[best]) - book().talked
        done_for = [one for one in sorted(named) if one in every and _is_done_for(named[one])]
        plainer = [one for one in done_for if log_odds(every[one]) > least]
    return max(plainer, key=lambda one: log_odds(every[one]), default=best)


def met_first(
    best: Sequence[str], every: Mapping[str, Features], receive: Mapping[str, float], named: Mapping[str, Named]
) -> str:
    """Return others of those served who are nearly as likely, and plainly likelier to receive the work first-hand.

    Where a school speaks of parents and of the pupils whom the job teaches, these are whom it serves. Empty for nobody.

    Args:
        best: the likeliest; two of a pair.
        every: those whom the text could mean.
        receive: how likely each receives the work, in log-odds.
        named: whom the text names.
    """
    at = book().first_hand
    theirs = [one for one in best if one in named and one in every and one in receive]
    if not theirs:
        return ""
    near = max(log_odds(every[one]) for one in theirs) - at.near
    ahead = max(at.least, max(receive[one] for one in theirs) + at.ahead)
    others = named.keys() & every.keys() - {*best} - at.vague
    met = [one for one in sorted(others) if receive.get(one, -math.inf) >= ahead and log_odds(every[one]) > near]
    return max(met, key=lambda one: receive[one], default="")


def _goes_with(one: Named, other: Named) -> bool:
    """Tell whether somebody is named on no line without others, who are named on more."""
    return one.at <= other.at and len(other.at) >= len(one.at) + _MORE


def _is_talked_with(one: Named) -> bool:
    """Tell whether every line that names somebody only talks or meets with them: "talk with parents about progress"."""
    return "end" not in one.says and 0 < one.lines <= sum(one.says.get(f"< {word}", 0) for word in book().talking)


def _is_done_for(one: Named) -> bool:
    """Tell whether a duty or the purpose does something for somebody that is work for them: teaches, cares, helps."""
    return "end" in one.says and not {"proved duties", "proved purpose"}.isdisjoint(one.says)


def _is_theirs(best: str, other: str, named: Mapping[str, Named]) -> bool:
    """Tell whether two words name those who buy, and only the second is one of the duties, which serve them."""
    if not {best, other} <= book().buyers:
        return False
    in_duties = {f"{kind} {section}" for kind in ("proved", "bare") for section in ("duties", "measures")}
    return not in_duties & named[best].says.keys() and "proved duties" in named[other].says
