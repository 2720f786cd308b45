"""The parts of a text that figures, frequencies and modality answer for, so that no check repeats another's work."""

from __future__ import annotations

import re
from functools import lru_cache

from jdrewrite.verifying.checks import figures, frequency, modality
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.texts import Text

_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[Span, ...]:
    return (*figures.spans(text), *frequency.spans(text), *modality.spans(text))


def elsewhere(text: Text) -> list[Span]:
    """Return the spans that other checks judge."""
    return list(_spans(text.text))


def in_brackets(text: str, at: int) -> bool:
    """Tell whether a place lies in round brackets, whose words say which of all is meant: "nurse (adult)"."""
    return any(match.start() < at < match.end() for match in _BRACKETS.finditer(text))
