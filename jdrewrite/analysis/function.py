"""Ranks the job functions of a job description by its title and its duties.

Two sources of evidence, both data: expressions that tell the function by themselves (``functions.toml``), and words
weighed by how much more often they stand in O*NET's titles and tasks of one function than in all
(``function_words.json``, made by ``tools/function_words.py``; O*NET 29.3, US Department of Labor/ETA, CC BY 4.0).
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.model import FunctionGuess

OTHER = "other"
_SHOWN = 3
_TITLE, _TITLE_WORDS, _DUTIES, _DUTY_WORDS = 3.0, 0.55, 1.1, 0.10
"""How much an expression in the title weighs, a word of it, an expression in the duties, a word of them."""
_LAST = 1.35
"""The end of a title names the trade ("Marketing Data Analyst"), so what stands there weighs more."""
_ENOUGH = 1.2
"""Evidence below which no function is named."""
_SHARPNESS = 0.9
_WORD = re.compile(r"[a-z][a-z+#&.-]*[a-z+#]|[a-z]")
_NOISE = re.compile(r"\(.*?\)|\b(remote|hybrid|contract|temporary|full[- ]time|part[- ]time|m/f/d|usa?|uk|emea)\b|[|–—].*$|\d+", re.I)
_STOP = frozenset("of and the for a to in or with".split())


class _Tables(msgspec.Struct, frozen=True):
    title_marks: dict[str, re.Pattern[str]]
    duty_marks: dict[str, re.Pattern[str]]
    title_words: dict[str, dict[str, float]]
    task_words: dict[str, dict[str, float]]


@cache
def _tables() -> _Tables:
    marks = tomllib.loads((resources.tables() / "functions.toml").read_text(encoding="utf-8"))
    words = json.loads((resources.tables() / "function_words.json").read_text(encoding="utf-8"))

    def compiled(part: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
        return {name: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for name, patterns in part.items()}

    return _Tables(compiled(marks["titles"]), compiled(marks["duties"]), words["titles"], words["tasks"])


def rank(title: str, duties: Sequence[str] = ()) -> tuple[FunctionGuess, ...]:
    """Return the three likeliest functions, best first; ``other`` alone where none fits.

    Args:
        title: the job's title.
        duties: texts of the duties; they decide where the title is vague.
    """
    evidence: Counter[str] = Counter()
    clear = _NOISE.sub(" ", title)
    _add_title(evidence, clear)
    decisive = sum(evidence.values())
    if duties:
        _add_duties(evidence, duties, weight=1.0 if decisive < 2 * _TITLE else 0.6)
    ranked = evidence.most_common(_SHOWN)
    if not ranked or ranked[0][1] < _ENOUGH:
        return (FunctionGuess(name=OTHER, confidence=0.5),)
    total = sum(math.exp(_SHARPNESS * (value - ranked[0][1])) for value in evidence.values())
    return tuple(
        FunctionGuess(name=name, confidence=round(math.exp(_SHARPNESS * (value - ranked[0][1])) / total, 3))
        for name, value in ranked
    )


def _add_title(evidence: Counter[str], title: str) -> None:
    tables = _tables()
    length = max(1, len(title.strip()))
    head = re.split(r",| - |:|/(?=\s)", title)[0]
    for name, pattern in tables.title_marks.items():
        for match in pattern.finditer(title):
            # Longer expressions say more; the head of the title says more than what follows a comma.
            place = _LAST if match.end() >= len(head.rstrip()) - 2 and match.start() < len(head) else 1.0
            aside = 0.6 if match.start() >= len(head) else 1.0
            evidence[name] += _TITLE * place * aside * (0.6 + 0.4 * min(1.0, 2 * len(match.group()) / length))
    for term in _terms(title):
        for name, weight in tables.title_words.get(term, {}).items():
            evidence[name] += _TITLE_WORDS * weight


def _add_duties(evidence: Counter[str], duties: Sequence[str], weight: float) -> None:
    tables = _tables()
    text = "\n".join(duties)
    words = max(40, len(text.split()))
    for name, pattern in tables.duty_marks.items():
        hits = len(pattern.findall(text))
        if hits:
            evidence[name] += weight * _DUTIES * math.log1p(100 * hits / words)
    counts: Counter[str] = Counter()
    for term in _terms(text):
        for name, value in tables.task_words.get(term, {}).items():
            counts[name] += value
    for name, value in counts.items():
        evidence[name] += weight * _DUTY_WORDS * value * 100 / (100 + words)


def _terms(text: str) -> set[str]:
    words = [word for word in _WORD.findall(text.lower()) if word not in _STOP]
    return set(words) | {f"{a} {b}" for a, b in zip(words, words[1:], strict=False)}
