"""Words that carry meaning, and of which function's comments they are typical."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from jdrewrite.voice.meaning import sayings

_WORD = re.compile(r"[a-z][a-z'-]{2,}")
_DOUBT = 30
"""Words that each function is taken to have said like everybody: a word said once proves little."""
_STOP = frozenset(
    "the and for with that this have has had was were are not but you your our they them their from what when where "
    "how why who which will would can could should may might been being into onto about after before again more most "
    "very just all any some one two also than then there here his her she him its it's did does don't didn't i'm i've "
    "get got use used using work working need needs make made please help want know customer customers".split()
)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that carry meaning, without the endings of plural and past."""
    return frozenset(_stem(word) for text in texts for word in _WORD.findall(text.lower()) if word not in _STOP)


def spoken(text: str) -> dict[str, str]:
    """Return for each word that ``words_of`` finds how the text has it, to be shown."""
    return {_stem(word): word for word in reversed(_WORD.findall(text.lower())) if word not in _STOP}


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def telling(word: str) -> float:
    """Return how much a word tells, 0 to 1: 1 for one that no saying has, little for one that is said of any work."""
    everybody = len(sayings()) + 1
    return math.log(everybody / (_spread()[word] + 0.5)) / math.log(2 * everybody)


@cache
def _spread() -> Counter[str]:
    """Return of how many functions' work customers use a word."""
    return Counter(word for said in sayings().values() for word in words_of(said))


def typical(words: Iterable[str]) -> dict[str, float]:
    """Return for each function how much more often its customers use these words than those of others (log odds)."""
    odds = _odds()
    known = [odds[word] for word in words if word in odds]
    return {name: sum(each[name] for each in known) for name in sayings()} if known else {}


@cache
def _odds() -> dict[str, dict[str, float]]:
    counts = {name: Counter(word for text in said for word in words_of([text])) for name, said in sayings().items()}
    totals = {name: sum(count.values()) for name, count in counts.items()}
    all_ = sum(counts.values(), Counter[str]())
    whole = sum(all_.values())
    return {
        word: {
            name: math.log((counts[name][word] + _DOUBT * share) / ((totals[name] + _DOUBT) * share)) for name in counts
        }
        for word, share in ((word, count / whole) for word, count in all_.items())
    }
