"""The labels of one statement: eight lenses, each with the values that the lens guide allows."""

from __future__ import annotations

from typing import Literal

import msgspec

Customer = Literal["external", "internal", "none"]
Frame = Literal["stewardship", "inward", "neutral"]
Measure = Literal["customer", "index", "internal", "none"]
Across = Literal["shares", "silo", "none"]
Lens = Literal["customer", "frame", "sight", "voice", "authority", "measure", "across", "people"]
Section = Literal[
    "title",
    "company",
    "purpose",
    "duties",
    "requirements",
    "measures",
    "benefits",
    "logistics",
    "legal",
    "other",
]

LENSES: tuple[Lens, ...] = ("customer", "frame", "sight", "voice", "authority", "measure", "across", "people")
"""The lenses in the order in which they are always shown."""

DUTY_SECTIONS: frozenset[Section] = frozenset({"purpose", "duties"})
"""Sections that say what the role is there for and what it does."""

WORK_SECTIONS: frozenset[Section] = DUTY_SECTIONS | {"measures"}
"""Sections that say what the role does and by what that is judged."""

ROLE_SECTIONS: frozenset[Section] = WORK_SECTIONS | {"requirements"}
"""Sections that speak of the role; praise of the employer, pay, notices and logistics do not."""

LOCKED_SECTIONS: frozenset[Section] = frozenset({"legal", "benefits", "logistics"})
"""Sections whose words are never rewritten."""


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What one statement says through each lens, on its own words alone."""

    customer: Customer = "none"
    frame: Frame = "neutral"
    sight: bool = False
    voice: bool = False
    authority: bool = False
    measure: Measure = "none"
    across: Across = "none"
    people: bool = False


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The words for which a label was given."""

    lens: Lens
    value: str
    """The label's value; ``yes`` for the lenses that are yes or no."""
    start: int
    end: int
    """Span of ``Statement.text`` in characters, end exclusive."""
    rule: str
    """Id of the rule that saw it; ``jdrewrite explain`` prints the rule's page."""
