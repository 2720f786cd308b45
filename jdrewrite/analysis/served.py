"""Finds the words for the people whom the organisation exists to serve.

Three kinds of words need three kinds of proof. "Customer" or "patient" is enough, unless it stands inside the name
of a thing ("customer database", "Customer Success team"). "Families", "businesses" or "the community" count where
the sentence serves them. Colleagues count as internal customers where the text calls them so, or serves them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.aims import aims
from jdrewrite.analysis.counting import counts
from jdrewrite.analysis.groups import KINDS, PAIRS, is_group, may_name_group
from jdrewrite.analysis.phrases import by_last_word, ending_at
from jdrewrite.analysis.places import is_place
from jdrewrite.analysis.serving import ALL_OF_US, FACED, LIVES, is_met, is_served

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdrewrite.analysis.light import LightDoc, LightToken

_GROUPS = (*KINDS, *(who for who, _ in PAIRS))
_CLASSES = ("external", "external_if_served", "internal_if_served", "internal_named", "felt", "outsiders", *_GROUPS)
_AMID = frozenset("the for of to with in on by at from".split())
"""Words behind which others are meant: "managers are responsible for customers"."""
_IF_SERVED = ("external_if_served", "internal_if_served", "outsiders")
_SERVING = ("serve", "good", "goods_done", "contact")
_FEELING = frozenset({"member", "employee", "staff", "colleague"})
_DEMONYMS = ("ians", "yorkers", "landers", "siders")
_CENTRED = frozenset({"human", "people", "person", "citizen", "patient", "community"})
_RELY = frozenset({"rely", "depend", "use", "need"})
_WORKING = frozenset("work works serve serves report join run runs build builds lead manage know hire care".split())
_WHO = (("who",), ("that",))
_THEM = frozenset({"them", "themselves"})
_OPENING = frozenset({"so", "which", "because", "means"})
"""Words that open a clause on what comes of the work (``aims``)."""
_OTHER_SERVING = LIVES | _RELY | _OPENING


def may_be_named(words: set[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether these words could name someone served.

    Words that count only when they are served need a word of serving beside them.

    Args:
        words: the words of a statement in lower case.
        known: the word classes.
    """
    if not (words.isdisjoint(known["external"]) and words.isdisjoint(known["internal_named"])):
        return True
    if not words.isdisjoint(by_last_word(known)):
        return True
    if may_name_group(words, known) or ("-" in words and not words.isdisjoint(_CENTRED)):
        return True
    if not words.isdisjoint(known["felt"]) and not words.isdisjoint(_FEELING):
        return True
    if not words.isdisjoint(ALL_OF_US) or (not words.isdisjoint(FACED) and _any_of(words, known, _IF_SERVED)):
        return True
    people = _any_of(words, known, _IF_SERVED) or not words.isdisjoint(_THEM)
    if people and (_any_of(words, known, _SERVING) or not words.isdisjoint(_OTHER_SERVING)):
        return True
    return any(word.endswith(_DEMONYMS) for word in words)


def _any_of(words: set[str], known: Mapping[str, frozenset[str]], names: tuple[str, ...]) -> bool:
    return any(not words.isdisjoint(known[name]) for name in names)


