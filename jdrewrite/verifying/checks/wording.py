"""Warnings on how the rewrite reads: length, level, doubled phrases, coded words, stuffing. They never fail it."""

from __future__ import annotations

import re
from collections import Counter

from jdrewrite.analysis.served_word import seen
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import coded_stems
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_LONGER, _WORDS_MORE = 2.0, 25
"""A rewrite is long when it has more than twice the words, and more than 25 words more."""
_STUFFED = 3
_LEVEL, _HARDEST = 4.0, 14.0
"""School grades by which a rewrite may read harder, and the grade up to which nobody is warned."""
_HEAP = 3
"""Feminine-coded words are many words of service ("support", "understand"), and masculine-coded ones many of the work
itself ("decide", "analysis"), which say nothing of the person who is wanted; only a heap of them is told."""
_HELD = {"masculine": "men", "feminine": "women"}
_PHRASE = 4
_SERVED = re.compile(r"\b(?:customer|client|patient|resident|user|guest|consumer|member|student)s?\b", re.IGNORECASE)
_TOO_OFTEN = "those served are named three times"


def compare(before: Text, after: Text) -> Outcome:
    """Return warnings about the rewrite."""
    out = Outcome()
    old, new = before.text.split(), after.text.split()
    if len(new) > _LONGER * max(1, len(old)) and len(new) - len(old) > _WORDS_MORE:
        _warn(out, "length", f"{len(new)} words for {len(old)}", after)
    for phrase in sorted(_doubled(after.text) - _doubled(before.text)):
        at = max(0, after.text.lower().rfind(phrase))
        out.warnings.append(Fact(check="doubled", text=f"“{phrase}” stands twice", start=at, end=at + len(phrase)))
    if stuffed(before.text, after.text):
        _warn(out, "stuffing", _TOO_OFTEN, after)
    level, was = reading_level(after.text), reading_level(before.text)
    if level > max(_HARDEST, was + _LEVEL):
        _warn(out, "level", f"reads at grade {level:.0f}, was {was:.0f}: shorter sentences help", after)
    out.warnings += coded(before.text, after.text)
    return out


def stuffed(before: str, after: str) -> bool:
    """Tell whether a rewrite names those served three times, and the original does not."""
    return len(_SERVED.findall(after)) >= _STUFFED > len(_SERVED.findall(before))


def stuffing(before: Text, after: Text, people: str) -> list[Fact]:
    """Return a warning where a rewrite names those served three times by the word that somebody gave, or by others too.

    Args:
        before: the original.
        after: the rewrite.
        people: the word that was given.
    """
    if stuffed(before.text, after.text) or not stuffed(seen(before.text, people).text, seen(after.text, people).text):
        return []
    return [Fact(check="stuffing", text=_TOO_OFTEN, start=0, end=len(after.text))]


def reading_level(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid and others 1975): years of school that reading it takes.

    Syllables are counted as groups of vowels, without a silent e at the end.
    """
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word)))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _warn(out: Outcome, check: str, text: str, after: Text) -> None:
    out.warnings.append(Fact(check=check, text=text, start=0, end=len(after.text)))


def coded(before: str, after: str) -> list[Fact]:
    """Return a warning for each coded word that only the rewrite has.

    Args:
        before: the text of the original.
        after: the text of the rewrite.
    """
    said = set(re.findall(r"[a-z-]+", before.lower()))
    traits: list[Fact] = []
    heaps: dict[str, list[Fact]] = {"masculine": [], "feminine": []}
    for match in re.finditer(r"[a-z-]+", after.lower()):
        word = match.group()
        if word in said:
            continue
        for kind, heap in heaps.items():
            if word.startswith(coded_stems(kind)):
                text = f"“{word}” is found more in advertisements for jobs held mostly by {_HELD[kind]}"
                alone = kind == "masculine" and not f"{word}$".startswith(coded_stems("of_the_work"))
                (traits if alone else heap).append(Fact(check="coded", text=text, start=match.start(), end=match.end()))
    return traits + [fact for heap in heaps.values() if len({f.text for f in heap}) >= _HEAP for fact in heap]


def _doubled(text: str) -> set[str]:
    words = re.findall(r"[a-z’']+", text.lower())
    grams = Counter(" ".join(words[i : i + _PHRASE]) for i in range(len(words) - _PHRASE + 1))
    return {gram for gram, n in grams.items() if n > 1}
