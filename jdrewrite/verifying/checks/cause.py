"""What is done for what: "improve quality by testing" may not become "test by improving quality"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdrewrite.language.parse import Parse, Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, Word

_ENDS = re.compile(
    r"\b(?:so that|so as to|in order to|in order that|with (?:the|a) (?:aim|goal|view|purpose) (?:of|to)|which (?:helps?|lets?|means|enables?|allows?|ensures?)|"
    r"towards?|to that end)\b",
    re.IGNORECASE,
)
"""Behind these stands what the work in front of them is for."""
_MEANS = re.compile(
    r"\b(?:by (?=(?:\w+ly )?\w+ing\b)|through\b(?! to\b)|via\b|using\b|by means of\b|on the (?:basis|strength) of\b|based (?:up)?on\b|because\b|since (?=they|you|we|it)\b|"
    r"as a result of\b|thanks to\b|drawing (?:up)?on\b|in (?:accordance|line|keeping) with\b|according to\b|with the (?:help|aid) of\b)",
    re.IGNORECASE,
)
"""Behind these stands by what means the work in front of them is done."""
_PURPOSES = frozenset({"advcl", "acl", "relcl", "xcomp"})
_NO_PURPOSE = frozenset(
    "able ability capacity willingness willing need way plan right duty authority responsible opportunity chance want have "
    "continue begin start try seek aim how skill ready work expect require ask allow enable help get".split()
)
_ACTS = frozenset({"ROOT", "conj"})
_STOP = re.compile(r"[.;]\s|$")
_BOTH, _MORE = 2, 1.5
"""Words that must have changed sides, and how many times as many as have stayed."""


class _Link(NamedTuple):
    """One "for" or "by" of a text."""

    means: tuple[Word, ...]
    end: tuple[Word, ...]
    start: int
    stop: int


def compare(before: Text, after: Text) -> Outcome:
    """Find a means that has become the end, and the end its means."""
    out = Outcome()
    old = list(_links(before))
    for link in _links(after):
        if after.in_end(link.start):
            continue  # an effect that only the rewrite tells
        if any(_crossed(one, link) for one in old) and not any(_straight(one, link) for one in old):
            said = f"“{after.text[link.start : link.stop].strip()}” turns means and end round"
            out.changed.append(Fact(check="cause", text=said, start=link.start, end=link.stop))
            break
    return out


def _crossed(old: _Link, new: _Link) -> bool:
    to_end, to_means = _shared(old.means, new.end), _shared(old.end, new.means)
    stayed = _shared(old.means, new.means) + _shared(old.end, new.end)
    return bool(to_end and to_means) and to_end + to_means >= max(_BOTH, _MORE * stayed)


def _straight(old: _Link, new: _Link) -> bool:
    stayed = _shared(old.means, new.means) + _shared(old.end, new.end)
    return stayed > _shared(old.means, new.end) + _shared(old.end, new.means)


def _shared(some: Sequence[Word], others: Sequence[Word]) -> int:
    return sum(any(akin(word.form, other.form) for other in others) for word in some)


def _links(text: Text) -> Iterator[_Link]:
    marks = sorted({*_marked(text.text), *_infinitives(text.parse)})
    for number, (start, stop, is_end) in enumerate(marks):
        sentence = max((m.end() for m in re.finditer(r"[.;]\s", text.text[:start])), default=0)
        stopped = _STOP.search(text.text, stop)
        last = stopped.start() if stopped else len(text.text)
        comma = text.text.find(",", stop, last)
        if start <= sentence + 1 and comma > 0:  # it stands in front: "by testing, improve quality"
            behind, front = _words(text, stop, comma), _words(text, comma, last)
        else:
            following = marks[number + 1][0] if number + 1 < len(marks) else last
            front = _words(text, max(sentence, _act_before(text.parse, start)), start)
            behind = _words(text, stop, min(following, last, _act_behind(text.parse, start, last)))
        if behind and front:
            yield _Link(front, behind, start, stop) if is_end else _Link(behind, front, start, stop)


def _act_before(parse: Parse, at: int) -> int:
    """Return where the act begins that stands before a place: the last of those that a line joins."""
    return max((t.start for t in parse.tokens if t.start < at and t.pos == "VERB" and t.dep in _ACTS), default=0)


def _act_behind(parse: Parse, at: int, last: int) -> int:
    """Return where, behind a place, the next act begins that is joined to one before it."""
    joined = (t for t in parse.tokens if t.dep == "conj" and t.pos == "VERB" and parse.tokens[t.head].start < at)
    return min((t.start for t in joined if t.start > at), default=last)


def _words(text: Text, start: int, end: int) -> tuple[Word, ...]:
    return tuple(word for word in text.words if start <= word.start < end)


def _marked(text: str) -> Iterator[tuple[int, int, bool]]:
    for pattern, is_end in ((_ENDS, True), (_MEANS, False)):
        yield from ((m.start(), m.end(), is_end) for m in pattern.finditer(text))


def _infinitives(parse: Parse) -> Iterator[tuple[int, int, bool]]:
    """Yield each "to" that opens a purpose."""
    for token in parse.tokens:
        verb = parse.tokens[token.head]
        if token.tag == "TO" and verb.dep in _PURPOSES and verb.i > token.i and not _asked_for(parse, token, verb):
            yield token.start, token.end, True


def _asked_for(parse: Parse, token: Token, verb: Token) -> bool:
    """Tell whether the word before "to" asks for a verb: "ability to", "try to", "in order to"."""
    before = parse.tokens[token.i - 1] if token.i else None
    near = before is not None and (before.lemma in _NO_PURPOSE or before.lower in {"order", "as", "how", "through"})
    return near or (verb.dep == "xcomp" and parse.tokens[verb.head].i == token.i - 1)
