"""The judge's own words: synonyms, families of words, fillers, inward ends. It shares none with any writer."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.verifying.spelling import american
from jdrewrite.verifying.thesaurus import apart, thesaurus

Words = frozenset[str]
_DATA = Path(__file__).parent / "data"
_WORDS, _PAIRS = 50_000, 131_072
"""Words, and pairs of words, of which it is remembered what was found: an audit compares the lines of many texts."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of ``data/words.toml``; the comments there say what each is for."""

    phrases: tuple[str, ...]
    families: tuple[str, ...]
    filler: Words
    light: Words
    inward: Words
    ends: Words
    serving: Words
    duties: Words
    served: Words
    grammar: Words
    idioms: tuple[str, ...]
    opposites: tuple[str, ...]
    manner: Words
    powers: Words


class Lexicon(msgspec.Struct, frozen=True):
    """What ``data/words.toml`` holds, made ready for asking."""

    words: dict[str, frozenset[str]]
    """The plain lists by name, in American spelling."""
    synonyms: dict[str, frozenset[str]]
    families: dict[str, frozenset[str]]
    phrases: dict[tuple[str, str], str]
    idioms: re.Pattern[str]
    opposites: tuple[tuple[str, str], ...]


@cache
def lexicon() -> Lexicon:
    """Return the words, read once.

    Raises:
        DataError: the file has an unknown table.
        ValueError: a phrase has no meaning.
    """
    data = resources.table(_DATA / "words.toml", _File)
    phrases: dict[tuple[str, str], str] = {}
    for row in data.phrases:
        words, meaning = row.split(" = ")
        verb, particle = words.split()[:2]
        phrases[verb, particle] = meaning
    lists = ("filler", "light", "inward", "ends", "serving", "duties", "served", "grammar", "manner", "powers")
    plain = {name: frozenset(american(word) for word in getattr(data, name)) for name in lists}
    idioms = re.compile(rf"\b(?:{'|'.join(data.idioms)})\b", re.IGNORECASE)
    pairs = tuple((a, b) for a, b in (row.split() for row in data.opposites))
    return Lexicon(plain, _groups(_rows("synonyms.txt")), _groups(data.families), phrases, idioms, pairs)


@cache
def coded_stems(kind: str) -> tuple[str, ...]:
    """Return the stems of words that read as ``masculine`` or ``feminine``, or name the work; the file names the study.

    Raises:
        KeyError: no such kind.
    """
    data = resources.table(_DATA / "coded.toml", dict[str, str])
    return tuple(data[kind].split())


def _rows(name: str) -> tuple[str, ...]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def among(name: str, word: str) -> bool:
    """Tell whether a word stands in one of the plain lists of ``words.toml``, in whichever spelling."""
    return american(word) in lexicon().words[name]


def _groups(rows: tuple[str, ...]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in rows:
        head, _, rest = row.rpartition(":")
        words = [american(word) for word in rest.split()]
        if head:  # "head: words" says that each of them may stand for the head, and nothing of each other
            groups.setdefault(american(head), set()).update(words)
            words_of_head = [american(head)]
            for word in words:
                groups.setdefault(word, {word}).update(words_of_head)
            continue
        for word in words:
            groups.setdefault(word, set()).update(words)
    return {word: frozenset(others) for word, others in groups.items()}


_ENDINGS = (
    "erships", "ership", "orships", "orship", "izations", "ization", "ations", "ation", "ements", "ement", "ments", "ment", "ances", "ance",
    "ences", "ence", "encies", "ency", "ancies", "ancy", "abilities", "ability", "ative", "ibility", "ities", "ity", "ings", "ing", "ions", "ion", "ness", "able", "ible", "ally", "ives", "ive", "ers",
    "ors", "er", "or", "ies", "ied", "als", "al", "izes", "ized", "izing", "ize", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip
_GROWN = frozenset("ize ized al ly ity ness ing ed".split())
_AGENT = re.compile(r"(?:er|or|ist|ee|ant|ian)$")
_SHORTEST = 3
_PREFIX = 5
"""Letters from which two stems of which one begins the other are taken for one: ``market``, ``marketing``."""


@lru_cache(maxsize=_WORDS)
def base(word: str) -> str | None:
    """Return the verb of which an unknown word on -s is the third person: "analyzes", which parsers take for a name."""
    if not word.endswith("s") or len(word) < _PREFIX:
        return None
    forms = [word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else ""]
    return next((form for form in forms if known(form)), None)


def known(word: str) -> bool:
    """Tell whether the judge has the word in one of its tables of acts and things."""
    tables, form = lexicon(), american(word)
    return form in tables.synonyms or form in tables.families or form in tables.words["duties"]


@lru_cache(maxsize=_WORDS)
def stem(word: str) -> str:
    """Return what is left of a word without its ending, so that "reconcile" and "reconciliation" meet."""
    word = american(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            left = word[: -len(ending)]
            return left[:-1] if len(left) > _SHORTEST and left[-1] == left[-2] else left
    return word


@lru_cache(maxsize=_PAIRS)
def akin(a: str, b: str) -> bool:
    """Tell whether two base forms are one word or of one family: "manage" and "management"."""
    a, b = american(a), american(b)
    if a == b or stem(a) == stem(b) or b in lexicon().families.get(a, ()):
        return True
    if f"{a}s" == b or f"{b}s" == a:
        return True  # "PM" and "PMs", too short for the endings
    if (a.startswith(b) or b.startswith(a)) and a[len(b) :] + b[len(a) :] in _GROWN and min(len(a), len(b)) >= _PREFIX:
        return True
    if a[:4] == b[:4] and b in thesaurus().forms.get(a, ()):
        return True
    shorter, longer = sorted((stem(a), stem(b)), key=len)
    return len(shorter) >= _PREFIX and longer.startswith(shorter)


@lru_cache(maxsize=_PAIRS)
def same(a: str, b: str) -> bool:
    """Tell whether two base forms say the same: akin, or synonyms, or synonyms of their kin's base."""
    if akin(a, b):
        return True
    a, b = american(a), american(b)
    if apart(a, b):
        return False
    if any(_synonyms(x, y) for x in _family(a) for y in _family(b)):
        return True
    if _AGENT.search(a) or _AGENT.search(b):
        return False  # who does it is another thing than what is done
    forms = thesaurus().forms
    return any(_synonyms(x, b) for x in forms.get(a, ())) or any(_synonyms(a, y) for y in forms.get(b, ()))


def _synonyms(a: str, b: str) -> bool:
    return b in lexicon().synonyms.get(a, ()) or b in thesaurus().synonyms.get(a, ())


@lru_cache(maxsize=_WORDS)
def _family(word: str) -> frozenset[str]:
    """Return the word and the members of its family: "analysis" may stand for what "analyse" may."""
    verbs = {form for form in (word[:-1], word[:-2]) if word.endswith("ed") and known(form)}
    return frozenset({word, *verbs}) | lexicon().families.get(word, frozenset())
