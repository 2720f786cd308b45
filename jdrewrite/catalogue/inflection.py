"""Forms of English words as the catalogue and the rules need them: plurals, third person, -ing, past.

The words that no rule knows stand in ``tables/verbs.toml`` and ``tables/nouns.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from jdrewrite import resources

_VOWELS = "aeiou"
_CLOSED = re.compile(r"(?:[^aeiou]*qu|[^aeiou]*)[aeiou][^aeiouwxy]")
"""A verb of one closed syllable: "plan", "strip", "quit"."""
_HISSING = ("s", "x", "z", "ch", "sh")


class _Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of ``verbs.toml``; the comments there say what each is for."""

    doubled: frozenset[str]
    either: frozenset[str]
    also: dict[str, frozenset[str]]
    third: dict[str, str]
    past: dict[str, frozenset[str]]


class _Nouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of ``nouns.toml``; the comments there say what each is for."""

    same: frozenset[str]
    hissing: frozenset[str]
    using: frozenset[str]
    silent: frozenset[str]
    ie: frozenset[str]
    vowel: frozenset[str]
    oes: frozenset[str]
    no_men: frozenset[str]
    ends: dict[str, str]
    plurals: dict[str, tuple[str, ...]]


def third_person(verb: str) -> str:
    """Return the verb as it follows "the incumbent": ``manages``, ``processes``, ``carries``."""
    before, last = _last_part(verb)
    known = _verbs().third.get(last)
    return before + (known or (last + "es" if last.endswith("o") else _with_s(last)))


def participle(verb: str) -> str:
    """Return the -ing form: ``managing``, ``planning``, ``tying``."""
    before, last = _last_part(verb)
    if last.endswith("ie"):
        return f"{before}{last[:-2]}ying"
    if last.endswith("e") and not last.endswith(("ee", "oe", "ye")) and last != "be":
        return f"{before}{last[:-1]}ing"
    return f"{before}{_stem(last)}ing"


@lru_cache(maxsize=8192)
def verb_forms(verb: str) -> frozenset[str]:
    """Return base, third person, -ing and past forms, in lower case."""
    before, last = _last_part(verb)
    ends = {participle(last)} | _verbs().also.get(last, frozenset()) | _verbs().past.get(last, _regular_past(last))
    if last in _verbs().either:
        ends |= {f"{last}{last[-1]}ing", f"{last}{last[-1]}ed"}
    return frozenset({verb, third_person(verb)} | {before + form for form in ends})


def plural(word: str) -> str:
    """Return the plural, one of several that a word may have: ``invoices``, ``duties``, ``shelves``, ``indexes``."""
    before, last = _last_part(word)
    for known in (word, last):
        if known in _nouns().plurals:
            return word.removesuffix(known) + _nouns().plurals[known][0]
    if last in _nouns().same:
        return word
    for one, many in _nouns().ends.items():
        if last.endswith(one) and last not in _nouns().no_men:
            return word.removesuffix(one) + many
    return before + (last + "es" if last in _nouns().oes else _with_s(last))


def singular(word: str) -> str:
    """Return the singular of a plural; a word that is none stays as it is."""
    before, last = _last_part(word)
    nouns = _nouns()
    if last in nouns.same | nouns.hissing:
        return word
    if last in nouns.silent | nouns.using | nouns.ie | nouns.vowel:
        return word[:-1]
    for known in (word, last):
        if known in _irregular():
            return word.removesuffix(known) + _irregular()[known]
    for one, many in nouns.ends.items():
        if last.endswith(many) and last not in nouns.no_men:
            return word.removesuffix(many) + one
    return before + _without_s(last)


@lru_cache(maxsize=8192)
def noun_forms(noun: str) -> frozenset[str]:
    """Return the singular and every plural, in lower case."""
    before, last = _last_part(noun)
    also = (f"{last}s",) if last in _nouns().oes else _nouns().plurals.get(last, ())
    return frozenset({noun, plural(noun), *(before + form for form in also)})


def _last_part(word: str) -> tuple[str, str]:
    """Return a word in two: what stands up to its last hyphen or space, and what is inflected."""
    at = max(word.rfind("-"), word.rfind(" ")) + 1
    return word[:at], word[at:]


def _with_s(word: str) -> str:
    if word.endswith(_HISSING):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else word + "s"


def _without_s(word: str) -> str:
    """Return what an ending in -s was put to, by the rules alone."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("uses"):
        return word[:-1] if word.endswith(("auses", "euses", "ouses")) else word[:-2]
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses", "zzes")) else word[:-1]


def _stem(verb: str) -> str:
    """Return what -ing and -ed are put to, for a verb that does not end in -e."""
    if verb in _verbs().either:
        return verb
    if verb in _verbs().doubled or _CLOSED.fullmatch(verb):
        return verb + ("k" if verb.endswith("c") else verb[-1])
    return verb + "k" if verb.endswith("ic") else verb


def _regular_past(verb: str) -> frozenset[str]:
    if verb.endswith("e"):
        return frozenset({verb + "d"})
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return frozenset({verb[:-1] + "ied"})
    return frozenset({_stem(verb) + "ed"})


@cache
def _irregular() -> dict[str, str]:
    """Return the singular of each plural that no rule makes."""
    found = {many: one for one, every in _nouns().plurals.items() for many in every}
    return found | {f"{one}es": one for one in _nouns().hissing | _nouns().oes}


@cache
def _verbs() -> _Verbs:
    return resources.table(resources.forms() / "verbs.toml", _Verbs)


@cache
def _nouns() -> _Nouns:
    return resources.table(resources.forms() / "nouns.toml", _Nouns)
