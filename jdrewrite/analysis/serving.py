"""Tells by the parse whether a sentence does certain people a good: "help families keep their home"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jdrewrite.catalogue.inflection import verb_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdrewrite.analysis.light import LightToken

_BACK, _AHEAD = 12, 6
"""Words before and behind people among which a word of serving is looked for."""
_REACHING = frozenset({"for", "of", "to"})
_BEING = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "gets"})
_OBJECTS = frozenset({"dobj", "dative", "nsubj", "nsubjpass", "pobj", "conj", "appos", "poss"})
_SERVING = frozenset({"serve", "serves", "served"})
_SERVERS = frozenset({"we", "they", "it", "that", "are"})
_TROUBLES = frozenset({"challenge", "challenges", "problem", "problems", "issue", "issues", "barriers", "difficulties"})
_WITNESSES = frozenset({"witness", "witnesses"})
_TAKING_EVIDENCE = frozenset().union(
    *map(
        verb_forms,
        ("interview", "prepare", "examine", "call", "hear", "question", "contact", "find", "collect", "screen"),
    )
)
"""What is done with a witness for the sake of the case: no good is done to the witness by it."""
ALL_OF_US = frozenset({"society", "communities", "humanity"})
FACED = frozenset({"faced", "facing"})
LIVES = frozenset({"lives", "life", "wellbeing", "well-being", "needs"})
"""What is theirs: "improve families' lives"."""


def is_served(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the sentence does these people a good: "help families keep their home", "care for people"."""
    if _we_serve(token) or _is_faced(token, known) or _is_bettered(token, known):
        return True
    if not _may_serve(token, known):
        return False
    node = token
    while node.dep_ in {"conj", "appos", "poss", "compound"} and node.head.i != node.i:
        node = node.head
    if node.head.i == node.i or node.dep_ not in _OBJECTS:
        return False
    head = node.head
    if node.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in known["many"]:
        return is_served(head.head, known)
    if token.dep_ == "poss" and token.head.lower_ in LIVES:
        return True
    if node.dep_ == "pobj":
        return _served_by_preposition(head, known)
    if head.lower_ in known["serve"] and head.lower_ not in known["serve_own_staff"]:
        return node.dep_ != "nsubj"
    if node.dep_ in {"nsubj", "nsubjpass"} and head.dep_ in {"ccomp", "xcomp", "advcl"}:
        return head.head.lower_ in known["serve"]
    return False


def _may_serve(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word of serving stands where it could reach these people; where not, no relation need be asked.

    It stands before them ("help ... families"), a good done with a preposition in between ("advice ... to families"),
    or behind a passive ("families are helped"). Further off the parser rarely relates the two, and then mostly wrongly.
    """
    words = token.doc.lowers
    before = words[max(0, token.i - _BACK) : token.i]
    after = words[token.i + 1 : token.i + 1 + _AHEAD]
    if not known["serve"].isdisjoint(before) or not LIVES.isdisjoint(after):
        return True
    last = max((i for i, word in enumerate(before) if word in _REACHING), default=0)
    if any(word in known["good"] or word in known["goods_done"] for word in before[:last]):
        return True
    passive = next((i for i, word in enumerate(after) if word in _BEING), len(after))
    return not known["serve"].isdisjoint(after[passive:])


def is_met(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the work is with these people: "ring households", "explain the results to the people who came"."""
    if known["contact"].isdisjoint(token.doc.lowers[max(0, token.i - _BACK) : token.i]):
        return False
    node = token
    while node.dep_ in {"conj", "appos", "poss", "compound"} and node.head.i != node.i:
        node = node.head
    head = node.head
    if node.dep_ in {"dobj", "dative"}:
        if token.lower_ in _WITNESSES and head.lower_ in _TAKING_EVIDENCE:
            return False
        return head.lower_ in known["contact"]
    if node.dep_ == "pobj" and head.lower_ in {"to", "with", "from", "for"}:
        above = head.head
        return above.lower_ in known["contact"] or above.head.lower_ in known["contact"]
    return False


def _we_serve(token: LightToken) -> bool:
    """Tell whether a relative clause says it: "the communities we serve", "those who are served"."""
    after = token.doc.lowers[token.i + 1 : token.i + 5]
    return not _SERVING.isdisjoint(after) and not _SERVERS.isdisjoint(after)


def _is_faced(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether their troubles are the matter: "challenges faced by people", "problems facing communities"."""
    before = token.doc.lowers[max(0, token.i - 5) : token.i]
    if token.lower_ in known["internal_if_served"] or _TROUBLES.isdisjoint(
        token.doc.lowers[max(0, token.i - 8) : token.i]
    ):
        return False
    return "facing" in before[-3:] or any(pair == ("faced", "by") for pair in pairwise(before))


def _is_bettered(token: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether they all gain: "outcomes that improve society", "strengthen local communities"."""
    if token.lower_ not in ALL_OF_US:
        return False
    return not known["better"].isdisjoint(token.doc.lowers[max(0, token.i - 3) : token.i])


def _served_by_preposition(preposition: LightToken, known: Mapping[str, frozenset[str]]) -> bool:
    word = preposition.lower_
    above = preposition.head
    if word in {"for", "to"} and above.lower_ in known["serve"] | known["good"]:
        return True
    if word in {"for", "of", "to"} and above.lower_ in known["goods_done"]:
        return True
    return word == "for" and above.head.lower_ in known["serve"] and above.lower_ in known["goods_done"]
