"""Which words of content of one text have a counterpart in the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise

import msgspec

from jdrewrite.verifying.acronyms import long_form, spelt_out_in
from jdrewrite.verifying.ends import NOT_PURPOSE
from jdrewrite.verifying.lexicon import akin, among, lexicon, same
from jdrewrite.verifying.spelling import american
from jdrewrite.verifying.texts import Text, Word
from jdrewrite.verifying.thesaurus import carrier, general


def without_counterpart(words: Iterable[Word], text: Text, other: Text, *, duty: bool = False) -> list[Word]:
    """Return those words of a text for which the other text has none.

    A synonym serves only one: where "review and approve" becomes "review", nothing is left for "approve", even if
    "review" could stand for it, since it already stands for itself. With ``duty``, a synonym in an end of the other
    text does not serve: "teach staff" is not kept by "so that colleagues feel safe".
    """
    sorts = _Sorts(other.words)
    kin = _kin(text, sorts, other)
    taken = {o for (form, _, verb), others in kin.items() for o in _nearest(form, verb, others)}
    long_forms = [span for span in spelt_out_in(text.text, other.text) if not _in_part(text, span, other)]
    eaten = _in_turns(other.text)
    joined, others = _joined(text.text), {o.text.lower() for o in other.words}
    found = []
    for word in words:
        if _in_two_words(word, joined, others) or word.text.lower() in _joined(other.text):
            continue
        if _without_hyphen(word, text, other) or any(akin(word.text, one) for one in eaten):
            continue
        if kin[_sort(word)] or any(start <= word.start < end for start, end in long_forms):
            continue
        if long_form(word.text, other.text) or any(
            o not in taken and _in_its_place(text, word, other, o, duty=duty) for o in sorts.synonyms(_sort(word))
        ):
            continue
        found.append(word)
    return found


Sort = tuple[str, str, bool]
"""What words have in common for which the same words of the other text may stand: form, text, and whether it is a verb."""


def _sort(word: Word) -> Sort:
    return word.form, word.text, word.verb


class _Sorts:
    """The words of a text by sort: a long text has few, so that not every word is compared with every other."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words: dict[Sort, list[Word]] = {}
        for word in words:
            self._words.setdefault(_sort(word), []).append(word)
        self._near: dict[str, list[Sort]] = {}
        for form, text, verb in self._words:
            for key in {form[:1], text[:1].lower(), american(form), american(text)}:
                self._near.setdefault(key, []).append((form, text, verb))

    def kin(self, sort: Sort) -> list[Word]:
        """Return the kin of a sort, in order: words that begin alike, or that are of one family."""
        keys = {sort[0][:1], sort[1][:1].lower()}
        keys.update(*(lexicon().families.get(american(word), ()) for word in sort[:2]))
        near = dict.fromkeys(other for key in keys for other in self._near.get(key, ()))
        return self._of(other for other in near if akin(sort[0], other[0]) or akin(sort[1], other[1]))

    def synonyms(self, sort: Sort) -> list[Word]:
        """Return the words, in order, that say the same."""
        return self._of(other for other in self._words if same(sort[0], other[0]) or same(sort[1], other[1]))

    def _of(self, sorts: Iterable[Sort]) -> list[Word]:
        return sorted((word for sort in sorts for word in self._words[sort]), key=lambda word: word.start)


def _kin(text: Text, others: _Sorts, other: Text) -> dict[Sort, list[Word]]:
    """Return for each sort of word its kin in the other text, without that which has another origin there."""
    had, has = Counter(w.form for w in text.words), Counter(o.form for o in other.words)
    return {
        sort: [o for o in others.kin(sort) if o.form == sort[0] or sort[2] or has[o.form] > had[o.form]]
        for sort in dict.fromkeys(_sort(word) for word in text.words)
    }


def _in_part(text: Text, span: tuple[int, int], other: Text) -> bool:
    """Tell whether the other text spells out some words of a long form, so that those it leaves out are lost."""
    words = [w for w in text.words if span[0] <= w.start < span[1]]
    short = "".join(w.text[0] for w in words).upper()
    if re.search(rf"\b{re.escape(short)}s?\b", other.text):
        return False
    return any(akin(w.form, o.form) for w in words for o in other.words)


_HELPS = frozenset("help assist support aid".split())


@lru_cache(maxsize=1024)
def _in_turns(text: str) -> frozenset[str]:
    """Return the longer words inside turns of phrase, of which none counts as a word by itself: "within the company"."""
    turns = (m.group().lower() for m in lexicon().idioms.finditer(text))
    return frozenset(word for turn in turns for word in re.findall(r"[a-z]{4,}", turn))


