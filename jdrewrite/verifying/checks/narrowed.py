"""Narrowed by a word that looks like praise: "report accidents" may not become "report serious accidents"."""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, same
from jdrewrite.verifying.matching import filler
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_NARROWING = frozenset(
    "serious severe major minor significant substantial considerable critical crucial vital essential important "
    "complex simple difficult easy heavy light big large small rare unusual common typical usual recent urgent "
    "main chief primary principal certain specific particular selected identified specified designated proposed "
    "separate similar immediate genuine real likely potential exceptional extraordinary valuable demanding "
    "improved available additional extra".split()
)
"""Words that add nothing to a new noun, but of what was there take only a part, or add to it."""
_THINGS = frozenset({"dobj", "pobj", "nsubjpass", "nsubj", "conj", "ROOT", "attr", "appos", "compound"})


def compare(before: Text, after: Text) -> Outcome:
    """Find a word that narrows, or goes beyond, what the original named without it."""
    return Outcome(
        changed=[
            Fact(
                check="narrowed",
                text=f"“{token.text} {after.parse.tokens[token.head].text}”: the original did not say “{token.text}”",
                start=token.start,
                end=token.end,
            )
            for token in after.parse.tokens
            if token.lower in _NARROWING and token.dep == "amod" and _new(before, after, token)
        ]
    )


def _new(before: Text, after: Text, token: Token) -> bool:
    """Tell whether the original names the same thing, and nothing in it says what this word does."""
    noun = after.parse.tokens[token.head]
    if noun.pos not in {"NOUN", "PROPN"} or noun.dep not in _THINGS or after.in_end(token.start):
        return False
    content = any(w.i == noun.i and not filler(w) for w in after.words)
    there = [t for t in before.parse.tokens if t.pos in {"NOUN", "PROPN"} and akin(t.lemma, noun.lemma)]
    return bool(content and there) and not any(same(token.lower, t.lower) for t in before.parse.tokens)
