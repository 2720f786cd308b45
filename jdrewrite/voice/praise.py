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


def is_praise(text: str) -> bool:
    """Tell whether a comment praises and blames nothing.

    Args:
        text: as the customer wrote it; a word of blame decides against praise, for something could be prevented.
    """
    plain = text.lower().replace("’", "'")
    return "?" not in plain and bool(_GOOD.search(plain)) and not _BAD.search(plain)
