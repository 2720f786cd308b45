"""Normal forms of a text, and the fingerprint under which decisions about it are kept."""

from __future__ import annotations

import unicodedata
from functools import cache

from jdrewrite.language import spacy_alone


def plain(text: str) -> str:
    """Return the text with every run of white space as one space and none at the ends."""
    return " ".join(text.split())


def fingerprint(text: str, occurrence: int = 1) -> str:
    """Return 12 hex digits of sha256 over the NFKC text, and which occurrence of it this is.

    Args:
        text: a statement.
        occurrence: 1 for the first statement with this text in the document, and so on.
    """
    return f"{digest(text)}-{occurrence}"


def digest(text: str) -> str:
    """Return 12 hex digits of sha256 over the NFKC text."""
    import hashlib  # not before the first text is on the screen

    normal = plain(unicodedata.normalize("NFKC", text))
    return hashlib.sha256(normal.encode()).hexdigest()[:12]


@cache
def small_words() -> frozenset[str]:
    """Return the English words that tell nothing of a subject: "the", "where", "another"."""
    spacy_alone.begin()
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
