"""Tells praise from what could be prevented: praise is passed on, and nothing is planned against it."""

from __future__ import annotations

import re

_GOOD = re.compile(
    r"\b(?:thanks?|thank you|thumbs up|hats off|compliments?|well done|great|lovely|perfect(?:ly)?|excellent|wonderful|"
    r"brilliant|fantastic|superb|spotless|kind(?:ly|ness)?|friendly|patien(?:t with|ce)|helpful|impress(?:ed|ive)|"
    r"delight(?:ed|ful)|pleas(?:ed|ant|ure)|happ(?:y|ily)|glad|grateful|recommend(?:ed)?|love[ds]?|enjoy(?:ed)?|"
    r"super|awesome|appreciate[ds]?|flawless(?:ly)?|smooth(?:ly)?|made (?:our|my|her|his) day|like new|easy|"
    r"nice touch|nicely|at once|first attempt|same day|well packed|quick(?:ly)?|fast|raise)\b"
)
_BAD = re.compile(
    r"\b(?:not?|never|nobody|no one|nothing|none|cannot|without|but|although|though|however|yet|still|again|wrong|late|"
    r"broken?|missing|rude(?:ly)?|dirty|bad(?:ly)?|worse|worst|terrible|awful|horrible|poor(?:ly)?|wait(?:ed|ing)?|fail\w*|"
    r"refus\w+|complain\w*|disappoint\w*|cold|damaged?|faults?|faulty|error|problem|shame|unfortunately|instead|only|too|"
    r"should|why|twice|lost|leak\w*|stop|would|wish|charged?|reminder|hung up)\b|n't\b"
)

_GOOD_BY_NOT = re.compile(
    r"\b(?:(?:there (?:is|was|were) |i have |i had |we have |we had )?(?:nothing|no reason|not a thing) to "
    r"(?:complain(?: about| of)?|fault|criticise|criticize|improve)|not (?:at all )?(?:too |so |half )?bad(?: at all)?|"
    r"(?:no|not an?|without an?|without any|without|not a single) (?:single )?(?:complaints?|problems?|issues?|trouble|"
    r"fuss|hitch(?:es)?|faults?|delays?|wait|waiting|errors?|mistakes?)"
    r"(?! (?:was|were|is|are|has|have|number|code|ever))|"
    r"(?:could ?n(?:o|')t|cannot|can't|could not) (?:have )?(?:be(?:en)? (?:any )?(?:better|kinder|nicer|happier|"
    r"easier|friendlier|smoother|quicker|faster|cleaner|warmer|clearer|gentler|"
    r"more (?:helpful|patient|kind|friendly|caring|pleased|attentive|professional|welcoming|understanding|polite))|"
    r"(?:fault|complain)|ask(?:ed)? for (?:more|better)|thank (?:you|them|her|him) enough|wish(?:ed)? for more)|"
    r"never (?:any|an?|had (?:any|an?)|have (?:any|an?)) (?:problem|complaint|trouble|issue)s?|"
    r"never (?:been )?(?:disappoint(?:ed|s)|let (?:me|us) down)|nothing (?:was|is) too much(?: trouble)?|"
    r"(?:did ?n(?:o|')t|did not) (?:have|need) to wait|nothing but (?:praise|good|the best))\b"
)
"""Praise that denies a fault: its words of blame blame nothing."""


def is_praise(text: str) -> bool:
    """Tell whether a comment praises and blames nothing.

    Args:
        text: as the customer wrote it; a word of blame decides against praise, for something could be prevented.
    """
    plain = text.lower().replace("’", "'")
    rest = _GOOD_BY_NOT.sub(" ", plain)
    return "?" not in plain and bool(rest != plain or _GOOD.search(plain)) and not _BAD.search(rest)
