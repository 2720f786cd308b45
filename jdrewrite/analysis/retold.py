"""Corrects the guessed section of a sentence by whom it speaks of and how it begins.

The model weighs words; the build of a sentence shows that "The keeper will drive" tells a duty, and "We want diverse
candidates" whom an employer hires.
"""

from __future__ import annotations

import re

from jdrewrite.analysis.section_features import decided
from jdrewrite.language.jobs import names_a_job
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import ROLE_SECTIONS, Section

_UNDER = re.compile(
    r"under the (?:\w+ ){0,2}(?:supervision|direction|guidance|leadership) of\b.*, (?:the |this )?\w+", re.IGNORECASE
)
"""How many a sentence on what a job is begins."""
_OF_ALL = re.compile(
    r"(?:we|our)\b.*(?:\bdiverse (?:thoughts|talent|perspectives|applicants|candidates|backgrounds)\b|"
    r"\b(?:reflective|representative)(?: and inclusive)? of (?:the |our )?"
    r"(?:society|communit|people|population|public)|"
    r"\bdifferent (?:perspectives|backgrounds|experiences)(?: and \w+)? are (?:valued|welcome)|"
    r"\bharness .{0,20}\bdivers)",
    re.IGNORECASE | re.DOTALL,
)
"""What an employer says of whom it hires: a notice that all may apply."""
_THIS_JOB = re.compile(r"this (?:position|role|job|post) [a-z]+s\b")
_WILL = re.compile(
    r"(?:the |this )?(?:employee|incumbent|(?:post ?|job ?)?holder|volunteer)s? (?:will|shall|must|may) (?:also )?"
    r"(?:be (?:required|expected|asked) to )?(\w+)\b",
    re.IGNORECASE,
)
_OF_TERMS = frozenset("report travel work".split())
"""Verbs of duties that tell of terms as well: "The holder will work shifts"."""
_ARTICLE = re.compile(r"^(?:the|an?) ")


def retold(text: str, guessed: Section, title: str) -> Section:
    """Return the section of a statement whose build says another than its words.

    Args:
        text: the statement.
        guessed: its section by the model.
        title: the job's title.
    """
    if guessed in {"company", "requirements"} and _speaks_of_role(text, guessed, title):
        return "purpose"
    if guessed in {"company", "logistics"} and _OF_ALL.match(text):
        return "legal"
    if guessed in ROLE_SECTIONS:
        return guessed
    if _UNDER.match(text):
        return "purpose"
    will = _WILL.match(text)
    return "duties" if will and _is_act(will[1]) and decided(text) is None else guessed


def _speaks_of_role(text: str, guessed: Section, title: str) -> bool:
    """Tell whether a sentence begins with the title or the position: "Keepers have ..."; so speaks no employer.

    What is asked may begin so as well: "The keeper must have ..."; but "A keeper opens ..." tells what one does.
    """
    low = text.lower()
    if _THIS_JOB.match(low) and guessed == "company":
        return True
    bare = _ARTICLE.sub("", low)
    behind = re.match(rf"{re.escape(title.lower())}s? ([a-z]+)", bare) if names_a_job(title) else None
    return behind is not None and (guessed == "company" or (bare != low and _is_act(behind[1])))


def _is_act(word: str) -> bool:
    return is_duty_verb(word.lower()) and word.lower() not in _OF_TERMS
