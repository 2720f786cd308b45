"""Whether a line says what the role does, and where in it that begins."""

from __future__ import annotations

import re

from jdrewrite.language.lead import lead
from jdrewrite.language.parse import Parse

_LABEL = re.compile(
    r"[A-Z][\w/&’'-]*(?:,? [\w/&’'-]+){0,5}(?: ?\([^()]{2,30}\))? ?: +(?=\w)|"
    r"[A-Z][\w/&’'-]*(?: [\w/&’'-]+){0,3} [-–—] +(?=\w)"
)
"""A name in front of a duty: "Reporting: Create dashboards", "Client Contracts - draw up contracts"."""
_BEFORE = re.compile(
    r"(?:with|in|together with|working|under|through|using|by|as) [^,;:.]{4,70}, +(?=\w)", re.IGNORECASE
)
"""What else may stand in front of one: "With support from other developers, test the code"."""
_SETTING = re.compile(r"(?:as (?:an?|the|our|part)|in this|at \w+,|together with|reporting to)\b", re.IGNORECASE)
"""Openings that say where somebody stands before they say what is done."""
_NO_WORK = frozenset(
    "learn know understand possess demonstrate show exhibit display have be stay remain travel believe love enjoy "
    "want need like become live think feel expect adapt embrace thrive strive commit bring join".split()
)
"""Verbs that say how somebody is or what they know, not what they do for anybody."""
_HOLDER = re.compile(
    r"(?:you|incumbent|role|position|post|holder|individual|person|candidate|intern|tech|associate|they|\w+(?:er|or|ist|ant|yst|ian|ive|ead|ern))$"
)
"""Subjects that stand for whoever holds the job: "the senior auditor performs"."""
_CHARGED = re.compile(r"(?:also )?(?:responsible for|in charge of) (?:the )?\w+", re.IGNORECASE)
"""The same without a verb: "Responsible for the month-end close"."""
_RESPONSIBLE = re.compile(r"(?:is|are|be) (?:also )?responsible for (?:the )?\w+", re.IGNORECASE)


def behind_label(text: str) -> int:
    """Return where the duty begins: 0, or behind a label or circumstances that a verb of duties follows."""
    if (found := _LABEL.match(text)) and lead(text[found.end() :]):
        return found.end()
    if (found := _BEFORE.match(text)) and lead(text[found.end() :]) == "You will ":
        return found.end()
    return 0


def is_act(found: Parse) -> bool:
    """Tell whether the statement says what the role does, not what it is, has, or what somebody else does."""
    root = found.root()
    if root is None or root.lemma in _NO_WORK or any(t.dep == "neg" for t in found.children(root.i)):
        return False  # nothing comes of what is not done: "you will not be on call"
    if found.lead or _CHARGED.match(found.text):
        return not _SETTING.match(found.text)
    if root.pos not in {"VERB", "AUX"}:
        return False
    subject = next((t for t in found.children(root.i) if t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return root.tag == "VB" and root.pos == "VERB" and root.i <= 1
    as_somebody = subject.lower == "you" and found.text[:3].lower() == "as "
    if not as_somebody and _SETTING.match(found.text):
        return False
    if not _HOLDER.match(subject.lower) or subject.tag in {"NNS", "NNPS"} or subject.dep == "nsubjpass":
        return False
    if subject.lower not in {"you", "they"} and not any(
        t.lower in {"the", "this", "our"} for t in found.children(subject.i)
    ):
        return False
    return root.pos == "VERB" or bool(_RESPONSIBLE.search(found.text))
