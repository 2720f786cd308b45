"""Negation: what a duty rules out stays ruled out, and nothing else is."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.denials import rules_out_nothing
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, newly

_NOT = re.compile(
    r"\b(?:not|never|no|none|neither\b[^.;]*?\bnor|neither|nor|without|unless|except|excluding|yet to|still to(?= \w)(?! come)|remains? to be|cannot|prohibited|prohibit|forbidden|forbid|refrain|avoid|fails? to)\b(?! limited to\b| more than| less than| fewer than| later than| longer than| only\b| just\b| merely\b| all (?:of it|there is)\b|(?<=is not) all\b)|n[’']t\b",
    re.IGNORECASE,
)
_BEFORE_DOING = re.compile(r"\bbefore (?:\w+ )?\w+ing\b", re.IGNORECASE)
"""As much as "without having done"."""
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
_WHY = {"new": "something is ruled out that was not", "gone": "what was ruled out no longer is"}


def compare(before: Text, after: Text) -> Outcome:
    """Compare what the duty excludes."""
    out = Outcome(changed=[*_no_longer_instead(before, after)])
    new = _negations(after, main=True)
    all_old, all_new = _negations(before, main=False), _negations(after, main=False)
    if re.search(r"\bonly\b", before.text, re.IGNORECASE):
        new = [m for m in new if m.group().lower() != "only with"]
    new = [m for m in new if not (_as_prefix(before, after, m) or rules_out_nothing(before, after, m))]
    if _count(new) > _count(all_old):
        out.changed.append(_told("new", new[-1]))
    old = [m for m in all_old if not before.droppable(m.start())]
    in_the_duty = [m for m in all_new if not after.in_end(m.start()) or not _LOSES.match(after.text, m.start())]
    if _count(in_the_duty) < _count(old) - _instead_of_without(old, after) - _otherwise(before, old, after):
        out.changed.append(_told("gone", old[-1]))
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


def _negations(text: Text, *, main: bool) -> list[re.Match[str]]:
    left = text.in_end if main else (lambda _: False)
    matches = [*_NOT.finditer(text.text), *_ONLY_IF.finditer(text.text)]
    return [match for match in matches if not left(match.start())]


def _count(matches: list[re.Match[str]]) -> int:
    """Return how much is excluded: "only if" says as much as "not ... unless"."""
    return sum(2 if match.re is _ONLY_IF else 1 for match in matches)


def _told(what: str, match: re.Match[str]) -> Fact:
    said = f"“{match.group()}” is {what}: {_WHY[what]}"
    return Fact(check="negation", text=said, start=match.start(), end=match.end())
