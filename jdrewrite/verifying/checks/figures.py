"""Figures, money, shares, durations and dates: every one must stand, and no new one may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from jdrewrite.model import Fact
from jdrewrite.verifying import clock
from jdrewrite.verifying.amounts import amount, amounts, minus, number
from jdrewrite.verifying.checks import frequency
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.outcome import Found, Outcome, compared, fact
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text, leading_to

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = {word: value for value, word in enumerate(_UNITS)} | _TENS | _LARGE
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ONE = "one"
_WORD = re.compile(
    r"\b(?:" + "|".join((*_WORDS, *_ORDINALS)) + r")(?:[- ](?:" + "|".join(_UNITS[1:10]) + r"))?\b", re.IGNORECASE
)
_SCALED = re.compile(r"\s(?P<scale>hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_SHARE = re.compile(r"\s?(?:percent|per cent|%)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:business |working |calendar |full |school )?(?:hour|day|week|month|quarter|year|minute|shift|night)s?\b",
    re.IGNORECASE,
)
"""What follows "one" where it is a figure and no pronoun."""
_SPAN = re.compile(r"\s+(?:to|or|and|through)\s+(?:" + "|".join(_UNITS[2:]) + r")\b|-to-", re.IGNORECASE)
"""What follows "one" in "one to three years"."""
_ALL_OF = re.compile(r"\b(?:all|all of|the|these|those|the other|between) $", re.IGNORECASE)
"""What stands before a number that points back at a list: "all four.", "between the two"."""
_POINTING = re.compile(r"[.,;:]|$| (?:[\w’'-]+ ){0,6}?[\w’'-]+:")
"""What follows a number that points at a list: "all four.", "three others: ..."."""
_PAIRED = re.compile(r"\b1[:-](?:on-)?1s?\b|\bone[- ](?:to|on)[- ]one\b", re.IGNORECASE)
"""A talk between two, which counts nothing."""
_MONTHS = (
    r"January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.?,? \d)|(?<=\d )(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|"
    r"May(?=,? \d)|(?<=\d )May|(?<=\d(?:st|nd|rd|th) )May|(?<=\b(?i:in|by|of|to) )May|(?<=\b(?i:from|till) )May|(?<=\b(?i:until|since|early) )May"
)
"""In short only beside a day or year, and "May" where it is no verb."""
_NAMED = re.compile(
    rf"\b(?:{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|(?:month|quarter|year|week)[- ]end|end of (?:the )?(?:month|quarter|year|week|day)|Q[1-4]|midnight|noon)s?\b"
)
_AT = {"noon": "12:00", "midnight": "00:00"}
_TIMES_OVER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern, re.IGNORECASE))
    for form, pattern in (
        ("x2", r"\bdoubl(?:es?|ed|ing)(?= (?:the|our|your|its|their|his|her|this|that|these|those|what)\b)|\b(?:two-?fold|twofold)\b"),
        ("x3", r"\b(?:tripl|trebl)(?:es?|ed|ing)(?= (?:the|our|your|its|their|his|her|this|that|these|those|what)\b)|\bthree-?fold\b"),
        ("x0.5", r"\bhalv(?:es?|ed|ing)\b|\b(?:by|in|to|into) half\b(?! (?:a|an|the|of|past)\b)"),
    )
)  # fmt: skip
"""How many times as much: "double the output", which says a number without one."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare the figures of two texts; "2" and "two", "USD 1,500" and "$1.5k" are the same."""
    old, new = list(found(before.text)), list(found(after.text))
    out = compared("figures", old, new)
    missing = Counter(form for form, *_ in old) - Counter(form for form, *_ in new)
    for one in reversed(old):  # "2 halls and 2 bars" has two figures, though they are alike
        told = fact("figures", one)
        if missing[one[0]] > 0 and told in out.kept:
            out.kept.remove(told)
            out.lost.append(told)
            missing[one[0]] -= 1
        elif told in out.lost:
            missing[one[0]] -= 1
    out.invented = [f for f in out.invented if not _counts_what_stands(before, after, f)]
    return out


