"""Must, should, may: a duty may get neither weaker nor stronger."""

from __future__ import annotations

import re

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.accordance import by_rule
from jdrewrite.verifying.checks import figures
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, leading_to

_STRENGTHS: tuple[tuple[str, str], ...] = (
    ("preferred", r"\bprefer(?:red|ably|ence)?\b|\bideal(?:ly)?\b|\bdesir(?:ed|able)\b(?! \w+)|\bnice to have\b|\ba plus\b|\b(?:an|of|your) advantage\b(?! of)|\badvantageous\b|\ba bonus\b|\b(?:so much|all) the better\b|\b(?:it|that) helps if\b|\bin your favou?r\b|\b(?:would|[’']d) (?:like|love) (?:you|someone|somebody|candidates|applicants|people) (?:to|with|who)\b|\b(?:good|nice|great|handy|useful|best) if you\b|\bwelcome\b(?! \w)|\bit would be (?:welcome|good|nice|helpful|great|useful) if\b|\bhelpful but\b|\basset\b(?! \w)"),
    ("must", r"\bmust\b|(?<!as )(?<!where )(?<!when )(?<!if )\brequire[sd]?\b(?! by)|\bshall\b|\bmandatory\b|(?<!may )(?<!might )\b(?:has|have|need|needs) to\b|(?:^|\byou |\bwe )need\b|\bessential\b(?! \w)|(?<!as )(?<!when )(?<!where )(?<!if )\bnecessary to\b|\bobligat\w+|\ba must\b"),
    ("should", r"\bshould\b|\b(?:is|are) expected to\b|\bought to\b"),
    ("may", r"\bmay\b|\bmight\b|\boptional(?:ly)?\b|\b(?:is|are) (?:allowed|permitted|free|welcome) to\b|\bif (?:you|they) (?:wish|like)\b"),
    ("can", r"\bcan\b(?!not)|\bcould\b|\bable to\b|\bability to\b|\bcapable of\b"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _STRENGTHS)
_ROLE = frozenset("you we i they she he who one this it".split())
_HOLDERS = frozenset(
    "candidate applicant incumbent holder postholder person role position job employee staff worker".split()
)
"""Whoever is named by these is the role; what they need or have to do is its duty."""
_DUTY = re.compile(
    r"\b(?:responsible|accountable|tasked|charged|entrusted) (?:to|for|with)\b|\bresponsibilit(?:y|ies)\b|\bdut(?:y|ies)\b|\bwill be expected\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"may", "might", "can", "could"})
Match = re.Match[str]
_FORBID = re.compile(
    r"\b(?:must|may|can|shall|will|do|does|is|are) ?(?:not|never)\b|\b(?:may|must|shall|can) (?=be \w+ unless)|\bcannot\b|\b\w+n[’']t\b",
    re.IGNORECASE,
)
"""A ban is one thing, whichever verb it leans on: "must not", "may not", "do not"."""
_OF_THINGS = re.compile(
    r"\b(?:what|that|which|who|whatever|everything|anything|(?<=[a-z,;] )they|customers|clients|it)\s$|\b(?:what|whatever|everything) (?:[\w’'-]+ ){1,5}$",
    re.IGNORECASE,
)
"""What stands before a word of strength that is not said of the role: "what needs to be improved"."""
_UNSURE = re.compile(
    r"\b(?:would|possib\w+|potential\w*|perhaps|opportunit\w+|chances?|option\w*|likely|whether|if)\b", re.IGNORECASE
)
"""What leaves open whether it comes to pass, so that "could" says no less."""

_REQUIRED = re.compile(r"\b(?:require[sd]?|mandat\w+|prescribed?|compulsory|obligatory)\b", re.IGNORECASE)
_ADVISED = re.compile(r"\b(?:recommend(?:s|ed)?|suggest(?:s|ed)?|advisable|encouraged?)\b", re.IGNORECASE)
_BINDING = re.compile(
    r"\b(?:requir\w+|must|need\w*|ha(?:ve|s) to|mandat\w+|oblig\w+|demand\w*|call\w* for|necessary|essential|due|prescrib\w+|compulsory|law|rules?|ask\w*|want\w*|expect\w*|tak(?:e|es))\b",
    re.IGNORECASE,
)
"""What is required may not become what is only recommended, where no other word binds."""
_WHY = "how strictly the duty binds has changed"


def compare(before: Text, after: Text) -> Outcome:
    """Compare how strictly the duty is put."""
    return Outcome(changed=[*_strength(before, after)])


def spans(text: str) -> list[Span]:
    """Return where words of strength stand."""
    return [m.span() for _, pattern in _PATTERNS for m in pattern.finditer(text)]


def _strength(before: Text, after: Text) -> list[Fact]:
    found = []
    old, new = strengths(before), strengths(after)
    weaker = _ADVISED.search(after.text)
    if weaker and _REQUIRED.search(before.text) and not (_ADVISED.search(before.text) or _BINDING.search(after.text)):
        found.append(_told("new", weaker))
    for name in dict.fromkeys([*old, *new]):
        fresh = [m for m in new.get(name, []) if not after.in_end(m.start())]
        gone = [m for m in old.get(name, []) if not before.droppable(m.start())]
        if name == "can" and not old.get("can") and not old.get("may") and _unsure(before, fresh, after):
            found.append(_told("new", fresh[0]))
            continue
        if name == "can" and not (fresh and before.parse.lead and _of_the_duty(after, fresh[0])):
            continue  # what one can do is asked of the person, and says no more or less of the duty
        if name == "must" and not gone and fresh and _DUTY.search(before.text):
            continue  # "is responsible for" binds as strictly
        if name == "must" and fresh and _required_still(before, after, fresh[0]):
            continue  # "the items that production requires" for "the required items"
        if name == "may" and "can" in (old if fresh else new):
            continue
        if fresh and name not in old:
            found.append(_told("new", fresh[0]))
        elif gone and (
            _no_longer_open(name, before, gone[0], after, new)
            or (name not in new and not _anywhere(name, after) and not _plainly(name, gone[0], after))
        ):
            found.append(_told("gone", gone[0]))
    return found


def _required_still(before: Text, after: Text, match: Match) -> bool:
    """Tell whether both texts only say which things are required, and none asks it of anybody."""
    token = after.parse.at(match.start())
    asked = token is None or token.dep not in {"relcl", "acl", "amod"}
    return not asked and match.group().lower().startswith("require") and "required" in before.text.lower()


def _anywhere(name: str, after: Text) -> bool:
    """Tell whether a word as strict stands in the rewrite, be it said of the work: "whatever work you do has to be"."""
    pattern = dict(_PATTERNS)[name]
    return name in {"must", "should"} and pattern.search(after.text) is not None


def _unsure(before: Text, fresh: list[Match], after: Text) -> bool:
    """Tell whether what was certain is only possible: "you will have access" as "you could have access"."""
    could = any(m.group().lower() == "could" and _of_the_duty(after, m) for m in fresh[:1])
    return could and not _UNSURE.search(before.text)


def _plainly(name: str, match: re.Match[str], after: Text) -> bool:
    """Tell whether "must check" became the plain "check" or "will check", which is as strict."""
    return (
        name == "must"
        and match.group().lower() in {"must", "shall", "need to", "needs to", "have to", "has to"}
        and (
            after.parse.lead == "You will "
            or bool(re.match(r"you (?:will )?(?!can|could|may|might|should)\w+", after.text, re.IGNORECASE))
        )
    )


def strengths(whole: Text) -> dict[str, list[re.Match[str]]]:
    """Return where a text says how strictly the role is held to something, by the strength."""
    text = whole.text
    months = [(start, end) for form, _, start, end in figures.found(text) if form == "may"]
    bans = [*(m.span() for m in _FORBID.finditer(text)), *months]
    found: dict[str, list[re.Match[str]]] = {}
    for name, pattern in _PATTERNS:
        matches = [m for m in pattern.finditer(text) if not _banned(m, bans)]
        if matches := [m for m in matches if not _of_things(whole, m)]:
            found[name] = matches
    return found


def _no_longer_open(name: str, before: Text, was: Match, after: Text, strict: dict[str, list[Match]]) -> bool:
    """Tell whether the main verb was under "may" and is now under no such word, though another one may be."""
    if name != "may" or not _of_the_duty(before, was):
        return False
    found = [m for kind in ("may", "can") for m in strict.get(kind, [])]
    return not any(_of_the_duty(after, m) or m.group().lower() not in _OPEN for m in found)


def _of_the_duty(text: Text, match: re.Match[str]) -> bool:
    """Tell whether this is the "can" or "could" of the main verb."""
    token = text.parse.at(match.start())
    return token is not None and token.tag == "MD" and text.parse.tokens[token.head].dep == "ROOT"


def _of_things(text: Text, match: re.Match[str]) -> bool:
    """Tell whether it is said of something else than the role: "what needs to be improved", "which tests may miss"."""
    if by_rule(text.text, match.start()):
        return True
    tokens = text.parse.tokens
    token = text.parse.at(match.start())
    main = token is not None and tokens[token.head].dep == "ROOT" and tokens[max(0, token.i - 1)].lower == "they"
    if not main and _OF_THINGS.search(leading_to(text.text, match.start())):
        return True
    if token is not None and token.pos == "NOUN" and token.lower in {"need", "needs"}:
        return True
    if token is not None and (_narrows(text, token) or _needed(text, token, match)):
        return True
    if token is None or token.dep not in {"aux", "auxpass"}:
        return False
    verb = tokens[token.head]
    subjects = [t for t in text.parse.children(verb.i) if t.dep in {"nsubj", "nsubjpass"}]
    return verb.dep in {"relcl", "ccomp", "pcomp", "acl"} and any(t.lower not in {"you", "who"} for t in subjects)


def _narrows(text: Text, token: Token) -> bool:
    """Tell whether a word of strength only says which things are meant: "make required adjustments"."""
    root = text.parse.root()
    head = text.parse.tokens[token.head]
    return (
        token.dep == "amod"
        and token.lower == "required"
        and head.dep != "ROOT"
        and root is not None
        and (root.pos == "VERB" or head.dep in {"dobj", "pobj"})
    )


def _needed(text: Text, token: Token, match: re.Match[str]) -> bool:
    """Tell whether it is a thing that "needs" or "has" something, and the role is asked for it in other words."""
    if not match.group().lower().startswith(("need", "has", "have")) or token.pos not in {"VERB", "AUX"}:
        return False
    verb, parse = token, text.parse
    if token.dep == "aux":
        verb = parse.tokens[token.head]
    subject = next((t for t in parse.children(verb.i) if t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower in _ROLE or subject.lemma in _HOLDERS or text.names_the_role(subject.start):
        return False
    return subject.pos == "NOUN" and verb.dep in {"ROOT", "ccomp", "relcl", "conj", "advcl", "pcomp", "parataxis"}


def _banned(match: re.Match[str], bans: list[Span]) -> bool:
    return any(start <= match.start() < end for start, end in bans)


def _told(what: str, match: re.Match[str]) -> Fact:
    said = f"“{match.group()}” is {what}: {_WHY}"
    return Fact(check="modality", text=said, start=match.start(), end=match.end())
