"""Keys that come all at once, as a paste or a text expander sends them, do what they do one by one."""

from datetime import date

import pytest
from textual import events

from jdrewrite.reflection.exercise import Exercise
from jdrewrite.tui.reflecting import Answer, ReflectApp
from jdrewrite.tui.screens.dialogs import AskDialog
from jdrewrite.tui.screenshot import settled
from tests.tui.conftest import at_desk, press

pytestmark = pytest.mark.asyncio
LONG = "I check the meters of the district and tell the office what I have found there, each day."


def burst(app, *keys):
    """Send keys as a terminal does that has them all in one go; more than one sign is a text."""
    for key in keys:
        for sign in [key] if key in {"enter", "escape", "colon", "pageup"} else key:
            named = {" ": "space", ",": "comma", ".": "full_stop"}.get(sign, sign)
            app._driver.send_message(events.Key(named, sign if len(sign) == 1 else None))


async def all_done(app, pilot):
    for _ in range(200):
        await pilot.pause(0.01)
        if not app._waiting and app._giving is not None and app._giving.done():
            return


async def test_answers_in_one_burst_are_whole_and_each_goes_to_its_question():
    app = ReflectApp(Exercise(id="x", begun="2026-11-25"), None, date(2026, 11, 25), lambda _: None)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        first = app.exercise.at
        burst(app, LONG, "enter", "the office", "enter", "left")
        await all_done(app, pilot)
        assert app.exercise.said(first) == LONG
        assert "the office" in app.exercise.answers.values()
        assert app.query_one(Answer).text == "left"


async def test_the_command_line_takes_a_number_and_enter_at_once(clerk):
    async with at_desk(clerk) as (screen, pilot):
        place = screen.sheet.rows[-1].place
        burst(pilot.app, "colon", place, "enter")
        await all_done(pilot.app, pilot)
        assert pilot.app.screen is screen
        assert not screen.typing
        assert screen.current.place == place


async def test_a_line_is_opened_written_and_kept_in_one_burst(clerk):
    async with at_desk(clerk) as (screen, pilot):
        row = next(n for n, row in enumerate(screen.sheet.rows) if row.text == "Water the office plants.")
        screen.sheet.go_to(row)
        burst(pilot.app, "e", " twice", "enter")
        await all_done(pilot.app, pilot)
        await settled(pilot.app, pilot)
        if isinstance(pilot.app.screen, AskDialog):
            await press(pilot, *"so agreed", "enter")
        assert screen.current.text == "Water the office plants. twice"