def mark(doc: LightDoc, known: Mapping[str, frozenset[str]]) -> dict[int, str]:
    """Find the tokens that name someone served: ``external`` or ``internal``.

    Args:
        doc: a statement.
        known: the word classes.

    Returns:
        The tokens that name someone, by index, in order.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    words = doc.lowers
    if not may_be_named(set(words), known):
        return {}
    hyphens = "-" in words
    effects = frozenset(i for aim in aims(doc) if aim.kind == "effect" for i in range(aim.body, aim.end))
    likely = _likely(*(known[name] for name in _CLASSES))
    phrases = by_last_word(known)
    marked: dict[int, str] = {}
    for number, last in enumerate(words):
        word = ending_at(words, number, known)[1] if last in phrases else last
        if not (word in likely or word.endswith(_DEMONYMS)):
            continue
        token = doc[number]
        served = _served(token, word, known, marked, hyphens=hyphens)
        if served or (served := _met(token, word, known, effects)):
            marked[number] = served
        elif is_group(token, word, known):
            marked[number] = "external"
    return marked


@lru_cache(maxsize=16)
def _likely(*named: frozenset[str]) -> frozenset[str]:
    """Return the words of which one may name someone served: once for each set of rules, for it is asked of all."""
    return _THEM.union(_CENTRED, *named)


def _served(
    token: LightToken, word: str, known: Mapping[str, frozenset[str]], marked: Mapping[int, str], *, hyphens: bool
) -> str:
    if word in known["external"]:
        return _external(token, known)
    if (hyphens and _centred(token)) or _demonym(token):
        return "external"
    if word in known["external_if_served"]:
        if _at_work(token) or _of_colleagues(token, known):
            return ""
        return "external" if (_relies(token) or is_served(token, known)) and counts(token, known) else ""
    if word in known["internal_if_served"]:
        return "internal" if is_served(token, known) and counts(token, known) else ""
    if word in known["internal_named"]:
        return "internal" if counts(token, known) else ""
    if word in known["felt"]:
        return "internal" if _felt_inside(token) else ""
    # Whom the word stands for is asked first: words alone often say that it is nobody served.
    if word in _THEM and (stands_for := _antecedent(token, known, marked)) and is_served(token, known):
        return stands_for
    return ""


def _met(token: LightToken, word: str, known: Mapping[str, frozenset[str]], effects: frozenset[int]) -> str:
    """Tell whether people outside are served because an effect of the work reaches them, or the work is with them."""
    if word not in known["outsiders"] and word not in known["external_if_served"]:
        return ""
    if _at_work(token) or _of_colleagues(token, known) or is_place(token):
        return ""
    return "external" if (token.i in effects or is_met(token, known)) and counts(token, known) else ""


def _at_work(token: LightToken) -> bool:
    """Tell whether those who do the work are meant: "the people who work on our sites"."""
    after = token.doc.lowers[token.i + 1 : token.i + 4]
    return after[:1] in _WHO and not _WORKING.isdisjoint(after)


def _of_colleagues(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether colleagues are meant: "support our people to grow", "the design community"."""
    words = token.doc.lowers
    before, after = words[max(0, token.i - 2) : token.i], words[token.i + 1 : token.i + 3]
    if token.lower_ == "people":
        return before[-1:] == ("our",) and not {"we", "who"} & set(after)
    if token.lower_ not in {"community", "communities"}:
        return False
    return after == ("of", "practice") or not known["professions"].isdisjoint(before[-1:])


def _relies(token: LightToken) -> bool:
    """Tell whether a relative clause makes them customers: "small businesses that rely on us"."""
    after = token.doc.lowers[token.i + 1 : token.i + 6]
    return after[:1] in _WHO and not _RELY.isdisjoint(after[1:4])


def _demonym(token: LightToken) -> bool:
    """Tell whether the word names the people of a place: "Ontarians", "New Yorkers"."""
    return token.lower_.endswith(_DEMONYMS) and token.tag_ == "NNPS"


def _centred(token: LightToken) -> bool:
    """Tell whether this is the first word of "human-centred" or "citizen-centric"."""
    if token.lower_ not in _CENTRED:
        return False
    rest = token.doc.lowers[token.i + 1 : token.i + 3]
    return len(rest) == 2 and rest[0] == "-" and rest[1] in {"centered", "centred", "centric", "focused", "first"}


def _antecedent(token: LightToken, known: Mapping[str, frozenset[str]], marked: Mapping[int, str]) -> str:
    """Return who "them" in "work with service areas, helping them ..." stands for: the nearest people before it."""
    for earlier in reversed(token.doc[: token.i]):
        word = earlier.lower_
        if earlier.i in marked:
            return ""
        if word in known["external"]:
            return "external" if counts(earlier, known) else ""
        if word in {"agencies", "partners", "businesses", "companies", "people"}:
            return "external"
        if word in known["internal_if_served"] | known["colleague_groups"]:
            return "internal"
    return ""


def _felt_inside(token: LightToken) -> bool:
    """Tell whether this is what colleagues feel or get: "team member experience", "employee wellbeing"."""
    if token.i == 0:
        return False
    before = token.nbor(-1).lower_
    if before == "member":
        return token.i > 1 and token.nbor(-2).lower_ == "team"
    return before in {"employee", "staff", "colleague"} and token.lower_ in {"experience", "experiences"}


def _external(token: LightToken, known: Mapping[str, frozenset[str]]) -> str:
    if not counts(token, known):
        return ""
    if _preceded(token, known["inside"]) and token.lower_ != "public":
        return "internal"
    return "internal" if _colleagues_as(token, known) else "external"


def _colleagues_as(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether colleagues are called so: "staff, our end users", "treat hiring managers as clients"."""
    before = token.doc.lowers[max(0, token.i - 5) : token.i]
    named = next((n for n in range(len(before) - 1, -1, -1) if before[n] in known["internal_if_served"]), None)
    if named is None:
        return False
    between = before[named + 1 :]
    if "as" in between and "customer" in token.lower_:
        return True
    if between[:1] in (("are",), ("is",)) and len(between) < 5 and _AMID.isdisjoint(between):
        return True
    return between[:1] in ((",",), ("as",)) and not {"and", "or"} & set(between) and "served" not in between


def _preceded(token: LightToken, words: frozenset[str]) -> bool:
    return not words.isdisjoint(token.doc.lowers[max(0, token.i - 4) : token.i])
