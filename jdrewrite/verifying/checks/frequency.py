"""How often and how much: daily or weekly, all or some, at least or up to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.model import Fact
from jdrewrite.verifying.accordance import by_rule
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text, newly

_PER = r"\b(?:each|every|per|an?)"
_FREQUENCIES: tuple[tuple[str, str], ...] = (
    ("fortnight", r"\b(?:bi-?weekly|fortnightly|(?:every|each) (?:two|2|other|second) weeks?|once a fortnight)\b"),
    ("two months", r"\b(?:bi-?monthly|every (?:two|2|other|second) months?)\b"),
    ("half-year", r"\b(?:semi-?annual(?:ly)?|bi-?annual(?:ly)?|half-yearly|every six months|(?:twice|(?:two|2) times) (?:a|per|each|every) year)\b"),
    ("twice", r"\btwice\b|\b(?:two|2) times\b"),
    ("thrice", r"\bthrice\b|\b(?:three|3) times\b"),
    ("hour", rf"\bhourly\b|{_PER} hour\b(?!-long| long)"),
    ("shift", rf"{_PER} shift\b"),
    ("morning", r"\b(?:each|every) morning\b"),
    ("day", rf"\bdaily\b|{_PER} (?:working )?day\b|\bday[- ]to[- ]day\b|\bday in,? day out\b"),
    ("week", rf"(?<!bi)(?<!bi-)\bweekly\b|{_PER} week\b"),
    ("month", rf"(?<!bi)(?<!bi-)\bmonthly\b|{_PER} month\b(?!-long| long)|\bthe month[’']s\b"),
    ("quarter", rf"\bquarterly\b|{_PER} quarter\b"),
    ("year", rf"(?<!semi)(?<!semi-)(?<!bi)\b(?:annual|annually|yearly)\b|{_PER} year\b|\b(?:of|for|in) the year\b"),
    ("night", r"\bnightly\b|\bovernight\b|\b(?:at )?night\b|\b(?:each|every) night\b"),
    ("by day", r"\bby day\b|\bduring the day\b"),
)  # fmt: skip
_QUANTITIES: tuple[tuple[str, str], ...] = (
    ("at least", r"\bat least\b|\b(?:a )?minimum(?: of)?\b|\bno (?:less|fewer) than\b|\bor (?:more|above)\b|\bor (?:better|higher|over)\b(?= *(?:[,.;)]|$))|(?<!\d )(?<!\d)\bmin\.?(?!\w)|(?<=\d)\+|≥|>="),
    ("at most", r"(?<!come )(?<!comes )\bup to\b(?! (?:the|our|its|their|his|your|you|us|them|date|speed|standards?|code|scratch|par|now|here)\b)(?<!hook up to)(?<!link up to)(?<!\bhooked up to)(?<!look up to)|\bat (?:the )?most\b|\b(?:a )?maximum(?: of)?\b|\bno more than\b|\bas many as\b|\bas much as (?=\d)|\b(?:not|never) (?:to )?exceed\w*|\bno longer than\b|\bor (?:less|fewer)\b|≤|<=|=<"),
    ("all", r"(?<!above )(?<! at )(?<!first of )\ball(?! (?:you do|we do|that you do|of (?:them|these|this|that|it|those|which|whom))\b)(?! (?:right|the time|the way|the while|year|day|round|in all|over|told|this|(?:sorts?|kinds?|manner|types?) of|the (?:others?|rest)))\b"),
    ("whole", r"\b(?:entire|whole)\b"),
    ("each", r"\b(?:each|every)\b(?! (?:hour|day|week|month|quarter|year|shift|working|time|other|two|morning|night|one of them|second|six))"),
    ("any", r"\bany\b"),
    ("both", r"\bboth\b"),
    ("some", r"\bsome\b(?! other (?:way|means|form|kind))|\ba few\b|\bselected\b|(?<!make )(?<!making )(?<!makes )(?<!be )\bcertain\b|\bmajor\b"),
    ("half", r"\bhalf (?:of|the|our|their|all)\b|\bone half\b|\bone in two\b"),
    ("most", r"\bmost of\b|\bthe majority\b|(?<!the )(?<!at )\bmost(?= (?:\w+ )?\w+s\b)"),
    ("only", r"\b(?:only|solely|exclusively)\b(?! (?:if|when|with|after|once|where)\b)"),
    ("occasionally", r"\b(?:occasional(?:ly)?|from time to time|sometimes|(?:every )?now and (?:then|again)|every so often|once in a while|on occasions?|at times(?! when)|ad[- ]hoc|as (?:the )?(?:occasion|need|situation)s? (?:demands?|arises?|requires?|comes? up|calls? for it)|(?:as|if|when|where|whenever) (?:need be|needed|required|necessary|appropriate|requested|time permits|(?<!as )possible)(?! (?:by|of|for)\b))\b|\b(?:when|if|as|whenever|where) (?:(?:that|this|it|they|you|so)(?: (?:is|are))? )?(?:asked|directed|assigned|called (?:upon|for))\b|\b(?:up)?on request\b|\b(?:as|if|when|where|whenever|wherever) (?:\w+ ){1,4}(?:needs?|requires?|asks?|(?:is|are) (?:a )?(?:need|needed|required|necessary))\b|\bas (?:[\w’']+ ){1,5}dictates?\b|\b(?:if|when|where|whenever|wherever) (?:[\w’']+ ){1,4}calls? for(?: it)?\b|\b(?:when|where|if)(?:ever)? (?:we|you|they|one) can\b(?= *(?:[,.;]|$))"),
)  # fmt: skip
_TIMES = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _FREQUENCIES)
_AMOUNTS = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _QUANTITIES)
_WHOLLY = re.compile(
    r"\b(?:everything|everyone|anything|whatever|wherever|whenever|full|complete|throughout|no|none|every time|the (?:whole|entirety) of|(?:no|not|never) [^.;]*(?:without|not been)|all of (?:it|this|that|these|those|them))\b",
    re.IGNORECASE,
)
"""Other ways of saying "all"."""
_BODY = re.compile(
    r"\s(?:company|organi[sz]ation|business|firm|agency|department|country|industry|world|market|workforce)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(r"\boperations?\b|\boperational\b|\broutine\b|\beveryday\b", re.IGNORECASE)
"""What is run from day to day."""
_DAY_TO_DAY = re.compile(r"day[- ]to[- ]day (?=\w)", re.IGNORECASE)
"""Said of a thing; done "day to day" is how often."""
_ALL_ACROSS = re.compile(r"all (?:across|along|around)\b", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:designated|specified|specific|assigned|particular|given|chosen|select)\b", re.IGNORECASE)
_WIDE = frozenset({"all", "each", "any"})
_SMALL_CHANGE = frozenset({"each", "any", "both", "whole"})
"""Words that a plural says as well: "test any new release", "test new releases"."""


_OTHERWISE = {
    "at most": re.compile(r"\b(?:highest|largest|greatest|upper limit|capped|exceed\w*|as (?:much|many|long) as)\b", re.IGNORECASE),
    "at least": re.compile(r"\b(?:lowest|smallest|as little as|from \d\S* up(?:wards)?|upwards? of|(?:over|above)(?= \d))\b", re.IGNORECASE),
    "some": re.compile(r"\b(?:picked|chosen|shortlisted|singled out|big(?:gest)?|large|main|chief|leading|principal|key|important|significant|a (?:fair|little|good) (?:bit|deal))\b", re.IGNORECASE),
    "only": re.compile(r"\bonly\b|\balone\b|\bnobody (?:else|but)\b|\bno one (?:else|but)\b|\bnothing (?:else|but)\b", re.IGNORECASE),
    "most": re.compile(r"\b(?:primar\w+|main|mainly|mostly|chiefly|largely|predominantly|principally)\b", re.IGNORECASE),
}  # fmt: skip
"""What else says a quantity; none of these is one by itself."""
_SAID_BEFORE = {
    "all": re.compile(r"\b(?:across|throughout|through)\b", re.IGNORECASE),
    "most": re.compile(r"\b(?:primar\w+|mainly|mostly|chiefly|largely|predominantly|principally)\b", re.IGNORECASE),
    "at most": re.compile(r"\b(?:until|till|exceed\w*|limit(?:ed)? (?:of|to)|by (?=\d|the end))\b", re.IGNORECASE),
    "occasionally": re.compile(r"\bperiodic\w*|\bto the extent (?:\w+ )?(?:necessary|needed|required|possible)\b", re.IGNORECASE),
}  # fmt: skip
"""What of the original says a quantity in other words, so that it is none that is new once those words are gone."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare frequency and quantity words of the duty; those in an added purpose are not the duty's."""
    out = Outcome()
    old, everywhere = list(told(before.text)), list(told(after.text))
    forms = {form for form, *_ in everywhere}
    for found in old:
        if found[0] in forms or (found[0] in _WIDE and forms & _WIDE) or before.droppable(found[2]):
            out.kept.append(fact("frequency", found))
        elif found[0] not in _SMALL_CHANGE and not _otherwise(found, before, after):
            out.lost.append(fact("frequency", found))
    known = {form for form, *_ in old}
    if any(m.group().lower() not in after.text.lower() for m in _CHOSEN.finditer(before.text)):
        known.add("some")
    known |= {form for form, said in _SAID_BEFORE.items() if _gone(said, before, after)}
    for found in everywhere:
        alike = found[0] in known or (found[0] in _WIDE and known & _WIDE)
        if alike or after.in_end(found[2]):
            continue
        if found[0] == "all" and _ALL_ACROSS.match(after.text, found[2]):
            continue  # how far, which the words of place tell
        if _DAY_TO_DAY.match(after.text, found[2]) and _ROUTINE.search(before.text):
            continue
        if found[0] in _SMALL_CHANGE and not _wider(found, before, after):
            out.warnings.append(Fact(check="frequency", text=f"“{found[1]}” is new", start=found[2], end=found[3]))
        else:
            said = f"“{found[1]}” is new: how often or how much it is done has changed"
            out.changed.append(Fact(check="frequency", text=said, start=found[2], end=found[3]))
    return out


