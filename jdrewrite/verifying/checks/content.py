"""The last net: every word of content must have a counterpart, and the duty may get no new ones."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language import Token
from jdrewrite.verifying.lexicon import lexicon, same
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text, inward_ends

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


def compare(before: Text, after: Text) -> Outcome:
    """Compare the words of content; those of an inward end may go, those of an added end may come."""
    out = Outcome()
    droppable = inward_ends(before)
    after_words, before_words = list(_words(after)), list(_words(before))
    for word in before_words:
        gone = any(start <= word[2] < end for start, end in droppable)
        if gone or word[0] in lexicon().filler or _there(word, after_words, after.text):
            continue
        out.lost.append(fact("content", word))
    for word in after_words:
        if after.in_end(word[2]) or word[0] in lexicon().filler or _there(word, before_words, before.text):
            continue
        out.invented.append(fact("content", word))
    return out


def _there(word: Found, others: list[Found], text: str) -> bool:
    return any(same(word[0], other[0]) for other in others) or word[1].lower() in text.lower()


def _words(text: Text) -> Iterator[Found]:
    for token in text.parse.tokens:
        if token.pos in _CONTENT and _counts(token):
            yield token.lemma, token.text, token.start, token.end


def _counts(token: Token) -> bool:
    return token.text[:1].isalpha() and len(token.text) > 1 and token.dep not in {"aux", "auxpass", "nummod"}
