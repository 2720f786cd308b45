"""How far and how well: "significantly" may not become "slightly", nor "expert" become "basic"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_SLIGHT = re.compile(
    r"\b(?:slight(?:ly)?|lightly|part(?:ly|ially)|in part(?! of)|somewhat|(?:just |only )?a (?:little|bit)(?! (?:help|time|while))|barely|hardly|"
    r"scarcely|a touch|a tad|halfway|half-?way|minimally|marginal(?:ly)?|superficial(?:ly)?|loosely|vaguely|half-?heartedly|moderate(?:ly)?|modest(?:ly)?|"
    r"to (?:some|a (?:small|limited|lesser|certain)) (?:extent|degree)|in passing|enough to get by|just enough|good enough)\b",
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
    r"\b(?:fair(?:ly)?|reasonabl[ey]|decent(?:ly)?|adequate(?:ly)?|passabl[ey]|acceptabl[ey]|average|mediocre|a degree of|(?:good|sound|strong) enough)\b(?! (?:treat|deal|pay|share|wage|hear|chance|adjust|accommodat))",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\b(?:strong(?:ly)?|highly|excellent|exceptional(?:ly)?|outstanding|full(?:y)?|complete(?:ly)?|perfect(?:ly)?|utmost|thorough(?:ly)?|total(?:ly)?|superb|great|very|extremely|deep(?:ly)?)\b",
    re.IGNORECASE,
)
_MOSTLY = re.compile(
    r"\b(?:for the most part|mostly|largely|broadly|by and large|more or less|in the main|as (?:often|far|much|well) as (?:possible|you can|they can)|when(?:ever)? convenient)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(
    r"\b(?:most\w*|largely|broad\w*|main\w*|primar\w*|general\w*|usual\w*|typical\w*|often|regular\w*|frequent\w*|predominant\w*|chiefly|principal\w*|majority|"
    r"major|possib\w+|wide\w*|high-level|overall|wherever|whenever|maximi[sz]\w*|best|optimi[sz]\w*|normal\w*|approximate\w*|about|nearly)\b",
    re.IGNORECASE,
)
"""What says "mostly" or "as far as possible" in other words."""
_AWARE = re.compile(r"\b(?:general|vague|rough|passing|loose) (?:awareness|idea|notion|sense|picture)\b", re.IGNORECASE)
_LOOSE = re.compile(r"\b(?:general\w*|vague|rough\w*|aware\w*|overview|familiar\w*|basic)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\bor (?:higher|lower|above|below|greater|fewer|less|over|older|younger|later|earlier)\b", re.IGNORECASE
)
_BOUNDED = re.compile(
    r"\b(?:at least|at most|minimum|maximum|or \w+er|or more|or above|or below|or over|or less|up to|more than|less than|over|under|above|below|plus|up|beyond|from|between)\b|\d\s?\+|[<>≤≥]",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"\b(?:optimal(?:ly)?|optimum|best(?! practice)|highest|finest|maximum|utmost|ideal)\b", re.IGNORECASE
)
_STILL_BEST = re.compile(
    r"\b(?:optim\w+|best|high\w*|finest|max\w+|most|utmost|ideal\w*|top|perfect\w*|greatest|first-class|excellen\w+|as \w+ (?:\w+ ){0,3}as|fully?|well)\b",
    re.IGNORECASE,
)
_THOROUGH = re.compile(
    r"\b(?:thorough(?:ly)?|in[- ]depth|careful(?:ly)?|rigorous(?:ly)?|meticulous(?:ly)?|exhaustive(?:ly)?|close(?:ly)?)\b",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"\b(?:quick|brief|cursory|hasty|hasti\w+|hurried|at a glance|superficial|light|rough)\b(?! (?:turn|respon|repl|repor|deliver))",
    re.IGNORECASE,
)
_STILL_THOROUGH = re.compile(
    r"\b(?:thorough\w*|depth|deep\w*|careful\w*|care|rigo\w+|meticulous\w*|exhaustive\w*|clos\w+|detail\w*|fully|completely|from top to bottom|strict\w*|precis\w+|exact\w*|faithful\w*)\b",
    re.IGNORECASE,
)
_NEEDED_PART = re.compile(
    r"\b(?:integral|essential|vital|crucial|critical|key|central|core|indispensable|inseparable|fundamental|pivotal|important|major|significant|big|large|main|necessary)"
    r"(?: (?:and|or) \w+)? (?:part|component|element|ingredient|piece)\b",
    re.IGNORECASE,
)
_A_PART = re.compile(
    r"\b(?:a|one|is|are|be|being|as|forms?|becomes?) (?:part|component|element|ingredient|piece) (?:of|in)\b",
    re.IGNORECASE,
)
_STILL_NEEDED = re.compile(
    r"\b(?:integral|essential|vital\w*|crucial|critical|key|central|core|cent(?:er|re)|heart|indispensable|inseparable|fundamental|pivotal|important|importance|"
    r"major|significant|big|large|main\w*|much|most\w*|necessary|need\w*|depend\w*|rel(?:y|ies)|without|must|cannot|chief\w*|built|matters?)\b",
    re.IGNORECASE,
)
_CHIEF = frozenset("main chief primary principal foremost sole prime".split())
_CHIEFLY = re.compile(
    r"\b(?:main\w*|chief\w*|primar\w*|princip\w*|foremost|lead\w*|key|head|major|first|core|central\w*|most\w*|top|especial\w*|particular\w*|sole\w*|only|prime|above all|"
    r"focus\w*|senior|alone|single|go-to|critical|important|essential|biggest|greatest|largest|number one|the one|chiefly|owner\w*|highest|prior\w*|significant\w*|ultimate\w*)\b",
    re.IGNORECASE,
)
"""What says "main" in other words."""
_NOT = re.compile(r"\b(?:not|no|never|without|nothing)\b|n[’']t\b", re.IGNORECASE)
_NEW = (
    (_SLIGHT, None), (_BASIC, _SIMPLE), (_EXPERT, _HIGH), (_MOSTLY, _NEARLY), (_AWARE, _LOOSE), (_BOUND, _BOUNDED)
)  # fmt: skip
"""What may not be new, with the words that say as much already."""
_LOWERED = (
    (_EXPERT, _MIDDLING, _HIGH), (_WHOLLY, _FAIRLY, _WHOLLY), (_BEST, _MIDDLING, _STILL_BEST), (_THOROUGH, _QUICK, _STILL_THOROUGH),
    (_NEEDED_PART, _A_PART, _STILL_NEEDED),
)  # fmt: skip
"""A high degree, a lower one that may not take its place, and the words that still say the high one."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare the degree to which a thing is done, known or meant; an added effect may have its own."""
    out = Outcome()
    for pattern, implied in _NEW:
        if pattern.search(before.text) or (implied and implied.search(before.text)):
            continue
        fresh = [m for m in pattern.finditer(after.text) if not after.in_end(m.start())]
        out.changed += [
            _fact(m, "is new") for m in fresh if not _NOT.search(after.text[max(0, m.start() - 8) : m.start()])
        ]
    slight = [m for m in _SLIGHT.finditer(before.text) if not before.droppable(m.start())]
    if slight and not (_SLIGHT.search(after.text) or _BASIC.search(after.text) or _SIMPLE.search(after.text)):
        out.changed.append(_fact(slight[0], "is gone"))
    for high, low, still in _LOWERED:
        top, middling = high.search(before.text), low.search(after.text)
        lower = top and middling and not after.in_end(middling.start())
        if top and middling and lower and not still.search(after.text) and not low.search(before.text):
            out.changed.append(_fact(middling, f"took the place of “{top.group()}”"))
    out.asked += _chief(before, after)
    return out


def _chief(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "a contact" where it was "the main contact", and the reverse."""
    for text, other, what in ((before, after, "gone"), (after, before, "new")):
        if _CHIEFLY.search(other.text):
            continue
        for token in text.parse.tokens:
            noun = text.parse.tokens[token.head]
            still = any(akin(noun.lemma, t.lemma) for t in other.parse.tokens)
            free = text.droppable(token.start) if what == "gone" else text.in_end(token.start)
            if token.lower in _CHIEF and token.dep == "amod" and still and not free:
                said = f"“{token.text}” is {what}: how far or how well it is done has changed"
                start, end = (token.start, token.end) if what == "new" else (0, len(after.text))
                yield Fact(check="degrees", text=said, start=start, end=end)


def _fact(match: re.Match[str], what: str) -> Fact:
    said = f"“{match.group()}” {what}: how far or how well it is done has changed"
    return Fact(check="degrees", text=said, start=match.start(), end=match.end())
