"""Who at work receives what the role does, found by grammar: "advise managers", "reports for program areas"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from jdrewrite.analysis.literals import Letters, needed
from jdrewrite.analysis.served_word.around import is_notice
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.spotting import trades
from jdrewrite.model import DUTY_SECTIONS, Statement

_DETERMINER = r"(?:(?:the|our|its|their|all|any|other|various|multiple|different|internal|each|and) ){0,3}"
_GROUP = r"(?:(?!(?:and|or)\b)[a-z][\w/-]* ){0,2}(?!(?:and|or)\b)[a-z][\w-]+"
_JOINT = re.compile(r",\s*(?:and |or )?|\s+(?:and|or|as well as)\s+")
_AND = r"(?:, (?:and |or )?| (?:and|or|as well as) )(?:with )?"
_LIST = rf"(?P<list>{_DETERMINER}{_GROUP}(?:{_AND}{_DETERMINER}{_GROUP}){{0,4}})"
_AROUND = r"\b(?:{}) " + _LIST
"""What stands around those for whom something is done."""
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}s?\b ")
_ENDS_A_CLAUSE = re.compile(r"[;:•()*]|\.\s")
_LEADING = re.compile(
    r"^(?:(?:the|our|its|their|all|any|various|multiple|different|internal|each|and|with|of|in|to) )+"
)


def received(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return plurals for colleagues, teams and offices for whom something is done, with the lines that say so.

    Args:
        statements: labelled statements; those of the purpose and the duties are read, each wording once.
    """
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in {s.text: s for s in statements if s.section in DUTY_SECTIONS and not is_notice(s)}.values():
        for group in dict.fromkeys(_groups(s.text)):
            found[group].append(s)
    return dict(found)


def _groups(text: str) -> Iterator[str]:
    """Yield those for whom one line says that something is done."""
    # An employer's own abbreviation ("HQX offices") says nothing more.
    low = _ABBREVIATION.sub("", text).casefold()
    possible = _frames().possible(low)
    frames = [pattern(frame, _AROUND) for frame in book().receivers.frames if frame in possible]
    for clause in _ENDS_A_CLAUSE.split(low) if frames else ():
        for frame in frames:
            for place in frame.finditer(clause):
                if pattern(book().receivers.peers).search(clause, place.start(), place.start("list")):
                    continue
                yield from _members(place.group("list"))


@cache
def _frames() -> Letters[str]:
    """Return the frames by letters without which they do not stand in a line: in most lines stands none."""
    return Letters(
        (letters.casefold(), frame) for frame in book().receivers.frames for letters in needed(frame) or {""}
    )


def _members(listed: str) -> Iterator[str]:
    """Yield the members of a list that are people at work, teams or offices; it ends at the first that is none.

    Fields that share one last word are one member ("compounding and production teams").
    """
    fields: list[str] = []
    for part in _JOINT.split(listed):
        words = _LEADING.sub("", part)
        group = _group(words)
        if not group and not _is_a_field(words):
            return
        if not group:
            fields.append(words)
            continue
        body = " " in group and pattern(book().receivers.bodies, r"\b(?:{})$").search(group)
        if fields and not body:
            return
        yield " and ".join(filter(None, (", ".join(fields), group)))
        fields.clear()


def _is_a_field(words: str) -> bool:
    """Tell whether one word may be the field of a team that is named further on."""
    return words.isalpha() and not words.endswith("s") and words not in book().forms


def _group(words: str) -> str:
    """Return the plural that begins some words, with what goes before it; empty where it is nobody at work."""
    at = book().receivers
    said = words.split()
    for end in range(min(3, len(said)), 0, -1):
        head, before = said[end - 1], said[: end - 1]
        named = at.called.get(" ".join(said[:end]))
        if named:
            return named
        if (head in at.heads or head in trades()) and head not in at.never and head not in book().forms:
            kept = [word for word in before if not pattern(at.plain).fullmatch(word)]
            if any(pattern(at.others).fullmatch(word) for word in before) or at.articles & set(before[1:]):
                return ""
            return " ".join([*kept, head])
    return ""
