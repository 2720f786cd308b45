"""Sections and function for a plain text inside a spaCy ``Doc``, for the components of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.analysis.function import rank
from jdrewrite.analysis.sections import label_one

if TYPE_CHECKING:
    from spacy.tokens import Doc


def label_lines(doc: Doc) -> Doc:
    """Put a span for each line of the text into ``doc.spans["jd_sections"]``, labelled with its section."""
    spans = []
    at = 0
    title = doc.text.lstrip().split("\n", 1)[0]
    for line in doc.text.split("\n"):
        span = doc.char_span(at, at + len(line), label=label_one(line, title), alignment_mode="expand")
        if line.strip() and span is not None:
            spans.append(span)
        at += len(line) + 1
    doc.spans["jd_sections"] = spans
    return doc


def rank_text(doc: Doc) -> Doc:
    """Set ``doc._.jd_function`` to the ranked functions; the first line of the text is taken for the title."""
    title, _, rest = doc.text.lstrip().partition("\n")
    doc._.jd_function = rank(title, [line for line in rest.split("\n") if line.strip()])
    return doc
