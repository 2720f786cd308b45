"""Which document of the library a text is a version of. Pure.

Statements that many documents share (who the employer is, equal opportunity, benefits) say nothing of which document
this is, so only statements that few documents have are counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import Literal

import msgspec

from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import fingerprint
from jdrewrite.library.values import StoredDocument
from jdrewrite.model import Document

How = Literal["same", "version", "new"]
COMMON = 3
"""A statement that more documents than this share does not tell them apart."""
LEAST_SHARE = 0.92
"""Of the telling statements of both, how many must be in both, under another title: that is where
little but the title changed. Sister jobs, such as the day and the night shift, have up to nine tenths."""
LEAST_SHARE_OF_TITLE = 0.35
"""The same where the title is the same too. A rewrite touches a third of the statements: half of all stay."""
LEAST_SHARE_AT_PATH = 0.15
"""The same where the text came from the same file."""
LEAST_SHARED = 2


class Match(msgspec.Struct, frozen=True):
    """A document of the library that a text belongs to."""

    document: str
    version: int
    how: How
    """``same``: byte for byte a version that is there; ``version``: a further one."""
    share: float
    """0 to 1: how much of the telling statements both have."""


def fingerprints(document: Document) -> tuple[str, ...]:
    """Return 12 hex digits for each distinct statement, in reading order."""
    found = (
        fingerprint(block.text[start:end]).partition("-")[0]
        for block in document.blocks
        for start, end in sentences(block.text)
    )
    return tuple(dict.fromkeys(found))


class Recogniser:
    """Knows which documents have which statements and which bytes."""

    def __init__(self, documents: Iterable[StoredDocument] = ()) -> None:
        self._prints: dict[str, frozenset[str]] = {}
        self._having: defaultdict[str, set[str]] = defaultdict(set)
        self._texts: dict[str, tuple[str, int]] = {}
        self._paths: defaultdict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, str] = {}
        for document in documents:
            self.learn(document)

    def learn(self, document: StoredDocument) -> None:
        """Take in a document, or its new version."""
        for gone in self._prints.get(document.id, ()):
            self._having[gone].discard(document.id)
        self._prints[document.id] = frozenset(document.fingerprints)
        for found in self._prints[document.id]:
            self._having[found].add(document.id)
        self._titles[document.id] = _words(document.title)
        for version in document.versions:
            self._texts[version.text] = (document.id, version.number)
            if version.path != "-":
                self._paths[version.path].add(document.id)

    def match(self, text: str, prints: Collection[str], path: str, title: str) -> Match | None:
        """Return the document that a text is a version of, None for one that was never seen.

        Args:
            text: sha256 of its bytes.
            prints: fingerprints of its statements.
            path: where it came from, absolute.
            title: as it reads.
        """
        if text in self._texts:
            document, version = self._texts[text]
            return Match(document, version, "same", 1.0)
        telling = {p for p in prints if len(self._having.get(p, ())) <= COMMON}
        shared = Counter(document for p in telling for document in self._having.get(p, ()))
        best = max(shared, key=lambda d: (self._share(telling, d, shared[d]), d), default=None)
        if best is None or shared[best] < LEAST_SHARED:
            return None
        share = self._share(telling, best, shared[best])
        named = _words(title)
        least = LEAST_SHARE_OF_TITLE if named and self._titles[best] == named else LEAST_SHARE
        if best in self._paths.get(path, ()):
            least = LEAST_SHARE_AT_PATH
        return Match(best, 0, "version", round(share, 3)) if share >= least else None

    def _share(self, telling: set[str], document: str, shared: int) -> float:
        own = sum(len(self._having[p]) <= COMMON for p in self._prints[document])
        return shared / (len(telling) + own - shared)


def _words(title: str) -> str:
    """Return the words of a title; none of a template that was not filled in."""
    if "{{" in title:
        return ""
    return " ".join("".join(c if c.isalnum() else " " for c in title.casefold()).split())
