"""The parse of one statement as frozen tokens, in the statement's own coordinates."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.language.lead import lead
from jdrewrite.language.model import whole_pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

MEMO = 4096
"""Distinct statements whose parse is kept: a job description has about 60, and boilerplate repeats."""


class Token(msgspec.Struct, frozen=True):
    """One word of a statement."""

    i: int
    """Index in ``Parse.tokens``."""
    text: str
    start: int
    end: int
    """Span in the statement's text."""
    lemma: str
    """Lower case."""
    pos: str
    """Universal part of speech: ``VERB``, ``NOUN``, ..."""
    tag: str
    dep: str
    """Dependency label of the model (ClearNLP style: ``dobj``, ``prep``, ``advcl``)."""
    head: int
    """Index of the head; its own index for the root, or where the head is in the lead words."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Parse(msgspec.Struct, frozen=True):
    """A statement and its tokens."""

    text: str
    tokens: tuple[Token, ...]
    lead: str
    """The words that were put before the statement to parse it; not part of ``tokens``."""
    below: tuple[tuple[int, ...], ...]
    """For each token the indices of those that depend on it directly, in order."""

    def shifted(self, text: str, by: int) -> Parse:
        """Return the parse as that of a longer text that ends with this one, ``by`` characters behind its beginning."""
        if not by:
            return self
        moved = (msgspec.structs.replace(t, start=t.start + by, end=t.end + by) for t in self.tokens)
        return Parse(text, tuple(moved), self.lead, self.below)

    def children(self, i: int) -> list[Token]:
        """Return the direct dependants of a token, in order."""
        return [self.tokens[n] for n in self.below[i]]

    def subtree(self, i: int) -> list[Token]:
        """Return a token and all that depends on it, in order."""
        inside = [i]
        for n in inside:
            inside += self.below[n]
        return [self.tokens[n] for n in sorted(inside)]

    def at(self, start: int) -> Token | None:
        """Return the token that begins at a place of the text, None where none does."""
        n = bisect_left(self.tokens, start, key=lambda token: token.start)
        return self.tokens[n] if n < len(self.tokens) and self.tokens[n].start == start else None

    def root(self) -> Token | None:
        """Return the main word of the (first) sentence, None for an empty statement."""
        return next((token for token in self.tokens if token.head == token.i and token.dep == "ROOT"), None)


@lru_cache(maxsize=MEMO)
def parse(text: str) -> Parse:
    """Parse one statement; results are remembered for the last ``MEMO`` distinct ones.

    Raises:
        ModelMissing: the model is not installed.
    """
    words = lead(text)
    # "You will Book rooms" reads as a name; the capital is that of the line, and stays in the tokens.
    own = text[:1].lower() + text[1:] if words and text[1:2].islower() else text
    return freeze(whole_pipeline()(words + own), text, words)


def freeze(doc: Doc, text: str, words: str) -> Parse:
    """Return the parse of ``words + text`` without the lead words."""
    skip = sum(1 for token in doc if token.idx < len(words))
    tokens = tuple(
        Token(
            token.i - skip,
            text[token.idx - len(words) : token.idx - len(words) + len(token.text)],
            token.idx - len(words),
            token.idx - len(words) + len(token.text),
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            (token.head.i if token.head.i >= skip else token.i) - skip,
        )
        for token in doc[skip:]
    )
    return Parse(text, tokens, words, _below(tokens))


def _below(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the dependants of each token, found in one pass: a long statement has thousands of tokens."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return tuple(tuple(some) for some in below)
