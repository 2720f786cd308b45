"""Words that no honest effect of a duty has: what a model writes when a text has talked it into something.

The judge lets a rewrite add a purpose, since most purposes are good; which ones a stranger may put there without a
person looking is decided here, before the judge. It holds for engines only: a person may write what they like.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue import Function

_WORD = re.compile(r"[a-z][a-z’'-]*", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|without|instead of|before|rather than|free of|spared?|avoid\w*|prevent\w*|"
    r"n[’']t|less|fewer|would|could|where|when|who|whose|what|which)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)


class _Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: str
    ours: bool = False
    """Words of the function's own catalogue are allowed."""
    negated: bool = False
    """Allowed where it is denied or only thought of: "so that nobody is overcharged", "what could harm them"."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    theme: tuple[_Theme, ...]


def suspicion(text: str, original: str, function: Function) -> str:
    """Return why a text is not taken from a model; empty where nothing is suspicious.

    Args:
        text: as the model wrote it, made visible.
        original: the statement that it rewrites; empty for a new line.
        function: the catalogue entry that serves the job.
    """
    own = original.lower()
    for theme, pattern in _themes():
        for found in pattern.finditer(text):
            word = found.group().lower()
            known = word in own or (theme.ours and _stem(word) in _vocabulary(function))
            denied = theme.negated and _NOT.search(text[: found.start()])
            if not known and not denied:
                return f"it speaks of {theme.name} (“{found.group()}”)"
    return ""


@cache
def _themes() -> tuple[tuple[_Theme, re.Pattern[str]], ...]:
    path = Path(__file__).with_name("data") / "suspect.toml"
    themes = resources.table(path, _File).theme
    return tuple((theme, _pattern(theme.words)) for theme in themes)


def _pattern(words: str) -> re.Pattern[str]:
    single, *phrases = words.split("|")
    parts = [*single.split(), *phrases]
    forms = (r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in part.split()) for part in parts)
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b", re.IGNORECASE)


@cache
def _vocabulary(function: Function) -> frozenset[str]:
    texts = msgspec.json.encode(function).decode()
    return frozenset(_stem(word.group().lower()) for word in _WORD.finditer(texts))


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|ed|ing)$", "", word)
