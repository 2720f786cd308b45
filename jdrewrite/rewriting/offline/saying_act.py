"""Whether a line says what the role does, and where in it that begins."""

from __future__ import annotations

import re

from jdrewrite.language.lead import lead
from jdrewrite.language.parse import Parse, Token

_LABEL = re.compile(
    r"[A-Z][\w/&’'-]*(?:,? [\w/&’'-]+){0,5}(?: ?\([^()]{2,30}\))? ?: +(?=\w)|"
    r"[A-Z][\w/&’'-]*(?: [\w/&’'-]+){0,3} [-–—] +(?=\w)"
)
"""A name in front of a duty: "Reporting: Create dashboards", "Client Contracts - draw up contracts"."""
_SHARE = re.compile(
    r"\(?(?:[Uu]p to |[Aa]bout |~)?\d{1,3}(?: ?[-–] ?\d{1,3})? ?%\)?(?: of (?:the |your )?time)?"
    r"(?:[ .:;,–—-]*(?=[A-Z])| ?[:;–—-] *(?=\w))"
)
"""How much of the time it takes: "10% Document results", "(20%) - Order parts"."""
_INCLUDES = re.compile(
    r"(?:(?:your|the|key|main|other|primary|essential|specific|general|additional|typical|daily|core|these) ){0,3}"
    r"(?:duties|responsibilities|tasks|activities)(?: (?:will|may|also|would)){0,2} include:? +(?=\w+ing\b)",
    re.IGNORECASE,
)
"""A heading made a sentence: "Responsibilities include maintaining records"."""
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
    r"(?:you|incumbent|role|position|post|holder|individual|person|candidate|intern|tech|associate|they|he|she|"
    r"nurse|clerk|aide|guide|coach|\w+(?:er|or|ist|ant|yst|ian|ive|ead|ern))$"
)
"""Subjects that stand for whoever holds the job: "the senior auditor performs"."""
_ROLE = frozenset({"position", "role", "incumbent"})
"""Those that need no article."""
_EITHER = re.compile(r"(?:he or she|she or he|s?he/s?he)\b", re.IGNORECASE)
_CHARGED = re.compile(r"(?:also )?(?:responsible for|in charge of) (?:the )?\w+", re.IGNORECASE)
"""The same without a verb: "Responsible for the month-end close"."""
_YOU_WILL = re.compile(r"you(?: will|[’']ll) \w", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"(?:is|are|be) (?:(?:also|directly|primarily|mainly|solely) )?(?:responsible|accountable) for (?:the )?\w+",
    re.IGNORECASE,
)


def behind_label(text: str) -> int:
    """Return where the duty begins: 0, or behind a label or circumstances that a verb of duties follows."""
    start = share.end() if (share := _SHARE.match(text)) else 0
    if (found := _LABEL.match(text, start)) and _opens(text[found.end() :]):
        return found.end()
    if (found := _INCLUDES.match(text, start)) and lead(text[found.end() :]) == "You are ":
        return found.end()
    if (found := _BEFORE.match(text)) and lead(text[found.end() :]) == "You will ":
        return found.end()
    return start if _opens(text[start:]) else 0


def _opens(duty: str) -> bool:
    """Tell whether a text begins with what is done, or says that "you" do it or are charged with it."""
    return bool(lead(duty) or _CHARGED.match(duty) or _YOU_WILL.match(duty))


def is_act(found: Parse) -> bool:
    """Tell whether the statement says what the role does, not what it is, has, or what somebody else does."""
    root = found.root()
    if root is None or any(t.dep == "neg" for t in found.children(root.i)):
        return False  # nothing comes of what is not done: "you will not be on call"
    if root.lemma in _NO_WORK and not _RESPONSIBLE.match(found.text, root.start):
        return False
    if found.lead or _CHARGED.match(found.text):
        return not _SETTING.match(found.text)
    if root.pos not in {"VERB", "AUX"}:
        return False
    subject = next((t for t in found.children(root.i) if t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return root.tag == "VB" and root.i <= 1 and (root.pos == "VERB" or root.lemma == "be")
    as_somebody = subject.lower == "you" and found.text[:3].lower() == "as "
    if not as_somebody and _SETTING.match(found.text):
        return False
    if not _HOLDER.match(subject.lower) or subject.tag in {"NNS", "NNPS"} or subject.dep == "nsubjpass":
        return False
    if subject.lower not in {"you", "they"} and not _is_the_holder(found, subject):
        return False
    return root.pos == "VERB" or bool(_RESPONSIBLE.match(found.text, root.start))


def _is_the_holder(found: Parse, subject: Token) -> bool:
    """Tell whether a subject is whoever holds the job: "the auditor", "this role", "A Buyer", "He or she"."""
    if subject.lower in {"he", "she"}:
        return bool(_EITHER.match(found.text))
    articles = {t.lower for t in found.children(subject.i) if t.dep == "det"}
    is_title = subject.text[:1].isupper() and subject.lower != "you"
    if articles & {"the", "this", "our"}:
        return True
    if is_title and any(t.dep == "poss" for t in found.children(subject.i)):
        return True  # "the office's Records Clerk"
    return is_title and (bool(articles & {"a", "an"}) or (not subject.i and subject.lower in _ROLE))
