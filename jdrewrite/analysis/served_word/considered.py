"""Everybody whom a text could mean by those served, before one of them is chosen."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jdrewrite.analysis.served_word.candidates import Features
from jdrewrite.analysis.served_word.mentions import Named
from jdrewrite.analysis.served_word.reach import Groups
from jdrewrite.analysis.served_word.words import Kind


class Considered(msgspec.Struct, frozen=True):
    """Everybody whom a text could mean by those served."""

    kind: Kind
    named: Mapping[str, Named]
    groups: Groups
    """Colleagues for whom something is done, with the lines that say so."""
    inside: bool
    """The work lands on colleagues."""
    unsaid: str
    """Who goes without saying."""
    nobody: bool
    """Even that is not known."""
    every: Mapping[str, Features]
