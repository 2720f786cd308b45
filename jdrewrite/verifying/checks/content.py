"""The last net: every word of content must have a counterpart, and the duty may get no new ones."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import among, same
from jdrewrite.verifying.matching import filler, judged, without_counterpart
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.spans import elsewhere
from jdrewrite.verifying.texts import Text, Word
from jdrewrite.verifying.thesaurus import general

_YOU = re.compile(r"(?:you|she|he|the (?:role|incumbent|holder))\b", re.IGNORECASE)
_CUSTOMERS = frozenset(
    "customer client consumer guest patient resident user student member visitor caller buyer".split()
)
"""That those served are named adds no fact of its own; what is done for them would."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare the words of content; those of an inward end may go, those of an added end may come."""
    known, new = judged(before, elsewhere), judged(after, elsewhere)
    said = [w for w in before.words if not w.verb and not known(w) and not before.droppable(w.start)]
    said = [w for w in said if not filler(w) or _item(before, w)]
    said = [w for w in said if not _names_the_role(before, w, after)]
    added = [w for w in after.words if not w.verb and not filler(w) and not new(w) and not after.in_end(w.start)]
    return Outcome(
        lost=[_fact(word) for word in without_counterpart(said, before, after, duty=True)],
        invented=[_fact(word) for word in without_counterpart(added, after, before) if not _harmless(after, word)],
    )


def _names_the_role(before: Text, word: Word, after: Text) -> bool:
    """Tell whether the word names who does the work ("The analyst gathers ..."), and the rewrite says "you" or nothing."""
    if not (after.parse.lead or _YOU.match(after.text)):
        return False
    return before.names_the_role(word.start)


def _item(text: Text, word: Word) -> bool:
    """Tell whether a general word is an item of a list of things: "machines and work area"."""
    token = text.parse.tokens[word.i]
    others = siblings(text.parse, word.i)
    if token.pos != "NOUN" or word.text.lower().endswith("ly") or any(same(token.lemma, t.lemma) for t in others):
        return False
    return any(t.pos in {"NOUN", "PROPN"} and not general(t.lemma) for t in others)


def _harmless(text: Text, word: Word) -> bool:
    """Tell whether a new word adds no fact: manner, or whose affairs are worked on ("customers' questions")."""
    if among("manner", word.form) or among("manner", word.text):
        return True
    return word.form in _CUSTOMERS or (among("served", word.form) and text.parse.tokens[word.i].dep == "poss")


def _fact(word: Word) -> Fact:
    return Fact(check="content", text=word.text, start=word.start, end=word.end)
