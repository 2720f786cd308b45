"""What kind of days: "two working days" may not become "two days", nor may those on which nobody works be counted in."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_SPELL = re.compile(
    r"\b(?P<count>\w+)\)?[ -](?:(?P<kind>working|business|work|calendar|consecutive|school|trading|banking)[ -])?"
    r"(?P<week>week)?(?P<unit>day|hour|week|month)s?\b",
    re.IGNORECASE,
)
"""A unit of time with the kind it is of, and the word in front: a number, "next", "each"."""
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_ALIKE = {"business": "working", "work": "working", "each": "every", "per": "every"} | {
    word: str(n) for n, word in enumerate(_NUMBERS, 1)
}
"""Words that say the same here."""
Spells = dict[tuple[str, str], dict[str, re.Match[str]]]


def compare(before: Text, after: Text) -> Outcome:
    """Find a time that both texts give, of which the rewrite changed what kind of days or hours it counts."""
    new, found = _spells(after), []
    for spell, kinds in _spells(before).items():
        now = new.get(spell)
        lost = set(kinds) - set(now or kinds)
        if now and lost:
            match = next(m for kind, m in now.items() if kind not in kinds)
            said = f"“{match.group()}” was “{kinds[lost.pop()].group()}”: other days or hours count"
            found.append(Fact(check="durations", text=said, start=match.start(), end=match.end()))
    return Outcome(changed=found)


def _spells(text: Text) -> Spells:
    """Return each unit with what counts it, and the kinds of which it is said; "" for a plain one."""
    found: Spells = {}
    for match in _SPELL.finditer(text.text):
        count, kind = match["count"].lower(), (match["kind"] or "").lower()
        kind = "working" if match["week"] else _ALIKE.get(kind, kind)
        found.setdefault((_ALIKE.get(count, count), match["unit"].lower()), {}).setdefault(kind, match)
    return found
