"""Which way it goes: to the role or from it, by it or by others; the judge asks where the grammar only suggests it."""

from __future__ import annotations

import pytest

from jdrewrite.verifying.checks.agency.by_direction import compare
from jdrewrite.verifying.texts import text_of


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Advise tenants on their leases.", "Seek the advice of tenants on their leases."),
        ("Own the tide tables.", "Help the owners of the tide tables."),
        ("You build the sets for each play.", "You commission the sets for each play."),
        ("Sort the post with the porters.", "Leave it to the porters to sort the post."),
        ("Teach apprentices how to solder.", "Learn from apprentices how to solder."),
        ("Tell us about your training.", "Hear about our training."),
        ("Is seen as a guide by the rowers.", "Looks upon the rowers as guides."),
    ],
)
def test_another_direction_is_asked_about(original: str, rewrite: str) -> None:
    found = compare(text_of(original), text_of(rewrite))
    assert [fact.check for fact in found.asked] == ["actors"]


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Advise tenants on their leases.", "Give tenants advice on their leases."),
        ("Train staff in first aid.", "Carry out the training of staff in first aid."),
        ("Collect feedback from rowers.", "Gather from rowers what they think."),
        ("Commission the maps.", "Have the maps commissioned."),
        ("Help passengers find their seats.", "Let passengers find their seats."),
    ],
)
def test_same_direction_is_not(original: str, rewrite: str) -> None:
    assert not compare(text_of(original), text_of(rewrite)).asked
