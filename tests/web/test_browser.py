"""The terminal UI in a real browser: it opens, and takes a decision."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.web.test_serving import children, living, until

pytestmark = pytest.mark.browser


def seen(page: Page, frames: list[bytes | str], words: str) -> Callable[[], bool]:
    """Tell whether the browser got these words: xterm draws them on a canvas, where they cannot be read."""

    def look() -> bool:
        page.wait_for_timeout(100)
        raw = b"".join(frame for frame in frames if isinstance(frame, bytes)).decode(errors="replace")
        return re.search(words, re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", raw)) is not None

    return look


def test_a_proposal_is_accepted_in_the_browser(server, chromium, tmp_path):
    with sync_playwright() as driver:
        # Root, as in a container, has no sandbox; the page is our own.
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            wrong: list[str] = []
            asked: list[str] = []
            frames: list[bytes | str] = []
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("request", lambda request: asked.append(request.url))
            page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))  # noqa: PLW0108
            page.goto(server.address)
            assert until(seen(page, frames, "proposals: n goes to the next"), 60)
            page.wait_for_selector("body.-first-byte")
            page.locator("textarea").focus()
            page.keyboard.press("n")
            assert until(seen(page, frames, r"nothing lost, nothing invented|facts kept; the purpose is another"), 60)
            page.keyboard.press("a")
            assert until(seen(page, frames, r"1 of \d+ decided"), 60)
            page.wait_for_timeout(500)
            page.screenshot(path=Path(tmp_path) / "accepted.png")
            assert wrong == []
            groups = children(server.pid)
            assert groups
            page.close()
            assert until(lambda: not living(groups))
            host = server.address[: server.address.index("/", 8)]
            assert {url for url in asked if not url.startswith((host, "data:", "https://fonts."))} == set()
        finally:
            browser.close()
