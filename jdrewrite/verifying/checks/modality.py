"""Must, should, may; and negation. A duty may get neither weaker nor stronger."""

from __future__ import annotations

import re

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.accordance import by_rule
from jdrewrite.verifying.checks import figures
from jdrewrite.verifying.denials import rules_out_nothing
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, leading_to, newly

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
_NOT = re.compile(
    r"\b(?:not|never|no|none|neither\b[^.;]*?\bnor|neither|nor|without|unless|except|excluding|yet to|still to(?= \w)(?! come)|remains? to be|cannot|prohibited|prohibit|forbidden|forbid|refrain|avoid|fails? to)\b(?! limited to\b| more than| less than| fewer than| later than| longer than| only\b| just\b| merely\b| all (?:of it|there is)\b|(?<=is not) all\b)|n[’']t\b",
    re.IGNORECASE,
)
_BEFORE_DOING = re.compile(r"\bbefore (?:\w+ )?\w+ing\b", re.IGNORECASE)
"""As much as "without having done"."""
_OF_THINGS = re.compile(
    r"\b(?:what|that|which|who|whatever|everything|anything|(?<=[a-z,;] )they|customers|clients|it)\s$|\b(?:what|whatever|everything) (?:[\w’'-]+ ){1,5}$",
    re.IGNORECASE,
)
"""What stands before a word of strength that is not said of the role: "what needs to be improved"."""
_UNSURE = re.compile(
    r"\b(?:would|possib\w+|potential\w*|perhaps|opportunit\w+|chances?|option\w*|likely|whether|if)\b", re.IGNORECASE
)
"""What leaves open whether it comes to pass, so that "could" says no less."""
_INSTEAD = re.compile(r"\b(?:rather than|instead of|as opposed to|in place of)\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:rather|instead|opposed|in place of|over|before|ahead of|above|more than|less|replac\w+|substitut\w+|prefer\w*|avoid\w*|beyond|away from|from)\b",
    re.IGNORECASE,
)
_RULED_OUT = re.compile(
    r"\b(?:rather than|instead of|omit\w*|(?:leav|keep|kept|left)\w* [^.;,]*?\bout of\b|(?:leav|left)\w* [^.;,]*?\bout\b|stay\w* away|keep\w* away|at most|free (?:of|from)|lack\w*|missing|nothing but)\b",
    re.IGNORECASE,
)
"""What excludes without a "not"."""
_OUT = 3
"""Words behind it that say what is excluded."""
_LOSES = re.compile(
    r"(?:no|nobody|no one|none|never|not|without|n[’']t)\b(?: [\w’'-]+){0,3} (?:los\w+|miss\w*|wait\w*|left|kept|hurt|harm\w*|delay\w*|surpris\w+|suffer\w*)\b",
    re.IGNORECASE,
)
"""What an added effect spares people, which keeps no negation of the duty: "so that nobody is left waiting"."""
_PREFIXED = re.compile(r"\b(?:un|in|im|ir|dis|non-?)([a-z]{4,})", re.IGNORECASE)
_ONLY_IF = re.compile(r"\bonly (?:if|when|with|after|once|where)\b", re.IGNORECASE)


_REQUIRED = re.compile(r"\b(?:require[sd]?|mandat\w+|prescribed?|compulsory|obligatory)\b", re.IGNORECASE)
_ADVISED = re.compile(r"\b(?:recommend(?:s|ed)?|suggest(?:s|ed)?|advisable|encouraged?)\b", re.IGNORECASE)
_BINDING = re.compile(
    r"\b(?:requir\w+|must|need\w*|ha(?:ve|s) to|mandat\w+|oblig\w+|demand\w*|call\w* for|necessary|essential|due|prescrib\w+|compulsory|law|rules?|ask\w*|want\w*|expect\w*|tak(?:e|es))\b",
    re.IGNORECASE,
)
"""What is required may not become what is only recommended, where no other word binds."""
_WHY = {
    ("modality", "new"): "how strictly the duty binds has changed",
    ("modality", "gone"): "how strictly the duty binds has changed",
    ("negation", "new"): "something is ruled out that was not",
    ("negation", "gone"): "what was ruled out no longer is",
}


