"""Promises that nobody made: always, never, within an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.haste import ON_THE_SPOT, promised
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text

_UNIT = r"(?:business |working |calendar )?(?:minutes?|hours?|days?|weeks?|months?)"
_PROMISE = re.compile(
    r"\balways\b|\bnever\b|\bevery (?:single )?time\b|(?<!nearly )(?<!almost )(?<!not )\ball the time\b|\bguarante\w+|\bwithout (?:fail|exception)\b|"
    r"\b(?:100|one hundred|a hundred|hundred) ?(?:%|percent|per cent)|"
    rf"\bwithin (?:an?|the|\w+|\d+) (?:same )?{_UNIT}\b|\b(?:zero|no) (?:errors?|defects?|delays?|complaints?)\b|"
    r"\b(?:on )?the same day\b|\bsame-day\b|\bround the clock\b|\b24/7\b|\bat all times\b|"
    r"\bat any time\b|\bin (?:all|every) cases?\b|\bno matter what\b|\bpromis(?:e|es|ing)\b|\b(?:is|are) (?:sure|certain|bound) to\b",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"(?<!\bin )(?<!\bof )(?<!\bfor )(?<!\bto )(?<!\bwith )(?<!\bon )(?<!\bacross )\b(?:every(?:one|body)?|each|all|nobody|no one)\b(?: (?!you\b|she\b|he\b|that\b|who\b)[\w’'-]+){0,5} will\b|"
    r"\b(?:every|each and every|every last|every single) one of\b",
    re.IGNORECASE,
)
"""Said of the duty, what all will get or do is a promise as well."""
_SERVED = r"(?:customers|clients|guests|patients|users|residents|members|passengers|students|people)"
_WISH = rf"(?:they|{_SERVED}) (?:want|like|wish|please|choose|demand|fancy"
_GIFTS = tuple(
    (form, re.compile(pattern, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for form, pattern, told in (
        ("free", r"\b(?:free of charge|for free|at no (?:extra |further )?(?:cost|charge)|without charge)\b", r"\bfree\b|\bcharg\w+|\bcosts?\b|\bfees?\b|\bpro bono\b"),
        ("wish", rf"\b(?:(?:whenever|as (?:often|much|long|many|soon)(?: [a-z]+)? as) {_WISH}|ask)|(?:anything|everything|any [a-z]+|(?:what|which)ever(?: [a-z]+)?) {_WISH}))\b", r"\bwhenever\b|\b(?:what|which)ever\b|\banything\b|\beverything\b|\bon (?:demand|request)\b"),
        ("right", rf"\b{_SERVED} (?:(?:have|get|gain|are given) (?:a|the) right to|may (?:choose|pick|select|refuse|cancel|return|exchange|swap|withdraw|claim|demand|keep|skip)|are (?:allowed|permitted) to)\b", r"\brights?\b|\bmay\b|\bfree\b|\ballow\w*|\bpermi\w+|\bentitl\w+|\beligib\w+"),
    )
)  # fmt: skip
"""What an added end may not give away, and what in the original speaks of it already."""
_SOFT = frozenset({"at any time", "promise", "promises"})
"""Said of an effect, these are plain English ("can ask at any time"); said of the duty, they are a promise."""
_TOGETHER = re.compile(r"\bsimultaneous|\bsame time\b|\bparallel\b|\bconcurrent", re.IGNORECASE)
"""With these, "at once" says "together" and promises nothing."""
_ANYTIME = re.compile(r"\banytime\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\bcontinu\w+\b(?! (?:improvement|learning|education|integration|delivery|development)\b)|\bconstant\w*|\bongoing\b|\bnon-?stop\b|\bperpetual\w*|\b24/7\b|\bround the clock\b|\b(?:always|permanent\w*)\b",
    re.IGNORECASE,
)
"""What never stops is done all the time; "continuous improvement" is only the name of a way to work."""
_BETTERS = re.compile(r"\bcontinu\w+ improvement\b", re.IGNORECASE)
_UNENDING = re.compile(r"\bnever (?:stop|ceas|rest|let(?:s|ting)? up|tir|stand(?:s|ing)? still)", re.IGNORECASE)
_BETTER = re.compile(r"\b(?:(?:gets?|getting|grows?|becomes?) better|improv(?:e|es|ing)) all the time\b", re.IGNORECASE)
"""What is improved continuously gets better all the time; nothing else does because of it."""
_ALL = re.compile(r"\b(?:all|each|every)\b", re.IGNORECASE)
_NO = re.compile(r"\b(?:not|never|no|cannot|prohibited|forbidden)\b|n[’']t\b", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Find promises in the rewrite that the original did not make; how long they give is for the figures check."""
    known = {form for form, *_ in _promises(before)}
    if _BETTERS.search(before.text) and _BETTER.search(after.text):
        known.add("all the time")
    alike = _said_otherwise(before, after)
    invented = [
        fact("guarantees", found)
        for found in _promises(after)
        if found[0] not in known
        and not (found[0] in alike and not after.in_end(found[2]))
        and not (found[0] in _SOFT and after.in_end(found[2]))
    ]
    if not _EVERYONE.search(before.text):
        sure = [m for m in _EVERYONE.finditer(after.text) if not after.in_end(m.start())]
        invented += [fact("guarantees", ("all", m.group(), *m.span())) for m in sure]
    invented += [fact("guarantees", found) for found in [*_in_haste(before, after), *_given(before, after)]]
    return Outcome(invented=invented)


