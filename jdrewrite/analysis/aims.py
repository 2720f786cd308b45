"""Finds the part of a statement that says what its work is for, by the words that open it.

"Repair lifts the same day, so that nobody is trapped at home" has an act and an end. Words alone decide, so that no
parse is needed; ``ends`` tells whose end it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from jdrewrite.language.lead import duty_verbs

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc

Kind = Literal["effect", "purpose"]
"""``effect``: a clause of its own ("so that ..."). ``purpose``: an infinitive ("to ...")."""

_LETTING = frozenset(
    "lets let means mean helps help keeps keep gives give allows allow spares spare saves save makes make enables "
    "enable brings bring gets get stops stop shields protects frees puts".split()
)
_SPARING = frozenset("lets let means spares spare saves keeps gives gets get allows enables stops puts brings".split())
_OPENERS: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (("so", "that"), frozenset()),
    (("in", "order", "that"), frozenset()),
    (("such", "that"), frozenset()),
    (("means", "that"), frozenset()),
    (("mean", "that"), frozenset()),
    (("is", "what"), _LETTING),
    (("which",), _LETTING),
    (("that",), _SPARING),
    (("because",), frozenset()),
    (("this", "way"), frozenset()),
    (("that", "way"), frozenset()),
    (("from", "which"), frozenset()),
    (("with", "which"), frozenset()),
    (("meaning", "that"), frozenset()),
    (("meaning",), frozenset()),
    (("thereby",), frozenset()),
    (("thus",), frozenset()),
    (("whereby",), frozenset()),
    (("hence",), frozenset()),
    (("as", "a", "result"), frozenset()),
    (("in", "turn"), frozenset()),
    (("until",), frozenset()),
    (("leaving",), frozenset()),
    (("rather", "than", "having"), frozenset()),
)
"""Words that open a clause on what comes of the work, and what must follow them where they alone say too little."""
_AIMING = (
    ("in", "order", "to"),
    ("so", "as", "to"),
    ("with", "a", "view", "to"),
    ("with", "the", "aim", "of"),
    ("for", "the", "sake", "of"),
)
_OPENERS_BY_FIRST = {
    first: [opener for opener in _OPENERS if opener[0][0] == first] for first in {words[0] for words, _ in _OPENERS}
}
_HELPING = frozenset({"helping", "letting", "sparing", "saving", "keeping", "enabling", "allowing"})
CAN = frozenset("can could need needs get gets have has are is will may never know knows find finds do does".split())
"""Words of being able to: with them, "so" opens an effect."""
_NOT_AIMS = frozenset(
    "able ability need needs want wants wish willing willingness have has had is are be was were will ready eager "
    "desire likely required responsible committed free due according prior related up addition response access refer "
    "report reports reporting respond responds responding listen listens listening talk talks speak speaks write "
    "writes relation regard close next add adds come comes go goes contribute contributes how what where when whether "
    "commitment commitments opportunity opportunities authority mandate right freedom power used learn learns continue "
    "expected asked trusted empowered entitled authorised authorized love loves like likes prepared begin seek seeks "
    "try trying try tries aim aims hope hopes tend fail fails help helps helped".split()
)
_FIRST = frozenset({"so", "to", *_HELPING, *(opener[0] for opener, _ in _OPENERS), *(opener[0] for opener in _AIMING)})
"""Words with one of which every end begins."""
_STOPS = frozenset({";", ".", "!", "?", ":"})


class Aim(NamedTuple):
    """A stretch of a statement that names an end."""

    start: int
    """First token of the words that open it."""
    body: int
    """First token behind them."""
    end: int
    """The token after the last."""
    kind: Kind


_KEY = "jd_aims"


_CARE_IS_WHOSE = frozenset(
    "staff team teams worker workers assistant assistants manager managers home homes provider providers".split()
)
"""Words before which "care" is no act, but part of their name."""


def aims(doc: LightDoc) -> list[Aim]:
    """Return the ends that a statement names, in order; they do not overlap.

    Found once for each statement: the reading of who is served asks for them, and that of the ends.
    """
    found: list[Aim] | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _found(doc.lowers)
    return found


def _found(words: tuple[str, ...]) -> list[Aim]:
    found: list[Aim] = []
    least = 0
    for at, word in enumerate(words):
        if at >= least and word in _FIRST and (aim := _opens(words, at)):
            found.append(aim)
            least = max(aim.body, at + 1)
    return _cut(found)


def _cut(found: list[Aim]) -> list[Aim]:
    """End each aim where the next one begins."""
    return [
        aim._replace(end=min(aim.end, following.start)) if following else aim
        for aim, following in zip(found, [*found[1:], None][: len(found)], strict=True)
    ]


def _opens(words: tuple[str, ...], at: int) -> Aim | None:
    for opener, must in _OPENERS_BY_FIRST.get(words[at], ()):
        behind = at + len(opener)
        if words[at:behind] == opener and at and (not must or (behind < len(words) and words[behind] in must)):
            return Aim(at, behind, _end(words, behind), "effect")
    if words[at] == "so" and at and CAN & set(words[at + 1 : at + 7]) and words[at + 1 : at + 2] != ("far",):
        return Aim(at, at + 1, _end(words, at + 1), "effect")
    for opener in _AIMING:
        behind = at + len(opener)
        if words[at:behind] == opener:
            return Aim(at, behind, _end(words, behind), "purpose")
    if words[at] in _HELPING and at > 1:
        return Aim(at, at, _end(words, at), "purpose")
    before = words[at - 1] if at else ""
    if words[at] == "to" and at > 1 and before not in _NOT_AIMS and before.isalpha() and _is_act(words, at + 1):
        return Aim(at, at + 1, _end(words, at + 1), "purpose")
    return None


def _is_act(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a base form stands here: "to" opens an infinitive, not a place or a person ("to care staff")."""
    if words[at : at + 1] == ("care",) and words[at + 1 : at + 2] and words[at + 1] in _CARE_IS_WHOSE:
        return False
    return at + 1 < len(words) and (words[at] in duty_verbs() or words[at] in _LETTING)


def _end(words: tuple[str, ...], start: int) -> int:
    return next((i for i in range(start, len(words)) if words[i] in _STOPS), len(words))
