"""The exercise on the screen, with the twelve people's answers."""

from datetime import date

import pytest
from textual.widgets import Static
from textual.widgets._footer import FooterKey

from jdrewrite.errors import OutputError
from jdrewrite.reflection.exercise import Exercise
from jdrewrite.tui.reflecting import Answer, ReflectApp
from tests.reflection.people import ONION, people

TODAY = date(2026, 11, 25)
NAME, PERSON, COMPOSED = people()[0]


def shown(app: ReflectApp, name: str) -> str:
    return str(app.query_one(f"#{name}", Static).render())


async def test_answered_kept_and_composed() -> None:
    kept: list[Exercise] = []
    start = Exercise(id="x", begun="2026-11-25", function=PERSON.function)
    app = ReflectApp(start, None, TODAY, kept.append)
    async with app.run_test(size=(100, 40)) as pilot:
        for step in ONION:
            assert app.exercise.at == step
            app.query_one(Answer).text = PERSON.said(step)
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert kept[-1].said(step) == PERSON.said(step)
            if step == "job":
                assert "nobody is named yet" in shown(app, "heard")
        assert app.query_one(Answer).text == COMPOSED
        assert "as it stands, or change it" in shown(app, "question"), "the field is not empty"
        await pilot.press("enter")
        assert "paragraph" not in app.exercise.answers, "a draft that is kept as it is follows the answers"
        await pilot.press(*["pagedown"] * 6)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.exercise.step is None
        assert COMPOSED in shown(app, "heard")
        await pilot.press("escape")
    assert app.return_value == kept[-1]


async def test_a_full_disk_is_told_and_what_was_said_stays() -> None:
    full, kept = [True], []

    def keep(exercise: Exercise) -> None:
        if full[0]:
            raise OutputError("r.json", "the reflection cannot be kept (No space left on device)", "make room")
        kept.append(exercise)

    def told(words: str) -> int:
        return sum(words in note.message for note in app._notifications)

    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, TODAY, keep)
    async with app.run_test(size=(100, 40)) as pilot:
        for words in ("I type letters", "Clients"):
            await app.ready()
            app.query_one(Answer).text = words
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert told("No space left on device") == 1
        await pilot.press("escape")
        assert app.is_running
        assert told("Escape once more leaves") == 1
        full[0] = False
        await pilot.press("escape")
        assert list(kept[-1].answers.values()) == ["I type letters", "Clients"]
    full[0] = True
    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, TODAY, keep)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("escape", "escape")
    assert app.return_value is not None


async def test_back_empty_leave_and_text_that_looks_like_markup() -> None:
    kept: list[Exercise] = []
    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, TODAY, kept.append)
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one(Answer).text = "[bold]I type[/] [@click=app.bell]letters"
        await pilot.press("enter", "pageup")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.query_one(Answer).text == "[bold]I type[/] [@click=app.bell]letters"
        app.query_one(Answer).text = ""
        await pilot.press("enter")
        assert app.exercise.answers == {}
        await pilot.press("escape")
    assert kept[-1].at == "hands"


async def test_a_day_that_is_none_is_asked_again() -> None:
    app = ReflectApp(Exercise(id="x", begun="2026-11-25", at="first"), None, TODAY, lambda _: None)
    async with app.run_test() as pilot:
        app.query_one(Answer).text = "Call the wards"
        await pilot.press("enter")
        app.query_one(Answer).text = "some day"
        await pilot.press("enter")
        assert app.exercise.at == "first-by"
        await pilot.press("enter")
        app.query_one(Answer).text = "in 3 weeks"
        await pilot.press("enter")
        told = [note.message for note in app._notifications]
        assert len(told) == len(set(told)) == 3, "each refusal has words of its own, and the day is told"
        assert told[-1] == "By Wednesday, 16 December 2026."
        assert app.exercise.said("first-by") == "2026-12-16"


@pytest.mark.parametrize("keys", [["escape"], ["pageup", "escape"], ["pagedown", "escape"], ["ctrl+q"]])
async def test_what_stands_in_the_field_is_kept_however_the_question_is_left(keys: list[str]) -> None:
    kept: list[Exercise] = []
    app = ReflectApp(Exercise(id="x", begun="2026-11-25", at="hands"), None, TODAY, kept.append)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*"half a word")
        await pilot.press(*keys)
    assert kept[-1].said("hands") == "half a word"
    assert app.return_value == kept[-1]


