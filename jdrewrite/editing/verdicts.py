"""What is said of a verdict in few words, and what is asked of a person who keeps words that did not pass."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.model import Verdict, told_once

_MOST = 3
"""Facts that are told; of the others their number."""


def approval(verdict: Verdict) -> str:
    """Return in a few words what the judge says of a wording that passed.

    A new line has nothing to lose. Where the organisation's own end is gone, something is lost, and may be.
    """
    if any(fact.check == "agreement" for fact in verdict.warnings):
        return "a new line, with no figure or name made up"
    if any(fact.check == "purpose" for fact in verdict.warnings):
        return "facts kept; the purpose is another" if verdict.added_purpose else "facts kept; the purpose is gone"
    return "nothing lost, nothing invented"


def refusal(verdict: Verdict) -> str:
    """Return in a few words what the judge holds against a wording; what is in doubt is only perhaps so."""
    said = against(verdict)
    more = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return "; ".join(said[:_MOST]) + more


def against(verdict: Verdict) -> list[str]:
    """Return each fact for which a wording did not pass; a whole new line is none that was made up."""
    perhaps = "perhaps " if verdict.doubtful else ""
    new = [fact for fact in verdict.invented if fact.check == "agreement"]
    made_up = [fact for fact in verdict.invented if fact not in new]
    return [
        *(f"{perhaps}lost: {fact.text}" for fact in told_once(verdict.lost)),
        *(f"{perhaps}invented: {fact.text}" for fact in told_once(made_up)),
        *(f"new line, to be agreed with the manager: {fact.text}" for fact in new),
        *(f"{perhaps}changed: {fact.text}" for fact in told_once(verdict.changed, verdict.invented)),
    ]


def overridden(verdict: Verdict | None, reason: str) -> str:
    """Return what is said of words that a person accepted although they did not pass, with the person's reason."""
    if verdict is None:
        said = "Nobody judged it."
    else:
        held = f" ({told})" if (told := refusal(verdict)) else ""
        said = f"The judge {'was in doubt about it' if verdict.doubtful else 'refused it'}{held}."
    return f"{said} Accepted all the same: {reason}"


def question(verdict: Verdict | None) -> str:
    """Return what is asked of a person who wants words to stand that did not pass.

    Args:
        verdict: on the words; None where nobody judged them.
    """
    if verdict is None:
        return "Nobody has judged this wording yet. Why should it stand all the same?"
    return _asked((verdict,), "this wording")


def question_of_lines(verdicts: Sequence[Verdict], count: int) -> str:
    """Return the same of several lines.

    Args:
        verdicts: on those that did not pass, at least one.
        count: lines that were changed.
    """
    doubts = sum(verdict.doubtful for verdict in verdicts)
    refused = len(verdicts) - doubts
    lines = f"of {count} changed lines"
    if not refused or not doubts:
        return _asked(verdicts, f"{len(verdicts)} {lines}")
    first = next(verdict for verdict in verdicts if not verdict.doubtful)
    said = f"The judge refused {refused} {lines} ({refusal(first)}) and is in doubt about {doubts} more."
    return f"{said} Why should they stand all the same?"


def _asked(verdicts: Sequence[Verdict], what: str) -> str:
    """Return the question where all were refused, or all are in doubt."""
    told = refusal(verdicts[0])
    they, them, stand = ("it", "it", "is it") if len(verdicts) == 1 else ("they", "them", "are they")
    if not verdicts[0].doubtful:
        return f"The judge refused {what} ({told}). Why should {they} stand all the same?"
    return (
        f"The judge is in doubt about {what} ({told}). Other words may well say the same, but only a person can tell, "
        f"and whoever reads {them} later wants to know: why {stand} right as written?"
    )
