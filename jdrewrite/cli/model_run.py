"""A run of ``rewrite`` with an engine: consent before a text is sent, requests ahead, costs, and an early end."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from jdrewrite.cli import inputs
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.rewrite_options import Proposer, Wish
from jdrewrite.errors import BudgetReached, EngineDenied
from jdrewrite.language.counted import counted
from jdrewrite.model import Assessment, Document

if TYPE_CHECKING:
    from jdrewrite.revision import Revision
    from jdrewrite.rewriting import Event, StreamingEngine, Usage
    from jdrewrite.voice.share import HeardFor

Ready = tuple[str, Document, str | None, Assessment | None]
"""A file, a job description in it, the function that was told, and its assessment where it was needed ahead."""
Known = Callable[[Document, str | None], tuple[Document, str | None]]
"""Adds what is known of a job description to the function that was asked for."""


class Run:
    """Files one after the other, with the requests of the next ones under way where the engine has requests."""

    def __init__(self, engine: StreamingEngine | None, ahead: int, heard: HeardFor | None = None) -> None:
        self._engine = engine
        self._heard = heard
        self._ahead = ahead
        self._stopped = False
        self._matched: list[tuple[str, ...]] = []
        """Comments that bear on each job description of which proposals were asked for."""
        self._quoted = 0
        """Proposals that quote a comment."""

    def options(self, before: Assessment | None) -> dict[str, Any]:
        """Return what ``revise`` is told beside the usual."""
        if self._engine is not None:
            return {"engine": self._engine, "before": before, "hear": _hear}
        if self._heard is None or before is None:
            return {}
        self._matched.append(self._heard(before))
        return {"before": before, "comments": self._matched[-1]}

    def of_comments(self) -> str:
        """Return in one line how many comments there were, how many bear on the work, and what came of it."""
        if self._heard is None:
            return ""
        jobs = [found for found in self._matched if found]
        count = len({text for found in jobs for text in found})
        several = len(self._matched) > 1
        told = f"{counted(self._heard.count, 'comment')} read"
        if not count:
            where = "these job descriptions" if several else "this job description"
            return f"{told}, none matched to the work of {where}: the proposals are what they are without them"
        where = f"the work of {len(jobs)} of {len(self._matched)} job descriptions" if several else "this work"
        came = f"{counted(self._quoted, 'proposal')} speak{'' if self._quoted - 1 else 's'} of what they say"
        return f"{told}, {count} matched to {where}; {came if self._quoted else 'no proposal speaks of what they say'}"

    def ahead(
        self, files: Sequence[str], wish: Wish, log: Diagnostics, known: Known = lambda *told: told
    ) -> Iterator[Ready]:
        """Yield the file and the documents in it, each when its turn comes; those behind it are sent ahead.

        Args:
            files: as the user named them.
            wish: what the user says of columns, title, function and those served.
            log: is told of files that fail.
            known: tells more of a document, before anything of it is begun.
        """
        read = inputs.each_document(files, wish.columns, log, wish.title, wish.serves)
        ready: deque[Ready] = deque()
        more = True
        while not self._stopped:
            while more and len(ready) <= self._ahead:
                path, document = next(read, (None, None))
                if path is None or document is None:
                    more = False
                    break
                with log.go_on(document.path):
                    told, function = known(document, wish.function)
                    ready.append((path, told, function, self._begun(told, path, function)))
            if not ready:
                return
            yield ready.popleft()
        left = len(ready) + sum(1 for _ in read)
        if left:
            say(f"stopped: {left} more {'was' if left == 1 else 'were'} not rewritten")

    def _begun(self, document: Document, path: str, function: str | None) -> Assessment | None:
        if self._engine is None and self._heard is None:
            return None
        from jdrewrite.analysis import analyse
        from jdrewrite.model import KINDS
        from jdrewrite.project import settings_for
        from jdrewrite.proposing import given_for

        assessment = analyse(document, function=function, settings=settings_for(path))
        if self._engine is None:
            return assessment
        # Where the budget is used up, the stream of this file says so when its turn comes.
        try:
            self._engine.begin(assessment, KINDS, given_for(assessment))
        except BudgetReached:
            self._ahead = 0
        return assessment

    @contextmanager
    def go_on(self, path: str, log: Diagnostics) -> Iterator[None]:
        """Turn an error into its line; one that would come again with every file ends the run, not what was done."""
        try:
            with log.go_on(path):
                try:
                    yield
                except BudgetReached:
                    self._stopped = True
                    raise
        except EngineDenied as error:
            self._stopped = True
            log.error(path, error)  # noqa: TRY400 - it is no logger

    def told(self, path: str, revision: Revision, log: Diagnostics) -> None:
        """Say what a revision by an engine cost, and what is missing of it."""
        if self._heard is not None:
            from jdrewrite.rewriting.offline.heard import SPEAK_OF_IT

            self._quoted += sum(SPEAK_OF_IT in proposal.rationale for proposal in revision.proposals)
        if self._engine is None:
            return
        if revision.usage is not None:
            say(f"{path}: {spent(revision.usage)}")
        if revision.failure is not None:
            self._stopped = isinstance(revision.failure, BudgetReached | EngineDenied)
            log.error(path, revision.failure)


@contextmanager
def opened(who: Proposer) -> Iterator[Run]:
    """Yield a run with an engine, once the user agreed to where it sends texts.

    Args:
        who: the engine, the most that the run may cost, and what customers said, for the built-in writer.

    Raises:
        WrongUsage: comments for an engine that would send them.
        InputError: the comments cannot be read.
        ConsentMissing: nobody agreed, and nobody can be asked.
        DataError: a budget is set, and there is no price.
    """
    from jdrewrite.rewriting import StreamingEngine, engine_named

    agreed = _agreed(who.engine, yes=who.yes)
    engine = engine_named(who.engine, agreed=agreed, budget=who.budget)
    if not isinstance(engine, StreamingEngine):
        run = Run(None, 0, _heard(who.comments))
        yield run
        if told := run.of_comments():
            say(f"{who.comments}: {told}")
        return
    if who.comments:
        raise WrongUsage(
            "--comments", "they are for the built-in writer, and are not sent anywhere", "leave out --engine"
        )
    try:
        yield Run(engine, engine.profile.concurrency if hasattr(engine, "profile") else 1)
    finally:
        engine.close()


def _heard(comments: str | None) -> HeardFor | None:
    if comments is None:
        return None
    from jdrewrite.voice.comments import read
    from jdrewrite.voice.share import HeardFor

    return HeardFor(read(comments))


def _agreed(name: str, *, yes: bool) -> bool:
    """Tell whether texts may be sent in this run; asks where somebody is there to answer, and remembers a yes."""
    from jdrewrite.rewriting import agree, destination

    where = destination(name)
    if where is None or where.agreed:
        return True
    say(where.told())
    if yes:
        return True
    if _somebody_is_there() and typer.confirm("Send it there, now and later?", err=True):
        agree(where)
        return True
    return False


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _hear(event: Event) -> None:
    from jdrewrite.rewriting import Progress

    if isinstance(event, Progress) and (event.stage in {"waiting", "again"} or sys.stderr.isatty()):
        say(event.text)


def spent(usage: Usage) -> str:
    """Return a usage in words."""
    if not usage.requests:
        return "no request was needed"
    about = "about " if usage.estimated else ""
    cached = f" ({usage.cached_tokens:,} of them cached by the provider)" if usage.cached_tokens else ""
    cost = f", {money(usage)}" if usage.cost is not None else ""
    requests = counted(usage.requests, "request")
    return f"{requests}, {about}{usage.prompt_tokens:,} tokens in{cached}, {usage.completion_tokens:,} out{cost}"


def money(usage: Usage) -> str:
    """Return a cost with its currency, in as many places as it needs."""
    return f"{usage.cost:.4f} {usage.currency}" if usage.cost is not None else "price unknown"
