"""The verdict on a line that is new: what it may not bring, and what it commits to."""

from __future__ import annotations

import re

from jdrewrite.model import Assessment, Fact, Verdict
from jdrewrite.verifying.checks import CHECKS
from jdrewrite.verifying.checks import wording as wordings
from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.effects import oddities
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.served import names_those_served
from jdrewrite.verifying.texts import Text, text_of

_BAN = re.compile(
    r"\b(?:must|may|shall|should) (?:not|never)\b|(?<!if )\byou (?:do not|don[’']t|cannot|never)\b|^(?:do not|don[’']t|never)\b|\bprohibited\b",
    re.IGNORECASE,
)
_SHARED = 2
"""Words that a ban and a new line must share, the verb among them, to speak of the same act."""


def verify_added(after: Text, context: Assessment | None) -> Verdict:
    """Judge a new line: no figure, name, promise or requirement may come with it; what it commits to is listed."""
    nothing = text_of("-")
    asked = [(check.barred, check.compare(nothing, after).invented) for check in CHECKS.values() if check.barred]
    invented = [fact for barred, facts in asked for fact in facts if barred(fact)]
    invented = [f for f in invented if not names_those_served(f, after.text, context)]
    changed = list(_against(after, context))
    if is_locked(after.text, None, None):
        changed.append(_whole("locked", "law, pay and notices may not be added", after))
    commitment = _whole("agreement", "a new commitment: agree with the manager first", after)
    wording = [w for w in wordings.compare(nothing, after).warnings if w.check not in {"length", "level"}]
    return Verdict(
        passed=not (invented or changed),
        invented=tuple(invented),
        changed=tuple(changed),
        warnings=(commitment, *wording, *oddities(nothing, after, context)),
    )


def _against(after: Text, context: Assessment | None) -> list[Fact]:
    """Find what the job description forbids and the new line asks for."""
    if context is None or _BAN.search(after.text):
        return []
    found = []
    for statement in context.statements:
        if not _BAN.search(statement.text):
            continue
        banned = text_of(statement.text)
        shared = [w for w in banned.words if any(akin(w.form, o.form) for o in after.words)]
        if len(shared) >= _SHARED and any(w.verb for w in shared):
            found.append(_whole("contradiction", f"line {statement.line} forbids it: “{statement.text}”", after))
    return found


def _whole(check: str, text: str, after: Text) -> Fact:
    return Fact(check=check, text=text, start=0, end=len(after.text))
