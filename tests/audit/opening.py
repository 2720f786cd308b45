"""Opens an HTML report in Chromium, as a person would, and times it: ``python -m tests.audit.opening REPORT.html``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import msgspec
from playwright.sync_api import Page, sync_playwright

from tests.conftest import chromium_program

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen."""

    megabytes: float
    opened: float
    """Seconds from the call of the page until its table is drawn and takes keys."""
    filtered: float
    """Seconds, at most, until another filter or order is drawn."""


@contextmanager
def opened(report: Path, program: str) -> Iterator[Page]:
    """Open a report; nothing that it asks of the network is answered, and what goes wrong in it is an error."""
    with sync_playwright() as driver:
        # Root, as in a container, has no sandbox; the page is our own.
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(60_000)
            wrong: list[str] = []
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
            page.route("http*://**", lambda route: (wrong.append(route.request.url), route.abort()))
            page.goto(report.resolve().as_uri())
            yield page
            assert wrong == []
        finally:
            browser.close()


def told(page: Page) -> tuple[int, int]:
    """Return how many job descriptions the page shows, of how many."""
    shown, _, of = page.locator("#count").inner_text().replace(",", "").partition(" of ")
    return int(shown), int(of)


def measure(report: Path, program: str) -> Opened:
    """Return size and times of a report."""
    with opened(report, program) as page:
        page.evaluate(_DRAWN)
        ready = page.evaluate("() => performance.now() / 1000")
        assert told(page)[1]
        times = []
        for act in (
            lambda: page.fill("#words", "an"),
            lambda: page.fill("#least", "20"),
            lambda: page.select_option("#function", index=1),
            lambda: page.click("#rows th:first-child button"),
            lambda: page.fill("#words", ""),
        ):
            begin = perf_counter()
            act()
            page.evaluate(_DRAWN)
            times.append(perf_counter() - begin)
    size = report.stat().st_size / 1e6
    return Opened(megabytes=round(size, 2), opened=round(ready, 2), filtered=round(max(times), 2))


def main() -> None:
    """Print what was measured."""
    program = chromium_program()
    assert program, "there is no Chromium"
    seen = measure(Path(sys.argv[1]), program)
    print(f"{seen.megabytes} MB; Chromium opens it within {seen.opened} s, and filters within {seen.filtered} s")


if __name__ == "__main__":
    main()
