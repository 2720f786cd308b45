"""What a proposal is worth to an editor: learned from what readers said, nearly all of them with the whole text.

The table is made by ``tools/worth_weights.py`` from 30,726 judged proposals; of 5,952 of them the reader saw the duty
with its title only. It holds one weight for each sign, no sentences. Of the others, on texts of a source that was left
out, readers took 58 % as they were and refused 13 %, of the half that is worth most 73 and 7 %. That it may be untrue
(lost, invented, not caused) is taken off once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from jdrewrite import resources
from jdrewrite.catalogue import Match, nearer_lines
from jdrewrite.model import Assessment, Proposal
from jdrewrite.rewriting.offline.position import Position
from jdrewrite.rewriting.offline.signs import is_everyday, known_of, signs
from jdrewrite.rewriting.offline.through import is_of_title

_TABLE = Path(__file__).with_name("worth.json")
_BIAS = "bias"
LEAST, LEAST_OF_NEW = 0.5, 0.65
"""Worth from which a line is changed, and from which a new one is proposed, which asks more of a manager. On 253 texts
that nobody had worked from, readers with the whole text took 44 % of 48 effects between .4 and .5, and called a third
untrue; of 117 above they took 60 %. Of new lines they took 70 % above .65 and 43 % below."""
LEAST_OF_OWN = 0.55
"""The same for an effect of work that is not everyday, which is met seldom and so less well known. Weighed without
their source, readers took 53 % of 51 between .4 and this, and called a fifth untrue."""
LEAST_OF_FIRST = 0.4
"""The same for the best effect that names those served, where no changed duty would, for that is what a text is for;
and for the best of all where nothing would be changed."""
LEAST_OF_TITLED = 0.55
"""The same for a line of the occupation that the title names, of which worth tells little: of 176 such lines below .6,
weighed without their text, readers with the whole text took two in three, of lines of any job below ``LEAST_OF_NEW``
half; with the title alone they took 85 % of 55 as they stood, and 45 % of 53 of any job."""
LEAST_OF_PURPOSE = 0.25
"""The same for what the role is there for: where nothing says it, that is what a reader misses first. Of 155 purposes
by titles, weighed without their source, readers with the whole text took 47 % of those above it, and called 5 % untrue;
of those of whose matter the text speaks they took 56 %."""
FLOOR = 0.3
"""The same where there would be fewer than wanted."""

_OF_TRIALS = 0.25
"""What is taken off for a wording that is said nearer to those served: most verdicts on these are of trials, from which
wordings were mended, and say too much. On 134 texts that nobody had worked from, readers with the whole text took 18 of
26 from .65 on and refused none, and took 5 of 21 below."""
_TITLED, _TELLS_OF_TITLED = 0.75, 0.4
"""What a line of the occupation that the title names is worth on the whole, and how much of the rest counts: what is
learned from other lines says little of these. Of 724, by chance, readers with the whole text took 74 %, and called 10 %
untrue; weighed without their text, two in three of those below .6, 74 % up to .8 and 85 % above."""
_ASKED_FOR = 0.3
"""What a proposal is worth more that names those whom a user says the job serves: that is asked for."""


class Rated(NamedTuple):
    """A proposal with what it is worth."""

    proposal: Proposal
    worth: float


class _Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    scale: int
    weights: Mapping[str, int]


class Worth:
    """Tells of the proposals for one job description what they are worth."""

    def __init__(self, assessment: Assessment, position: Position) -> None:
        """Read what of a job description bears on it.

        Args:
            assessment: the job description.
            position: what is known of the job.
        """
        self._known = known_of(assessment, position)

    def of(self, proposal: Proposal, line: str, match: Match | None = None) -> float:
        """Return what a proposal is worth: about 1 if every reader took it as it is, -1 if every reader refused it.

        Args:
            proposal: of this writer.
            line: of the catalogue, as it stands there, that the proposal says.
            match: what an effect belongs to in its duty.
        """
        table = _weights()
        found = signs(proposal, self._known, line, match)
        total = table.weights.get(_BIAS, 0) + sum(table.weights.get(name, 0) * size for name, size in found.items())
        word = self._known.word
        worth = total / table.scale - _OF_TRIALS * (line in nearer_lines())
        if proposal.kind == "add" and is_of_title(proposal.source) and not is_purpose(proposal.source):
            worth = _TITLED + _TELLS_OF_TITLED * (worth - _TITLED)
        return worth + _ASKED_FOR * (word.source == "given" and word.plural in proposal.proposed)


def best(rated: Iterable[Rated], most: int, *, over: bool = False) -> list[Rated]:
    """Return those worth most, in the order in which they came.

    Args:
        rated: proposals.
        most: how many at most.
        over: by how much they are worth more than the least of their kind.
    """
    found = list(rated)
    value = [each.worth - over * least(each.proposal) for each in found]
    chosen = sorted(range(len(found)), key=lambda n: -value[n])[: max(0, most)]
    return [found[n] for n in sorted(chosen)]


def worthwhile(rated: Sequence[Rated], wanted: int) -> list[Proposal]:
    """Return the proposals that are worth their place; where there are few, the best of the others as well.

    Where no duty would say for whom it is done, the best one that would is among them; where none would be changed, the
    best of all.

    Args:
        rated: proposals.
        wanted: how many there are to be at least, if there are so many that are not below ``FLOOR``.
    """
    sure = [each for each in rated if each.worth >= least(each.proposal)]
    sure += _first(rated, sure)
    others = best((each for each in rated if each not in sure and each.worth >= FLOOR), wanted - len(sure))
    return [each.proposal for each in rated if each in sure or each in others]


def _first(rated: Sequence[Rated], sure: Sequence[Rated]) -> list[Rated]:
    """Return the best effect that says for whom, where none would; where nothing would be changed, else any."""
    if any(map(_says_for_whom, sure)):
        return []
    near = [each for each in rated if each.proposal.kind != "add" and each.worth >= LEAST_OF_FIRST and each not in sure]
    for_whom = [each for each in near if _says_for_whom(each)]
    unchanged = all(each.proposal.kind == "add" for each in sure)
    return best(for_whom or (near if unchanged else ()), 1)


def _says_for_whom(each: Rated) -> bool:
    """Tell whether a duty says then what it does for those served.

    The first such effect is made from ``LEAST_OF_FIRST`` on, whatever work it is of.
    """
    return each.proposal.kind != "add" and "customer" in each.proposal.lenses


def least(proposal: Proposal) -> float:
    """Return the worth from which a proposal is made."""
    if proposal.kind != "add":
        return LEAST_OF_OWN if proposal.kind == "connect" and not is_everyday(proposal.source) else LEAST
    if is_purpose(proposal.source):
        return LEAST_OF_PURPOSE
    return LEAST_OF_TITLED if is_of_title(proposal.source) else LEAST_OF_NEW


def is_purpose(source: str) -> bool:
    """Tell whether a proposal says what the role is there for."""
    return source.endswith("/purpose")


def worths() -> Mapping[str, int]:
    """Return what each sign counts, in thousandths."""
    return _weights().weights


@cache
def _weights() -> _Weights:
    return resources.table(_TABLE, _Weights)
