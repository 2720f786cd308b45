"""Decisions about proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jdrewrite.editing import NotNow, acts
from jdrewrite.editing.session import with_engine
from jdrewrite.editing.verdicts import question
from jdrewrite.tui.commands.base import DECIDING, Command
from jdrewrite.workshop.orders import Reword

if TYPE_CHECKING:
    from jdrewrite.model import Kind
    from jdrewrite.tui.screens.workspace import Workspace


class _OnProposal(Command):
    group = DECIDING

    def possible(self, at: Workspace) -> bool:
        return at.current is not None and at.current.proposal is not None


class Accept(_OnProposal):
    """Accept the proposal of this line. One that did not pass asks for a reason, which is recorded."""

    name, keys, label, footer = "accept", "a", "Accept", True

    def run(self, at: Workspace) -> None:
        row = at.current
        proposal = row.proposal if row else None
        verdict = at.session.desk.verdict_of(proposal) if proposal else None
        if row is None or row.locked or verdict is None or verdict.passed:
            at.decided(acts.accept(at.session, row))
        else:
            at.ask_reason(question(verdict), lambda why: at.decided(acts.accept(at.session, row, why)))


class Reject(_OnProposal):
    """Reject the proposal; the line stays as it was."""

    name, keys, label, footer = "reject", "r", "Reject", True

    def run(self, at: Workspace) -> None:
        at.decided(acts.reject(at.session, at.current))


class Reopen(_OnProposal):
    """Take the decision about this line back, however long ago it was."""

    name, keys, label = "reopen", "x", "Take back"

    def run(self, at: Workspace) -> None:
        at.acted(acts.reopen(at.session, at.current))


class AcceptKind(Command):
    """Accept all open proposals of a kind that passed the judge."""

    name, keys, label, group, wide = "accept_kind", "A", "Accept all of a kind", DECIDING, True

    def run(self, at: Workspace) -> None:
        kinds = acts.open_kinds(at.session)
        if not kinds:
            at.want_read()
            raise NotNow("No open proposal is left that passed the judge.")
        choices = [(kind, f"{acts.KIND_NAMES[kind]} ({count})") for kind, count in kinds.items()]
        at.choose(
            "Accept all open proposals of which kind?",
            choices,
            lambda kind: at.acted(acts.accept_kind(at.session, cast("Kind", kind))),
        )


class Wordings(Command):
    """See other wordings for this line, and take one."""

    name, keys, label, group, wide = "wordings", "w", "Other wordings", DECIDING, True

    def possible(self, at: Workspace) -> bool:
        return at.current is not None and at.current.statement is not None

    def run(self, at: Workspace) -> None:
        row, desk = at.current, at.session.desk
        if row is None or row.statement is None:
            edit = at.desk_app.first_keys["edit"]
            raise NotNow(f"Other wordings are for lines of the document. {edit} writes this one anew.")
        if row.locked:
            raise NotNow("This line is locked. Unlock it first.")
        order = Reword(document=desk.document, function=desk.function, statement=row.statement.id, engine=desk.engine)
        at.order("wordings", order, "Looking for other wordings")


class Engine(Command):
    """Choose who proposes: offline and private, or a language model of your settings."""

    name, keys, label, group, wide = "engine", "E", "Engine", DECIDING, True

    def run(self, at: Workspace) -> None:
        from jdrewrite.tui.engines import choices

        at.want_assessment()
        at.choose("Who shall propose?", choices(), lambda engine: self._agreed(at, engine))

    def _agreed(self, at: Workspace, engine: str) -> None:
        """Before the first text is sent anywhere, tell where it goes, and ask."""
        from jdrewrite.rewriting import agree, destination

        where = destination(engine)
        if where is None or where.agreed:
            self._chosen(at, engine)
            return
        choices = [
            ("no", "No, keep the text on this machine"),
            ("yes", "Yes, send it, and do not ask again"),
        ]

        def answered(choice: str) -> None:
            if choice == "yes":
                agree(where)
                self._chosen(at, engine)

        at.choose(where.told(), choices, answered)

    def _chosen(self, at: Workspace, engine: str) -> None:
        at.acted(with_engine(at.session, engine))
        at.look_for_proposals()


class ReadAgain(Command):
    """Read the text after that was stopped, or look for proposals once more."""

    name, keys, label, group = "read_again", "R", "Read again", DECIDING

    def run(self, at: Workspace) -> None:
        if at.session.desk.assessment is None:
            at.begin()
        else:
            at.look_for_proposals()
