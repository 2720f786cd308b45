"""Contraries: where "existing" became "new", or "increase" became "reduce", the fact has changed."""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import lexicon
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.spelling import american
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import carrier, contraries

_JOINED = frozenset({"and", "or", "and/or", "as well as", "or even", "and even", "and also"})
_MORE = (
    ("simple", "complex"), ("easy", "hard"), ("easy", "difficult"), ("straightforward", "complex"), ("known", "unknown"),
    ("big", "small"), ("minor", "major"), ("common", "rare"), ("new", "old"), ("past", "future"), ("live", "recorded"),
)  # fmt: skip
"""Contraries that may stand for each other in other company, so that only the two side by side tell."""


def compare(before: Text, after: Text) -> Outcome:
    """Find words whose contrary took their place."""
    old, new = _by_form(before), _by_form(after)
    out = Outcome()
    for one, other in (*lexicon().opposites, *_of_wordnet(old, new)):
        for a, b in ((one, other), (other, one)):
            gone = a in old and a not in new and not before.droppable(old[a].start)
            if gone and b in new and b not in old and (before.in_end(old[a].start) or not after.in_end(new[b].start)):
                said = f"“{old[a].text}” became “{new[b].text}”"
                out.changed.append(Fact(check="opposites", text=said, start=new[b].start, end=new[b].end))
    out.changed += _either(after, old, new)
    return out


def _of_wordnet(old: dict[str, Token], new: dict[str, Token]) -> list[tuple[str, str]]:
    """Return the pairs of WordNet's contraries of which one stands in each text."""
    return [(a, b) for a in old for b in contraries(a) if b in new and b not in old and _kind(old[a]) == _kind(new[b])]


def _kind(token: Token) -> str:
    """Return the part of speech, coarsely: a "question" is not the contrary of "to answer"."""
    if token.dep == "amod" or token.pos == "ADV":
        return "ADJ"
    return {"PROPN": "NOUN", "AUX": "VERB"}.get(token.pos, token.pos)


def _either(after: Text, old: dict[str, Token], new: dict[str, Token]) -> list[Fact]:
    """Find a quality that now stands beside its contrary: "complex" as "simple or complex"."""
    found = []
    for one, other in (*lexicon().opposites, *_MORE, *_of_wordnet(old, new)):
        for a, b in ((one, other), (other, one)):
            if a not in old or a not in new or b not in new or b in old or after.in_end(new[b].start):
                continue
            between = after.text[min(new[a].end, new[b].end) : max(new[a].start, new[b].start)].strip(" ,").lower()
            if between in _JOINED:
                said = f"“{new[b].text}” stands beside “{new[a].text}” and goes further than the original"
                found.append(Fact(check="opposites", text=said, start=new[b].start, end=new[b].end))
    return found


def _by_form(text: Text) -> dict[str, Token]:
    found: dict[str, Token] = {}
    said = {w.i: w.form for w in text.words if w.verb}
    for token in text.parse.tokens:
        if said.get(token.i, token.lemma) != token.lemma and carrier(token.lemma):
            continue  # "make sense" is no "make"
        for form in (american(token.text), american(token.lemma)):
            found.setdefault(form, token)
    return found
