"""What speaks for and against a proposal, as the trained worth reads it: whom it names, and what the text has of it."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from jdrewrite.analysis.spoken import empty, share_spoken_of, stems
from jdrewrite.analysis.titled import Titled
from jdrewrite.catalogue import GENERAL, Grade, Match, nearer_lines
from jdrewrite.language.words import small_words
from jdrewrite.model import DUTY_SECTIONS, Assessment, CustomerWord, Proposal
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.fit import Job, fitness, is_common, weight
from jdrewrite.rewriting.offline.position import Position
from jdrewrite.rewriting.offline.purposes import OF_TITLE
from jdrewrite.rewriting.offline.things import matters
from jdrewrite.rewriting.offline.through import OCCUPATIONS

Signs = Mapping[str, float]

_EVERYDAY = frozenset({"records", "papers", "goods", "words", "office", "people", "plant", "software"})
"""Fields of work that are no function of their own: their effects have to hold in every trade."""
_THOSE = re.compile(r"\b(?:those|people|whoever|anyone) (?:who|whom|in|for)\b")
_PEOPLE = "customers colleagues staff teams people others users"
"""Whom lines name whatever the text says: that tells nothing of the matter."""
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:,|/|&|and\b)")
_MOST, _BEHIND, _LENGTH = 3, 8, 20
"""Words of a line in one duty, and words behind an act, that are counted at most; words that count as one."""
_NARROWED = 2
"""Words before the name of an occupation that are counted at most."""
_PART_OF, _HARDLY = 0.1, 0.2
"""Shares of a duty between which an effect is that of one thing among many; less are parts of a sentence of many acts,
behind which the effect stands in the sentence."""
_ITSELF, _WORD_OF_IT = 2.0, 0.4
"""What it counts that a proposal is this very line or entry, and that it has a word, beside signs that count as one."""
LINE, ENTRY = "line", "entry"
"""How the signs begin that say which line or entry of the catalogue a proposal is."""
_GIVEN = 5
"""How often a word counts as said that a user gives."""


class Known(NamedTuple):
    """What of a job description bears on the worth of a proposal."""

    position: Position
    word: CustomerWord
    items: tuple[frozenset[str], ...]
    """The stems of the title, and of each thing that the role is said to be there for or to do."""
    people: frozenset[str]
    """The stems of the words for whomever the work reaches."""
    outside: int
    inside: int
    """Lines of the role that name those served, and colleagues as if they were."""
    role: int
    """All of them."""


def known_of(assessment: Assessment, position: Position) -> Known:
    """Return what of a job description bears on the worth of a proposal."""
    word = assessment.customer_word
    role = [s for s in assessment.statements if s.section in DUTY_SECTIONS]
    called = (word.plural, word.receivers, word.partners, word.users, _PEOPLE)
    return Known(
        position=position,
        word=word,
        items=tuple(frozenset(stems((item,))) for item in position.post.job.items),
        people=frozenset(stems(called)),
        outside=sum(s.labels.customer == "external" for s in role),
        inside=sum(s.labels.customer == "internal" for s in role),
        role=len(role),
    )


def signs(proposal: Proposal, known: Known, line: str, match: Match | None = None) -> Signs:
    """Return what speaks for and against a proposal, each with its size; what is not there is left out.

    Args:
        proposal: of this writer.
        known: the job description.
        line: of the catalogue, as it stands there, that the proposal says.
        match: what an effect belongs to in its duty.
    """
    kind, of = _kind(proposal), _of(proposal, line)
    said = _said(proposal)
    whom = _whom(said, known)
    found = {
        f"kind {kind}": 1.0,
        f"of {of}": 1.0,
        f"kind {kind} of {of}": float(proposal.kind == "add"),
        f"words {proposal.kind}": len(said.split()) / _LENGTH,
        "end gives way": float(proposal.kind == "reframe" and not _stays(proposal)),
        **_of_line(proposal, line, of, known),
        **_of_people(whom, known),
        **_of_post(kind, of, known),
        **_of_matter(said, proposal.original or "", of, known),
    }
    if match and proposal.original:
        found |= _of_duty(proposal.original, match)
    return {name: value for name, value in found.items() if value}


def _of_line(proposal: Proposal, line: str, of: str, known: Known) -> dict[str, float]:
    """Return the very line, its words, and the entry of an effect: what readers said of them elsewhere speaks of it.

    A line that is worded anew has another mark, so that nothing is held against it that was said of the old one.
    """
    entry = {} if proposal.kind == "add" else {f"{ENTRY} {proposal.source}": _ITSELF}
    if not line:
        return entry
    found = {f"{LINE} {mark(line)}": _ITSELF, **entry, **{f"says {stem}": _WORD_OF_IT for stem in stems((line,))}}
    if proposal.kind == "add":
        job = known.position.post.job
        found |= {f"matter {of}": float(bool(matters((line,), job))), f"fits {of}": fitness(line, job)}
    return found


def mark(line: str) -> str:
    """Return a short name for a line of the catalogue."""
    return hashlib.sha256(line.encode()).hexdigest()[:8]


def _kind(proposal: Proposal) -> str:
    """Return the lens of a new line, and else the kind."""
    return proposal.source.rpartition("/")[2] if proposal.kind == "add" else proposal.kind


def _of(proposal: Proposal, line: str) -> str:
    """Return what kind of entry a proposal is from."""
    if line in nearer_lines():
        return "nearer"
    slug = proposal.source.partition("/")[0]
    if proposal.source == OF_TITLE:
        return "title"
    if proposal.kind == "add":
        if slug == OCCUPATIONS:
            return "titled"
        if slug != GENERAL:
            return "own"
        return next((of for of in ("handled", "made") if proposal.source.startswith(f"{GENERAL}/{of}")), "any")
    return "everyday" if proposal.kind == "connect" and is_everyday(proposal.source) else proposal.kind


def is_everyday(source: str) -> bool:
    """Tell whether what an effect is from is a field of work that occurs in every trade."""
    return source.partition("/")[0] in _EVERYDAY


def _said(proposal: Proposal) -> str:
    """Return what a proposal adds: of a changed duty all from the first other letter on."""
    pairs = zip(proposal.proposed, proposal.original or "", strict=False)
    return proposal.proposed[sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) :]


def _stays(proposal: Proposal) -> bool:
    """Tell whether a duty stands whole in a proposal: what it says of its end has not given way."""
    return (proposal.original or "").rstrip(" .;") in proposal.proposed


def _whom(said: str, known: Known) -> str:
    first = (known.word.receivers, known.position.receivers)
    if known.word.plural in said:
        return "served"
    if any(word and word in said for word in first):
        return "receivers"
    return "those" if _THOSE.search(said) else "none"


def _of_people(whom: str, known: Known) -> dict[str, float]:
    """Return how sure it is that those named are those whom the work reaches.

    Whom somebody gives who knows counts as named by the text again and again.
    """
    word = known.word
    given = word.source == "given"
    return {
        f"serves {word.plural}": 1.0,
        f"names {whom} {'text' if given else word.source} {word.direct}": 1.0,
        f"said names {whom}": math.log1p(max(word.count, _GIVEN * given)),
        f"outside names {whom}": math.log1p(max(known.outside, _GIVEN * given)),
        f"inside names {whom}": math.log1p(known.inside),
        "lands inside": float(known.position.lands_inside),
        "meets": float(known.position.meets_colleagues),
    }


def _of_post(kind: str, of: str, known: Known) -> dict[str, float]:
    """Return how well the job is known, and its grade."""
    post = known.position.post
    return {
        f"sure of {of}": post.sure,
        f"titled {of}": float(post.named),
        f"met {of}": float(post.met),
        f"known {of}": float(post.known),
        f"trade {of}": float(known.position.of_function is not None),
        **(_of_title(post.titled, post.job) if post.titled and of == "titled" else {}),
        f"senior {kind}": float(post.grade >= Grade.LEAD),
        f"junior {kind}": float(post.grade <= Grade.JUNIOR),
        "role": math.log1p(known.role),
    }


def _of_title(titled: Titled, job: Job) -> dict[str, float]:
    """Return how surely the job is the one that its title names."""
    return {
        "spoken titled": share_spoken_of(titled.occupation.purpose, job.whole),
        "narrowed": min(_NARROWED, titled.narrowed) / _NARROWED,
        "one word": float(" " not in titled.phrase),
    }


def _of_matter(said: str, original: str, of: str, known: Known) -> dict[str, float]:
    """Return how much of what is added the job description has words of; people and the smallest words do not count."""
    job: Job = known.position.post.job
    own = frozenset(stems((original,)))
    told = [stem for stem in dict.fromkeys(stems((said,))) if stem not in own and stem not in known.people]
    told = [stem for stem in told if not empty(stem)]
    telling = [stem for stem in told if not is_common(stem)]
    items = known.items
    return {
        f"share {of}": sum(stem in job.whole for stem in told) / max(1, len(told)),
        f"there {of}": weight(stem for stem in telling if stem in job.whole),
        f"missing {of}": weight(stem for stem in telling if stem not in job.whole),
        f"items {of}": sum(not item.isdisjoint(telling) for item in items) / max(1, len(items)),
        f"most {of}": float(min(_MOST, max((len(item.intersection(told)) for item in items), default=0))),
    }


def _of_duty(line: str, match: Match) -> dict[str, float]:
    """Return how much of a duty an effect is that of: one plain noun among others makes no matter."""
    places = [m.start() for m in _WORD.finditer(line) if m.group().lower() not in small_words()]
    covers = sum(match.start <= place < match.end for place in places) / max(1, len(places))
    plain = " " not in match.thing
    a = anatomy(line)
    return {
        "plain": float(plain),
        "covers": covers,
        "covers plain": covers * plain,
        "covers hardly": float(_PART_OF <= covers < _HARDLY),
        "and": float(bool(_GOES_ON.match(line, match.end))),
        "several": float(a.names_several),
        "minor": float(a.is_minor),
        "no end": float(not a.may_be_given_an_end),
        "behind": min(_BEHIND, sum(place >= match.end for place in places)) / _BEHIND,
    }