def _otherwise(found: Found, before: Text, after: Text) -> bool:
    """Tell whether the rewrite says a quantity in words that are none by themselves: "the highest" for "the maximum"."""
    said = _WHOLLY if found[0] == "all" else _OTHERWISE.get(found[0])
    return said is not None and bool(newly(said, before, after))


def _gone(said: re.Pattern[str], before: Text, after: Text) -> bool:
    return any(m.group().lower() not in after.text.lower() for m in said.finditer(before.text))


def _wider(found: Found, before: Text, after: Text) -> bool:
    """Tell whether the work now reaches over a whole organisation: "across the whole company"."""
    body = _BODY.match(after.text, found[3]) if found[0] == "whole" else None
    return body is not None and body.group().strip().lower() not in before.text.lower()


def spans(text: str) -> list[Span]:
    """Return where frequency words stand, and the words of amount that look like figures."""
    return [(start, end) for form, _, start, end in told(text) if form not in _WIDE | {"all", "both"}]


def times(text: str) -> Iterator[Found]:
    """Yield how often something is done, in words or figures: "daily", "twice a week"."""
    taken: list[Span] = []
    for form, pattern in _TIMES:
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                taken.append(match.span())
                yield form, match.group(), *match.span()


def told(text: str) -> Iterator[Found]:
    """Yield how often and how much, in a form that can be compared."""
    yield from times(text)
    for form, pattern in _AMOUNTS:
        for match in pattern.finditer(text):
            if match.group().lower() == "sometimes" and text.lower().count("sometimes") > 1:
                continue  # "sometimes this, sometimes that" says both
            if form == "occasionally" and by_rule(text, match.start()):
                continue
            yield form, match.group(), *match.span()
