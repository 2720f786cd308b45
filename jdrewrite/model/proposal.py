"""What is proposed, and what the judge says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from jdrewrite.model.document import Edit
from jdrewrite.model.labels import Lens

Kind = Literal["reframe", "connect", "add"]
KINDS: tuple[Kind, ...] = ("reframe", "connect", "add")
"""``reframe``: same facts, other purpose. ``connect``: adds the effect on customers. ``add``: a new line."""


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact in one of the two texts."""

    check: str
    """The check that saw it: ``figures``, ``names``, ``modality``, ..."""
    text: str
    """The words, or what is to be said of them."""
    start: int
    end: int
    """Span in characters: of the original for ``kept`` and ``lost``, of the rewrite for the others. Of whole documents,
    characters of that line, with white space collapsed."""
    line: int = 0
    """Of whole documents: the line of the rewrite (Word: the paragraph) that says it now, or should; 0 for none."""
    original_line: int = 0
    """Of whole documents: the line of the original that says it, or has another wording; 0 for none."""


def told_once(facts: Sequence[Fact], others: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Return facts for a person to read, without those whose words a wider one at the same place tells: "one week".

    Args:
        facts: lost, invented or changed.
        others: that are told before them.
    """
    return tuple(
        f for f in facts if not any(_tells(wider, f) for wider in facts) and not any(_says(o, f) for o in others)
    )


def _tells(wider: Fact, fact: Fact) -> bool:
    return wider.end - wider.start > fact.end - fact.start and _says(wider, fact)


def _says(other: Fact, fact: Fact) -> bool:
    """Tell whether a fact is said in the words of another at its place."""
    words = fact.text[1:].split("”")[0] if fact.text.startswith("“") else fact.text
    there = (other.line, other.original_line) == (fact.line, fact.original_line)
    return there and other.start <= fact.start < fact.end <= other.end and words in other.text


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of comparing a rewrite with its original."""

    passed: bool
    kept: tuple[Fact, ...] = ()
    lost: tuple[Fact, ...] = ()
    invented: tuple[Fact, ...] = ()
    changed: tuple[Fact, ...] = ()
    """Facts that are there in another strength or sense: must to may, a negation gone, locked text touched."""
    added_purpose: tuple[Fact, ...] = ()
    """Purposes or effects on customers that the rewrite adds: allowed, and listed for a person to see."""
    warnings: tuple[Fact, ...] = ()
    """Length, reading level, gender-coded words, doubled phrases: shown, not failing."""
    doubtful: bool = False
    """It did not pass, but only for a word or two that other words may well say: a person should look."""


FACTS_OF_ORIGINAL = ("kept", "lost")
"""Parts of a verdict whose facts lie in the original."""

FACTS_OF_REWRITE = ("invented", "changed", "added_purpose", "warnings")
"""Parts of a verdict whose facts lie in the rewrite."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a proposal belongs in the document."""

    block: str
    start: int
    end: int
    """Span of ``Block.text`` that is replaced; for ``add``, the new line comes after the block."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One change that a person may accept, edit or reject."""

    id: str
    """``p1``, ``p2``, ... in order of gain."""
    kind: Kind
    engine: str
    anchor: Anchor
    statement: str | None
    """Id of the statement that is replaced; None for ``add``."""
    original: str | None
    """The statement's text as it stands; None for ``add``."""
    proposed: str
    lenses: tuple[Lens, ...]
    """Lenses through which the statement says more after the change."""
    rationale: str
    source: str
    """Where the wording comes from: an entry of the catalogue, or a prompt version."""
    verdict: Verdict | None = None
    """None until it was verified."""

    def edit(self) -> Edit:
        """Return the change to the document that accepting this proposal makes."""
        return Edit(
            block=self.anchor.block,
            start=self.anchor.start,
            end=self.anchor.end,
            text=self.proposed,
            insert=self.original is None,
            comment=self.rationale,
        )
