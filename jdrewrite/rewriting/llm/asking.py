"""One job description before a model: the answer as it comes, what was cut off, and the second chance."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.errors import EngineDenied, EngineError, JdrewriteError
from jdrewrite.model import Assessment, Proposal
from jdrewrite.rewriting.base import Given
from jdrewrite.rewriting.events import Event, Failure, Progress, Stage, Usage
from jdrewrite.rewriting.llm import answers, brief
from jdrewrite.rewriting.llm.answers import Answer
from jdrewrite.rewriting.llm.brief import Brief
from jdrewrite.rewriting.llm.pieces import Ended, Request, Trouble, Waiting
from jdrewrite.rewriting.llm.reply import Reader, says_something
from jdrewrite.rewriting.llm.taking import Taking, passed, why

if TYPE_CHECKING:
    from jdrewrite.rewriting.llm.engine import ModelEngine

_GO_ON = 2
"""How often the rest is asked for when an answer is cut."""
_PAUSE = 1.0
"""Seconds before that."""


class Cancelled(Exception):
    """Somebody does not want to hear more."""


class Asking:
    """The requests for one job description."""

    def __init__(self, engine: ModelEngine, assessment: Assessment, given: Given) -> None:
        self._engine = engine
        self._assessment = assessment
        self._given = given
        self._usage = Usage()

    def all(self, asked: Brief) -> Iterator[Event]:
        """Yield everything for a whole job description; refused proposals go back to the model once."""
        if not (asked.open or asked.lenses):
            yield self._progress("done", "No statement of this text may be reworded.")
            return
        refused: list[Proposal] = []
        taking = self._taking(asked)
        try:
            failure = None
            try:
                yield from self._apart(self._answer(asked, taking), refused)
            except JdrewriteError as error:
                failure = error
            if failure is None and refused:
                yield from self._mended(refused)
            else:
                yield from refused
            if failure is not None:
                yield Failure(error=failure)
            yield self._progress("done", "The answer is complete." if failure is None else "What came is kept.")
        except Cancelled:
            yield from refused
            yield self._progress("cancelled", "Stopped. What came is kept.")

    def several(self, asked: Brief) -> Iterator[Event]:
        """Yield several wordings for one place, in one request and without a second chance."""
        taking = self._taking(asked)
        taking.several = True
        try:
            yield from self._answer(asked, taking)
        except Cancelled:
            yield self._progress("cancelled", "Stopped.")
        except JdrewriteError as error:
            yield Failure(error=error)

    def _taking(self, asked: Brief) -> Taking:
        engine = self._engine
        return Taking(asked, self._assessment, self._given, engine=engine.name, model=engine.profile.model)

    def _apart(self, events: Iterator[Event], refused: list[Proposal]) -> Iterator[Event]:
        """Hold back the refused rewordings: they get a second chance."""
        for event in events:
            if isinstance(event, Proposal) and event.statement is not None and not passed(event):
                refused.append(event)
            else:
                yield event

    def _mended(self, refused: list[Proposal]) -> Iterator[Event]:
        """Give refused wordings back once, each with its verdict; what fails again is yielded as refused."""
        rows = [
            (self._assessment.statement(p.statement or ""), p.proposed, why(p.verdict)) for p in refused if p.verdict
        ]
        asked = brief.mending(self._assessment, rows, self._given.ledger)
        left = {p.statement: p for p in refused}
        refused.clear()
        yield self._progress("again", f"The judge refused {len(left)}; they go back with its reasons.")
        refused += left.values()
        try:
            for event in self._answer(asked, self._taking(asked)):
                if isinstance(event, Proposal):
                    first = left[event.statement]
                    event = msgspec.structs.replace(event, kind=first.kind)  # noqa: PLW2901 - the kind stays what it was
                    if passed(event):
                        refused.remove(first)
                        del left[event.statement]
                        yield event
                    else:
                        refused[refused.index(first)] = left[event.statement] = event
                else:
                    yield event
        except JdrewriteError as error:
            yield self._progress("judging", f"They could not be asked for again: {error.reason}.")
        held = list(refused)
        refused.clear()
        yield from held

    def _answer(self, asked: Brief, taking: Taking) -> Iterator[Event]:
        """Yield what one answer holds, kept or new; where it is cut, ask for the rest.

        Raises:
            EngineError: no answer, or only a part of one.
            Cancelled: somebody stopped it.
        """
        profile = self._engine.profile
        name = answers.key(profile, asked.prompt)
        kept = answers.kept(name) if profile.cache else None
        texts = list(kept.texts) if kept else []
        for text in texts:
            yield self._progress("answering", "An answer of an earlier run is used; it costs nothing.")
            yield from self._read(text, taking, whole=bool(kept and kept.whole))
        if kept and kept.whole:
            return
        for attempt in range(_GO_ON + 1):
            before = len(taking.answered)
            text, trouble, end = yield from self._once(name, self._request(asked, taking), taking)
            whole = end is not None and end.finish == "stop"
            done = whole and says_something(text)  # what says nothing is asked for again in the next run
            texts += [text] if text and (done or len(taking.answered) > before) else []
            if texts and profile.cache:
                answers.keep(name, Answer(texts=tuple(texts), whole=done, model=profile.model, prompt=asked.prompt.id))
            if whole:
                return
            error = self._error(trouble, end)
            cut = (trouble is not None and trouble.kind == "again") or (end is not None and end.finish == "length")
            if not cut or len(taking.answered) == before or attempt == _GO_ON:
                raise error
            yield self._progress("again", "The answer was cut off; the rest is asked for.")
            self._rest(_PAUSE)

    def _once(
        self, name: str, request: Request, taking: Taking
    ) -> Generator[Event, None, tuple[str, Trouble | None, Ended | None]]:
        """Send one request; yield what comes; return the text, what went wrong, and how it ended.

        Raises:
            BudgetReached: the budget does not leave as much as it may cost.
            Cancelled: somebody stopped it.
        """
        call = self._engine.call(name, request)
        reader, end, trouble = Reader(), None, None
        started = False
        try:
            yield self._progress("asking", f"{self._engine.profile.model} reads the text.")
            for piece in call.pieces(self._given.cancel):
                if isinstance(piece, Waiting):
                    yield self._progress("waiting", f"{piece.text}.")
                elif isinstance(piece, Ended):
                    end = piece
                else:
                    if not started:
                        yield self._progress("answering", "The first words are here.")
                    started = True
                    for entry in reader.feed(piece):
                        yield from taking.take(entry)
        except Trouble as met:
            trouble = met
        finally:
            call.stop()
            self._usage = self._usage.plus(self._engine.meter.count(request, end, reader.text))
        if end is None and trouble is None:
            raise Cancelled
        if end is not None and end.finish == "stop":
            for entry in reader.close():
                yield from taking.take(entry)
        return reader.text, trouble, end

    def _read(self, text: str, taking: Taking, *, whole: bool) -> Iterator[Event]:
        reader = Reader()
        for entry in reader.feed(text):
            yield from taking.take(entry)
        if whole:
            for entry in reader.close():
                yield from taking.take(entry)

    def _request(self, asked: Brief, taking: Taking) -> Request:
        request = self._engine.request(asked)
        done = [answer for answer in taking.answered if answer in asked.open or answer in asked.lenses]
        if not done or taking.several:
            return request
        told = f"{request.user}\nAnswers for these are here already; leave them out: {', '.join(done)}."
        return msgspec.structs.replace(request, user=told)

    def _error(self, trouble: Trouble | None, end: Ended | None) -> JdrewriteError:
        subject = f"engine {self._engine.name}"
        if trouble is not None:
            kind = EngineDenied if trouble.kind in {"denied", "option"} else EngineError
            return kind(subject, trouble.reason, trouble.way_out)
        finish = end.finish if end else ""
        if finish == "length":
            way_out = "raise max_output of the profile, or choose another model"
            return EngineError(subject, "the answer was longer than the limit, and breaks off", way_out)
        if finish == "content_filter":
            return EngineError(subject, "the provider's content filter stopped the answer", "use another profile")
        return EngineError(subject, f"the answer ended oddly ({finish})", "choose another model")

    def _rest(self, seconds: float) -> None:
        cancel = self._given.cancel
        if cancel is None:
            time.sleep(seconds)
        elif cancel.wait(seconds):
            raise Cancelled

    def _progress(self, stage: Stage, text: str) -> Progress:
        return Progress(stage=stage, text=text, usage=self._usage)
