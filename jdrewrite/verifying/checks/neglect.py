"""Turns of phrase that undo a duty without a "not": let pass by, fall behind, leave undone, different from."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_UNDONE = re.compile(
    r"\b(?:keep|hid|withh[eo]ld|conceal)\w* (?:[\w’'-]+ ){1,4}from (?!\w+ing\b)|\bpass(?:es|ed|ing)? (?:\w+ )?by\b|\b(?:slip|drift|fade) (?:by|away|past|through)\b|\b(?:fall|fell|lag|lagg|stay|drop)(?:s|ing|ed)? behind\b|"
    r"\b(?:los(?:e|es|ing)) (?:track|sight|touch|interest)\b|\bturn(?:s|ing)? (?:a blind eye|a deaf ear|(?:your|their|its) back|away)\b|"
    r"\b(?:different|far|apart|away) from\b|\b(?:anything|everything|all) but\b|\bshort of\b|\bout of (?:touch|step|line|date)\b|\bat odds\b|\bcontrary to\b|\bunlike\b|"
    r"\b(?:ignor|neglect|overlook|disregard|forget|forgo|omit|shirk)\w*|\b(?:leav(?:e|es|ing)|left) (?:[\w’'-]+ ){0,5}?(?:aside|undone|alone|unanswered|unread|unchecked|unresolved|open|to chance|as (?:it|they) (?:is|are))\b|"
    r"\b(?:stop|quit)(?:s|ped|ping)? \w+ing\b|\bceas(?:e|es|ed|ing)\b|\bgiv(?:e|es|ing) up\b|\bskip(?:s|ped|ping)?\b|\brefus(?:e|es|ed|ing)\b|\black(?:s|ing)?\b|"
    r"\b(?:keep|stay|steer)(?:s|ing)? (?:\w+ )?(?:away|out|clear) (?:from|of)\b|\b(?:little|scant) (?:interest|regard|attention|heed|thought)\b|"
    r"\bwhether or not\b|\bby the wayside\b|\bdo(?:es|ing)? away with\b|\bget(?:s|ting)? out of\b|\bin spite of\b|\bregardless of\b",
    re.IGNORECASE,
)
_WHATEVER = re.compile(
    r"\b(?:whatever|no matter (?:what|which|how)) (?:the|our|your|its|their)\b|\b(?:regardless|irrespective|independently) of\b",
    re.IGNORECASE,
)
_RESTS_ON = re.compile(
    r"\b(?:based (?:up)?on|according to|depending (?:up)?on|in (?:accordance|line|keeping|compliance) with|subject to|as (?:required|directed|determined|specified) by|guided by|in response to)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|avoid\w*|prevent(?:s|ing|ed)?|before|unless|risks?|rather than|instead of|stop\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:not|no|never|none|nothing|neither|nor|without|cannot|unless|except|avoid\w*|prevent(?:s|ing|ed)?|miss(?:ed|es|ing)|gaps?|errors?|loss(?:es)?|lost|los(?:e|es|ing)|lack\w*|"
    r"fail\w*|ignor\w*|neglect\w*|overlook\w*|forg[eo]t\w*|refus\w*|reject\w*|stop\w*|ceas\w*|skip\w*|un(?!der|iq|it|ion|ivers|til|less)\w{4,}|incomplete\w*|differ\w*|remotely|away|far|"
    r"eliminat\w*|remov\w*|abandon\w*|omit\w*|regardless|irrespective|independen\w*|leave|left|exclud\w*|separat\w*|diverge\w*|deviat\w*|beyond|apart|unlike|despite)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words of an original that may well be told in such a turn."""


def compare(before: Text, after: Text) -> Outcome:
    """Find a turn of phrase by which the rewrite undoes what the original asks for."""
    out = Outcome()
    loose = _WHATEVER.search(after.text)
    if loose and _RESTS_ON.search(before.text) and not _WHATEVER.search(before.text):
        said = f"“{loose.group()}” undoes what the original rests on"
        out.changed.append(Fact(check="negation", text=said, start=loose.start(), end=loose.end()))
    if _ALREADY.search(before.text):
        return out
    for match in _UNDONE.finditer(after.text):
        clause = re.split(r"[;.]", after.text[: match.start()])[-1]
        if not after.in_end(match.start()) and not _DENIED.search(clause):
            said = f"“{match.group()}” undoes what the original asks for"
            out.changed.append(Fact(check="negation", text=said, start=match.start(), end=match.end()))
    return out
