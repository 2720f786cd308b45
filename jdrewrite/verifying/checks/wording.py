"""Warnings on how the rewrite reads: length, doubled phrases, coded words, stuffing. They never fail it."""

from __future__ import annotations

import re
from collections import Counter

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_MASCULINE = (
    "active adventurous aggress ambitio analy assert athlet autonom battle boast challeng champion compet confident courag decid decision "
    "decisive defend determin domina driven fearless fight force greedy head-strong headstrong hierarch hostil impulsive independen "
    "individual intellect lead logic objective opinion outspoken persist principle reckless self-confiden self-relian self-sufficien "
    "stubborn superior unreasonab"
).split()
_FEMININE = (
    "agree affectionate child cheer collab commit communal compassion connect considerate cooperat co-operat depend emotiona empath "
    "feel flatterable gentle honest interpersonal interdependen interpersona kind kinship loyal modesty nag nurtur pleasant polite quiet "
    "respon sensitiv submissive support sympath tender together trust understand warm whin enthusias inclusive yield share sharin"
).split()
"""Stems of gender-coded words after Gaucher, Friesen and Kay (2011), appendix A."""
_LONGER, _WORDS_MORE = 2.2, 25
_STUFFED = 3
_SERVED = re.compile(r"\b(?:customers?|clients?|patients?|residents?|users?|guests?|consumers?)\b", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Return warnings about the rewrite."""
    out = Outcome()
    old, new = before.text.split(), after.text.split()
    if len(new) > _LONGER * max(1, len(old)) and len(new) - len(old) > _WORDS_MORE:
        _warn(out, "length", f"{len(new)} words for {len(old)}", after)
    for phrase in _doubled(after.text) - _doubled(before.text):
        at = after.text.lower().rfind(phrase)
        out.warnings.append(Fact(check="doubled", text=f"“{phrase}” stands twice", start=at, end=at + len(phrase)))
    if len(_SERVED.findall(after.text)) >= _STUFFED > len(_SERVED.findall(before.text)):
        _warn(out, "stuffing", "those served are named three times", after)
    for word in re.findall(r"[a-z-]+", after.text.lower()):
        if word not in before.text.lower() and _coded(word):
            at = after.text.lower().find(word)
            out.warnings.append(
                Fact(check="coded", text=f"“{word}” reads as {_coded(word)}", start=at, end=at + len(word))
            )
    return out


def _warn(out: Outcome, check: str, text: str, after: Text) -> None:
    out.warnings.append(Fact(check=check, text=text, start=0, end=len(after.text)))


def _coded(word: str) -> str:
    if any(word.startswith(stem) for stem in _MASCULINE):
        return "masculine"
    return ""


def _doubled(text: str) -> set[str]:
    words = re.findall(r"[a-z’']+", text.lower())
    grams = Counter(" ".join(words[i : i + 4]) for i in range(len(words) - 3))
    return {gram for gram, n in grams.items() if n > 1}
