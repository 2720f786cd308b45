"""The spaCy attributes that the components set: ``token._.jd_served``, ``doc._.jd_frame``, ``span._.jd_frame`` ..."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jdrewrite.analysis.lenses import value_of
from jdrewrite.analysis.matching import Hit
from jdrewrite.analysis.rules import book
from jdrewrite.language import spacy_alone
from jdrewrite.model import LENSES, Lens


def register() -> None:
    """Register the attributes; calling it again changes nothing."""
    spacy_alone.begin()
    from spacy.tokens import Doc, Span, Token

    if Token.has_extension("jd_served"):
        return
    Token.set_extension("jd_served", default="")
    for lens in LENSES:
        Doc.set_extension(f"jd_{lens}", getter=_getter(lens))
        Span.set_extension(f"jd_{lens}", getter=_getter(lens))
    Doc.set_extension("jd_function", default=())


def _getter(lens: Lens) -> Callable[[Any], str]:
    def value(part: Any) -> str:
        # A span knows its document and its place in it; a document is the whole of itself.
        doc = getattr(part, "doc", part)
        first, last = (part.start, part.end) if hasattr(part, "start") else (0, len(doc))
        hits: list[Hit] = [
            (span.label_, span.start, span.end)
            for span in doc.spans.get(f"jd_{lens}", ())
            if first <= span.start and span.end <= last
        ]
        return value_of(lens, hits, book())

    return value
