"""Names, tools and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jdrewrite.verifying.acronyms import long_form, shorts, spelt_out_in
from jdrewrite.verifying.checks import figures
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_NAME = re.compile(r"[^\W\d_][\w.+#&-]*[\w+#]|[A-Z]\b")
_ODD = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]|[A-Za-z]+\d|\w[+#]")
_COMMON = frozenset(
    "i you your we our the a an this that these it english usd eur gbp cad aud chf inr jpy "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun am pm lb lbs kg km".split()
)
"""Words written with a capital that are no names, or that the figures check answers for."""
_TITLED = 0.7
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\.?")
_NEAR = 60
"""Characters before a name by which one tells whether it opens a sentence."""
_OPENING = frozenset('.!?:;•"“(')


def compare(before: Text, after: Text) -> Outcome:
    """Compare names: capitals inside a sentence, abbreviations, and words written as only names are."""
    out = Outcome()
    spelt_after, spelt_before = spelt_out_in(after.text, before.text), spelt_out_in(before.text, after.text)
    words_after, words_before = _words(after.text), _words(before.text)
    for found in _names(before):
        kept = (
            ((found[0] in words_after or _single(found[1]) in words_after) and not _only_common(found, before, after))
            or long_form(found[1], after.text)
            or _within(found[2], spelt_before)
            or _loosely(found[1], words_after)
        )
        if not kept and before.names_the_role(found[2]) and not after.names_the_role(0):
            continue  # who does the work is "you" now
        if before.droppable(found[2]) and among("inward", found[0]):
            continue  # "to hit KPIs" names no standard
        (
            out.kept if kept or (_as_common_word(found, after) and not _only_common(found, before, after)) else out.lost
        ).append(fact("names", found))
    out.lost += [fact("names", found) for found in _listed_again(before, after)]
    for found in _names(after):
        known = (
            found[0] in words_before
            or _single(found[1]) in words_before
            or long_form(found[1], before.text)
            or _within(found[2], spelt_after)
        )
        if not known and not _as_common_word(found, before):
            out.invented.append(fact("names", found))
    return out


def named(text: Text) -> set[str]:
    """Return the names of a text, in lower case."""
    return {form for form, *_ in _names(text)}


def _listed_again(before: Text, after: Text) -> Iterator[Found]:
    """Yield names that stand elsewhere too, and as an item of a list that the rewrite has without them."""
    for found in _names(before):
        token = before.parse.at(found[2])
        had, has = (_times(found[0], t.text) for t in (before, after))
        if token is None or not 0 < has < had or before.droppable(found[2]):
            continue
        beside = [t for t in siblings(before.parse, token.i) if t.lower != token.lower]
        now = [t for t in after.parse.tokens if t.lower == token.lower]
        kept = any(akin(t.lemma, b.lemma) for n in now for t in siblings(after.parse, n.i) for b in beside)
        if beside and not kept:
            yield found


@lru_cache(maxsize=4096)
def _times(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))


def _loosely(name: str, words: set[str]) -> bool:
    """Tell whether of "IT-related" the name stands, which the hyphen only joins to a word of grammar."""
    match = re.fullmatch(r"(\w+)-(?:related|relevant|driven|based|specific|wide|oriented|focused|led)", name)
    return match is not None and match[1].lower() in words


def _single(name: str) -> str:
    """Return "sop" for "SOPs" and "S.O.P", and any other name in small letters."""
    name = re.sub(r"(?<=[A-Z])s$", "", name)
    return (name.replace(".", "") if _DOTTED.fullmatch(name) else name).lower()


def _only_common(found: Found, before: Text, after: Text) -> bool:
    """Tell whether of "Product" and "product", both in the original, the rewrite has only the common word."""
    if found[1].islower() or not re.search(rf"\b{re.escape(found[0])}s?\b", before.text):
        return False
    return not re.search(rf"\b{re.escape(found[1])}\b", after.text)


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _as_common_word(found: Found, other: Text) -> bool:
    """Tell whether a word with a mere capital ("the Manager") stands there in another form, without one."""
    mere = found[1][1:].islower()
    return mere and any(akin(found[0], w.text) or (w.verb and same(found[0], w.form)) for w in other.words)


def _names(text: Text) -> Iterator[Found]:
    titled = _mostly_titled(text.text)
    counted = [(start, end) for _, _, start, end in figures.found(text.text)]
    for match in _NAME.finditer(text.text):
        word = match.group().rstrip(".-&")
        if any(start <= match.start() and match.end() <= end and len(word) < end - start for start, end in counted):
            continue  # "$5M", "US$500": the figures check keeps it
        before = text.text[max(0, match.start() - _NEAR) : match.start()].rstrip()
        start = (
            not before
            or before[-1] in _OPENING
            or bool(re.search(r"\s[-–—]$|\b[A-Z]{4,} [A-Z]{4,}$|[A-Z]{3,} AND [A-Z]{4,}$", before))
        )
        odd = bool(_ODD.match(word)) and not (word[:1].isupper() and word[1:].islower())
        capital = word[:1].isupper() and not start and not titled
        if (odd or capital) and word.lower().removesuffix("s") not in _COMMON and word.lower() not in _COMMON:
            yield word.lower(), word, match.start(), match.start() + len(word)


def _mostly_titled(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text)
    return len(words) > 3 and sum(w[0].isupper() for w in words) > _TITLED * len(words)


def _words(text: str) -> set[str]:
    words = {m.group().rstrip(".-&").lower() for m in _NAME.finditer(text)}
    parts = {part for word in words for part in re.split(r"[&.-]", word) if part}
    parts |= {word.replace(".", "") for word in words if _DOTTED.fullmatch(word)}
    shorter = {re.sub(r"[’']s$|s$", "", m.group()).lower() for m in shorts(text)}
    return words | parts | shorter | {word.removesuffix("s") for word in words}
