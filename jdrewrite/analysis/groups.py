"""Finds groups of people outside that have a name of their own: voters, permit holders, the teachers a service is for.

"Customer" or "client" is the word of some trades; others call those they serve by what they are. Three kinds of names
need three kinds of proof. Voters or pensioners are outside whoever speaks of them. Children, dancers or counties count
where the sentence serves them, looks after them or offers them something. People who could be colleagues as well
(teachers, officials, artists) count only where something is made for them, or they are helped to do a thing of theirs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.phrases import ending_at
from jdrewrite.analysis.serving import LIVES, is_met, is_served

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdrewrite.analysis.light import LightDoc, LightToken

KINDS = ("groups", "groups_if_served", "bodies_if_served", "cared_for", "trades_if_served", "candidates")
"""The word classes of such names; ``holders``, ``owners`` and ``seekers`` need a word before them."""
PAIRS = (("holders", "held"), ("owners", "owned"), ("seekers", "sought"))
_SERVING = ("serve", "good", "goods_done", "contact", "made_for", "aimed_at", "looked_after")
_WITH = frozenset({"with", "around"})
_TOWARDS = frozenset({"for", "to", "at", "towards", "toward", "around"})
_LISTED = frozenset({"conj", "appos", "poss", "compound", "nmod", "amod"})
_EQUAL = frozenset(
    "regardless discriminate discriminates discrimination encouraged eeo preference affirmative equal employs".split()
)
"""Words of a notice on equal chances, in which groups are those who may apply."""
_PERKS = frozenset(
    "leave reimbursement employees employee employs employee's perks perk paid your insurance dental vacation".split()
)
"""Words of an offer to the one who gets the job, in which children and others are theirs."""
_NEAR = 6
_OURS = frozenset(
    "our company guest fellow colleague staff internal in-house other senior team resident principal lead".split()
)
_AMONG = frozenset("staff crew colleagues leadership employees management cast choreographers directors".split())
"""Colleagues: who stands in a list with them is one of them."""
_COMMUNITIES = frozenset({"community", "communities"})
_BODIES = frozenset({"electorate", "citizenry", "congregation", "youth"})
_EACH = frozenset({"a", "an", "each", "every", "any", "the", "no"})
_BEING = frozenset({"be", "being", "as"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_GIVING = frozenset("help helps helping enable enables enabling allow allows allowing let lets equip equips".split())


def may_name_group(words: set[str], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether these words of a statement, in lower case, could name such a group."""
    if words.isdisjoint(_names(known)):
        return False
    if not words.isdisjoint(known["groups"]):
        return True
    if any(not words.isdisjoint(known[who]) and not words.isdisjoint(known[what]) for who, what in PAIRS):
        return True
    if all(words.isdisjoint(known[kind]) for kind in KINDS):
        return False
    return any(not words.isdisjoint(known[name]) for name in _SERVING) or not words.isdisjoint(LIVES)


