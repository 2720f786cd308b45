"""Makes a stretch of words that decided a label into a phrase that a person can read by itself.

Evidence must not depend on whether a statement was parsed, so phrases are told by the small words that open them (see
``partings``). What stands between two openings is taken whole, so that no noun loses its last word and no verb its
object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.analysis.partings import (
    BE,
    CLAUSE,
    DETERMINERS,
    JOINS,
    LEADS_ON,
    MARK,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    Span,
    bare,
    is_act,
    opens_clause,
    partings,
)

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc

LEAST, ENOUGH, LONGEST = 3, 13, 17
"""Words below which a phrase takes in its neighbours, up to which it is filled to its clause, and at most."""
_LEFT = 3
"""Words of a clause that are not left out alone."""
_ITEM = 3
"""Words of an item of a list, as far as it is followed."""
_LEADS = (("you", "will"), ("you", "are"), ("she",))
"""Words behind which a bare duty is read; they are not counted, as they seldom are the statement's own."""

_HANGING = PREPOSITIONS | RELATIVES
_HELPING = BE - {"not"}
_NO_NOUN = (DETERMINERS | LEADS_ON | SUBJECTS) - {"more", "most"}
_BEFORE_NOUNS = frozenset(
    "large small simple safe clear fast high low good great strong modern easy secure quick accurate timely complete "
    "honest fair friendly reliable effective efficient creative innovative consistent inclusive accessible sustainable "
    "scalable complex diverse dynamic positive unique".split()
)
"""Qualities behind which a comma more often leads to their noun than away from it: "safe, reliable energy"."""


def readable(doc: LightDoc, start: int, end: int) -> Span:
    """Return the readable whole that holds a stretch of words: its phrases, with the neighbours that they need.

    Args:
        doc: a statement; its tags and relations are not asked for.
        start: first token of the stretch.
        end: the token after its last.
    """
    core = start, end = bare(doc, start, end)
    text = _Text(doc)
    first, last = text.shortened(text.before(start), text.behind(end), core)
    first = text.with_its_verb(first, last)
    last = text.filled(first, last)
    first, last = bare(doc, *text.fed(first, last))
    first = text.opened(first, last)
    return first, text.closed(first, last)


class _Text:
    """A statement with the strength of the parting before each token, and behind the last."""

    def __init__(self, doc: LightDoc) -> None:
        self._words = doc.lowers
        self._parted = partings(doc)
        self._led = max((len(words) for words in _LEADS if doc.lowers[: len(words)] == words), default=0)

    def _length(self, first: int, last: int) -> int:
        return last - max(first, self._led)

    def before(self, at: int) -> int:
        """Return where the phrase begins that holds a token."""
        while not self._parted[at]:
            at -= 1
        return at

    def behind(self, at: int) -> int:
        """Return where the phrase ends that holds the token before this one."""
        while not self._parted[at]:
            at += 1
        return at

    def shortened(self, first: int, last: int, core: Span) -> Span:
        """Leave out phrases at the edges of what is too long, those first of which the least was asked for."""
        while self._length(first, last) > LONGEST:
            left, right = self.behind(first + 1), self.before(last - 1)
            if left >= last:
                break
            if left - core[0] < core[1] - right:
                first = left
            else:
                last = right
        return first, last

    def with_its_verb(self, first: int, last: int) -> int:
        """Return where a stretch begins that hangs on no word before it, if that is near: "work with users"."""
        while self._hangs(first) and self._parted[first] < MARK:
            earlier = self.before(first - 1)
            if self._length(earlier, last) > ENOUGH:
                break
            first = earlier
        return first

    def _hangs(self, at: int) -> bool:
        at += self._words[at] in JOINS
        word, after = (*self._words[at : at + 2], "", "")[:2]
        return word in _HANGING or (word == "to" and not is_act(after))

    def filled(self, first: int, last: int) -> int:
        """Return where a stretch ends that is told to the end of its clause, as far as that is near."""
        while last < len(self._words):
            if self._parted[last] == MARK:
                end = self._end_of_list(last) or self._end_of_split(first, last)
                return end if end and self._length(first, end) <= LONGEST else last
            clause = next(at for at in range(last, len(self._parted)) if self._parted[at] == MARK)
            most = LONGEST if clause - last <= _LEFT else ENOUGH
            near = self._length(first, clause) <= most
            further = clause if near else self.behind(last + 1)
            if self._length(first, further) > most or (self._parted[last] == CLAUSE and not near):
                break
            last = further
        return last

    def _end_of_list(self, at: int) -> int:
        """Return where a list of short items ends that goes on behind a comma; 0 where none does."""
        words = self._words
        while at < len(words) and words[at] == ",":
            item = at + 1
            at = self.behind(min(item + 1, len(words)))
            joins = [i for i in range(item, min(item + _ITEM + 1, at)) if words[i] in {"and", "or", "&"}]
            if joins:
                acts = is_act(words[joins[0] + 1]) and not is_act(words[item - 2]) if joins[0] + 1 < at else True
                return 0 if acts or opens_clause(words, joins[0]) else at
            if at - item > _ITEM:
                break
        return 0

    def _end_of_split(self, first: int, last: int) -> int:
        """Return where a noun ends that a comma parts from its first quality: "a modern, open way"; 0 where none is."""
        words = self._words
        if last + 1 >= len(words) or words[last] != "," or last - first < LEAST:
            return 0
        goes_on = words[last + 1] not in _NO_NOUN
        parted = words[last - 1] in _BEFORE_NOUNS or words[last - 2] in {"a", "an", "the"}
        return self.behind(last + 2) if goes_on and parted and not words[last + 1].endswith("ing") else 0

    def fed(self, first: int, last: int) -> Span:
        """Take in the phrases around one or two words that say little by themselves."""
        while self._length(first, last) < LEAST:
            if self._parted[first] < MARK:
                first = self.before(first - 1)
            elif self._parted[last] < MARK:
                last = self.behind(last + 1)
            elif last - first == 1 and first > 1 and self._words[first - 1] == ",":
                first = self.before(first - 2)
            else:
                break
        return first, last

    def opened(self, first: int, last: int) -> int:
        """Return where a stretch begins without the help of a verb whose subject is left out: "are able", "is sold"."""
        while self._led < first < last - 1 and self._words[first] in _HELPING:
            first += 1
        return first

    def closed(self, first: int, last: int) -> int:
        """Return where a stretch ends that opens no bracket and no list of acts without closing it."""
        words = self._words
        if last < len(words) and words[last] == ")" and "(" in words[last - 1]:
            return last + 1
        opened = next((i for i in range(last - 1, first, -1) if words[i] in {"(", ")"}), first)
        if words[opened] == "(" and opened - first >= LEAST:
            return opened
        lone_act = last - first > LEAST + 2 and words[last - 2] == "to" and last < len(words) - 1
        return last - 2 if lone_act and words[last - 1].isalpha() and words[last] != "." else last
