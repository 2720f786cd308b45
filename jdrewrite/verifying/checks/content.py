"""The last net: every word of content must have a counterpart, and the duty may get no new ones."""

from __future__ import annotations

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import among
from jdrewrite.verifying.matching import filler, judged, without_counterpart
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.spans import elsewhere
from jdrewrite.verifying.texts import Text, Word


def compare(before: Text, after: Text) -> Outcome:
    """Compare the words of content; those of an inward end may go, those of an added end may come."""
    known, new = judged(before, elsewhere), judged(after, elsewhere)
    said = [w for w in before.words if not w.verb and not filler(w) and not known(w) and not before.droppable(w.start)]
    added = [w for w in after.words if not w.verb and not filler(w) and not new(w) and not after.in_end(w.start)]
    return Outcome(
        lost=[_fact(word) for word in without_counterpart(said, before, after)],
        invented=[_fact(word) for word in without_counterpart(added, after, before) if not _role(word)],
    )


def _role(word: Word) -> bool:
    return among("light", word.form)


def _fact(word: Word) -> Fact:
    return Fact(check="content", text=word.text, start=word.start, end=word.end)
