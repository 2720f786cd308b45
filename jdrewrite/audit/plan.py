"""An action plan for each group of an audit: what matters most there, and what to do about it together.

A group is a function, or a folder or department where these were asked for.

The gaps are the lenses in which the group leaves most points; the question and the words come from the catalogue,
so that they fit the work (``wording``); the practice is that of the fifth seed: a story told in the group, an opening
line for its meetings, a look back after a quarter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from jdrewrite.analysis import weights
from jdrewrite.audit import figures
from jdrewrite.audit.records import UNCERTAIN, Row
from jdrewrite.audit.wording import Wording, wording
from jdrewrite.model import LENSES, Lens
from jdrewrite.rounding import half_up

_NOTE = (
    "What these are for is not told well enough by their texts, so this plan is a general one. With --function-from "
    "folder, or with a table and --function-column, the audit takes the function from you."
)
_NOTE_OF_TRADE = (
    "Which function these are of is not told well enough by their texts, so this plan follows the trade that their "
    "titles and duties name. With --function-from folder, or with a table and --corrections, you tell it."
)
COPIED = "The same text stands in these as well, and stays there as it is"
"""What is said of the copies of the job descriptions with which a plan begins, before their paths."""
GAPS = 3
FIRST = 3
"""Job descriptions with which a plan begins."""
_STORIES = (
    (
        "Tell of a day on which something that you gave to {who} made a difference to {customers}. What did they "
        "notice, and what had you done otherwise than usual?"
    ),
    "Tell of something that {customers} needed and that was nobody's job. Who took it up, and what became of it?",
    "Tell of a mistake of ours that {customers} noticed before we did. What did they go through, and what has changed?",
    "Tell of somebody here who did more for {customers} than was asked. What came of it, and what made it possible?",
)
_OPENINGS = (
    "Before the figures: what did {customers} have of our work last week, and who saw it?",
    "Which remark of {customers} has reached us since we last met, and what did we do with it?",
    "What did {customers} nearly not get from us last week, and who made sure that they did?",
    "If {customers} had sat here last week, what would they have asked us first?",
    "What will be different for {customers} because of this meeting, and by when?",
)
"""Groups that stand side by side get different ones: nobody should read the same sentence twenty times."""


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A lens in which points are left."""

    lens: Lens
    points: float
    """Points of the whole score that the group leaves here, on average."""
    without: int
    """Job descriptions that have none."""
    advice: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What one group can do."""

    function: str
    """Slug; of a folder or department, the one that most of its job descriptions have."""
    name: str
    """Of the group, in words."""
    about: str = ""
    """What most of a folder or department does, or the commonest parts of it; empty where the name says it."""
    count: int
    median: float
    gaps: tuple[Gap, ...]
    first: tuple[str, ...]
    """Paths of the job descriptions to begin with: those that gain most."""
    copies: tuple[str, ...] = ()
    """Paths under which the texts of these stand once more; whoever changes one leaves the others as they are."""
    note: str = ""
    """What to settle before anything else; mostly nothing."""
    question: str
    story: str
    opening: str


def plans(rows: Sequence[Row]) -> list[Plan]:
    """Return a plan for each group, the one with most to gain first; of copies, the first stands for all.

    Job descriptions whose function is uncertain have a general plan together. A group is a folder or a department
    where the audit was told to take these, else a function.
    """
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in figures.distinct(rows):
        groups[row.unit or row.among].append(row)
    ranked = sorted(groups, key=lambda name: (-_gain(groups[name]), name))
    copies: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        copies[row.copy_of].append(row.path)
    found = [_plan(name, groups[name], number) for number, name in enumerate(ranked)]
    return [
        replace(plan, copies=tuple(path for first in plan.first for path in copies.get(first, ()))) for plan in found
    ]


def _gain(rows: Sequence[Row]) -> float:
    """Return the points that a group leaves, the whole of it together."""
    return sum((1 - share) * weights.OUT_OF[lens] for row in rows for lens, share in row.lenses.items())


def _plan(group: str, rows: list[Row], number: int) -> Plan:
    words = wording(rows)
    ranked = sorted(rows, key=lambda row: (row.score, row.path))
    questions = words.entry.questions
    return Plan(
        function=words.slug,
        name=group if rows[0].unit else UNCERTAIN if group == UNCERTAIN else words.name,
        about=words.about if rows[0].unit or group == UNCERTAIN else "",
        count=len(rows),
        median=figures.group(group, rows).median,
        gaps=tuple(sorted(_gaps(rows, words), key=lambda gap: -gap.points)[:GAPS]),
        first=tuple(row.path for row in ranked[:FIRST]),
        note=(_NOTE_OF_TRADE if words.trade else _NOTE) if group == UNCERTAIN else "",
        question=words.fill(questions[len(rows) % len(questions)]),
        story=words.fill(_STORIES[number % len(_STORIES)].replace("{who}", words.entry.layers[0].who)),
        opening=words.fill(_OPENINGS[number % len(_OPENINGS)]),
    )


def _gaps(rows: list[Row], words: Wording) -> Iterator[Gap]:
    """Yield the gap of each lens, over the job descriptions of which a project asks for it."""
    for lens in LENSES:
        if asked := [row for row in rows if lens in row.lenses]:
            yield _gap(lens, asked, words)


def _gap(lens: Lens, rows: list[Row], words: Wording) -> Gap:
    left = sum(1 - row.lenses[lens] for row in rows) / len(rows) * weights.OUT_OF[lens]
    none = sum(not row.lenses[lens] for row in rows)
    return Gap(lens=lens, points=half_up(left, 1), without=none, advice=words.advice(lens))
