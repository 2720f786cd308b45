"""A language model proposes while one works: a scripted server stands for it.

Once the other process asks it, as for users; where the point is what is shown, this one does.
"""

import asyncio

import pytest

from jdrewrite.keeping.shelf import NoShelf
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.screenshot import settled
from jdrewrite.workshop.client import Apart, Here
from tests.rewriting.llm.scripted import answer, hang, refuse, serving
from tests.tui.conftest import detail, press, said, score

WORDS = "Water the office plants"
BETTER = "Water the office plants, so that visitors are received in a pleasant place."


@pytest.fixture
def settings(tmp_path):
    def write(server):
        text = f'[engine.office]\nbase_url = "{server.url}"\nmodel = "scripted"\nretries = 0\n'
        (tmp_path / "config.toml").write_text(text)

    return write


async def until(pilot, true):
    """Wait until something is true: the other process takes its time."""
    async with asyncio.timeout(120):
        while not true():
            await pilot.pause(0.02)


async def read_by(app, pilot):
    """Wait for the workspace and the first proposals; return the workspace."""
    await until(pilot, lambda: not isinstance(app.screen, Glance))
    await until(pilot, lambda: app.screen.session.desk.assessment is not None and not app.screen.reading)
    await settled(app, pilot)
    return app.screen


def offer(screen):
    """What a model answers that has read the text."""
    statement = next(s for s in screen.session.desk.assessment.statements if WORDS in s.text)
    change = {"id": statement.id, "kind": "connect", "text": BETTER, "lenses": ["sight"], "why": "It says for whom."}
    return {"changes": [change], "additions": []}


async def test_proposals_of_a_model_come_are_judged_and_can_be_accepted(clerk, settings):
    with serving(hang) as server:
        settings(server)
        app = JdrewriteApp(str(clerk), workshop=Here(), shelf=NoShelf())
        async with app.run_test(size=(160, 50)) as pilot:
            screen = await read_by(app, pilot)
            server.script[:] = [answer(offer(screen), size=8, pause=0.02)]
            await press(pilot, "E", "down", "enter")
            await until(pilot, lambda: server.requests and not screen.reading)
            await settled(app, pilot)
            assert len(server.requests) == 1
            assert screen.session.desk.engine == "office"
            mine = [p for p in screen.session.desk.proposals if p.engine == "office"]
            assert [p.proposed for p in mine] == [BETTER]
            screen.sheet.go_to(next(n for n, r in enumerate(screen.sheet.rows) if r.proposal in mine))
            await press(pilot)
            assert "It says for whom." in detail(screen)
            assert "nothing lost, nothing invented" in detail(screen) or "refused by the judge" in detail(screen)
            before = score(screen)
            await press(pilot, "a")
            if "Why should it stand" in "".join(str(w.render()) for w in app.screen.query(".question")):
                await press(pilot, *"agreed", "enter")
            await until(pilot, lambda: score(screen) != before)
            assert screen.session.desk.edits()


async def test_while_a_model_says_nothing_keys_work_and_it_can_be_stopped(clerk, settings):
    with serving(hang) as server:
        settings(server)
        app = JdrewriteApp(str(clerk), workshop=Apart(), shelf=NoShelf())
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await read_by(app, pilot)
            await pilot.press("E", "down", "enter")
            await until(pilot, lambda: server.requests)
            assert "reads the text" in said(screen) or "Asking the engine office" in said(screen)
            assert "Esc stops it" in said(screen)
            at = screen.sheet.cursor
            await pilot.press("j", "j")
            assert screen.sheet.cursor == at + 2
            await pilot.press("l")
            assert screen.session.desk.locks
            await pilot.press("escape")
            await until(pilot, server.hung_up.is_set)
            assert "Stopped" in said(screen)
            assert not screen.reading
            server.script[:] = [answer(offer(screen))]
            await pilot.press("R")
            await until(pilot, lambda: any(p.engine == "office" for p in screen.session.desk.proposals))


async def test_what_a_server_refuses_is_told_and_the_work_goes_on(clerk, settings):
    with serving(refuse(401, "no such key")) as server:
        settings(server)
        app = JdrewriteApp(str(clerk), workshop=Here(), shelf=NoShelf())
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await read_by(app, pilot)
            await pilot.press("E", "down", "enter")
            await until(pilot, lambda: len(app._notifications))
            told = " ".join(note.message for note in app._notifications)
            assert "office" in told
            assert not screen.reading
            await press(pilot, "E", "enter")
            await until(pilot, lambda: not screen.reading)
            assert any(p.engine == "offline" for p in screen.session.desk.proposals)
