"""What helps with a question fits it, whatever the function."""

import pytest

import jdrewrite
from jdrewrite import catalogue
from jdrewrite.documents import read_bytes
from jdrewrite.reflection.calling import asked, own_word
from jdrewrite.reflection.exercise import Exercise
from jdrewrite.reflection.steps import STEPS, TITLE
from jdrewrite.reflection.suggestions import own_of, suggestions


@pytest.mark.parametrize("function", list(catalogue.functions()))
def test_a_bad_day_is_not_hinted_at_with_a_good_one(function: str) -> None:
    assert not any("good week" in hint or "good day" in hint for hint in suggestions("bad", function))
    assert suggestions("good", function)


def test_the_heading_has_the_word_for_those_served() -> None:
    nurse = Exercise(id="x", begun="2026-11-26", function="healthcare")
    assert asked(TITLE, nurse) == "My job in the context of patients"
    own = Exercise(id="x", begun="2026-11-26", function="healthcare", customers="residents")
    assert asked(TITLE, own) == "My job in the context of residents"


def of(said: str, function: str = "information-technology", customers: str = "") -> Exercise:
    return Exercise(id="x", begun="2026-11-26", function=function, customers=customers, answers={"customers": said})


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("The nurses on the ward.", "the nurses on the ward"),
        ("For residents", "residents"),
        ("Their parents", "the parents"),
        ("It's for the children, and in a way their parents too", "the children"),
        ("Patients, families and the wards", "patients, families and the wards"),
        ("Parents who need a safe place for their child while they work", "parents"),
    ],
)
def test_once_somebody_is_named_the_questions_name_them(said: str, word: str) -> None:
    exercise = of(said, customers="users")
    for step in STEPS:
        assert asked(step.ask, exercise) == step.ask.replace("{customers}", word)
    assert asked(TITLE, exercise).endswith(word)
    assert any(word in hint for hint in suggestions("nobody", "healthcare", None, own_word(exercise)))


def test_people_of_whom_the_rest_is_lost_are_called_as_usual() -> None:
    assert asked(TITLE, of("people who order a kitchen from us", "sales")) == "My job in the context of customers"
    assert asked(TITLE, of("patients who come to us", "sales")) == "My job in the context of patients"
    assert asked(TITLE, of("people who live here", "sales")) == "My job in the context of people who live here"


@pytest.mark.parametrize("said", ["I don't know", "Nobody, really", "", "It depends on the day", "Everyone"])
def test_where_nobody_is_named_the_usual_word_stays(said: str) -> None:
    assert asked(TITLE, of(said, "healthcare")) == "My job in the context of patients"


def test_hints_from_the_own_job_description_are_work() -> None:
    work = (
        "Opens the lock gates for boats.",
        "1. Clears the weir of weed.",
        "Responsible for the upkeep of the towpath.",
    )
    other = (
        "License: Hold a valid boat license of the county.",
        "Work is performed under the rules of the harbour.",
        "The holder of this position is given the keys to the lock.",
        "Performs other related duties as assigned.",
    )
    text = "# Lock Keeper\n\n## Duties\n\n" + "".join(f"{line}\n\n" for line in (*other[:3], *work, *other[3:]))
    found = own_of(jdrewrite.analyse(read_bytes(text.encode(), "keeper.md"))).duties
    assert [line.removeprefix("1. ") for line in found] == [line.removeprefix("1. ") for line in work]


PORTER = """# Kitchen Porter

## Duties
- Wash dishes, pots and pans.
- Sweep and mop the floor of the kitchen.
"""


def test_hints_are_of_the_trade_of_the_own_job_description() -> None:
    own = own_of(jdrewrite.analyse(read_bytes(PORTER.encode(), "porter.md")))
    assert own.function == "hospitality-retail/kitchen porters and washing up"
    hints = {step.id: suggestions(step.id, own.function, own) for step in STEPS}
    assert any("cooks" in hint for hint in hints["next"])
    assert hints["use"] == ("guests eat from clean plates",), "what comes of it, and not the question again"
    assert any("wash" in hint.lower() or "plate" in hint for hint in hints["decide"])
    usual = {hint for step in ("next", "use", "voice", "share") for hint in suggestions(step, "hospitality-retail")}
    assert usual.isdisjoint(hint for step in ("next", "use", "voice", "share") for hint in hints[step])


def test_a_trade_that_is_named_is_that_of_the_hints() -> None:
    told = suggestions("share", "training-education/libraries")
    assert told
    assert not any("parents" in hint for hint in told)
    assert suggestions("share", "training-education/no such trade") == suggestions("share", "training-education")
