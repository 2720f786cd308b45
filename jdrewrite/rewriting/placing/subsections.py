"""The sub-sections of a list of duties, and that to which a new line belongs: "Payroll", "Training and development"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from jdrewrite.analysis.headings import heading_section
from jdrewrite.language.stock import says_more
from jdrewrite.model import BlockKind, Statement
from jdrewrite.rewriting.placing.lists import duties_of_lists
from jdrewrite.rewriting.placing.places import place_of_lines

_HEAD = 7
"""Words of a line at most that stands above others."""
_NEAREST = 2
"""Lines of a sub-section that a new line is likened to: those nearest to it."""
_OF_HEAD = 0.4
"""What the likeness to its heading weighs, beside that to its lines."""
_FITS, _AHEAD, _CLEARLY = 0.15, 0.06, 0.02
"""Likeness from which a sub-section is that of a line, and by how much it must lie nearer than the last one
and than the second nearest: other lines were as well at home at the end."""
_OTHERS = frozenset({"requirements", "benefits", "company", "legal", "logistics", "title", "purpose"})
"""Sections that a heading opens, and that are no duties, whatever their lines read like."""
_OF_THE_PLACE = re.compile(
    r"\bwhat to expect\b|\breasons? (?:to|for|why)\b|^\W*why\b|\bstack\b|\bpathways?\b|\bexamples? of our\b|"
    r"\b(?:first|\d+) (?:\d+ )?(?:days?|weeks?|months?|year)\b",
    re.IGNORECASE,
)
"""Headings of lists that tell of the place, or of a newcomer's time, in the words of duties."""
_INTRODUCES = re.compile(r"\b(?:including|includes?|regarding|such as|to|of|for|with|following|by)\W*$", re.IGNORECASE)
"""A heading whose lines go on its sentence: "Plan with the depot regarding:"."""


class Subsection(NamedTuple):
    """A heading within the duties, and the items of its list."""

    head: str
    items: tuple[Statement, ...]
    """The last sentence of each."""
    texts: tuple[str, ...]

    @property
    def end(self) -> Statement:
        """Behind which a new line stands; what says that there is more to do stays the last."""
        telling = [s for s in self.items if not says_more(s.text)]
        return (telling or self.items)[-1]


def subsections(statements: Sequence[Statement]) -> list[Subsection]:
    """Return the sub-sections that hold a list of duties, in reading order; fewer than two mean that there are none."""
    duties = {s.id for s in duties_of_lists(statements)}
    found: list[tuple[str, list[list[Statement]]]] = []
    for _, lines in groupby(statements, key=lambda s: s.block):
        own = list(lines)
        if _is_head(own):
            found.append((own[0].text, []))
        elif found and own[0].kind is BlockKind.BULLET:
            found[-1][1].append(own)
    parts: list[Subsection] = []
    within = False
    for head, items in found:
        does = items and 2 * sum(any(s.id in duties for s in own) for own in items) > len(items)
        if does and _takes_lines(head) and (within or not _opens_another(head)):
            texts = tuple(" ".join(s.text for s in own) for own in items)
            parts.append(Subsection(head, tuple(own[-1] for own in items), texts))
        within = within or bool(parts) or heading_section(head) == "duties"
    # "Benefits" among the duties is a task of the role, behind them it is what is offered.
    while parts and _opens_another(parts[-1].head):
        parts.pop()
    return parts


def place_of_duty(statements: Sequence[Statement], text: str) -> Statement | None:
    """Return behind what a new duty has its place: in the sub-section of its matter, where there are any.

    Args:
        statements: of the job description.
        text: the new line.
    """
    parts = subsections(statements)
    return place_among(parts, text) if len(parts) > 1 else place_of_lines(statements)


def place_among(parts: Sequence[Subsection], text: str) -> Statement:
    """Return behind what a line stands: the last item of the sub-section nearest in matter, else of the last one.

    Args:
        parts: of one job description, at least two.
        text: the new line.
    """
    from jdrewrite.language.meaning import encoded

    line = encoded([text])[0]
    near = [_likeness(encoded([part.head]) @ line, encoded(part.texts) @ line) for part in parts]
    second, best = sorted(range(len(parts)), key=near.__getitem__)[-2:]
    last = _last(parts)
    clear = near[best] - near[last] >= _AHEAD and near[best] - near[second] >= _CLEARLY
    fits = near[best] >= _FITS and clear
    return parts[best if fits else last].end


def _last(parts: Sequence[Subsection]) -> int:
    """Return the number of the last sub-section; where one list of "duties" holds most of them, of that."""
    most = max(range(len(parts)), key=lambda number: len(parts[number].items))
    whole = 2 * len(parts[most].items) >= sum(len(part.items) for part in parts)
    return most if whole and heading_section(parts[most].head) == "duties" else len(parts) - 1


def _likeness(head: Sequence[float], items: Sequence[float]) -> float:
    nearest = sorted(map(float, items), reverse=True)[:_NEAREST]
    return _OF_HEAD * float(head[0]) + (1 - _OF_HEAD) * sum(nearest) / len(nearest)


def _is_head(own: Sequence[Statement]) -> bool:
    """Tell whether a block stands above others: a heading, or a few words that end with a colon or stand alone."""
    first = own[0]
    if first.kind is BlockKind.HEADING:
        return True
    if len(own) > 1 or len(first.text.split()) > _HEAD:
        return False
    alone = (
        first.kind is BlockKind.PARAGRAPH and first.section == "other" and not first.text.rstrip().endswith((".", ";"))
    )
    return first.text.rstrip().endswith(":") or alone


def _opens_another(head: str) -> bool:
    return heading_section(head) in _OTHERS


def _takes_lines(head: str) -> bool:
    return not (_INTRODUCES.search(head) or _OF_THE_PLACE.search(head))
