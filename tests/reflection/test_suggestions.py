"""What helps with a question fits it, whatever the function."""

import pytest

from jdrewrite import catalogue
from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.suggestions import heading, suggestions


@pytest.mark.parametrize("function", list(catalogue.functions()))
def test_a_bad_day_is_not_hinted_at_with_a_good_one(function: str) -> None:
    assert not any("good week" in hint or "good day" in hint for hint in suggestions("bad", function))
    assert suggestions("good", function)


def test_the_heading_has_the_word_for_those_served() -> None:
    nurse = Exercise(id="x", begun="2026-11-26", function="healthcare")
    assert heading(nurse) == "My job in the context of patients"
    own = Exercise(id="x", begun="2026-11-26", function="healthcare", customers="residents")
    assert heading(own) == "My job in the context of residents"
