"""Who does what to whom: neither the doers of an act nor those to whom it is done may change, or change places.

Each file looks for it by another sign: ``by_place`` by what stands where, ``by_actor`` and ``by_doer`` by who does a verb,
``by_clause`` by the clause in which it stands, ``by_direction`` by where it goes, which is only suggested and therefore asked.
"""

from __future__ import annotations

from jdrewrite.verifying.checks.agency import by_actor, by_clause, by_direction, by_doer, by_place
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_KINDS = (by_place, by_actor, by_clause, by_doer, by_direction)
"""In the order in which they are told: the sure ones first."""


def compare(before: Text, after: Text) -> Outcome:
    """Find acts that have another doer, go to somebody else, or go the other way."""
    out = Outcome()
    for kind in _KINDS:
        found = kind.compare(before, after)
        out.changed += found.changed
        out.asked += found.asked
    return out
