"""Tells whose end a statement names: people outside, those who serve them, or the organisation itself.

The people and the figures that stand in the end decide: people outside make it a good done to them, the organisation's
own money or scores make it inward.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from jdrewrite.analysis.aims import CAN, aims

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc, LightToken

Span = tuple[int, int]
"""First token and the token after the last."""
_JOINTS = frozenset({";", ":", ",", "and", "then", "–", "—", "-"})
"""What stands before a clause of its own."""
_NEAR = 4
"""Words before the subject among which the joint must stand."""
_DETERMINERS = frozenset("the a an our your every each no all more fewer most many older younger new".split())
_ASIDE = frozenset(
    "what why how where which who when if while as before after unless until whether because since".split()
)
"""Words that open a clause which tells no effect: a condition, a time, a question."""
_ACTS_OF_THEIRS = frozenset(
    "ask asks say says call calls want wants complain complains report reports request requests rely relies depend "
    "depends love loves include includes come comes order orders expect expects demand apply applies submit submits "
    "need needs asked expected obliged requested required".split()
)
"""What people do, or are bidden to do, that makes work for them or for the role, and is no effect of it."""
_BEARING = frozenset({"carry", "carries", "bear", "bears", "take", "takes", "shoulder", "pay", "pays"})


class Ends(NamedTuple):
    """Whose ends a statement names, as token spans."""

    good: tuple[Span, ...]
    """Clauses in which something good comes to people outside."""
    aimed: tuple[Span, ...]
    """Purposes that are said to help people outside."""
    effect: tuple[Span, ...]
    """Ends that tell what reaches people outside, or those who serve them."""
    inward: tuple[Span, ...]


def ends(doc: LightDoc, marked: Mapping[int, str], known: Mapping[str, frozenset[str]]) -> Ends:
    """Tell whose ends a statement names.

    Args:
        doc: a statement.
        marked: the tokens that name someone served.
        known: the word classes.
    """
    good: list[Span] = []
    aimed: list[Span] = []
    effect: list[Span] = []
    inward: list[Span] = []
    words = doc.lowers
    for aim in aims(doc):
        body = words[aim.body : aim.end]
        named = [i for i in range(aim.body, aim.end) if marked.get(i) == "external"]
        people = any(_themselves(doc, i) for i in named) or bool(known["anybody"] & set(body))
        people = people or _meant_before(body, marked, aim.start)
        acts = aim.kind == "effect" or any(not known[good].isdisjoint(body[:1]) for good in ("serve", "sparing"))
        span = (aim.start, aim.end)
        if people and acts and not (known["pushing"] & set(body) or _burdened(body, known)):
            (good if aim.kind == "effect" else aimed).append(span)
            if aim.kind == "effect":
                effect.append(span)
        elif not named and not people and _own(body, known):
            inward.append(span)
        elif aim.kind == "effect" and _front(body, known):
            effect.append(span)
    effect += _reached(doc, marked, known)
    return Ends(tuple(good), tuple(aimed), tuple(effect), tuple(inward))


def _reached(doc: LightDoc, marked: Mapping[int, str], known: Mapping[str, frozenset[str]]) -> list[Span]:
    """Return the main clauses whose subject are people outside: "keep spares, and the farmer loses no day".

    Raises:
        Unparsed: such a clause may begin here, and the document has no relations.
    """
    found: list[Span] = []
    for at in range(4, len(doc) - 1):
        if marked.get(at) != "external" and doc.lowers[at] not in known["outsiders"]:
            continue
        if doc.texts[at] != doc.lowers[at] or not _JOINTS & set(doc.lowers[at - _NEAR : at]):
            continue
        # Asked before the relations, for words and tags alone often say no.
        if not _opens_clause(doc, at):
            continue
        token = doc[at]
        verb = token.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ not in {"ROOT", "conj", "ccomp", "parataxis"}:
            continue
        if verb.lower_ not in _ACTS_OF_THEIRS and _is_finite(verb):
            found.append((at, min(verb.i + 4, len(doc))))
    return found


def _opens_clause(doc: LightDoc, at: int) -> bool:
    """Tell whether only a determiner or an adjective stands between this word and a joint."""
    at -= 1
    while at > 0 and (doc.lowers[at] in _DETERMINERS or doc[at].tag_ in {"JJ", "JJR", "CD", "PRP$"}):
        at -= 1
    return doc.lowers[at] in _JOINTS and not _ASIDE & set(doc.lowers[max(0, at - 6) : at])


def _is_finite(verb: LightToken) -> bool:
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    own = (token for token in verb.doc if token.head.i == verb.i)
    return any(token.tag_ in {"MD", "VBZ", "VBP"} and token.dep_.startswith("aux") for token in own)


def _meant_before(body: tuple[str, ...], marked: Mapping[int, str], start: int) -> bool:
    """Tell whether "they" stands for people named before: "remind clients, so that they avoid penalties"."""
    return bool({"they", "them"} & set(body)) and any(i < start and who == "external" for i, who in marked.items())


def _burdened(body: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether people get only what the organisation puts off: "so that tenants carry the risk"."""
    return bool(_BEARING & set(body)) and bool(
        {"risk", "risks", "liability", "blame"} & set(body) or known["cost"] & set(body)
    )


def _themselves(doc: LightDoc, at: int) -> bool:
    """Tell whether the people are meant, not a compound that begins with their name ("user-centred methods")."""
    if at + 1 == len(doc):
        return True
    following = doc[at + 1]
    return following.text != "-" and not following.tag_.startswith("NN")


def _own(body: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the end is the organisation's: its figures, or itself as the one that gains."""
    words = set(body)
    if set(body[1:4]) & known["own_house"] and body[:1] != ("be",) and not {"a", "an"} & set(body[:4]):
        return True  # "to work with a company that leads" speaks of any
    if words & known["cost"] and words & (known["reduce"] | known["keeping_low"]):
        return True
    if words & known["improve_figure"] and words & {"rating", "ratings", "score", "scores", "ranking", "nps", "csat"}:
        return True
    return bool(words & known["own_figures"])


def _front(body: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether those who serve customers are the ones who can do something: "so that the desk can answer"."""
    return bool(set(body[:7]) & known["frontline"]) and bool(set(body) & (CAN | known["serve"]))