def _in_haste(before: Text, after: Text) -> Iterator[Found]:
    """Yield what the duty is to be done promptly or at once; what an end says of it is for the check of promises."""
    for match in promised(before, after):
        words = match.group().lower()
        together = words == "at once" and _TOGETHER.search(before.text)
        if words != ON_THE_SPOT and not together and not after.in_end(match.start()):
            yield words, match.group(), *match.span()


def _given(before: Text, after: Text) -> Iterator[Found]:
    """Yield what an end gives to those served that the original does not: money, a right, or whatever they ask for."""
    for form, pattern, told in _GIFTS:
        if told.search(before.text):
            continue
        for match in pattern.finditer(after.text):
            if after.in_end(match.start()):
                yield form, match.group(), *match.span()


def _said_otherwise(before: Text, after: Text) -> set[str]:
    """Return the words of promise that say no more of the duty than other words of the original; an end may not use them."""
    known = set()
    if _NO.search(before.text):
        known.add("never")
    if _gone(_GOES_ON, before, after):
        known |= {"all the time", "always", "at all times"}
    if _gone(_ALL, before, after):
        known |= {"every time", "in all cases", "in every case"}
    if (_GOES_ON.search(before.text) or _BETTERS.search(before.text)) and _UNENDING.search(after.text):
        known.add("never")
    if re.search(r"\balways\b", before.text, re.IGNORECASE):
        known |= {"every time", "at all times", "without exception"}
    if re.search(r"\bensur\w+|\bmak\w+ sure\b", before.text, re.IGNORECASE):
        known |= {f"{verb} {word} to" for verb in ("is", "are") for word in ("sure", "certain", "bound")}
    if _ANYTIME.search(before.text):
        known.add("at any time")
    return known


def _gone(pattern: re.Pattern[str], before: Text, after: Text) -> bool:
    """Tell whether the rewrite lacks such a word of the original, and so has to say it otherwise."""
    kept = {m.group().lower() for m in pattern.finditer(after.text)}
    return any(m.group().lower() not in kept for m in pattern.finditer(before.text))


def _promises(text: Text) -> Iterator[Found]:
    for match in _PROMISE.finditer(text.text):
        words = match.group().lower().removeprefix("on ")
        yield "within" if words.startswith("within") else words, match.group(), *match.span()
