"""The figures of the score, in one place.

How the 100 points are shared follows the question of the lens guide, in its order: who the customers are, what good
the job does them, by which route it reaches them, how they are heard, what may be done for them, by what the job is
judged, with whom it shares. The figures are the authors' judgement, set with the order of 78 pairs of real job
descriptions in mind on which two readers agreed; weights fitted to these and 72 later pairs order pairs that they have
not seen no better (``tests/evaluation/pairs.py`` prints how far it holds). The tests hold what must follow from the
figures, such as no gain from stuffing. Change a figure and raise ``VERSION``.
"""

from __future__ import annotations

from jdrewrite.model import Lens

VERSION = "7"

OUT_OF: dict[Lens, float] = {
    "customer": 18,
    "frame": 26,
    "sight": 20,
    "voice": 14,
    "authority": 5,
    "measure": 7,
    "across": 3,
    "people": 7,
}
"""Points that each lens can give; their sum is 100."""

SECTION: dict[str, float] = {"purpose": 1.0, "duties": 1.0, "measures": 1.5, "requirements": 0.3}
"""What a statement weighs by its section; a requirement only implies. That a purpose weighs no more than a duty orders
the pairs in view better than one and a half times as much."""

SHARE: dict[Lens, float] = {"customer": 0.45, "frame": 0.50, "sight": 0.45}
"""Lenses judged by the weighted share of the role's statements: the share that brings full points."""

COUNT: dict[Lens, float] = {"voice": 4.5, "authority": 1.0, "measure": 1.5, "across": 2.0, "people": 1.5}
"""Lenses judged by how often they occur: the weighted number of statements that brings full points."""

BARE = 2.0
"""Points at most, of the whole score, for naming customers without a word on what is done for them."""

BY_SHARE = 0.6
"""Share of such a lens's points that goes by the share of the statements; the rest goes by how much is said, whatever
else the text holds: a reader of a long job description has still read it."""

ENOUGH = 7.0
"""Weighted statements that bring two thirds of what goes by how much is said."""

CURVE = 0.7
"""Points grow as the share to this power: the first statements tell a reader more than the tenth."""

COUNT_CURVE = 0.85
"""The same where it is counted how often a lens occurs."""

HEARING = 2.5
"""How steeply the points for hearing those served rise: the first tells most of what there is to know."""

SMALLEST = 8.0
"""Weighted statements below which a text is treated as if it had this many: one good sentence is no good JD."""

OPENS = 11.0
"""Points that each weighted statement which speaks through any lens opens. One that says everything at once says each
thing in passing: by itself it brings no more. What a statement says more can therefore only add."""

INWARD = 0.5
"""How much of its weight an inward statement takes off what stewardship gains."""

LEVELS: tuple[tuple[float, str], ...] = (
    (60, "customers at the heart"),
    (40, "customers in focus"),
    (20, "customers in view"),
    (8, "customers glimpsed"),
    (0, "customers out of sight"),
)
"""Stages, best first: the score from which each holds. In the reference about one job description in four is out of
sight, and one in thirty at the heart (``python -m tools.reference`` prints the shares)."""

WORN = 3
"""A clause that stands in so many statements says nothing about any of them."""