async def test_words_that_name_no_day_are_shown_again() -> None:
    kept: list[Exercise] = []
    start = Exercise(id="x", begun="2026-11-25", at="first-by", answers={"first": "Call the wards"})
    app = ReflectApp(start, None, TODAY, kept.append)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*"some day", "escape")
    assert kept[-1].answers == {"first": "Call the wards"}
    again = ReflectApp(kept[-1], None, TODAY, kept.append)
    async with again.run_test() as pilot:
        await again.workers.wait_for_complete()
        await pilot.pause()
        assert again.query_one(Answer).text == "some day"
        again.query_one(Answer).text = "31 December"
        await pilot.press("enter")
    assert (kept[-1].said("first-by"), kept[-1].drafts) == ("2026-12-31", {})


async def test_what_is_being_written_is_kept_before_it_is_given() -> None:
    kept: list[Exercise] = []
    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, TODAY, kept.append)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*"I type")
        for _ in range(300):
            if kept[-1].said("job") == "I type":
                break
            await pilot.pause(0.1)
        assert kept[-1].said("job") == "I type"
        assert kept[-1].at == "job"


async def test_a_command_is_done_and_a_word_like_one_is_asked_about() -> None:
    kept: list[Exercise] = []
    app = ReflectApp(Exercise(id="x", begun="2026-11-25", at="hands"), None, TODAY, kept.append)
    async with app.run_test() as pilot:
        for words in ("/?", "/help", "/hlep", "quit"):
            await app.workers.wait_for_complete()
            await pilot.pause()
            app.query_one(Answer).text = words
            await pilot.press("enter")
            assert app.exercise.at == "hands"
            assert app.exercise.answers == {}
        await pilot.press("enter")
        assert app.exercise.said("hands") == "quit", "who says it twice means it"
        await app.workers.wait_for_complete()
        app.query_one(Answer).text = "/leave"
        await pilot.press("enter")
    assert app.return_value == kept[-1]
    assert kept[-1].answers == {"hands": "quit"}


async def test_enter_leave_and_back_are_on_a_narrow_screen() -> None:
    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, TODAY, lambda _: None)
    async with app.run_test(size=(40, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert all(key.region.right < 40 for key in app.query(FooterKey))
        assert {key.description for key in app.query(FooterKey)} == {"Next", "Leave", "Back", "Skip"}
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert [n.message for n in app._notifications] == [
            "Escape leaves. Everything is kept, and --resume takes it up."
        ]


async def test_from_the_end_it_goes_back_to_the_questions() -> None:
    start = Exercise(id="x", begun="2026-11-25", at="end", finished="2026-11-25", answers={"job": "I type"})
    app = ReflectApp(start, None, TODAY, lambda _: None)
    async with app.run_test(size=(60, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "I type" in shown(app, "heard")
        await pilot.press("pageup")
        await app.workers.wait_for_complete()
        assert app.exercise.at == "jd"
        await pilot.press(*"more", "enter")
    assert app.exercise.said("jd") == "more"


async def test_a_patient_is_no_customer() -> None:
    app = ReflectApp(Exercise(id="x", begun="2026-11-25", function="healthcare"), None, TODAY, lambda _: None)
    async with app.run_test():
        assert app.title == "My job in the context of patients"


async def test_the_questions_name_those_whom_the_person_named() -> None:
    start = Exercise(id="x", begun="2026-11-25", function="accounts-receivable-payable", at="customers")
    app = ReflectApp(start, None, TODAY, lambda _: None)
    async with app.run_test(size=(100, 40)) as pilot:
        app.query_one(Answer).text = "The nurses on the ward"
        await pilot.press("enter", *["pagedown"] * 9)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.exercise.at == "first"
        assert "What will you do for the nurses on the ward?" in shown(app, "question")


@pytest.mark.parametrize("keys", [["enter"], ["pagedown"], ["escape"]])
async def test_words_that_answer_nothing_pass_over_a_question(keys: list[str]) -> None:
    start = Exercise(id="x", begun="2026-11-25", at="hands", answers={"job": "I type."})
    app = ReflectApp(start, None, TODAY, lambda _: None)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        app.query_one(Answer).text = "idk"
        await pilot.press(*keys)
    assert app.exercise.answers == {"job": "I type."}
