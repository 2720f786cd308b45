"""How far and how well: "significantly" may not become "slightly", nor "expert" become "basic"."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_SLIGHT = re.compile(
    r"\b(?:slight(?:ly)?|lightly|part(?:ly|ially)|in part(?! of)|somewhat|(?:just |only )?a (?:little|bit)(?! (?:help|time|while))|barely|hardly|"
    r"scarcely|a touch|a tad|halfway|half-?way|minimally|marginal(?:ly)?|superficial(?:ly)?|loosely|vaguely|half-?heartedly|moderate(?:ly)?|modest(?:ly)?|"
    r"to (?:some|a (?:small|limited|lesser|certain)) (?:extent|degree)|in passing)\b",
    re.IGNORECASE,
)
"""Words by which a thing is done less than wholly; none of them is in a rewrite by chance."""
_BASIC = re.compile(
    r"\b(?:basics?|rudimentary|rudiments|elementary|entry-level|beginner\w*|novice|introductory|limited(?! to)|minor|mediocre|"
    r"(?:some|passing|working|fair|reasonable|adequate|rough) (?:knowledge|experience|understanding|familiarity|command|grasp|skills?|ability|idea))\b",
    re.IGNORECASE,
)
_SIMPLE = re.compile(
    r"\b(?:fundament|foundation|element|introduct|entry|junior|beginner|simple|small|core\b|principle|working\b|some\b|familiar)",
    re.IGNORECASE,
)
"""What says "basic" in other words."""
_EXPERT = re.compile(
    r"\b(?:experts?|expert-level|advanced|mastery|master(?:ed|ful)?(?= (?:of|in|with|knowledge|command))|in-depth|extensive|cutting-edge|world-class|second to none)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(?:expert\w*|advanced|master\w*|in-depth|in depth|depth|deep\w*|extensive\w*|strong\w*|excellent|excellence|exceptional\w*|outstanding|superb|thorough\w*|"
    r"solid|proven|profound|wide\w*|broad\w*|great|vast|rich|high\w*|proficien\w*|fluen\w*|skilled|specialis\w*|specializ\w*|comprehensive\w*|inside out|through and through|"
    r"world[- ]class|very|far|a lot|much|many|plenty|seasoned|experienced|sophisticated|cutting[- ]edge|full\w*|complete\w*|well|lead\w*|leading|best|top|authority|latest|newest|state|senior|complex|significant\w*|second to none)\b",
    re.IGNORECASE,
)
"""Words that say "expert" or "extensive" in other words, or nearly."""
_MIDDLING = re.compile(
    r"\b(?:fair|reasonable|decent|adequate|passable|good|sound|general|okay|acceptable|satisfactory|average)\b",
    re.IGNORECASE,
)
_FAIRLY = re.compile(
    r"\b(?:fair(?:ly)?|reasonabl[ey]|decent(?:ly)?|adequate(?:ly)?|passabl[ey]|acceptabl[ey]|average|mediocre|a degree of)\b(?! (?:treat|deal|pay|share|wage|hear|chance|adjust|accommodat))",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\b(?:strong(?:ly)?|highly|excellent|exceptional(?:ly)?|outstanding|full(?:y)?|complete(?:ly)?|perfect(?:ly)?|utmost|thorough(?:ly)?|total(?:ly)?|superb|great|very|extremely|deep(?:ly)?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|without|nothing)\b|n[’']t\b", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Compare the degree to which a thing is done, known or meant; an added effect may have its own."""
    out = Outcome()
    for pattern, implied in ((_SLIGHT, None), (_BASIC, _SIMPLE), (_EXPERT, _HIGH)):
        if pattern.search(before.text) or (implied and implied.search(before.text)):
            continue
        fresh = [m for m in pattern.finditer(after.text) if not after.in_end(m.start())]
        out.changed += [_fact(m, "is new") for m in fresh if not _NOT.search(after.text[: m.start()][-8:])]
    slight = [m for m in _SLIGHT.finditer(before.text) if not before.droppable(m.start())]
    if slight and not (_SLIGHT.search(after.text) or _BASIC.search(after.text) or _SIMPLE.search(after.text)):
        out.changed.append(_fact(slight[0], "is gone"))
    for high, low, still in ((_EXPERT, _MIDDLING, _HIGH), (_WHOLLY, _FAIRLY, _WHOLLY)):
        top, middling = high.search(before.text), low.search(after.text)
        lower = top and middling and not after.in_end(middling.start())
        if top and middling and lower and not still.search(after.text) and not low.search(before.text):
            out.changed.append(_fact(middling, f"took the place of “{top.group()}”"))
    return out


def _fact(match: re.Match[str], what: str) -> Fact:
    said = f"“{match.group()}” {what}: how far or how well it is done has changed"
    return Fact(check="degrees", text=said, start=match.start(), end=match.end())
