"""The words of a statement in lower case, taken from its tokens once: every part of the reading asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "jd_words"


def words_of(doc: Doc) -> tuple[str, ...]:
    """Return the lower-case form of every token, in order."""
    found: tuple[str, ...] | None = doc.user_data.get(_KEY)
    if found is None or len(found) != len(doc):
        found = tuple(token.lower_ for token in doc)
        doc.user_data[_KEY] = found
    return found
