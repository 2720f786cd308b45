"""Figures, money, shares, durations and dates: every one must stand, and no new one may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jdrewrite.model import Fact
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
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORDS = {word: value for value, word in enumerate(_UNITS)} | _TENS | _LARGE
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CODES = "USD|EUR|GBP|CAD|AUD|CHF|INR|JPY"
_FIGURE = re.compile(
    rf"(?P<money>[$€£]|\b(?:{_CODES})\s?)?(?P<number>\d+(?:[.,]\d+)*)\s?(?P<scale>[kKmM]\b|million\b|thousand\b|billion\b)?"
    rf"\s?(?P<after>%|percent\b|per cent\b|(?:st|nd|rd|th)\b|dollars\b|euros\b|(?:{_CODES})\b)?"
)
_ONE = "one"
_WORD = re.compile(
    r"\b(?:" + "|".join((*_WORDS, *_ORDINALS)) + r")(?:[- ](?:" + "|".join(_UNITS[1:10]) + r"))?\b", re.IGNORECASE
)
_SCALED = re.compile(r"\s(?P<scale>hundred|thousand|million|billion)\b", re.IGNORECASE)
_SHARE = re.compile(r"\s?(?:percent|per cent|%)", re.IGNORECASE)
_MONEY = {"$": "usd", "dollars": "usd", "€": "eur", "euros": "eur", "£": "gbp"}
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "billion": 1e9}
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
_CODE = re.compile(rf"\b(?:{_CODES})\b")
_PAIRED = re.compile(r"\b1[:-](?:on-)?1s?\b|\bone[- ](?:to|on)[- ]one\b", re.IGNORECASE)
"""A talk between two, which counts nothing."""
_NAMED = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|(?:month|quarter|year|week)[- ]end|end of (?:the )?(?:month|quarter|year|week|day)|Q[1-4]|midnight|noon)s?\b"
)


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
    number = told.text.lower()
    if number not in _UNITS[2:8] or not _POINTING.match(after.text, told.end):
        return False
    if not (re.match(r"[^.;,]*:", after.text[told.end :]) or _ALL_OF.search(leading_to(after.text, told.start))):
        return False  # "designers and writers, two" says how many of them
    firsts = [t for t in before.parse.tokens if any(k.dep == "conj" for k in before.parse.children(t.i))]
    lists = {1 + len(siblings(before.parse, t.i)) for t in firsts}
    ends = {t.head for t in before.parse.tokens if t.lower in {"from", "to", "between"}}
    lists |= {2} if len(ends) < sum(t.lower in {"from", "to"} for t in before.parse.tokens) else set()
    return _UNITS.index(number) in lists


def spans(text: str) -> list[Span]:
    """Return where the figures stand."""
    others = [m.span() for pattern in (_PAIRED, _CODE) for m in pattern.finditer(text)]
    return [(start, end) for _, _, start, end in found(text)] + others


def found(text: str) -> Iterator[Found]:
    """Yield the figures, in a form that can be compared; those of a frequency are not counted twice."""
    taken = [*frequency.spans(text), *(m.span() for m in _PAIRED.finditer(text))]
    for match in _FIGURE.finditer(text):
        part_of_name = match.start() and (text[match.start() - 1].isalpha() or text[match.start() - 1] == "_")
        if part_of_name or _inside(match.start("number"), taken):
            continue  # "B2B", "ISO9001": the names check keeps it
        taken.append(match.span())
        yield _form(match), match.group().strip(), match.start(), match.start() + len(match.group().strip())
    for match in _WORD.finditer(text):
        if _inside(match.start(), taken):
            continue
        if match.group().lower() == _ONE and not (_COUNTED.match(text, match.end()) or _SPAN.match(text, match.end())):
            continue
        form, end = _spelt(match, text)
        taken.append((match.start(), end))
        yield form, text[match.start() : end], match.start(), end
    for match in _NAMED.finditer(text):
        yield _named(match.group()), match.group(), *match.span()


def _inside(at: int, taken: list[Span]) -> bool:
    return any(start <= at < end for start, end in taken)


def _named(words: str) -> str:
    words = words.lower().replace("-", " ").removesuffix("s")
    turned = re.fullmatch(r"end of (?:the )?(\w+)", words)
    return f"{turned[1]} end" if turned else words


def _spelt(match: re.Match[str], text: str) -> tuple[str, int]:
    """Return the figure that words spell, and where it ends: "three hundred thousand", "ten percent"."""
    words, end = match.group().lower(), match.end()
    if words in _ORDINALS:
        return _number(str(_ORDINALS.index(words) + 3)), end
    parts = re.split(r"[- ]", words)
    value = float(sum(_WORDS[word] for word in parts if word in _WORDS))
    while scaled := _SCALED.match(text, end):
        value *= _LARGE[scaled["scale"].lower()]
        end = scaled.end()
    share = _SHARE.match(text, end)
    return f"{value:.10g}" + ("%" if share else ""), share.end() if share else end


def _form(match: re.Match[str]) -> str:
    sign = (match["money"] or match["after"] or "").strip().lower()
    money = _MONEY.get(sign, sign if sign.upper() in _CODES.split("|") else "")
    form = _number(match["number"].rstrip(".,"), _SCALE.get((match["scale"] or "").lower(), 1))
    return form + "%" if (match["after"] or "").lower() in {"%", "percent", "per cent"} else f"{money}{form}"


def _number(number: str, scale: float = 1) -> str:
    bare = re.sub(r",(?=\d{3}\b)", "", number).replace(",", ".")
    try:
        return f"{float(bare) * scale:.10g}"
    except ValueError:
        return bare
