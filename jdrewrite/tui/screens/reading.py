"""Having the text read, and being sure that it is."""

from __future__ import annotations

import msgspec

from jdrewrite.editing import NotNow
from jdrewrite.editing.carry import corrected
from jdrewrite.editing.session import serving, titled
from jdrewrite.errors import JdrewriteError
from jdrewrite.keeping.watching import stamp
from jdrewrite.model import Document
from jdrewrite.tui.messages import Told as Trouble
from jdrewrite.tui.screens.board import Board
from jdrewrite.workshop.orders import Propose, Read


class Reading(Board):
    """Orders the analysis and the proposals."""

    def begin(self) -> None:
        """Look what the last session left, and have the text read."""
        self.unread = ""
        self.job_begun("analysis", "Reading the text")
        self.run_worker(self._begin, thread=True, group="analysis", exclusive=True, exit_on_error=False)

    def _begin(self) -> None:
        document = self.session.desk.document
        self.stamp = stamp(document)
        try:
            self.earlier = self.desk_app.shelf.earlier(document) or self.earlier
        except JdrewriteError as error:
            self.post_message(Trouble(f"The library cannot be used: {error}", bad=True))
        named = corrected(document, self.earlier)
        if named is not document:
            self.app.call_from_thread(self._retitled, named)
            document = named
        function = self.earlier.function if self.earlier is not None else None
        self._run("analysis", Read(document=document, function=function))

    def _retitled(self, document: Document) -> None:
        history = self.session.history
        desk = msgspec.structs.replace(history.now, document=document)
        self.session = msgspec.structs.replace(self.session, history=history.replaced(desk))
        self.draw_title()

    def correct_title(self, title: str) -> None:
        """Have the text read again under the title that a person says is the right one."""
        if not title.strip() or title.strip() == self.session.desk.document.title:
            raise NotNow("The title stays as it is.")
        self.acted(titled(self.session, title))
        self._read_corrected("Reading the text under its title")

    def correct_served(self, words: str) -> None:
        """Have the text read again for those whom a person says that the job serves; empty leaves it to the text."""
        from jdrewrite.analysis.served_word import read_otherwise

        session = serving(self.session, words)
        self.acted(session, read_otherwise(words, session.desk.document.serves))
        self._read_corrected("Reading the text for those whom it serves")

    def _read_corrected(self, told: str) -> None:
        desk = self.session.desk
        self.order("analysis", Read(document=desk.document, function=desk.function), told)

    def look_for_proposals(self, engine: str | None = None) -> None:
        """Have an engine propose; the one of the desk where none is named."""
        desk = self.session.desk
        by = engine or desk.engine
        told = "Looking for proposals" if by == "offline" else f"Asking the engine {by} for proposals"
        heard = self.desk_app.heard
        said = heard(desk.assessment) if heard is not None and desk.assessment is not None else ()
        order = Propose(document=desk.document, function=desk.function, engine=by, comments=said)
        self.order("analysis", order, told)

    def want_read(self) -> None:
        """Make sure that the text is read and all is proposed.

        Raises:
            NotNow: it is not, yet.
        """
        self.want_assessment()
        if self.reading:
            raise NotNow("Proposals are still being looked for.")

    def want_assessment(self) -> None:
        """Make sure that the text is read.

        Raises:
            NotNow: it is not, yet, or somebody stopped it.
        """
        if self.session.desk.assessment is None and self.unread and not self.reading:
            raise NotNow(self.unread)
        if self.session.desk.assessment is None:
            again = f"The text is not read yet. {self.desk_app.first_keys['read_again']} reads it."
            raise NotNow("The text is still being read." if self.reading else again)

    def show_reasons(self) -> None:
        """Show every reason of the score in the right pane."""
        from jdrewrite.tui.drawing.score import reasons

        if self.session.after is None:
            self.want_assessment()
            return
        self.side.show_detail(reasons(self.session.after, self.session.places))