@lru_cache(maxsize=1024)
def _joined(text: str) -> dict[str, tuple[int, int]]:
    """Return neighbouring words written as one: "on site" and "on-site" as "onsite"."""
    words = list(re.finditer(r"\w+", text.lower()))
    pairs = pairwise(words)
    return {a.group() + b.group(): (a.start(), b.end()) for a, b in pairs if b.start() - a.end() == 1}


def _in_two_words(word: Word, joined: dict[str, tuple[int, int]], others: set[str]) -> bool:
    return any(start <= word.start < end for one, (start, end) in joined.items() if one in others)


@lru_cache(maxsize=1024)
def _hyphened(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return words with a hyphen written as one, with their spans: "co-ordinate" as "coordinate"."""
    return tuple((m[1] + m[2], m.start(), m.end()) for m in re.finditer(r"\b([a-z]+)-([a-z]{3,})\b", text.lower()))


def _without_hyphen(word: Word, text: Text, other: Text) -> bool:
    """Tell whether the other text writes the word, or some form of it, with a hyphen or without one."""
    if any(akin(word.text, one) for one, *_ in _hyphened(other.text) if one[:5] == word.text.lower()[:5]):
        return True
    mine = [one for one, start, end in _hyphened(text.text) if start <= word.start < end]
    return any(one[:5] == o.text.lower()[:5] and akin(one, o.text) for one in mine for o in other.words)


def _in_its_place(text: Text, word: Word, other: Text, o: Word, *, duty: bool) -> bool:
    if word.form in _HELPS and o.form in _HELPS:
        return True  # "help customers find ..." is the duty, and looks like an effect
    if duty and _for_a_purpose(text, word):
        return True
    return (
        not duty or text.in_end(word.start) or not other.in_end(o.start) or (not word.verb and _of_the_work(other, o))
    )


def _for_a_purpose(text: Text, word: Word) -> bool:
    """Tell whether the word stands in "... to resolve problems", which the rewrite may turn to "so that ..."."""
    at, tokens = text.parse.tokens[word.i], text.parse.tokens
    for _ in range(_DEEP):
        if at.pos == "VERB" and any(t.tag == "TO" for t in text.parse.children(at.i)):
            if at.dep in {"acl", "relcl"}:
                return tokens[at.head].lemma not in NOT_PURPOSE
            if at.dep != "conj":
                return at.dep == "advcl" and at.i > 1
        if at.head == at.i:
            break
        at = tokens[at.head]
    return False


_DEEP = 4
_NAMING = re.compile(
    r"[\s,;–—-]*(?:what|whatever|when|whenever|where|wherever|who|whoever|how|whether|if|to)\b", re.IGNORECASE
)
"""How a clause begins that only names in other words what the work is done to: "help them when they have questions"."""


def _of_the_work(text: Text, word: Word) -> bool:
    spans = [(start, end) for start, end in text.ends if start <= word.start < end]
    return any(_NAMING.match(text.text, start) for start, _ in spans) and not _EFFECT.search(
        text.text[min(start for start, _ in spans) : word.start]
    )


_EFFECT = re.compile(r"\b(?:so|thus|thereby|because|which|in order|that way)\b", re.IGNORECASE)


def _nearest(form: str, verb: bool, others: list[Word]) -> list[Word]:
    """Return those of its kin that stand for a word: the same form, else the same kind of word, else all."""
    return [o for o in others if o.form == form and o.verb == verb] or [o for o in others if o.verb == verb] or others


def judged(text: Text, spans: Callable[[Text], list[tuple[int, int]]]) -> Callable[[Word], bool]:
    """Return a test of whether a word is the business of a check that reports these spans."""
    found = spans(text)
    return lambda word: any(start <= word.start < end for start, end in found)


_THINGS = frozenset("partner team".split())
"""Words that bear no act as verbs, and name something as nouns."""


def filler(word: Word) -> bool:
    """Tell whether a word bears no fact of the duty."""
    if word.verb:
        return word.form != "own" and (among("light", word.form) or carrier(word.form))
    if word.text.lower().endswith("ly") and not akin(word.text, "daily"):
        return True
    listed = among("filler", word.form) or among("filler", word.text)
    listed = listed or (among("light", word.form) and (word.form not in _THINGS or not word.start))
    return listed or general(word.form) or general(word.text)


def without_sole_ends(text: Text) -> Text:
    """Return an original in which an inward end may not go where it is the duty itself: "play a part in raising sales".

    It is where nothing outside of such ends bears a fact: once they are gone, nothing is left of the line.
    """
    if not text.inward or any(not (text.droppable(w.start) or text.in_end(w.start) or filler(w)) for w in text.words):
        return text
    return msgspec.structs.replace(text, inward=())
