"""Draws the screens of the real UI as SVG: ``python -m jdrewrite.tui.screenshot FOLDER FILE``."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import msgspec
from textual.app import App
from textual.pilot import Pilot

from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.themes import CONTRAST, DARK, LIGHT
from jdrewrite.workshop.client import Here


class Scene(msgspec.Struct, frozen=True):
    """One picture: what is pressed before it is taken."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (140, 42)
    theme: str = DARK.name
    start: bool = False
    """Without a file."""


SCENES = (
    Scene("workspace", ("n", "a"), (150, 44)),
    Scene("workspace-light", ("n", "a"), (150, 44), LIGHT.name),
    Scene("workspace-contrast", ("n", "a"), (120, 40), CONTRAST.name),
    Scene("workspace-small", ("n",), (80, 24)),
    Scene("compare", ("A", "enter", "v")),
    Scene("result", ("A", "enter", "v", "v", "v"), (120, 40)),
    Scene(
        "edit",
        (
            "n",
            "e",
            *(" within 2 days"),
        ),
        (120, 40),
    ),
    Scene("wordings", ("n", "w"), (120, 40)),
    Scene("reasons", ("s",), (120, 40)),
    Scene("lens", ("f",), (120, 40)),
    Scene("find", ("slash", *"invoice"), (120, 40)),
    Scene("export", ("n", "a", "S"), (120, 40)),
    Scene("help", ("n", "question_mark"), (120, 44)),
    Scene("palette", ("ctrl+p",), (120, 40)),
    Scene("start", ("escape",), (120, 40), start=True),
    Scene("tour-1", (), (120, 44), start=True),
    Scene("tour-2", ("enter",), (120, 44), start=True),
    Scene("tour-3", ("enter", "enter"), (120, 44), start=True),
)


async def picture(scene: Scene, path: str) -> str:
    """Return one screen as SVG."""
    app = JdrewriteApp(None if scene.start else path, workshop=Here())
    async with app.run_test(size=scene.size) as pilot:
        app.theme = scene.theme
        await settled(app, pilot)
        for key in scene.keys:
            await pilot.press("space" if key == " " else key)
            await settled(app, pilot)
        await pilot.pause(0.6)
        await settled(app, pilot)
        app.clear_notifications()
        await pilot.pause(0.1)
        return app.export_screenshot(title="jdrewrite")


async def settled(app: App[None], pilot: Pilot[None], seconds: float = 120) -> None:
    """Wait until nothing goes on any more.

    Raises:
        TimeoutError: something goes on for too long.
    """
    quiet = 0
    async with asyncio.timeout(seconds):
        while quiet < 3:
            await pilot.pause()
            busy = isinstance(app.screen, Glance) or any(worker.is_running for worker in app.workers)
            quiet = 0 if busy else quiet + 1
            if not quiet:
                await asyncio.sleep(0.01)


def main() -> None:
    """Write all pictures, or those that are named."""
    folder, path, *names = sys.argv[1:]
    path = str(Path(path).resolve())
    Path(folder).mkdir(parents=True, exist_ok=True)
    out = Path(folder).resolve()
    os.chdir(Path(path).parent)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as state:
            os.environ["JDREWRITE_STATE"] = state
            if not names or scene.name in names:
                (out / f"{scene.name}.svg").write_text(asyncio.run(picture(scene, Path(path).name)), encoding="utf-8")


if __name__ == "__main__":
    main()
