"""Orders to the workshop, and what is told of them while they are under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.worker import get_current_worker

from jdrewrite.tui.messages import Came, Over
from jdrewrite.tui.screens.opening import Opening
from jdrewrite.tui.widgets.bars import StatusBar
from jdrewrite.workshop.orders import AnyOrder

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp


class Jobs(Opening):
    """Gives orders in threads, and knows which of them the user was told of."""

    def __init__(self) -> None:
        super().__init__()
        self._jobs: dict[str, str] = {}
        self._last: dict[str, AnyOrder] = {}

    @property
    def desk_app(self) -> JdrewriteApp:
        """The application."""
        return cast("JdrewriteApp", self.app)

    @property
    def reading(self) -> bool:
        """Whether the text is being read, or proposals are still being looked for."""
        return "analysis" in self._jobs

    def opening_told(self, text: str) -> None:
        """Tell that a file is being opened, as of any job."""
        if text:
            self.job_begun("opening", text)
        else:
            self.job_over("opening")

    def say(self, text: str) -> None:
        """Tell in one line at the bottom what was done; what goes on stays beside it."""
        self.query_one(StatusBar).say(text)

    def order(self, group: str, order: AnyOrder, told: str) -> None:
        """Give an order to the workshop; an earlier one of the same group is stopped.

        Args:
            group: of orders of which only the last counts.
            order: what to do.
            told: what the user is told meanwhile; empty for what takes no time.
        """
        self._last[group] = order
        self.job_begun(group, told)
        self.run_worker(partial(self._run, group, order), thread=True, group=group, exclusive=True, exit_on_error=False)

    def _run(self, group: str, order: AnyOrder) -> None:
        worker = get_current_worker()
        for answer in self.desk_app.workshop.run(order, lambda: worker.is_cancelled):
            self.post_message(Came(group, order, answer))
        if not worker.is_cancelled:
            self.post_message(Over(group, order))

    def is_last(self, group: str, order: AnyOrder) -> bool:
        """Tell whether no other order of its group was given after this one: its end ends no job of another."""
        return self._last.get(group, order) is order

    def job_begun(self, group: str, told: str) -> None:
        """Tell that a job is under way; one without words is done in silence."""
        self._jobs.pop(group, None)
        if told:
            self._jobs[group] = told
        self.draw_jobs()

    def job_told(self, group: str, text: str) -> None:
        """Tell something else of a job."""
        if group in self._jobs:
            self._jobs[group] = text
            self.draw_jobs()

    def job_over(self, group: str) -> None:
        """Tell no more of a job."""
        self._jobs.pop(group, None)
        self.draw_jobs()

    def draw_jobs(self) -> None:
        """Tell what goes on."""
        self.query_one(StatusBar).busy(", ".join(self._jobs.values()))

    def stop_jobs(self) -> bool:
        """Stop what the user was told of; tell whether there was anything."""
        stopped = bool(self._jobs)
        for group in list(self._jobs):
            self.workers.cancel_group(self, group)
            self.job_over(group)
        return stopped
