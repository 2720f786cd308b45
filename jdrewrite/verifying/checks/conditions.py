"""When and whether: "check the pumps" may not become "check the pumps when output falls"."""

from __future__ import annotations

import re
from collections import Counter

from jdrewrite.model import Fact
from jdrewrite.verifying.ends import CONDITIONS
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_TOLD = re.compile(
    r"\b(?:if|unless|provided|as long as|in case|when\w*|where\w*|once|after|before|until|till|upon|during|depend\w*|subject to|"
    r"(?:as|if) (?:and )?(?:needed|required|necessary|appropriate|applicable|directed|requested|assigned|possible)|on (?:request|demand)|"
    r"in the (?:event|case)|for (?:any|every) \w+ that|each time|every time|any)\b",
    re.IGNORECASE,
)
"""Words by which a text may tell when or whether something is done."""


def compare(before: Text, after: Text) -> Outcome:
    """Find a condition most of which is new, where the original names none that the rewrite lacks."""
    out = Outcome()
    told, everywhere = _told(before.text), _told(after.text)
    tokens = after.parse.tokens
    for opener in tokens:
        verb = tokens[opener.head]
        if opener.lower not in CONDITIONS or opener.dep not in {"mark", "advmod"} or verb.dep != "advcl":
            continue
        clause = after.parse.subtree(verb.i)
        inside = {t.start for t in clause}
        words = [w for w in after.words if w.start in inside]
        known = sum(any(akin(w.form, o.form) for o in before.words) for w in words)
        elsewhere = everywhere - _told(after.text[clause[0].start : clause[-1].end])
        if told - elsewhere:
            continue  # the condition may say in other words what the rewrite says nowhere else
        if opener.i < verb.i and not after.in_end(opener.start) and 2 * known < len(words):
            said = f"“{opener.text} ...” is a condition that the original does not have"
            out.invented.append(Fact(check="conditions", text=said, start=opener.start, end=opener.end))
    return out


def _told(text: str) -> Counter[str]:
    return Counter(m.group().lower() for m in _TOLD.finditer(text))
