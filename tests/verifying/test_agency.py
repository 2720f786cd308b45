"""Who does what to whom: each sign by which the judge tells it finds a fault of its own, and none in the text itself."""

from __future__ import annotations

from types import ModuleType

import pytest

from jdrewrite.verifying.checks import CHECKS, agency
from jdrewrite.verifying.checks.agency import by_actor, by_clause, by_direction, by_doer, by_place
from tests.verifying.test_checks import sides

EXAMPLES = [
    (by_place, "Follow advice from the cook.", "Give advice to the cook."),
    (by_actor, "The mate signs the log and you read it.", "You sign the log and the mate reads it."),
    (by_clause, "Repair the pumps.", "Have the pumps repaired."),
    (by_doer, "Train new bell ringers.", "Be trained by new bell ringers."),
    (by_direction, "Tell us about your training.", "Hear about our training."),
]


@pytest.mark.parametrize(("kind", "original", "rewrite"), EXAMPLES)
def test_each_kind_finds_its_example(kind: ModuleType, original: str, rewrite: str) -> None:
    alone, together = (module.compare(*sides(original, rewrite)) for module in (kind, agency))
    found = [*alone.changed, *alone.asked]
    assert found
    assert all(fact in [*together.changed, *together.asked] for fact in found)
    assert {fact.check for fact in found} <= {"actors", *CHECKS["actors"].gives}
    same = kind.compare(*sides(original, original))
    assert not [*same.changed, *same.asked]
