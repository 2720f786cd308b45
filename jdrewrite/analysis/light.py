"""A statement as light tokens: what the reading asks of spaCy's ``Doc``, without its weight.

Most statements can be read by their words alone. So the tags and relations of a light document may be missing, and
asking for one that is missing raises ``Unparsed``: who reads it then parses the statement and reads it again. That way
nothing has to guess beforehand which statements need the parser, and none is misread for want of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Unparsed(Exception):
    """A tag or a relation was asked for in a statement that has not been parsed."""


class Parsed(NamedTuple):
    """What the model says of the tokens."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    """The index of each token's head; its own for a root."""


class LightDoc:
    """The tokens of one statement. Reads like spaCy's ``Doc`` where the lenses look at it."""

    __slots__ = ("_starts", "_text", "lowers", "parsed", "texts", "user_data")

    def __init__(
        self,
        text: str,
        texts: Sequence[str],
        lowers: tuple[str, ...],
        starts: tuple[int, ...] | None = None,
        parsed: Parsed | None = None,
    ) -> None:
        """Make one.

        Args:
            text: the statement.
            texts: its tokens.
            lowers: the same in lower case.
            starts: where each token begins; found in ``text`` when asked for, where it is not given.
            parsed: tags and relations; None where they are not known.
        """
        self._text = text
        self.texts = texts
        self.lowers = lowers
        self._starts = starts
        self.parsed = parsed
        self.user_data: dict[str, Any] = {}

    @classmethod
    def of(cls, doc: Doc, start: int = 0, end: int | None = None) -> LightDoc:
        """Return a stretch of a spaCy document as a document of its own; relations out of it end in themselves."""
        part = doc[start : len(doc) if end is None else end]
        parsed = None
        if doc.has_annotation("TAG") and doc.has_annotation("DEP"):
            heads = tuple(t.head.i - start if part.start <= t.head.i < part.end else t.i - start for t in part)
            parsed = Parsed(tuple(t.tag_ for t in part), tuple(t.dep_ for t in part), heads)
        starts = tuple(t.idx - part.start_char for t in part)
        return cls(part.text, tuple(t.text for t in part), tuple(t.lower_ for t in part), starts, parsed)

    @property
    def text(self) -> str:
        """The statement."""
        return self._text

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins in the text."""
        if self._starts is None:
            at, found = 0, []
            for text in self.texts:
                at = self._text.index(text, at)
                found.append(at)
                at += len(text)
            self._starts = tuple(found)
        return self._starts

    def __len__(self) -> int:
        return len(self.lowers)

    @overload
    def __getitem__(self, at: int) -> LightToken: ...
    @overload
    def __getitem__(self, at: slice) -> list[LightToken]: ...
    def __getitem__(self, at: int | slice) -> LightToken | list[LightToken]:
        if isinstance(at, slice):
            return [LightToken(self, i) for i in range(*at.indices(len(self.lowers)))]
        return LightToken(self, at if at >= 0 else at + len(self.lowers))

    def __iter__(self) -> Iterator[LightToken]:
        return (LightToken(self, i) for i in range(len(self.lowers)))


class LightToken:
    """One token of a light document."""

    __slots__ = ("doc", "i", "lower_")

    def __init__(self, doc: LightDoc, i: int) -> None:
        """Make one.

        Args:
            doc: its document.
            i: its index there.
        """
        self.doc = doc
        self.i = i
        self.lower_ = doc.lowers[i]

    @property
    def text(self) -> str:
        """The word as it stands."""
        return self.doc.texts[self.i]

    @property
    def idx(self) -> int:
        """Where it begins in the text of the document."""
        return self.doc.starts[self.i]

    @property
    def tag_(self) -> str:
        """Its Penn tag; raises ``Unparsed`` where it is not known."""
        return _known(self.doc).tags[self.i]

    @property
    def dep_(self) -> str:
        """Its relation to its head; raises ``Unparsed`` where it is not known."""
        return _known(self.doc).deps[self.i]

    @property
    def head(self) -> LightToken:
        """Its head, itself for a root; raises ``Unparsed`` where it is not known."""
        return LightToken(self.doc, _known(self.doc).heads[self.i])

    @property
    def is_alpha(self) -> bool:
        """Tells whether it is made of letters."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Tells whether it is made of punctuation marks."""
        return all(unicodedata.category(c).startswith("P") for c in self.text)

    def nbor(self, by: int) -> LightToken:
        """Return the token that many places further."""
        return self.doc[self.i + by]


def _known(doc: LightDoc) -> Parsed:
    if doc.parsed is None:
        raise Unparsed
    return doc.parsed
