"""Forms of English words as the catalogue and the rules need them: plurals, third person, -ing, past."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = "aeiou"
_DOUBLED = frozenset(
    "upsell cross-sell commit refer counsel submit admit transfer permit begin forget regret prefer defer infer occur "
    "incur equip control emit omit allot".split()
)
_PAST: dict[str, frozenset[str]] = {
    "build": frozenset({"built"}),
    "drive": frozenset({"drove", "driven"}),
    "get": frozenset({"got"}),
    "give": frozenset({"gave", "given"}),
    "grow": frozenset({"grew", "grown"}),
    "hear": frozenset({"heard"}),
    "keep": frozenset({"kept"}),
    "lead": frozenset({"led"}),
    "make": frozenset({"made"}),
    "meet": frozenset({"met"}),
    "sell": frozenset({"sold"}),
    "teach": frozenset({"taught"}),
    "understand": frozenset({"understood"}),
    "win": frozenset({"won"}),
    "hold": frozenset({"held"}),
    "cut": frozenset({"cut"}),
    "beat": frozenset({"beaten"}),
    "be": frozenset({"is", "are", "was", "were", "been"}),
    "find": frozenset({"found"}),
    "speak": frozenset({"spoke", "spoken"}),
    "write": frozenset({"wrote", "written"}),
    "bring": frozenset({"brought"}),
    "send": frozenset({"sent"}),
    "feed": frozenset({"fed"}),
    "go": frozenset({"went", "gone"}),
    "do": frozenset({"did", "done"}),
    "run": frozenset({"ran"}),
    "take": frozenset({"took", "taken"}),
    "buy": frozenset({"bought"}),
    "draw": frozenset({"drew", "drawn"}),
    "oversee": frozenset({"oversaw", "overseen"}),
    "undertake": frozenset({"undertook", "undertaken"}),
    "say": frozenset({"said"}),
    "feel": frozenset({"felt"}),
    "think": frozenset({"thought"}),
    "leave": frozenset({"left"}),
    "choose": frozenset({"chose", "chosen"}),
    "spend": frozenset({"spent"}),
    "sit": frozenset({"sat"}),
    "ride": frozenset({"rode", "ridden"}),
    "stand": frozenset({"stood"}),
    "lose": frozenset({"lost"}),
    "know": frozenset({"knew", "known"}),
    "tell": frozenset({"told"}),
    "pay": frozenset({"paid"}),
    "see": frozenset({"saw", "seen"}),
    "show": frozenset({"shown"}),
    "put": frozenset({"put"}),
    "forgive": frozenset({"forgave", "forgiven"}),
    "withdraw": frozenset({"withdrew", "withdrawn"}),
    "lend": frozenset({"lent"}),
    "break": frozenset({"broke", "broken"}),
    "shut": frozenset({"shut"}),
    "bend": frozenset({"bent"}),
    "dig": frozenset({"dug"}),
    "seek": frozenset({"sought"}),
    "hurt": frozenset({"hurt"}),
    "spread": frozenset({"spread"}),
    "redraw": frozenset({"redrew", "redrawn"}),
    "rewrite": frozenset({"rewrote", "rewritten"}),
    "throw": frozenset({"threw", "thrown"}),
    "wear": frozenset({"wore", "worn"}),
    "eat": frozenset({"ate", "eaten"}),
    "mean": frozenset({"meant"}),
    "mislead": frozenset({"misled"}),
    "override": frozenset({"overrode", "overridden"}),
    "set": frozenset({"set"}),
}
_NOUNS: dict[str, str] = {
    "analysis": "analyses",
    "person": "people",
    "child": "children",
    "criterion": "criteria",
}


def third_person(verb: str) -> str:
    """Return the verb as it follows "the incumbent": ``manages``, ``processes``, ``carries``."""
    irregular = {"be": "is", "have": "has"}
    return irregular.get(verb) or (verb + "es" if verb.endswith("o") else plural(verb))


def plural(word: str) -> str:
    """Return a regular plural, or a known irregular one."""
    if word in _NOUNS:
        return _NOUNS[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def singular(word: str) -> str:
    """Return the singular of a regular plural, or of a known irregular one; other words as they are."""
    known = {many: one for one, many in _NOUNS.items()}
    if word in known or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return known.get(word, word)
    if word.endswith("ies") and len(word) > len("series"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]


def participle(verb: str) -> str:
    """Return the -ing form: ``managing``, ``planning``, ``tying``."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


@lru_cache(maxsize=8192)
def verb_forms(verb: str) -> frozenset[str]:
    """Return base, third person, -ing and past forms, in lower case."""
    if verb.endswith("e"):
        past = verb + "d"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        past = verb[:-1] + "ied"
    else:
        past = verb + (verb[-1] if _doubles(verb) else "") + "ed"
    return frozenset({verb, third_person(verb), participle(verb), past}) | _PAST.get(verb, frozenset())


@lru_cache(maxsize=8192)
def noun_forms(noun: str) -> frozenset[str]:
    """Return singular and plural, in lower case."""
    return frozenset({noun, plural(noun)})


def _doubles(word: str) -> bool:
    """Tell whether the last consonant is doubled before an ending: short closed words, a few longer."""
    last = word[-3:]
    closed = len(last) == 3 and last[0] not in _VOWELS and last[1] in _VOWELS and last[2] not in _VOWELS + "wxy"
    return closed and ((len(word) <= 4 and word[0] not in _VOWELS) or word in _DOUBLED)
