"""Who receives the work first-hand, where those served do not: an order that was learned from texts that readers read.

A payroll clerk of a hospital works for its staff, whomever the hospital serves. Candidates are all whom the role names;
the table is made by ``tools/first_hand_weights.py`` and holds a weight for each feature, no sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.candidates import Features
from jdrewrite.analysis.served_word.considered import Considered
from jdrewrite.analysis.served_word.mentions import word_of
from jdrewrite.analysis.served_word.ranking import log_odds
from jdrewrite.analysis.served_word.reach import Groups
from jdrewrite.analysis.served_word.spotting import all_people, spots, trades
from jdrewrite.catalogue.inflection import singular
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import DUTY_SECTIONS, Statement

FILE = "first_hand_weights.json"
_TOLD = frozenset({"purpose", "duties", "company", "requirements"})
_COLLECTIVE = frozenset({"staff", "faculty", "public"})
_FEW = 4
"""Things that a role does below which one line would decide."""
_NEAR = 70
"""Characters before somebody that tell what is done with them."""


class Spot(NamedTuple):
    """A place where somebody is named."""

    who: str
    """By their plural."""
    line: Statement
    start: int
    end: int


class Receivers(msgspec.Struct, frozen=True):
    """Those who receive the work of a role first-hand."""

    plural: str
    inside: bool
    """They work for the organisation."""
    alone: bool
    """Those served do not receive it; else these do too, or nothing is sure."""
    odds: float
    """Log-odds that they receive it."""


def odds_of(title: str, statements: Sequence[Statement], served: str, text: Considered) -> dict[str, float]:
    """Return everybody who could receive the work with the log-odds that they do; nobody of a role of few lines.

    Args:
        title: of the job.
        statements: labelled statements.
        served: the word for those served.
        text: whom it names.
    """
    if len({s.text for s in statements if s.section in DUTY_SECTIONS}) < _FEW:
        return {}
    every = candidates(title, statements, served, text)
    heard = book().first_hand.heard.difference(served.split(" and "))
    known = {plural: said for plural, said in every.items() if plural not in text.kind.nobody and plural not in heard}
    return {plural: log_odds(said, FILE) for plural, said in known.items()}


def first_hand(
    title: str, statements: Sequence[Statement], served: str, text: Considered, odds: Mapping[str, float]
) -> Receivers | None:
    """Return who receives the work; None where it is not known.

    Args:
        title: of the job; whoever leads people is not there for them, and nobody for those of the same trade.
        statements: labelled statements.
        served: the word for those served.
        text: whom it names.
        odds: of those of them who could, as ``odds_of`` returns them.
    """
    if not odds:
        return None
    at, own = book().first_hand, {served, *served.split(" and ")}
    best = max(sorted(odds), key=lambda plural: odds[plural])
    enough = at.likely if best in own else at.leading if best in at.leaders else at.named
    holder = pattern(at.looked_after).sub(" ", title).casefold()
    if odds[best] < enough or singular(_head(best)) in holder:
        return None
    if best in own:
        named = any(one in text.named for one in own)
        return Receivers(served, inside=False, alone=False, odds=odds[best]) if named else None
    body, inside = best in at.bodies, _is_inside(best) and best not in text.named
    led = inside and not body and best not in book().receivers.called.values()
    called = _called(best, text.groups, [s.text for s in statements])
    if not called or (led and pattern(book().receivers.leading).search(title)):
        return None
    theirs = max((odds[plural] for plural in own & odds.keys()), default=math.inf)
    alone = odds[best] >= at.least and theirs < at.below
    return Receivers(called, inside=body or inside, alone=alone, odds=odds[best])


def candidates(title: str, statements: Sequence[Statement], served: str, text: Considered) -> dict[str, Features]:
    """Return everybody whom a text names, and those served, with what speaks for and against each.

    Args:
        title: of the job.
        statements: labelled statements.
        served: the word for those served.
        text: whom it names, and whether the work lands on colleagues by title, function and duties.
    """
    from jdrewrite.analysis.served_word import meaning  # numpy is not waited for by who only gives a word

    found = spotted(statements, text.kind.base)
    every = told(found, served, text)
    duties = [s.text for s in statements if s.section in DUTY_SECTIONS]
    means = meaning.of_text(title, duties, found, every)
    return {plural: {**features, **means[plural]} for plural, features in every.items()}


def told(places: Sequence[Spot], served: str, text: Considered) -> dict[str, Features]:
    """Return the same without what the words mean: how often they stand where, and what stands before them.

    Args:
        places: where the text names somebody.
        served: the word for those served.
        text: whom it names, and whether the work lands on colleagues by title, function and duties.
    """
    lands = "lands inside" if text.inside else "lands outside"
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for spot in places:
        found[spot.who].update(_said(spot))
    for plural in {served, *(part for part in served.split(" and ") if part in found)}:
        found[plural]["served"] += 1
    if len(found[served]) == 1:
        found[served]["unnamed"] = 1
    lines = {plural: _lines(said) for plural, said in found.items()}
    most = max(*lines.values(), 1)
    heads = Counter(_head(group) for group, told in text.groups.items() for _ in told)
    return {
        plural: _features(said, lines[plural] / most, lands)
        | {f"head {_head(plural)}": 1.0, "group": math.log1p(heads[_head(plural)])}
        for plural, said in found.items()
    }


def _features(said: Mapping[str, int], share: float, lands: str) -> dict[str, float]:
    counts = {name: math.log1p(count) for name, count in said.items() if name != "served"}
    served = " served" if "served" in said else ""
    return counts | {"share": share, "most": float(share == 1.0), f"{lands}{served}": 1.0}


def spotted(statements: Sequence[Statement], kind: str) -> list[Spot]:
    """Return where a text names somebody.

    Args:
        statements: labelled statements.
        kind: of the organisation.
    """
    found = []
    for s in statements:
        for place in spots(s.text, all_people()) if s.section in _TOLD else ():
            form = place.group().casefold()
            if _is_several(form) or form in book().receivers.called or form in book().forms:
                who = book().receivers.called.get(form) or word_of(form, kind).plural
                found.append(Spot(who, s, *place.span()))
    return found


def _said(spot: Spot) -> list[str]:
    """Return what a line says of somebody whom it names."""
    s = spot.line
    said = [f"in {s.section}"] + ([] if _is_several(s.text[spot.start : spot.end].casefold()) else ["single"])
    if s.section in DUTY_SECTIONS:
        before = s.text[: spot.start][-_NEAR:]
        said += [name for name, words in _before().items() if words.search(before)]
    return said


def _is_several(form: str) -> bool:
    return form.endswith("s") or form in _COLLECTIVE


@cache
def _before() -> dict[str, re.Pattern[str]]:
    return {name: pattern(words, r"\b(?:{})$") for name, words in book().first_hand.before.items()}


def _lines(said: Mapping[str, int]) -> int:
    return sum(said.get(f"in {section}", 0) for section in DUTY_SECTIONS)


def _head(plural: str) -> str:
    return plural.rpartition(" ")[2]


def _called(plural: str, groups: Groups, lines: Sequence[str]) -> str:
    """Return how they are called in the text, with what tells which of them; empty where that is not known."""
    like = [group for group in groups if _head(group) == _head(plural) != group and _tells(group, lines)]
    told = max(sorted(like), key=lambda group: len(groups[group]), default="")
    if told and (len(like) == 1 or plural in book().first_hand.vague):
        return told
    if plural in book().first_hand.vague:
        return ""
    return f"other {plural}" if plural in book().first_hand.bodies else plural


def _tells(group: str, lines: Sequence[str]) -> bool:
    """Tell whether the words before a group say which it is: "marketing teams", but not "guide employees".

    Groups are in lower case; a name ("Acme employees") is not known to be one any more, and stands nowhere so.
    """
    first = group.split(maxsplit=1)[0]
    act = is_duty_verb(first) and not first.endswith("ing")
    return not act and any(group.rpartition(" ")[0] in line for line in lines)


def _is_inside(plural: str) -> bool:
    at = book().receivers
    inside = (at.heads, at.called.values(), trades(), {"employees"})
    return any(word in group for word in (plural, _head(plural)) for group in inside)
