"""The paragraph: the person's own words, all of them and unchanged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdrewrite.reflection.composing import compose, paragraph, to_check
from jdrewrite.reflection.exercise import Exercise, tidy
from jdrewrite.reflection.handing import handed_on
from jdrewrite.reflection.hearing import hear, told
from jdrewrite.reflection.page import page
from jdrewrite.reflection.shapes import shape_of
from jdrewrite.reflection.writing import written
from tests.part import tries
from tests.reflection.people import people

TOLD = ("job", "customers", "hands", "next", "use", "notice", "good", "bad", "voice", "decide", "share")
PEOPLE = people()


@pytest.mark.parametrize(("name", "exercise", "composed"), PEOPLE, ids=[name for name, *_ in PEOPLE])
def test_the_paragraph_of_each_of_twelve_people(name: str, exercise: Exercise, composed: str) -> None:
    assert compose(exercise) == composed
    for step in TOLD:
        assert exercise.said(step)[1:].rstrip(".!") in composed, step


def test_there_are_twelve_of_different_functions() -> None:
    assert len({exercise.function for _, exercise, _ in PEOPLE}) == 12


@given(st.dictionaries(st.sampled_from(TOLD), st.text(min_size=1, max_size=50)))
@settings(max_examples=tries(80), deadline=None)
def test_no_answer_breaks_it_and_none_is_lost(answers: dict[str, str]) -> None:
    clean = {step: tidy(words) for step, words in answers.items() if tidy(words)}
    text = compose(Exercise(id="x", begun="2026-11-25", answers=clean))
    for words in clean.values():
        if shape_of(words, "phrase") == "nothing":
            continue  # "none" is told where it says something ("I may decide nothing"), and left out elsewhere
        assert words[1:].rstrip(".;,:!? ") in text


def test_own_version_stands_before_the_composed_one() -> None:
    exercise = Exercise(id="x", begun="2026-11-25", answers={"job": "I clean.", "paragraph": "I make rooms ready."})
    assert paragraph(exercise) == "I make rooms ready."


def test_it_is_read_back_kindly() -> None:
    nobody, inward, named = hear(
        ["I type.", "I cut costs to protect our margin.", "I help guests plan their stay. I type."]
    )
    assert "nobody is named yet" in told(nobody)
    assert "inside the house" in told(inward)
    assert named.first
    assert "“guests”" in told(named)
    assert "first sentence" in told(named)


@pytest.mark.parametrize("ending", [".md", ".html", ".docx"])
def test_the_page_shows_before_and_after(ending: str) -> None:
    import jdrewrite

    exercise = PEOPLE[0][1]
    data = written(page(exercise), ending)
    text = "\n".join(block.text for block in jdrewrite.read_bytes(data, f"page{ending}").blocks)
    assert exercise.said("job") in text
    assert PEOPLE[0][2] in text
    assert "Those I work for are named now: our patients, who need the supplies." in text


@pytest.mark.parametrize(
    ("hands", "told"),
    [
        ("clean plates. and floors. I also take out the bins", "clean plates. and floors. I also take out the bins."),
        ("the lounge. The garden too", "the lounge. The garden too."),
    ],
)
def test_nothing_is_put_behind_the_last_of_several_sentences(hands: str, told: str) -> None:
    answers = {"hands": hands, "next": "the cooks"}
    found = compose(Exercise(id="x", begun="2026-11-25", answers=answers))
    assert found == f"What leaves my hands: {told} Next in line: the cooks."
    assert ", who" not in handed_on("plates", "the cooks. Then the waiters.", "serve the guests")


def test_a_page_is_safe_to_open() -> None:
    exercise = Exercise(id="x", begun="2026-11-25", answers={"job": "<script>alert(1)</script>", "ask": "<img src=x>"})
    shown = written(page(exercise), ".html").decode()
    assert "<script>" not in shown
    assert "<img" not in shown


def test_they_stands_only_where_somebody_was_named() -> None:
    answers = {"job": "I type.", "good": "smile", "share": "the shop", "voice": "nothing"}
    told = compose(Exercise(id="x", begun="2026-11-25", answers=answers))
    assert " they " not in told
    assert " them " not in told
    assert "what I know of those it is for with the shop" in told
    named = compose(Exercise(id="x", begun="2026-11-25", answers={**answers, "customers": "our guests"}))
    assert "what I know of our guests with the shop" in named


def test_what_to_look_at_again_is_told() -> None:
    answers = {"job": "I cut costs to protect our margin.", "hands": "letters, lists, and keys", "customers": "guests"}
    several, inward = to_check(Exercise(id="x", begun="2026-11-25", answers=answers))
    assert "several things" in several
    assert "inside the house" in inward
    assert to_check(Exercise(id="x", begun="2026-11-25", answers={"job": "I help guests.", "hands": "a list"})) == ()


@pytest.mark.parametrize(
    ("hands", "taker", "use", "told"),
    [
        ("code, and its tests", "the release team", "", "I hand on code, and its tests, to the release team."),
        ("a report", "IT and sales", "to plan", "I hand on a report to IT and sales, who use it to plan."),
        ("a guest who slept well", "Anna", "", "When I am done, there is a guest who slept well. Next in line: Anna."),
        ("", "the drivers", "drive off", "Next in line: the drivers, who drive off."),
        ("nothing", "", "", ""),
        ("a key", "nobody, they walk home", "", "I hand on a key. Next in line: nobody, they walk home."),
    ],
)
def test_the_next_in_line(hands: str, taker: str, use: str, told: str) -> None:
    assert handed_on(hands, taker, use) == told


@pytest.mark.parametrize(
    ("step", "words", "told"),
    [
        ("job", "Bus driver", "My job: bus driver."),
        ("decide", "wait for someone running", "On my own I may wait for someone running."),
        ("decide", "Anything under 100", "On my own I may decide anything under 100."),
        ("decide", "Not much", "What I may decide on my own: not much."),
        ("decide", "who may call home", "On my own I decide who may call home."),
        ("voice", "Complaint reports, twice a year", "How I hear from them: complaint reports, twice a year."),
        ("notice", "Every morning", "They notice my work every morning."),
        ("notice", "They don't", "Where they notice my work: they don't."),
        ("job", "Lead mechanic. I keep the buses running.", "My job: lead mechanic. I keep the buses running."),
        ("job", "Children's librarian at a school", "My job: children's librarian at a school."),
        ("good", "empty plates", "A good day, for them: empty plates."),
        ("good", "They wouldn't. It is just there.", "How they notice a good day: they wouldn't. It is just there."),
        ("good", "ring me", "On a good day they ring me."),
        ("bad", "sparks", "How they notice a bad day: sparks."),
        ("bad", "bell", "A bad day: bell."),
        ("bad", "line stops", "How they notice a bad day: line stops."),
        ("decide", "pain relief, as planned", "What I may decide on my own: pain relief, as planned."),
        ("decide", "None", "What I may decide on my own: none."),
        ("decide", "discounts", "On my own I may decide about discounts."),
        ("voice", "shouting", "How I hear from them: shouting."),
        ("voice", "not really at all, only by chance", "How I hear from them: not really at all, only by chance."),
        ("voice", "none", "What I hear from them: none."),
        ("voice", "Jira tickets", "I hear from them through Jira tickets."),
        ("customers", "Not sure, to be honest", "For whom it is in the end: not sure, to be honest."),
        ("customers", "for the kids", "In the end this is for the kids."),
        ("hands", "hard to say", "What leaves my hands: hard to say."),
        ("next", "Not sure", "Next in line: not sure."),
        ("use", "no idea", "What they do with it: no idea."),
    ],
)
def test_answers_of_many_shapes(step: str, words: str, told: str) -> None:
    composed = compose(Exercise(id="x", begun="2026-11-25", answers={"customers": "guests", step: words}))
    assert told in composed


@pytest.mark.parametrize("said", ["Never", "never.", "Hardly ever", "Sometimes"])
def test_how_often_is_no_way_to_hear(said: str) -> None:
    told = compose(Exercise(id="x", begun="2026-11-26", answers={"customers": "families", "voice": said}))
    assert f"I {said.lower().rstrip('.')} hear from them." in told
