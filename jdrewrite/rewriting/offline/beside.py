"""What stands beside the act in a line: when it is done, what it is made up of."""

from __future__ import annotations

import re

from jdrewrite.language.lead import is_duty_verb

_ASIDE = re.compile(
    r"\b(?:as|if|when|where)(?: and when)? (?:\w+ ){0,2}"
    r"(?:needed|required|necessary|assigned|directed|requested|appropriate|applicable|possible)\s*$",
    re.IGNORECASE,
)
"""A minor duty, and an ending behind which an effect reads as if it hung on the need, unless a comma parts them."""
_UNKNOWN_WORK = re.compile(
    r"\b(?:as|if|when|where) (?:\w+ ){0,2}assigned\s*$|"
    r"\b(?:other|related|additional|similar|miscellaneous|special|extra|ad[- ]?hoc) "
    r"(?:[\w-]+,? ){0,2}(?:duties|tasks?|work|projects?|requests?|assignments?|activities|responsibilities)\b",
    re.IGNORECASE,
)
"""Of what is not known yet nothing can be said."""
_EXAMPLES = re.compile(r"\([^()]*\)|,?\s\b(?:including|such as|like|e\.g\.|for example)\b.*$", re.IGNORECASE)
"""What the work is of in parts: of the whole an effect holds all the same."""
_COLON = re.compile(r":(?!\d)")

_FIRST_ACTS = re.compile(r"(?:[A-Za-z][\w/-]*, ){2,}(?:and |or )(?:\w+ly )?[\w/-]+ ")
"""Acts side by side that are done to the same thing: "Design, build, and maintain"."""


def ends_aside(text: str) -> bool:
    """Tell whether a line ends with when it is done: "as needed"."""
    return bool(_ASIDE.search(text))


def is_unknown_work(duty: str) -> bool:
    """Tell whether a duty with such an end is whatever may come up: "other tasks as needed"."""
    return ends_aside(duty) and bool(_UNKNOWN_WORK.search(duty))


def commas(duty: str) -> int:
    """Return how many commas a duty has, but for those of its examples and between the acts with which it opens."""
    return _EXAMPLES.sub("", duty[_behind_first_acts(duty) :]).count(",")


def _behind_first_acts(duty: str) -> int:
    found = _FIRST_ACTS.match(duty)
    words = found.group().replace(",", "").split() if found else []
    acts = all(is_duty_verb(word.lower()) or word in {"and", "or"} or word.endswith("ly") for word in words)
    return found.end() if found and acts else 0


def has_list(duty: str) -> bool:
    """Tell whether a colon opens a list; "1:1" does not."""
    return bool(_COLON.search(duty))