def compare(before: Text, after: Text) -> Outcome:
    """Compare how strictly the duty is put, and what it excludes."""
    out = Outcome(changed=[*_strength(before, after)])
    new = _negations(after, main=True)
    all_old, all_new = _negations(before, main=False), _negations(after, main=False)
    out.changed += _no_longer_instead(before, after)
    if re.search(r"\bonly\b", before.text, re.IGNORECASE):
        new = [m for m in new if m.group().lower() != "only with"]
    new = [m for m in new if not (_as_prefix(before, after, m) or rules_out_nothing(before, after, m))]
    if _count(new) > _count(all_old):
        out.changed.append(_fact("negation", "new", new[-1]))
    old = [m for m in all_old if not before.droppable(m.start())]
    in_the_duty = [m for m in all_new if not after.in_end(m.start()) or not _LOSES.match(after.text, m.start())]
    if _count(in_the_duty) < _count(old) - _instead_of_without(old, after) - _otherwise(before, old, after):
        out.changed.append(_fact("negation", "gone", old[-1]))
    return out


def _no_longer_instead(before: Text, after: Text) -> list[Fact]:
    """Find a contrast that is gone: "value rather than features" as "value and features"."""
    match = next((m for m in _INSTEAD.finditer(before.text) if not before.droppable(m.start())), None)
    if match is None or _NOT.search(after.text) or _CONTRAST.search(after.text):
        return []
    behind = [w for w in before.words if w.start >= match.end()][:2]
    if not behind or not any(akin(w.form, o.form) for w in behind for o in after.words):
        return []
    said = f"“{match.group()}” is gone: what was ruled out no longer is"
    return [Fact(check="negation", text=said, start=0, end=len(after.text))]


def _as_prefix(before: Text, after: Text, match: re.Match[str]) -> bool:
    """Tell whether a negation only opens up a word: "cases you cannot resolve" for "unresolved cases"."""
    bare = [m[1] for m in _PREFIXED.finditer(before.text)]
    around = [w for w in after.words if w.start >= match.end()][:1]
    if after.text[: match.start()].endswith(" or "):  # "sterile or not"
        around += [w for w in after.words if w.end <= match.start()][-1:]
    return any(akin(word.form, stem) for word in around for stem in bare)


def _otherwise(before: Text, old: list[re.Match[str]], after: Text) -> int:
    """Return how many words of the rewrite rule out without a "not" what the original rules out."""
    ruled = [w for m in old for w in [w for w in before.words if w.start >= m.end()][:_OUT]]
    found = 0
    for match in newly(_RULED_OUT, before, after):
        inside = [w for w in after.words if match.start() <= w.start < match.end()]
        behind = [w for w in after.words if w.start >= match.end()][:_OUT]
        found += any(akin(w.form, r.form) for w in (*inside, *behind) for r in ruled)
    return found


def _instead_of_without(old: list[re.Match[str]], after: Text) -> int:
    """Return 1 where "before doing" may stand for "without doing"."""
    return int(any(m.group().lower() == "without" for m in old) and bool(_BEFORE_DOING.search(after.text)))


def spans(text: str) -> list[Span]:
    """Return where words of strength stand."""
    return [m.span() for _, pattern in _PATTERNS for m in pattern.finditer(text)]


def _strength(before: Text, after: Text) -> list[Fact]:
    found = []
    old, new = strengths(before), strengths(after)
    weaker = _ADVISED.search(after.text)
    if weaker and _REQUIRED.search(before.text) and not (_ADVISED.search(before.text) or _BINDING.search(after.text)):
        found.append(_fact("modality", "new", weaker))
    for name in dict.fromkeys([*old, *new]):
        fresh = [m for m in new.get(name, []) if not after.in_end(m.start())]
        gone = [m for m in old.get(name, []) if not before.droppable(m.start())]
        if name == "can" and not old.get("can") and not old.get("may") and _unsure(before, fresh, after):
            found.append(_fact("modality", "new", fresh[0]))
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
            found.append(_fact("modality", "new", fresh[0]))
        elif gone and (
            _no_longer_open(name, before, gone[0], after, new)
            or (name not in new and not _anywhere(name, after) and not _plainly(name, gone[0], after))
        ):
            found.append(_fact("modality", "gone", gone[0]))
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


def _negations(text: Text, *, main: bool) -> list[re.Match[str]]:
    left = text.in_end if main else (lambda _: False)
    matches = [*_NOT.finditer(text.text), *_ONLY_IF.finditer(text.text)]
    return [match for match in matches if not left(match.start())]


def _count(matches: list[re.Match[str]]) -> int:
    """Return how much is excluded: "only if" says as much as "not ... unless"."""
    return sum(2 if match.re is _ONLY_IF else 1 for match in matches)


def _fact(check: str, what: str, match: re.Match[str]) -> Fact:
    why = _WHY[check, what]
    said = f"“{match.group()}” is {what}: {why}"
    return Fact(check=check, text=said, start=match.start(), end=match.end())
