"""On which footing the role stands to somebody: what it does with the director it does not do for, under or to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_BESIDE = frozenset({"with", "alongside"})
_OTHER = frozenset({"for", "under", "to"})
_BY = frozenset({"by"})
_SHARED = re.compile(
    r"\b(?:(?:alongside|together|jointly|joint|side by side|in (?:collaboration|partnership|cooperation|concert|tandem))(?: with)?|with)\b",
    re.IGNORECASE,
)
_EXCHANGE = frozenset(
    "communicate share discuss talk speak consult liaise correspond connect network exchange follow match pair "
    "provide supply equip furnish help assist support deal trade agree interact relate introduce compare".split()
)
"""Verbs whose "with" names no one who does it too: to share with somebody is to give to them."""
_BETWEEN = frozenset(
    "appointment meeting interview call contact conversation relationship relation contract agreement deal visit session "
    "communication partnership link liaison tie rapport bond trust partner issue problem".split()
)
"""Nouns that take a "with" of their own: "appointments with clients" may well be "for clients"."""


_OFFICES = frozenset(
    "mayor dean ceo cfo cio coo cto cmo pm principal provost captain sheriff governor superintendent secretary chair "
    "chairperson treasury hr finance legal procurement marketing it".split()
)
"""Roles and departments whose names do not show that they are people."""


def compare(before: Text, after: Text) -> Outcome:
    """Find those with whom an act was done, and for, under or to whom it is done now."""
    return Outcome(changed=list(_turned(before, after))[:1])


def _turned(before: Text, after: Text) -> Iterator[Fact]:
    beside = [(verbs, who) for verbs, who, _ in _ties(before, _BESIDE)]
    known = {who.lemma for _, who, _ in _ties(before, _OTHER)}
    for verbs, who, prep in _ties(after, _OTHER):
        if who.lemma in known or _still_beside(before, after) or after.in_end(prep.start):
            continue
        if any(akin(who.lemma, w.lemma) and _one_act(verbs, old) for old, w in beside):
            said = f"“{after.text[prep.start : who.end]}”: it was done with them"
            yield Fact(check="footing", text=said, start=prep.start, end=who.end)
    for verbs, who, prep in _ties(after, _BY):
        if prep.dep != "agent" or _still_beside(before, after) or after.in_end(prep.start):
            continue
        if any(akin(who.lemma, w.lemma) and _one_act(verbs, old, same) for old, w in beside):
            said = f"“{after.text[prep.start : who.end]}”: it was done with them"
            yield Fact(check="footing", text=said, start=prep.start, end=who.end)


def _ties(text: Text, small: frozenset[str]) -> Iterator[tuple[list[Token], Token, Token]]:
    """Yield people behind one of the small words, with the verbs of the act and that word."""
    for who in text.parse.tokens:
        if who.dep not in {"pobj", "conj"} or not _somebody(who):
            continue
        first = who
        while first.dep == "conj" and first.head != first.i:
            first = text.parse.tokens[first.head]
        prep = text.parse.tokens[first.head]
        if first.dep != "pobj" or prep.lower not in small:
            continue
        verb = _act(text, prep)
        if verb is not None:
            yield [verb, *(t for t in siblings(text.parse, verb.i) if t.pos == "VERB")], who, prep


def _somebody(who: Token) -> bool:
    """Tell whether people or a role are named; "it", "legal" and such only where they are written as a name."""
    office = who.lemma.lower() in _OFFICES and (who.text[0].isupper() or who.pos == "NOUN")
    return who.pos in {"NOUN", "PROPN"} and (names_people(who.lemma) or office)


def _act(text: Text, prep: Token) -> Token | None:
    """Return the verb of the act, by way of what it is done to: parsers hang "with the cooks" on either."""
    token = text.parse.tokens[prep.head]
    while token.pos in {"NOUN", "PROPN", "ADP", "ADV"} and token.head != token.i:
        if token.lemma in _BETWEEN:
            return None
        token = text.parse.tokens[token.head]
    return token if token.pos == "VERB" and token.lemma not in _EXCHANGE else None


def _still_beside(before: Text, after: Text) -> bool:
    """Tell whether the rewrite says as often as the original that something is done with somebody or something."""
    had, has = (sum(1 for _ in _SHARED.finditer(text.text)) for text in (before, after))
    return has >= had


def _one_act(now: list[Token], was: list[Token], alike: Callable[[str, str], bool] = akin) -> bool:
    return any(alike(a.lemma, b.lemma) for a in now for b in was)
