"""What takes longer than a blink, in threads; each ends in a message."""

from __future__ import annotations

from textual import work
from textual.dom import DOMNode

from jdrewrite.editing import Desk
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Assessment, Document
from jdrewrite.tui.messages import Analysed, Failed, Judged, Proposed, Scored


class EditorWork(DOMNode):
    """The workers of the editor."""

    @work(thread=True, exclusive=True, group="analysis", exit_on_error=False)
    def start_analysis(self, document: Document, function: str | None) -> None:
        """Analyse the document, then propose and verify."""
        try:
            from jdrewrite.analysis import analyse
            from jdrewrite.project import settings_for
            from jdrewrite.revision import proposals

            assessment = analyse(document, function=function, settings=settings_for(document.path))
            self.post_message(Analysed(assessment))
            self.post_message(Proposed(assessment, proposals(assessment)))
        except JdrewriteError as error:
            self.post_message(Failed(str(error)))

    @work(thread=True, exclusive=True, group="score", exit_on_error=False)
    def start_scoring(self, desk: Desk) -> None:
        """Analyse the result as a reader of the written file would."""
        if desk.assessment is None:
            return
        try:
            from jdrewrite.project import settings_for
            from jdrewrite.revision import applied

            settings = settings_for(desk.document.path)
            function = desk.assessment.function[0].name
            _, after = applied(desk.document, desk.edits(), function=function, settings=settings)
            self.post_message(Scored(after))
        except JdrewriteError as error:
            self.post_message(Failed(str(error)))

    @work(thread=True, group="judge", exit_on_error=False)
    def start_judging(self, target: str, original: str | None, text: str, context: Assessment) -> None:
        """Have the judge read a person's own words."""
        try:
            from jdrewrite.verifying import verify

            self.post_message(Judged(target, text, verify(original, text, context=context)))
        except JdrewriteError as error:
            self.post_message(Failed(str(error)))
