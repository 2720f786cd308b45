"""The exercise on the screen, with the twelve people's answers."""

from datetime import date

from textual.widgets import Static

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
        await pilot.press("enter")
        assert "paragraph" not in app.exercise.answers, "a draft that is kept as it is follows the answers"
        await pilot.press(*["pagedown"] * 6)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.exercise.step is None
        assert COMPOSED in shown(app, "heard")
        await pilot.press("escape")
    assert app.return_value == kept[-1]


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
        app.query_one(Answer).text = "in 3 weeks"
        await pilot.press("enter")
        assert app.exercise.said("first-by") == "2026-12-16"
