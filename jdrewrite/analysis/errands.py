"""Tells a list of things to do once from duties: "Buy milk. Call the plumber about the tap" is no job.

Both are acts without a doer. A duty is done again and again, and for the work; an errand has a day of its own, or is
about the home, the family or one's own health. One such line proves nothing ("Close the books by Friday"), many do
where no job is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.language.jobs import names_a_job
from jdrewrite.language.lead import is_duty_verb

_FEW = 3
"""Lines below which nothing can be told."""
_SHARE = 0.4
"""Of the lines so many have to be errands."""
_ACTS = 0.6
"""And so many have to be acts at all."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ONCE = re.compile(
    rf"\b(?:tomorrow|tonight|today|this (?:week|weekend|{_DAY}|morning|afternoon|evening)|next (?:week|weekend|{_DAY})|"
    rf"(?:by|on|until|before|for) (?:next )?{_DAY}|at the weekend|"
    r"(?:for|in|by) (?:january|february|march|april|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
"""A day of its own; "on Fridays" comes every week."""
_AT_HOME = re.compile(
    r"\b(?:my|mum|mom|mummy|dad|daddy|granny|grandma|grandpa|auntie|(?:the|our) kids|(?:the|our) (?:dog|cat)|"
    r"milk|bread|eggs|butter|groceries|toothpaste|toilet (?:paper|rolls?)|light ?bulbs?|batteries|"
    r"plumber|dentist|hairdresser|haircut|the vet|chimney sweep|optician|"
    r"flights?|holiday cottage|birthday|wedding (?:present|gift)|"
    r"(?:electricity|gas|water|phone|heating|internet|credit card) bills?|the rent|"
    r"library books?|overdue books?|passports?|"
    r"the (?:tap|gutters?|lawn|bins?|dishes|dishwasher|laundry|washing machine|fridge|oven|bathroom|"
    r"attic|cellar|shed|bikes?|"
    r"house ?plants|plants|curtains|bedroom|living room)|"
    r"dry[- ]clean\w+|gym|yoga|babysitter|school run)\b",
    re.IGNORECASE,
)
"""What people do for their own home, family or health; as someone's trade, it stands below a title that says so."""
_FETCHES = re.compile(
    r"(?:buy|fetch|ring|phone|text|pick up|drop off|remember to|don['\u2019]t forget)\b", re.IGNORECASE
)
"""Acts of errands rather than of a trade."""
_LIST = re.compile(
    r"(?:my |our )?(?:to[- ]?dos?(?:[- ]list)?|things to (?:do|get|buy)|errands|shopping list|reminders)"
    r"(?: (?:for|this|next|on|of) .{1,30})?\W*",
    re.IGNORECASE,
)
"""What stands above such a list; it is believed where acts follow."""
_FIRST = re.compile(r"[A-Za-z]+")
_ALSO_ACTS = frozenset(
    "buy call ring phone text fetch pick drop book pay return send email remember cancel renew wash mow hoover vacuum "
    "water feed walk cook fix clean tidy post finish ask tell get go take put".split()
)


def are_errands(title: str, texts: Sequence[str]) -> bool:
    """Tell whether the statements of a text are things to do once, and no duties.

    Args:
        title: of the text; one that names a job is believed.
        texts: its statements.
    """
    said = [t for t in texts if len(t.split()) > 1 and not t.rstrip().endswith(":") and t != title]
    said = [text for text in said if not _LIST.fullmatch(text.strip())]
    if len(said) < _FEW or names_a_job(title):
        return False
    acts = [text for text in said if _is_act(text)]
    errands = [text for text in acts if _ONCE.search(text) or _AT_HOME.search(text) or _FETCHES.match(text)]
    told = any(map(_LIST.fullmatch, (title.strip(), *(text.strip() for text in texts[:1]))))
    return len(acts) >= _ACTS * len(said) and (told or len(errands) >= max(_FEW - 1, _SHARE * len(said)))


def _is_act(text: str) -> bool:
    first = _FIRST.search(text)
    return first is not None and (first.group().lower() in _ALSO_ACTS or is_duty_verb(first.group().lower()))
