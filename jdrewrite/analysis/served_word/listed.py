"""Several groups that one line names together: one of them is not all of those served."""

from __future__ import annotations

import re

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.mentions import Mention
from jdrewrite.analysis.served_word.spotting import people

_MEMBER = re.compile(r"(?:[\w'’-]+\s+){0,2}?(?P<last>[\w'’-]+)$")
_JOINT = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")


def is_one_of_several(plural: str, found: tuple[Mention, ...]) -> bool:
    """Tell whether the text names a group in one line only, and there in one breath with others of another word.

    Args:
        plural: of the group.
        found: all mentions of the text.
    """
    lines = {m.line: m.form for m in found if m.plural == plural and not m.inside}
    if len(lines) != 1:
        return False
    line, form = next(iter(lines.items()))
    parts = _JOINT.split(line.casefold())
    at = next((number for number, part in enumerate(parts) if re.search(rf"(?<![\w-]){re.escape(form)}\b", part)), None)
    if at is None:
        return False
    beside = [*parts[at - 1 : at], *parts[at + 1 : at + 2]]
    return any(_names_others(part, plural) for part in beside)


def _names_others(part: str, plural: str) -> bool:
    """Tell whether a part of an enumeration is, or ends with, another group or kind of body."""
    words = re.findall(r"[\w'’-]+", part)
    called = {*words[:3], *words[-1:], " ".join(words[:2]), " ".join(words[-2:])} - {plural}
    others = book().forms.keys() | people()
    return bool(called & others) or any(pattern(book().groups.bodies).fullmatch(word) for word in called)