def is_group(token: LightToken, word: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a token names a group of people outside whom the statement speaks of as those served.

    Args:
        token: one of a statement.
        word: the same in lower case.
        known: the word classes.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    if not _EQUAL.isdisjoint(token.doc.lowers):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if word in known["groups"] or _is_pair(before, word, known):
        return _named(token, before, known)
    if word in _COMMUNITIES:
        return before in known["communities_of"] and (_looked_after(token, known) or _is_done_for(token, known))
    if not any(word in known[kind] for kind in KINDS) or not may_name_group(set(token.doc.lowers), known):
        return False
    if _among_colleagues(token, before, known) or not _PERKS.isdisjoint(token.doc.lowers) or _qualifies(token):
        return False
    if word in known["candidates"] | known["trades_if_served"] and not _several(word) and word != "profession":
        return False  # "serve as a teacher" tells what the role is
    if word in known["candidates"]:
        return not known["standing_for"].isdisjoint(token.doc.lowers) and _is_done_for(token, known)
    if word in known["trades_if_served"]:
        return _is_made_for(token, known) or _helped_to(token, known)
    if word in known["cared_for"] and _looked_after(token, known):
        return True
    return _is_done_for(token, known) and not _thing(token, known)


def first_of(doc: LightDoc, at: int, known: Mapping[str, frozenset[str]]) -> int:
    """Return the first token of a name that ends at a token: "permit" of "permit holders", else itself."""
    first = ending_at(doc.lowers, at, known)[0]
    return at - 1 if first == at and at and _is_pair(doc.lowers[at - 1], doc.lowers[at], known) else first


def _is_pair(before: str, word: str, known: Mapping[str, frozenset[str]]) -> bool:
    return any(word in known[who] and before in known[what] for who, what in PAIRS)


def stand_ins(doc: LightDoc, marked: Mapping[int, str], known: Mapping[str, frozenset[str]]) -> dict[int, str]:
    """Return words that say of groups what "customers" says, for a reader that has not seen their names.

    Args:
        doc: a statement.
        marked: the tokens that name someone served.
        known: the word classes.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    names = _names(known) if marked else frozenset()
    return {
        i: "customers" if _several(doc.lowers[i]) else "customer"
        for i, who in marked.items()
        if who == "external" and (word := doc.lowers[i]) in names and (_several(word) or is_group(doc[i], word, known))
    }


def _names(known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return _all_of(*(known[kind] for kind in KINDS), *(known[who] for who, _ in PAIRS))


@lru_cache(maxsize=16)
def _all_of(*named: frozenset[str]) -> frozenset[str]:
    """Return the words of some classes: once for each set of rules, for it is asked of all statements."""
    return frozenset().union(*named)


def _named(token: LightToken, before: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether those people are meant, not the reader of the text ("must be a voter") or a thing ("voter file")."""
    words = token.doc.lowers
    if _in_a_name(token):
        return False
    if _several(token.lower_):
        return not _thing(token, known)
    if "must" in words or not _BEING.isdisjoint(words[max(0, token.i - 4) : token.i]):
        return False
    if _qualifies(token):
        return _reaches(token, known)
    return before in _EACH or not _EACH.isdisjoint(words[max(0, token.i - 3) : token.i])


def _reaches(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a compound is about the people: "voter education"; not "the Voter Service team"."""
    following = token.nbor(1)
    if following.lower_ not in known["people_heads"] | known["reached_by"]:
        return False
    behind = token.doc.lowers[token.i + 2 : token.i + 4]
    return not following.text[:1].isupper() and known["thing_heads"].isdisjoint(behind)


def _qualifies(token: LightToken) -> bool:
    """Tell whether the word only qualifies the noun behind it: "voter education", "child safety seats"."""
    if _several(token.lower_) or token.i + 1 == len(token.doc):
        return False
    following = token.nbor(1)
    return following.lower_.isalpha() and following.tag_ in _NOUNS


def _in_a_name(token: LightToken) -> bool:
    """Tell whether the word is part of a name: "Immigration, Refugees and Citizenship Canada"."""
    if not token.i or not token.text[:1].isupper() or token.doc.text.isupper():
        return False
    return any(other.is_alpha and other.text[:1].isupper() for other in token.doc[max(0, token.i - 2) : token.i])


def _several(word: str) -> bool:
    return word.endswith(("s", "men", "children", "alumni")) or word in _BODIES


def _thing(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a thing goes by their name: "voters' pamphlet", "children hospital system"."""
    after = [word for word in token.doc.lowers[token.i + 1 : token.i + 3] if word not in {"'", "’", "'s", "’s"}]
    return bool(after) and after[0] in known["thing_heads"]


def _among_colleagues(token: LightToken, before: str, known: Mapping[str, frozenset[str]]) -> bool:
    words = token.doc.lowers
    if before in known["professions"] or not _OURS.isdisjoint(words[max(0, token.i - 2) : token.i]):
        return True
    return not _AMONG.isdisjoint(words[max(0, token.i - _NEAR) : token.i + _NEAR])


def _is_done_for(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    return is_served(token, known) or _is_made_for(token, known) or is_met(token, known)


def _top(token: LightToken) -> LightToken:
    """Return the word by which the list or the compound that a token stands in hangs on the rest."""
    node = token
    while node.dep_ in _LISTED and node.head.i != node.i and node.head.tag_ in _NOUNS:
        node = node.head
    return node


def _is_made_for(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether something is offered to these people: "services for teachers", "aimed at the profession"."""
    words = token.doc.lowers
    if _TOWARDS.isdisjoint(words[max(0, token.i - 8) : token.i]):
        return False
    if words[token.i - 1] == "for" and words[token.i + 1 : token.i + 2] == (
        "to",
    ):  # "a platform for artists to sell on"
        return not (known["goods_done"] | known["made_for"]).isdisjoint(words[max(0, token.i - _NEAR) : token.i])
    node = _top(token)
    if node.dep_ != "pobj" or node.head.lower_ not in _TOWARDS:
        return False
    preposition = node.head
    nearest = preposition.nbor(-1).lower_ if preposition.i else ""
    if known["aimed_at"] & {preposition.head.lower_, nearest}:
        return True
    before = words[max(0, preposition.i - _NEAR) : preposition.i]
    if preposition.lower_ == "to":
        return not (known["goods_done"] | known["given_to"]).isdisjoint(before[-3:])
    return preposition.lower_ == "for" and not (known["goods_done"] | known["made_for"]).isdisjoint(before)


def _helped_to(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether these people are helped to do a thing of their own: "support teachers to find a post"."""
    words = token.doc.lowers
    before = set(words[max(0, token.i - 4) : token.i])
    if before & _GIVING and words[token.i + 1 : token.i + 2] not in {(",",), ("and",)}:
        return is_served(token, known)
    return words[token.i + 1 : token.i + 2] == ("to",) and bool(before & known["serve"])


def _looked_after(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the work is with people in its care: "experience of working with children"."""
    before = token.doc.lowers[max(0, token.i - 5) : token.i]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _WITH), None)
    return at is not None and not known["looked_after"].isdisjoint(token.doc.lowers[max(0, token.i - 9) : token.i])
