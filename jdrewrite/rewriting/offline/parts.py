"""Takes a sentence of many acts apart, as class specifications say all duties: "A guide directs ...; helps ...; ...".

So are lists whose breaks were lost on the way: "Maintain the files Order supplies Greet visitors". Either is too long
to add to at its end, and no effect is that of all its acts. Each part is read as a duty of its own, and what is made of
it stands in the sentence where the part stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from jdrewrite.catalogue import Match
from jdrewrite.language.lead import lead
from jdrewrite.model import Anchor, Proposal, Statement
from jdrewrite.rewriting.offline.saying_act import behind_label

_PARTED = re.compile(r"[^;]+")
_BREAK = re.compile(r"(?<=[a-z)])(?<!\b[a-z])(?=[A-Z][a-z]+[ -][^ ])|(?<=[a-z)]) (?=[A-Z][a-z]+ [^A-Z ])")
"""Where a new act may begin in a list whose breaks were lost: a capital behind small letters."""
_LEADS_ON = re.compile(
    r"\b(?:and|or|of|the|an?|to|for|with|by|in|on|at|from|as|our|your|their|its|all|any|each|new|key|via|using|under|per|"
    r"both|other|internal|external|between|into|through|senior|junior|assigned|assist|including|such|like)$",
    re.IGNORECASE,
)
"""Words behind which no new act begins, whatever its letter."""
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
    """Tell whether a statement is a sentence of four acts or more, with semicolons or with nothing between them."""
    leads = [bool(lead(text)) for _, text in _acts(s.text)]
    if s.text.count(";") < _MANY - 1:
        return sum(leads) >= _MANY
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
    behind = whole.text[part.end :]
    if re.match(r"\s*[A-Z]", behind):  # the next act begins where a break was lost
        behind = f". {behind.lstrip()}"
    text = whole.text[: part.start] + proposal.proposed + behind
    anchor = Anchor(block=whole.block, start=whole.start, end=whole.end)
    return msgspec.structs.replace(proposal, anchor=anchor, original=whole.text, proposed=text)


def match_in_place(match: Match, whole: Statement, part: Statement) -> Match:
    """Return what is found in a part with its places in the sentence; of the sentence itself as it is."""
    if part.text == whole.text:
        return match
    moved = {name: getattr(match, name) + part.start for name in ("start", "thing_start", "end")}
    return msgspec.structs.replace(match, **moved)


def _acts(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each part of a sentence begins, behind whoever holds the job, and its words."""
    if text.count(";") < _MANY - 1:
        yield from _run_together(text)
        return
    for found in _PARTED.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        words = words.strip().rstrip(".")
        holder = _holder(words) if not start else 0
        yield start + holder, words[holder:]


def _run_together(text: str) -> Iterator[tuple[int, str]]:
    """Yield the acts of a list whose breaks were lost, and where they begin; a label before the first is no part."""
    starts = [m.end() for m in _BREAK.finditer(text) if not _LEADS_ON.search(text[: m.start()])]
    starts = [start for start in starts if lead(text[start:])]
    begin = behind_label(text)
    for start, end in pairwise([begin, *(start for start in starts if start > begin), len(text)]):
        yield start, text[start:end].rstrip().rstrip(".;,")


def _holder(words: str) -> int:
    """Return where the first act begins, behind the name of the job."""
    if will := _WILL.match(words):
        return will.end() if lead(words[will.end() :]) == "You will " else 0
    starts = (m.start() for m in _WORD.finditer(words) if _HOLDER.fullmatch(words[: m.start()].rstrip()))
    return next((start for start in starts if lead(words[start:]) == "She "), 0)
