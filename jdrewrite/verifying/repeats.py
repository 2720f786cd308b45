"""The same few words over and over say what a part of them says; the judge reads that part, in reasonable time."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from jdrewrite.language.words import plain
from jdrewrite.model import FACTS_OF_ORIGINAL, FACTS_OF_REWRITE, Verdict

_LONG = 1000
"""Characters up to which a text is read as it is."""
_MOST = 24
"""Repetitions that are read; nobody writes as many."""
_REPEATED = re.compile(rf"(?<!\S)((?:\S{{1,40}} ){{1,4}}?)\1{{{_MOST},}}")


class Shortened(msgspec.Struct, frozen=True):
    """A text without most of its repetitions."""

    text: str
    cuts: tuple[tuple[int, int], ...] = ()
    """Where in ``text`` something was left out, and how many characters by then."""

    def original(self, at: int) -> int:
        """Return where a place of ``text`` lies in the whole text."""
        n = bisect_left(self.cuts, at, key=lambda cut: cut[0])
        return at + (self.cuts[n - 1][1] if n else 0)


def shortened(text: str) -> Shortened:
    """Return a text with at most so many repetitions of the same one to four words."""
    if len(text) <= _LONG:
        return Shortened(text)
    text = plain(text)
    pieces, cuts, last, gone = [], [], 0, 0
    for match in _REPEATED.finditer(text):
        stop = match.start() + _MOST * len(match[1])
        pieces.append(text[last:stop])
        cuts.append((stop - gone, gone := gone + match.end() - stop))
        last = match.end()
    return Shortened("".join([*pieces, text[last:]]), tuple(cuts))


def placed(verdict: Verdict, before: Shortened, after: Shortened) -> Verdict:
    """Return a verdict on shortened texts with its spans in the whole texts."""
    if not (before.cuts or after.cuts):
        return verdict
    changes = {}
    for names, side in ((FACTS_OF_ORIGINAL, before), (FACTS_OF_REWRITE, after)):
        for name in names:
            changes[name] = tuple(
                msgspec.structs.replace(f, start=side.original(f.start), end=side.original(f.end))
                for f in getattr(verdict, name)
            )
    return msgspec.structs.replace(verdict, **changes)