def _counts_what_stands(before: Text, after: Text, told: Fact) -> bool:
    """Tell whether a small number only counts a list of the original: "three others: Product, Sales and Marketing"."""
    word = told.text.lower()
    if word not in _UNITS[2:8] or not _POINTING.match(after.text, told.end):
        return False
    if not (re.match(r"[^.;,]*:", after.text[told.end :]) or _ALL_OF.search(leading_to(after.text, told.start))):
        return False  # "designers and writers, two" says how many of them
    firsts = [t for t in before.parse.tokens if any(k.dep == "conj" for k in before.parse.children(t.i))]
    lists = {1 + len(siblings(before.parse, t.i)) for t in firsts}
    ends = {t.head for t in before.parse.tokens if t.lower in {"from", "to", "between"}}
    lists |= {2} if len(ends) < sum(t.lower in {"from", "to"} for t in before.parse.tokens) else set()
    return _UNITS.index(word) in lists


def spans(text: str) -> list[Span]:
    """Return where the figures stand; "double" and "halve" are acts as well."""
    placed = [(start, end) for form, said, start, end in found(text) if not (form.startswith("x") and said.isalpha())]
    return placed + [m.span() for pattern in (_PAIRED, amounts().code) for m in pattern.finditer(text)]


@lru_cache(maxsize=4096)
def found(text: str) -> tuple[Found, ...]:
    """Return the figures, in a form that can be compared; those of a frequency are not counted twice."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Found]:
    taken = [*frequency.spans(text), *(m.span() for m in _PAIRED.finditer(text))]
    for kind in (_of_the_clock, _in_digits, _in_words, _by_name):
        fresh = list(kind(text, taken))
        taken += [(start, end) for _, _, start, end in fresh]
        yield from fresh
    for said, pattern in _TIMES_OVER:
        yield from ((said, match.group(), *match.span()) for match in pattern.finditer(text))


def _of_the_clock(text: str, taken: list[Span]) -> Iterator[Found]:
    yield from (one for one in (*clock.days(text), *clock.times(text)) if not _inside(one[2], taken))


def _in_digits(text: str, taken: list[Span]) -> Iterator[Found]:
    for match in amounts().figure.finditer(text):
        part_of_name = match.start() and (text[match.start() - 1].isalpha() or text[match.start() - 1] == "_")
        if not part_of_name and not _inside(match.start("number"), taken):  # "B2B", "ISO9001": the names check keeps it
            yield _signed(amount(match, text), text, match.start(), match.start() + len(match.group().strip()))


def _in_words(text: str, taken: list[Span]) -> Iterator[Found]:
    for match in _WORD.finditer(text):
        if _inside(match.start(), taken):
            continue
        if match.group().lower() == _ONE and not (_COUNTED.match(text, match.end()) or _SPAN.match(text, match.end())):
            continue
        said, end = _spelt(match, text)
        yield _signed(said, text, match.start(), end)


def _by_name(text: str, taken: list[Span]) -> Iterator[Found]:
    for match in _NAMED.finditer(text):
        if not _inside(match.start(), taken):
            yield _named(match.group()), match.group(), *match.span()


def _signed(said: str, text: str, start: int, end: int) -> Found:
    """Return a figure with the minus before it, where there is one."""
    below = minus(text, start)
    return (said, text[start:end], start, end) if below is None else (f"-{said}", text[below:end], below, end)


def _inside(at: int, taken: list[Span]) -> bool:
    return any(start <= at < end for start, end in taken)


def _named(words: str) -> str:
    words = words.lower().replace("-", " ").removesuffix("s")
    turned = re.fullmatch(r"end of (?:the )?(\w+)", words)
    month = next((month for month in clock.MONTHS if len(words) < 5 and month.startswith(words[:3])), None)
    return f"{turned[1]} end" if turned else month or _AT.get(words, words)


def _spelt(match: re.Match[str], text: str) -> tuple[str, int]:
    """Return the figure that words spell, and where it ends: "three hundred thousand", "ten percent"."""
    words, end = match.group().lower(), match.end()
    if words in _ORDINALS:
        return number(str(_ORDINALS.index(words) + 3)), end
    parts = re.split(r"[- ]", words)
    value = float(sum(_WORDS[word] for word in parts if word in _WORDS))
    while scaled := _SCALED.match(text, end):
        value *= _LARGE[scaled["scale"].lower()]
        end = scaled.end()
    share = _SHARE.match(text, end)
    return f"{value:.10g}" + ("%" if share else ""), share.end() if share else end
