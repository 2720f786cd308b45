"""Takes a sentence of many acts apart, as class specifications say all duties: "A guide directs ...; helps ...; ...".

The sentence is too long to add to at its end, and no effect is that of all its acts. Each part is read as a duty of its
own, and what is made of it stands in the sentence where the part stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jdrewrite.language.lead import lead
from jdrewrite.model import Anchor, Proposal, Statement

_PARTED = re.compile(r"[^;]+")
_HOLDER = re.compile(r"(?:an?|the|this)(?: [\w/&'\u2019-]+){1,6}", re.IGNORECASE)
"""Whoever holds the job, at the beginning of the sentence: "An airport guide directs ..."."""
_WILL = re.compile(r"(?:(?:an?|the|this)(?: [\w/&'\u2019-]+){1,6}?|they|you) (?:will|shall) (?:also )?", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+")
_MANY = 4
"""Acts from which a sentence is taken apart."""
_LONGEST = 20
"""Words of a part at most: behind a longer one an effect is lost before the next part begins."""
_SHORTEST = 4


def has_parts(s: Statement) -> bool:
    """Tell whether a statement is a sentence of four acts or more with semicolons between them."""
    if s.text.count(";") < _MANY - 1:
        return False
    leads = [bool(lead(text)) for _, text in _acts(s.text)]
    # Behind "Knowledge of ..." or "Ability to ..." the parts are no acts of the role.
    return leads[0] and sum(leads) >= _MANY


def parts(s: Statement) -> list[Statement]:
    """Return the acts of a sentence as statements that say nothing yet of what they are for.

    Those of which the analysis has seen more, or before which "and" or "may" stands, are left out.

    Args:
        s: the sentence.

    Returns:
        Statements with the id of the sentence and the place of their words in its text.
    """
    if not has_parts(s):
        return []
    told = [e for e in s.evidence if e.lens in {"frame", "sight"} and e.value != "neutral"]
    made = []
    for start, text in _acts(s.text):
        end = start + len(text)
        free = not any(e.start < end and start < e.end for e in told)
        if free and lead(text) and _SHORTEST <= len(text.split()) <= _LONGEST:
            labels = msgspec.structs.replace(s.labels, frame="neutral", sight=False)
            # Whom the part itself names is whom its effect is on.
            own = (e for e in s.evidence if e.lens == "customer" and start <= e.start and e.end <= end)
            kept = tuple(msgspec.structs.replace(e, start=e.start - start, end=e.end - start) for e in own)
            made.append(msgspec.structs.replace(s, text=text, start=start, end=end, labels=labels, evidence=kept))
    return made


def in_place(proposal: Proposal, whole: Statement, part: Statement) -> Proposal:
    """Return a proposal for a part as one for the sentence; one for the sentence itself as it is."""
    if part.text == whole.text:
        return proposal
    text = whole.text[: part.start] + proposal.proposed + whole.text[part.end :]
    anchor = Anchor(block=whole.block, start=whole.start, end=whole.end)
    return msgspec.structs.replace(proposal, anchor=anchor, original=whole.text, proposed=text)


def _acts(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each part of a sentence begins, behind whoever holds the job, and its words."""
    for found in _PARTED.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        words = words.strip().rstrip(".")
        holder = _holder(words) if not start else 0
        yield start + holder, words[holder:]


def _holder(words: str) -> int:
    """Return where the first act begins, behind the name of the job."""
    if will := _WILL.match(words):
        return will.end() if lead(words[will.end() :]) == "You will " else 0
    starts = (m.start() for m in _WORD.finditer(words) if _HOLDER.fullmatch(words[: m.start()].rstrip()))
    return next((start for start in starts if lead(words[start:]) == "She "), 0)
