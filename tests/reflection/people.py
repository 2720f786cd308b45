"""The twelve people of the data, as exercises."""

import tomllib
from pathlib import Path

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.steps import BY_ID

ONION = tuple("job hands next use customers notice good bad voice decide need share nobody".split())
"""The steps from the outside in, before the paragraph and the commitments."""
DATA = Path(__file__).parent / "data" / "people.toml"


def people() -> list[tuple[str, Exercise, str]]:
    """Name, exercise, and the paragraph that was read and found good."""
    found = []
    for person in tomllib.loads(DATA.read_text(encoding="utf-8"))["person"]:
        answers = {k: v for k, v in person.items() if k in BY_ID and k != "paragraph"}
        exercise = Exercise(id=person["name"], begun="2026-11-25", function=person["function"], answers=answers)
        found.append((person["name"], exercise, person.get("composed", "")))
    return found
