"""Listens to what somebody says the own job is: is the customer in it, and what is the job said to be for?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.language.sentences import sentences
from jdrewrite.reflection.whom import denied, people_in

if TYPE_CHECKING:
    from jdrewrite.analysis.reading import Reader, Reading
    from jdrewrite.model import Evidence


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
    denied: tuple[str, ...] = ()
    """Words for people who are said not to be served, or not to be liked."""
    language: str = ""
    """The language, where it is not English: then nothing else was heard."""

    @property
    def customer(self) -> bool:
        """Whether anybody served is named."""
        return bool(self.named)


_SOMEBODY = re.compile(
    r"\b(?:they|them|their|theirs|he|him|his|she|her|hers|somebody|someone|each other)\b", re.IGNORECASE
)
"""Words for people who were named before."""


@cache
def _reader() -> Reader:
    from jdrewrite.analysis.reading import Reader

    return Reader()


def hear(texts: Sequence[str]) -> list[Heard]:
    """Return what is heard in each answer, in order.

    Raises:
        ModelMissing: the language model is not installed.
    """
    from jdrewrite.analysis.english import language_of_answer

    others = [language_of_answer(text) or "" for text in texts]
    parted = [
        [] if other else [text[a:b] for a, b in sentences(text)] for text, other in zip(texts, others, strict=True)
    ]
    readings = iter(_reader().read([part for parts in parted for part in parts]))
    return [
        Heard(language=other) if other else _together([_sentence(part, next(readings)) for part in parts])
        for parts, other in zip(parted, others, strict=True)
    ]


class _Sentence(msgspec.Struct, frozen=True, kw_only=True):
    named: dict[str, str]
    """Words for those served, with the side on which they stand."""
    denied: tuple[str, ...]
    frame: str
    reason: str


def _sentence(text: str, reading: Reading) -> _Sentence:
    marks = [m for m in reading.evidence if text[m.start : m.end]]
    ruled = {(m.start, m.end) for m in marks if m.lens == "customer" and m.value != "none"}
    found: list[tuple[int, int, str]] = [(a, b, reading.labels.customer) for a, b in ruled]
    found += [(p.start, p.end, p.side) for p in people_in(text) if not any(a < p.end and p.start < b for a, b in ruled)]
    away = {(a, b) for a, b, _ in found if denied(text, b - 1)}
    named = {text[a:b]: side for a, b, side in sorted(found) if (a, b) not in away}
    frame = reading.labels.frame
    if frame == "stewardship" and away and not named:
        frame = "neutral"
    if frame == "stewardship" and not named and not _says_a_good(text, marks):
        frame = "neutral"
    reason = next((text[m.start : m.end] for m in marks if m.lens == "frame" and m.value == "inward"), "")
    return _Sentence(
        named=named,
        denied=tuple(text[a:b] for a, b in sorted(away)),
        frame=frame,
        reason=reason if frame == "inward" else "",
    )


def _says_a_good(text: str, marks: Sequence[Evidence]) -> bool:
    """Tell whether a good is said to be done in words of which a rule speaks, or to people.

    Where nobody is named, what the trained model takes for a good may be that of the books: "so that the books are
    right".
    """
    goods = [m for m in marks if m.lens == "frame" and m.value == "stewardship"]
    return any(not m.rule.endswith(".learned") or _SOMEBODY.search(text[m.start : m.end]) for m in goods)


def _together(parts: Sequence[_Sentence]) -> Heard:
    frames = {part.frame for part in parts}
    named = {words: side for part in reversed(parts) for words, side in part.named.items()}
    order = dict.fromkeys(words for part in parts for words in part.named)
    return Heard(
        named=tuple(order),
        first=bool(parts and parts[0].named),
        internal=bool(named) and "external" not in named.values(),
        frame=next((f for f in ("stewardship", "inward") if f in frames), "neutral"),
        reason="" if "stewardship" in frames else next((part.reason for part in parts if part.reason), ""),
        denied=tuple(dict.fromkeys(words for part in parts for words in part.denied)),
    )


def told(heard: Heard) -> str:
    """Return what was heard, said kindly to the person who spoke."""
    if heard.language:
        return (
            f"This reads like {heard.language}, and I listen in English only. Your words are kept as they are; the "
            "sentences that join them in the end are English, so write your own there if you like."
        )
    if heard.customer:
        who = " and ".join(f"“{word}”" for word in heard.named[:2])
        where = "in the very first sentence" if heard.first else "further on, though not in the first sentence"
        opening = f"I listened for the people you work for, and you name them: {who}, {where}."
        if heard.internal:
            opening += " They are colleagues, whom you serve like customers."
    elif heard.denied:
        opening = (
            f"I listened for the people you work for. You speak of “{heard.denied[0]}”, and not as somebody you work "
            "for. That is an honest place to begin."
        )
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
