"""Cuts a document into statements: one for each sentence or bullet, with section, line and fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.analysis.items import parted
from jdrewrite.analysis.remarks import is_comment
from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import digest, plain
from jdrewrite.model import Block, Document, Section, Statement

if TYPE_CHECKING:  # reading brings numpy, and who only cuts a text into rows need not wait for it
    from jdrewrite.analysis.stepwise import Reading

Span = tuple[int, int]
MAX_STATEMENT = 2000
"""Characters; a longer run without a full stop is no statement of a job description, and is cut there."""


def cut(document: Document) -> list[tuple[Block, list[Span]]]:
    """Return every block with the spans of its statements; a heading is one, a comment to this program none."""
    return [(b, [] if is_comment(b.text) else bounded(sentences(b.text))) for b in document.blocks]


def bounded(spans: list[Span]) -> list[Span]:
    """Cut spans that are too long to be parsed in reasonable time and memory."""
    return [(at, min(at + MAX_STATEMENT, end)) for start, end in spans for at in range(start, end, MAX_STATEMENT)]


def texts_of(cuts: Sequence[tuple[Block, list[Span]]]) -> list[str]:
    """Return the text of each statement, white space collapsed.

    Args:
        cuts: blocks with spans, as ``cut`` returns them.
    """
    return [plain(block.text[start:end]) for block, spans in cuts for start, end in spans]


def build(
    document: Document,
    cuts: Sequence[tuple[Block, list[Span]]],
    texts: Sequence[str],
    sections: Sequence[Section],
    readings: Sequence[Reading],
) -> tuple[Statement, ...]:
    """Return the statements with their labels.

    Args:
        document: to which the blocks belong.
        cuts: blocks with spans, as ``cut`` returns them.
        texts: one for each span, in order, as ``texts_of`` returns them.
        sections: one for each.
        readings: one for each.
    """
    places = [(block, part.kind, span) for block, spans in cuts for part, own in parted(block, spans) for span in own]
    seen: Counter[str] = Counter()
    statements = []
    for number, ((block, kind, span), text, section, found) in enumerate(
        zip(places, texts, sections, readings, strict=True), 1
    ):
        bare = digest(text)
        seen[bare] += 1
        statements.append(
            Statement(
                id=f"s{number}",
                fingerprint=f"{bare}-{seen[bare]}",
                block=block.id,
                start=span[0],
                end=span[1],
                line=document.line_of(block, span[0]),
                section=section,
                kind=kind,
                text=text,
                locked=bool(block.locked),
                labels=found.labels,
                evidence=found.evidence,
            )
        )
    return tuple(statements)
