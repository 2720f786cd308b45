"""Sentences whose build says what they are, against the weight of their words."""

import pytest

from jdrewrite.analysis.retold import retold
from jdrewrite.model import Section

TITLE = "Lock Keeper"


@pytest.mark.parametrize(
    ("text", "guessed", "section"),
    [
        ("Lock Keepers have charge of the river.", "company", "purpose"),
        ("Our lock keepers are proud of the river.", "company", "company"),
        ("A lock keeper opens gates, and is calm in a storm.", "requirements", "purpose"),
        ("The lock keeper must have a licence.", "requirements", "requirements"),
        ("This position resides in the river office.", "company", "purpose"),
        ("Under the direction of the harbour master, opens gates and sluices.", "benefits", "purpose"),
        ("The holder will operate gates in all weathers.", "logistics", "duties"),
        ("The holder will work shifts.", "logistics", "logistics"),
        ("The volunteer may be asked to drive a boat.", "company", "duties"),
        ("We want crews with diverse backgrounds.", "company", "legal"),
        ("Our crews should be representative of the communities on the river.", "logistics", "legal"),
        ("We sell diverse boats.", "company", "company"),
    ],
)
def test_the_build_of_a_sentence_goes_before_its_words(text: str, guessed: Section, section: Section) -> None:
    assert retold(text, guessed, TITLE) == section


def test_a_title_that_names_no_job_may_be_a_team() -> None:
    assert retold("The River Team plays a part in the town.", "company", "River Team") == "company"
    assert retold("Plays a part in the town.", "company", "") == "company"
