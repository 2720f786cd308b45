"""American spelling for what is written in British: the language model's own table of words, and what it has not."""

from __future__ import annotations

import re
from functools import lru_cache

from jdrewrite.language.model import pipeline

_TABLE = "lexeme_norm"
"""Words of other spellings, with the American one: some 1,700 in the English models of spaCy."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_STAYS = frozenset(
    "analyses archaeological archaeologist archaeologists archaeology axes buses cancellation cancellations "
    "dialogue dialogues disc discs gases gauge gauges improvisation improvisations storytelling".split()
)
"""Words that the table would change, and that Americans write so too; "analyses" are several, or what somebody does."""
_ALSO = {
    "judgement": "judgment",
    "judgements": "judgments",
    "enquire": "inquire",
    "enquiries": "inquiries",
    "enquiry": "inquiry",
    "analyser": "analyzer",
    "authorise": "authorize",
    "authorised": "authorized",
    "authorises": "authorizes",
    "authorising": "authorizing",
    "practising": "practicing",
}
"""What stands in no table."""
_IZED = re.compile(r"is(?=ations?$|ational$)|(?<=al)is(?=e[ds]?$|ing$)")
"""Words are made every day: "monetisation", "digitalise"."""


def american(text: str) -> str:
    """Return a text in American spelling; words that are written alike, and short ones, stay.

    Raises:
        ModelMissing: the language model is not installed.
    """
    return _WORD.sub(lambda found: _spelled(found.group()), text)


@lru_cache(maxsize=8192)
def _spelled(word: str) -> str:
    low = word.lower()
    if low in _STAYS:
        return word
    other = _ALSO.get(low) or _listed(low) or _IZED.sub("iz", low)
    if other == low:
        return word
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def _listed(word: str) -> str | None:
    """Return the table's form of a word; None where it has none, or where the user's own model has no table."""
    vocab = pipeline().vocab
    if not vocab.lookups.has_table(_TABLE):
        return None
    # Some of its entries have a blank at their end, or two forms.
    form = str(vocab.lookups.get_table(_TABLE).get(vocab.strings[word], "")).strip()
    return form if form.isalpha() else None
