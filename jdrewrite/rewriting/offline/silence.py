"""Says why the offline engine leaves a statement, or a whole job description, as it is."""

from __future__ import annotations

import re
from collections import Counter

from jdrewrite.language.lead import lead
from jdrewrite.model import DUTY_SECTIONS, Assessment, BlockKind, Statement
from jdrewrite.rewriting.offline.anatomy import LONG, SHORT, anatomy
from jdrewrite.rewriting.offline.parts import parts

NO_ROLE = "no statement says what the role does"
SERVES = "the statements say already what good the work does"
HAS_END = "the statements give an end of their own"
NO_ACT = "the statements are fragments, lists or notes, and no whole acts of the role"
TOO_SHORT = "the statements are too short to add to"
TOO_LONG = "the statements are too long to add to"
PACKED = "several duties stand together in a sentence, and no effect is that of all of them"
NOBODY = "the text does not say whom the work serves, and what comes of it depends on who that is"
UNKNOWN = "of what is known to come of such work, nothing is sure enough to be written into a line"

WAY_OUT = {
    NO_ROLE: "write what the role does, one duty a line",
    NO_ACT: "write each duty as what somebody does with what",
    TOO_SHORT: "say in each what is done with what",
    TOO_LONG: "give each duty a line of its own",
    PACKED: "give each duty a line of its own",
    NOBODY: "say whom with --serves",
    UNKNOWN: "who knows the work can write the line",
}
"""What a person can do where that is the reason; none where nothing need be done."""
_TOGETHER = 3
"""Acts from which a sentence is one of several duties."""
_BETWEEN = re.compile(r"[,;:]\s+(?:and\s+)?|\s+and\s+")


def why(statement: Statement) -> str:
    """Return why nothing is added to a statement; ``UNKNOWN`` where only the catalogue could tell."""
    words = len(statement.text.split())
    # That one of many duties in a long sentence serves somebody is no reason to leave the others.
    if (statement.labels.frame == "stewardship" or statement.labels.sight) and not (
        words > LONG and _is_packed(statement)
    ):
        return SERVES
    if not SHORT <= words <= LONG and not parts(statement):
        return TOO_SHORT if words < SHORT else PACKED if _is_packed(statement) else TOO_LONG
    taken_apart = anatomy(statement.text)
    if (taken_apart.has_end and not taken_apart.may_go_on) or statement.labels.frame == "inward":
        return HAS_END
    if taken_apart.takes_an_effect:
        return UNKNOWN
    return PACKED if _is_packed(statement) else NO_ACT


def _is_packed(statement: Statement) -> bool:
    """Tell whether a sentence of a paragraph names several acts, none of which stands by itself."""
    if statement.kind is not BlockKind.PARAGRAPH:
        return False
    return sum(bool(lead(part)) for part in _BETWEEN.split(statement.text)[1:]) + 1 >= _TOGETHER


def nobody_is_known(assessment: Assessment) -> bool:
    """Tell whether an effect would name people of whom the text knows nothing.

    Where a text names nobody served, "customers" of somebody who sells are near enough; a public, or the people whom
    colleagues serve, are a guess. Of 41 such effects readers with the whole text, on sources that nobody had worked
    from, took four as they were.
    """
    word = assessment.customer_word
    return not word.is_named and (word.direct == "inside" or word.plural != "customers")


def told_silent(assessment: Assessment) -> str:
    """Return in words why no statement of a job description is changed, and what a person can do.

    Where the reason is not that of all statements, it is told which part of it holds for the others.
    """
    told = why_silent(assessment)
    way_out = f"; {WAY_OUT[told]}" if told in WAY_OUT else ""
    role = (s for s in assessment.statements if s.section in DUTY_SECTIONS and s.kind is not BlockKind.HEADING)
    if told in {NO_ROLE, NOBODY, UNKNOWN} or not any(why(s) == UNKNOWN for s in role):
        return told + way_out
    many = told.replace("the statements", "many statements", 1)
    return f"{many}{way_out}; of what is known to come of the others, nothing is sure enough to be written"


def why_silent(assessment: Assessment) -> str:
    """Return the reason that holds for most of the words for which no statement of a job description is changed.

    That the statements say already what good the work does is told where most statements do: one long one is no reason.
    """
    if nobody_is_known(assessment):
        return NOBODY
    role = [s for s in assessment.statements if s.section in DUTY_SECTIONS and s.kind is not BlockKind.HEADING]
    reasons: Counter[str] = Counter()
    told = [(why(s), len(s.text.split())) for s in role]
    for reason, words in told:
        reasons[reason] += words
    if 2 * sum(reason == SERVES for reason, _ in told) <= len(told) and len(reasons) > 1:
        del reasons[SERVES]
    return reasons.most_common(1)[0][0] if reasons else NO_ROLE
