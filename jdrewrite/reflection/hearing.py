"""Listens to what somebody says the own job is: is the customer in it, and what is the job said to be for?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.language.sentences import sentences

if TYPE_CHECKING:
    from jdrewrite.analysis.reading import Reader


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What was heard in one answer."""

    named: tuple[str, ...] = ()
    """The words for those served, as they stand."""
    first: bool = False
    """Those served are named in the first sentence."""
    internal: bool = False
    """Those named are colleagues, served as customers."""
    frame: str = "neutral"
    """``stewardship``, ``inward`` or ``neutral``; one sentence that serves is enough."""
    reason: str = ""
    """The words that gave an inward frame away."""

    @property
    def customer(self) -> bool:
        """Whether anybody served is named."""
        return bool(self.named)


@cache
def _reader() -> Reader:
    from jdrewrite.analysis.reading import Reader

    return Reader()


def hear(texts: Sequence[str]) -> list[Heard]:
    """Return what is heard in each answer, in order.

    Raises:
        ModelMissing: the language model is not installed.
    """
    parted = [[text[a:b] for a, b in sentences(text)] for text in texts]
    readings = iter(_reader().read([part for parts in parted for part in parts]))
    return [_heard(parts, [next(readings) for _ in parts]) for parts in parted]


def _heard(parts: Sequence[str], readings: Sequence[object]) -> Heard:
    from jdrewrite.analysis.reading import Reading

    named: dict[str, None] = {}
    first, kinds, frames, reason = False, set(), set(), ""
    for number, (text, reading) in enumerate(zip(parts, readings, strict=True)):
        assert isinstance(reading, Reading)  # noqa: S101 - narrows what is imported late
        kinds.add(reading.labels.customer)
        frames.add(reading.labels.frame)
        for mark in reading.evidence:
            words = text[mark.start : mark.end]
            if mark.lens == "customer" and mark.value != "none" and words:
                named.setdefault(words)
                first = first or number == 0
            if mark.lens == "frame" and mark.value == "inward" and reading.labels.frame == "inward":
                reason = reason or words
    frame = next((f for f in ("stewardship", "inward") if f in frames), "neutral")
    return Heard(
        named=tuple(named),
        first=first,
        internal=bool(named) and "external" not in kinds,
        frame=frame,
        reason=reason if frame == "inward" else "",
    )


def told(heard: Heard) -> str:
    """Return what was heard, said kindly to the person who spoke."""
    if heard.customer:
        who = " and ".join(f"“{word}”" for word in heard.named[:2])
        where = "in the very first sentence" if heard.first else "further on, though not in the first sentence"
        opening = f"I listened for the people you work for, and you name them: {who}, {where}."
    else:
        opening = (
            "I listened for the people you work for, and nobody is named yet. That is how most of us answer: "
            "we say what we do before we say for whom."
        )
    return f"{opening} {_for_what(heard)}"


def _for_what(heard: Heard) -> str:
    if heard.frame == "stewardship":
        return "Your words say that the work does somebody good. Let us see how it gets there."
    if heard.frame == "inward":
        reason = f" (“{heard.reason}”)" if heard.reason else ""
        return f"What the job is for, in these words, lies inside the house{reason}. Let us follow the work outside."
    return "The words say what you do and leave open what it is good for. Let us follow the work and see."
