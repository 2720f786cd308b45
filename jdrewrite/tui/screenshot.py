"""Draws a picture of the real UI: ``python -m jdrewrite.tui.screenshot OUT.svg FILE``."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from jdrewrite.tui.app import JdrewriteApp

_SIZE = (140, 42)
_PATIENCE = 60
"""Seconds that the analysis may take."""


async def picture(path: str, size: tuple[int, int] = _SIZE) -> str:
    """Return the UI as SVG after analysis, with the first proposal shown and one accepted."""
    app = JdrewriteApp(path)
    async with app.run_test(size=size) as pilot:
        for _ in range(_PATIENCE * 10):
            await pilot.pause(0.1)
            if getattr(app.screen, "history", None) and app.screen.history.now.proposals:  # type: ignore[attr-defined]
                break
        await app.workers.wait_for_complete()
        for key in ("n", "a"):
            await pilot.press(key)
            await pilot.pause(0.5)
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        app.clear_notifications()
        await pilot.pause(0.2)
        return app.export_screenshot(title="jdrewrite")


def main() -> None:
    """Write the picture."""
    out, path = sys.argv[1:3]
    Path(out).write_text(asyncio.run(picture(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
