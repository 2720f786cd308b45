import asyncio
import contextlib
import threading

import pytest
import textual.app
import textual.pilot

from jdrewrite.config import config
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.screenshot import settled
from jdrewrite.workshop.client import Here
from tests.rewriting.clerk import IMPERATIVE


@pytest.fixture(autouse=True)
def own_corner(tmp_path, monkeypatch):
    """State, library, settings and the folder the user stands in are the test's own."""
    monkeypatch.setenv("JDREWRITE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("JDREWRITE_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("JDREWRITE_MODEL", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)  # colours are part of what is looked at; CI sets it
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")
    config.cache_clear()
    yield
    config.cache_clear()


@pytest.fixture(autouse=True)
def done_when_nothing_is_ready(monkeypatch):
    """After a key, wait until no task of the loop can go on.

    Textual waits until the process needs little time of the processor. That is never true while a thread reads a text,
    so each key took two seconds then; and a slow machine that does something else for a moment looked idle.
    """

    async def nothing_ready(*_limits):
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0)
        while loop._ready:
            await asyncio.sleep(0)

    async def drawn(*limits):
        await nothing_ready()
        await asyncio.sleep(0.02)  # what is drawn with the next picture is no task yet
        await nothing_ready()

    monkeypatch.setattr(textual.app, "wait_for_idle", nothing_ready)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", drawn)


@pytest.fixture
def clerk(tmp_path):
    path = tmp_path / "jobs" / "clerk.md"
    path.write_text(IMPERATIVE)
    return path


class Held(Here):
    """A workshop in which nothing begins before it is released."""

    def __init__(self):
        super().__init__()
        self.released = threading.Event()

    def run(self, order, stopped):
        while not self.released.wait(0.01):
            if stopped():
                return
        yield from super().run(order, stopped)


@contextlib.asynccontextmanager
async def at_desk(path, size=(120, 40), *, shelf=None, read=True):
    """A workspace with a text that is read, as (screen, pilot)."""
    app = JdrewriteApp(str(path) if path else None, workshop=Here(), shelf=shelf or LibraryShelf())
    async with app.run_test(size=size) as pilot:
        if read:
            await settled(app, pilot)
        while isinstance(app.screen, Glance):
            await pilot.pause(0.01)
        yield app.screen, pilot
        await settled(app, pilot)


async def press(pilot, *keys):
    """Press keys as somebody who waits for what each of them leads to, and wait until nothing goes on."""
    for key in keys:
        await pilot.press(key)
        while any(worker.is_running for worker in pilot.app.workers):
            await pilot.pause(0.01)
    await settled(pilot.app, pilot)


def to_proposal(screen, number=0):
    """Put the cursor on an open proposal for a line of the document, not on one for a new line."""
    places = [n for n, row in enumerate(screen.sheet.rows) if row.tone == "open" and row.statement]
    screen.sheet.go_to(places[number])


def shown(screen):
    return "\n".join("".join(text for text, _ in line.spans) for line in screen.sheet.lines)


def said(screen):
    return str(screen.query_one("#status").render())


def detail(screen):
    return screen.side.detail.plain


def score(screen):
    return screen.side.score.plain
