"""A statement as light tokens: what the reading asks of spaCy's ``Doc``, without its weight.

Most statements can be read by their words alone. So the tags and relations of a light document may be missing, and
asking for one that is missing raises ``Untagged`` or ``Unparsed``: who reads it then tags or parses the statement and
reads it again. That way nothing has to guess beforehand which statements need the model, and none is misread for want
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class Unparsed(Exception):
    """A relation was asked for in a statement that has not been parsed."""


class Untagged(Unparsed):
    """A tag was asked for in a statement that has not been tagged; relations may not be needed."""


class Tree(NamedTuple):
    """How the tokens hang together."""

    deps: tuple[str, ...]
    heads: tuple[int, ...]
    """The index of each token's head; its own for a root."""


class LightDoc:
    """The tokens of one statement. Reads like spaCy's ``Doc`` where the lenses look at it."""

    __slots__ = ("_starts", "_text", "lowers", "tags", "texts", "tree", "user_data")

    def __init__(self, text: str, texts: Sequence[str], lowers: tuple[str, ...]) -> None:
        """Make one.

        Args:
            text: the statement.
            texts: its tokens.
            lowers: the same in lower case.
        """
        self._text = text
        self.texts = texts
        self.lowers = lowers
        self._starts: tuple[int, ...] | None = None
        self.tags: tuple[str, ...] | None = None
        """Penn tags; None where they are not known."""
        self.tree: Tree | None = None
        """None where it is not known."""
        self.user_data: dict[str, Any] = {}

    @classmethod
    def of(cls, part: Doc | Span) -> LightDoc:
        """Return what spaCy knows of a document or of a stretch of one; relations out of it end in themselves."""
        light = cls(part.text, tuple(t.text for t in part), tuple(t.lower_ for t in part))
        if part.doc.has_annotation("TAG"):
            light.tag(part)
        if part.doc.has_annotation("DEP"):
            light.parse(part)
        return light

    def tag(self, part: Doc | Span) -> None:
        """Take the tags over from the same tokens in a spaCy document."""
        self.tags = tuple(t.tag_ for t in part)

    def parse(self, part: Doc | Span) -> None:
        """Take the relations over from the same tokens in a spaCy document."""
        first, size = part[0].i if len(part) else 0, len(part)
        heads = (t.head.i - first for t in part)
        self.tree = Tree(
            tuple(t.dep_ for t in part), tuple(head if 0 <= head < size else i for i, head in enumerate(heads))
        )

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
        """Its Penn tag; raises ``Untagged`` where it is not known."""
        if self.doc.tags is None:
            raise Untagged
        return self.doc.tags[self.i]

    @property
    def dep_(self) -> str:
        """Its relation to its head; raises ``Unparsed`` where it is not known."""
        return _tree(self.doc).deps[self.i]

    @property
    def head(self) -> LightToken:
        """Its head, itself for a root; raises ``Unparsed`` where it is not known."""
        return LightToken(self.doc, _tree(self.doc).heads[self.i])

    @property
    def is_alpha(self) -> bool:
        """Tells whether it is made of letters."""
        return self.text.isalpha()

    def nbor(self, by: int) -> LightToken:
        """Return the token that many places further."""
        return self.doc[self.i + by]


def _tree(doc: LightDoc) -> Tree:
    if doc.tree is None:
        raise Unparsed
    return doc.tree
