"""What would bring the points that a lens misses, and where to put it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdrewrite.analysis.findings import suggestion
from jdrewrite.analysis.rules import Book
from jdrewrite.catalogue import Function
from jdrewrite.model import BlockKind, Lens, Reason, Statement

_MISSING: dict[Lens, str] = {
    "customer": "customer.missing",
    "frame": "purpose.missing",
    "sight": "sight.missing",
    "voice": "voice.missing",
    "authority": "authority.missing",
    "measure": "measure.missing",
    "across": "across.missing",
    "people": "people.missing",
}
_AGREED = ", if the manager agrees"
_OWN = "the organisation's own good"
_AS_THE_PURPOSE = "Say for whose good it is done, as the purpose does."
_PLACES: dict[Lens, str] = {
    "customer": "in the purpose and the duties",
    "frame": f"in the purpose, and where a duty now ends in {_OWN}",
    "sight": "at the duties nearest to those served",
    "voice": "as a duty",
    "authority": "as a duty, if the manager agrees",
    "measure": "under how success is judged, if the manager agrees",
    "across": "as a duty",
    "people": "in the requirements",
}


_OPEN = "Open with one sentence:"
"""What the rule asks for where no sentence says what the role is for."""


def missing_points(
    entry: Function, customers: str, rules: Book, statements: Sequence[Statement] = ()
) -> Callable[[Lens], Reason]:
    """Return what tells, for a lens, what would bring the missing points and where to put it."""
    purpose = [s for s in statements if s.section == "purpose" and s.kind is not BlockKind.HEADING]

    def reason(lens: Lens) -> Reason:
        place = _PLACES[lens]
        if lens == "frame" and any(s.labels.frame == "stewardship" for s in purpose):
            return Reason(
                points=0.0, text=f"in the duties, where one says nothing or ends in {_OWN}: {_AS_THE_PURPOSE}"
            )
        text = suggestion(rules.rule(_MISSING[lens]).suggestion, entry, lens, customers)
        if place.endswith(_AGREED):  # said once
            text = text.replace(f"For instance{_AGREED}:", "For instance:")
        if lens == "frame" and purpose:  # a second opening sentence would stand beside it
            text = text.replace(_OPEN, "Say in the sentence that is there what good the work does:")
        return Reason(points=0.0, text=f"{place}: {text}")

    return reason
