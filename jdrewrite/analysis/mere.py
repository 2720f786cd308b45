"""Takes back hits of rules whose words mean something else where they stand.

Care may be given, a goal may aim, things may be combined, and a line may judge the work. A rule's own ``unless``
silences it in the whole statement; here only the words in question lose their meaning, so that "Give care to patients
with patience" still asks for patience.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jdrewrite.analysis.light import LightDoc
    from jdrewrite.analysis.matching import Hit
    from jdrewrite.model import Lens

_ATTITUDES = frozenset("deep genuine sincere true real great strong honest heartfelt loving much your with".split())
"""Words before "care" as somebody feels it."""
_GIVING = frozenset(
    "provide provides providing provided deliver delivers delivering give gives giving render renders rendering "
    "coordinate coordinates coordinating manage manages managing plan plans planning of receive receives direct "
    "nursing medical dental primary acute personal palliative urgent emergency".split()
)
"""Words before "care" as a service that is planned and given: "plan of care for resident"."""
_NEAR = 3
_AIMS = frozenset({"goal", "goals", "target", "targets"})
_LEVELS = frozenset(
    "within under below above least most every all no zero half quarter percent % number share rate time times "
    "one two three four five six seven eight nine ten waiting wait first promised by".split()
)
"""Words that set a level, without which a goal "to ..." says what the work is for."""
_JUDGED = frozenset({"judge", "judges", "judged", "measured"})
_OPENING = 6
"""Words at the beginning of a line among which it says that something is judged, and further ones to "by"."""


def is_care_given(doc: LightDoc, start: int) -> bool:
    """Tell whether "care" is a service here: "the plan of care for each resident", "provides primary care for"."""
    if doc.lowers[start] != "care":
        return False
    before = doc.lowers[max(0, start - _NEAR) : start]
    return not _GIVING.isdisjoint(before) and _ATTITUDES.isdisjoint(before)


def is_mere_aim(doc: LightDoc, start: int) -> bool:
    """Tell whether a goal is told and no measure: "Job goal: to provide students with a safe place"."""
    if doc.lowers[start] not in _AIMS or "to" not in doc.lowers[start + 1 : start + 4]:
        return False
    return not any(word in _LEVELS or word[:1].isdigit() for word in doc.lowers[start:])


def is_of_things(doc: LightDoc, start: int) -> bool:
    """Tell whether things are joined and nobody shares: "low costs combined with great production"."""
    return start > 0 and doc.lowers[start : start + 2] == ("combined", "with")


def judges(doc: LightDoc) -> bool:
    """Tell whether a line says by what the work is judged: what that is is seen afterwards, and nobody is heard by it.

    Rules know what customers say; this is for what is only like it: "Judge the work by how much they could use".
    """
    opening = doc.lowers[:_OPENING]
    at = next((n for n, word in enumerate(opening) if word in _JUDGED), None)
    return at is not None and "by" in doc.lowers[at + 1 : at + 1 + _OPENING]


def meant(doc: LightDoc, lens: Lens, hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits of a lens that mean what their rule says."""
    idle: Callable[[Hit], bool] | None = {
        "people": lambda hit: is_care_given(doc, hit[1]),
        "measure": lambda hit: is_mere_aim(doc, hit[1]),
        "across": lambda hit: is_of_things(doc, hit[1]),
    }.get(lens)
    return list(hits) if idle is None else [hit for hit in hits if not idle(hit)]
