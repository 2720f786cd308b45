"""The tour: three screens on an example, which is read and judged while one looks."""

from __future__ import annotations

from collections.abc import Mapping

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static
from textual.worker import get_current_worker

from jdrewrite.documents import read_bytes
from jdrewrite.editing.session import Session, analysed, opened, proposed
from jdrewrite.tui.drawing.touring import EXAMPLE, PAGES, page
from jdrewrite.tui.keys import first
from jdrewrite.tui.screens.dialogs import Dialog
from jdrewrite.workshop.orders import Answer, AnyOrder, Assessed, Offered, Propose, Read


class TourScreen(Dialog[None]):
    """Three pages; Enter goes on, Escape leaves."""

    BINDINGS = [  # noqa: RUF012
        ("enter,space,right,n", "turn(1)", "Next"),
        ("left,p,backspace", "turn(-1)", "Back"),
        ("escape,q", "dismiss(None)", "Leave"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = {name: first(those) for name, those in keys.items()}
        self._session: Session = opened(read_bytes(EXAMPLE.encode(), "example.md"))
        self._page = 0

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical(classes="dialog tall", id="tour"):
            with VerticalScroll():
                yield Static(id="page")
            yield Static("Enter reads on, ← goes back, Esc leaves the tour", classes="hint")

    def on_mount(self) -> None:
        """Begin, and have the example read."""
        self._draw()
        self._read()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def action_turn(self, step: int) -> None:
        """Turn a page, once it is read to its end; behind the last one the tour ends."""
        pane = self.query_one(VerticalScroll)
        if step > 0 and pane.scroll_y < pane.max_scroll_y:
            pane.scroll_page_down(animate=False)
            return
        pane.scroll_home(animate=False)
        self._page = max(0, self._page + step)
        if self._page >= PAGES:
            self.dismiss(None)
        else:
            self._draw()

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def _draw(self) -> None:
        width = max(30, min(100, self.app.size.width * 86 // 100) - 8)
        self.query_one("#tour").border_title = f"How it works  {self._page + 1} of {PAGES}"
        self.query_one("#page", Static).update(page(self._page, self._session, self._keys, width))

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        worker, document = get_current_worker(), self._session.desk.document
        orders: tuple[AnyOrder, ...] = (Read(document=document), Propose(document=document))
        for order in orders:
            for answer in self.app.workshop.run(order, lambda: worker.is_cancelled):  # type: ignore[attr-defined]
                self.app.call_from_thread(self._take, answer)

    def _take(self, answer: Answer) -> None:
        match answer:
            case Assessed(assessment=assessment):
                self._session = analysed(self._session, assessment)
            case Offered(proposals=found):
                self._session = proposed(self._session, found)
        if self.is_attached:
            self._draw()
