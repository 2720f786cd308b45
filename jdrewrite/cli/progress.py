"""A progress bar on stderr with rate and time left; on a pipe, a line now and then."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from jdrewrite.cli.diagnostics import say

if TYPE_CHECKING:
    from jdrewrite.audit import Record

EVERY = 30.0
"""Seconds between two lines where stderr is no terminal."""


class ProgressBar:
    """Shows how many files are done."""

    def __init__(self, total: int, *, done: int = 0) -> None:
        self.total, self.done, self.failed = total, done, 0
        self._begun, self._told, self._before = monotonic(), monotonic(), done
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar, self._task = _bar(self.total, self.done)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, records: Sequence[Record]) -> None:
        """Count one file."""
        self.done += 1
        self.failed += any(getattr(record, "code", 0) for record in records)  # a row without text is no failure
        if self._bar is not None:
            self._bar.update(self._task, completed=self.done, failed=f"{self.failed:,} not read" if self.failed else "")
        elif monotonic() - self._told >= EVERY:
            self._told = monotonic()
            rate = (self.done - self._before) / max(0.1, self._told - self._begun)
            say(f"{self.done:,} of {self.total:,} files, {rate:.1f} a second")


def _bar(total: int, done: int) -> tuple[Any, Any]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class _Rate(ProgressColumn):
        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:.1f} a second" if task.speed else "")

    bar = Bar(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
        transient=True,
    )
    return bar, bar.add_task("", total=total, completed=done, failed="")
