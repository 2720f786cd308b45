"""The engine that asks a language model: one structured request for a job description, streamed and judged."""

from __future__ import annotations

import threading
from collections.abc import Collection, Generator, Iterator

from jdrewrite.config import EngineProfile, config
from jdrewrite.errors import ConsentMissing
from jdrewrite.model import Assessment, Kind, Proposal
from jdrewrite.rewriting.base import Given
from jdrewrite.rewriting.events import Event, Failure, Usage
from jdrewrite.rewriting.llm import answers, brief, keys, places
from jdrewrite.rewriting.llm.asking import Asking
from jdrewrite.rewriting.llm.brief import Brief
from jdrewrite.rewriting.llm.line import Call, Line
from jdrewrite.rewriting.llm.meter import Meter
from jdrewrite.rewriting.llm.pieces import Request
from jdrewrite.rewriting.llm.reply import Reply, schema

_BARE = Given(judge=lambda proposal: proposal, ledger=lambda _: ())


class ModelEngine:
    """Asks the endpoint of one profile. One object serves a whole run: it counts, and keeps the connections."""

    def __init__(self, name: str, profile: EngineProfile, *, agreed: bool = False, budget: float | None = None) -> None:
        """Prepare, without sending anything.

        Raises:
            DataError: there is a budget and no price.
        """
        self.name = name
        self.profile = profile
        self.meter = Meter(name, profile, config().price.get(profile.model), budget)
        self._agreed = agreed
        self._line: Line | None = None
        self._making = threading.Lock()
        self._begun: dict[str, Call] = {}

    def stream(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Generator[Event]:
        """Yield judged proposals as they come.

        Raises:
            ConsentMissing: nobody agreed that texts go there.
            KeyMissing: the key is not there.
        """
        self.line()
        yield from Asking(self, assessment, given).all(self._brief(assessment, kinds, given))

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return all proposals at once, without verdicts.

        Raises:
            SetupError: texts may not be sent there, or the key is missing.
            EngineError: nothing came that can be used.
        """
        return _gathered(self.stream(assessment, kinds, _BARE))

    def alternatives(
        self, assessment: Assessment, statement: str, count: int, given: Given = _BARE
    ) -> tuple[Proposal, ...]:
        """Return up to ``count`` wordings for one statement, those that the judge refuses among them.

        Raises:
            KeyError: the assessment has no such statement.
            SetupError: texts may not be sent there, or the key is missing.
            EngineError: nothing came that can be used.
        """
        found = assessment.statement(statement)
        if not brief.may_touch(found):
            return ()
        self.line()
        asked = brief.single(assessment, found, count, given.ledger, voice=self.profile.voice)
        return _gathered(Asking(self, assessment, given).several(asked))

    def estimate(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Usage:
        """Return what ``stream`` will probably use, without sending anything; no request where the answer is kept."""
        asked = self._brief(assessment, kinds, given)
        kept = answers.kept(answers.key(self.profile, asked.prompt)) if self.profile.cache else None
        if (kept is not None and kept.whole) or not (asked.open or asked.lenses):
            return Usage(estimated=True)
        return self.meter.estimate(self.request(asked), asked.answer_tokens())

    def begin(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> None:
        """Send the request for a job description whose stream will be listened to later.

        Raises:
            SetupError: texts may not be sent there, or the key is missing.
            BudgetReached: the budget does not leave as much as it may cost.
        """
        asked = self._brief(assessment, kinds, given)
        name = answers.key(self.profile, asked.prompt)
        kept = answers.kept(name) if self.profile.cache else None
        if kept is None and (asked.open or asked.lenses) and name not in self._begun:
            self._begun[name] = self._send(self.request(asked))

    def call(self, name: str, request: Request) -> Call:
        """Return the call for a request: the one that ``begin`` sent, or a new one.

        Raises:
            BudgetReached: the budget does not leave as much as it may cost.
        """
        return self._begun.pop(name, None) or self._send(request)

    def _send(self, request: Request) -> Call:
        self.meter.hold(request)
        return self.line().start(request)

    def request(self, asked: Brief) -> Request:
        """Return the request for a brief."""
        return Request(
            system=asked.prompt.system,
            user=asked.prompt.user,
            schema=schema(Reply),
            max_tokens=min(self.profile.max_output, 2 * asked.answer_tokens() + 200),
        )

    def line(self) -> Line:
        """Return the connection; made when it is first needed, once all permits it.

        Raises:
            ConsentMissing: nobody agreed that texts go there.
            KeyMissing: the key is not there.
        """
        with self._making:
            if self._line is None:
                where = places.destination(self.name, self.profile)
                if where is not None and not (where.agreed or self._agreed):
                    way_out = "agree when you are asked in a terminal, or add --yes"
                    raise ConsentMissing(f"engine {self.name}", f"it would send the text to {where.host}", way_out)
                self._line = Line(self.name, self.profile, keys.key_of(self.name, self.profile))
            return self._line

    def close(self) -> None:
        """Close all connections, and stop what is under way."""
        for call in self._begun.values():
            call.stop()
        self._begun.clear()
        with self._making:
            line, self._line = self._line, None
        if line is not None:
            line.close()

    def _brief(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Brief:
        return brief.whole(assessment, kinds, given.ledger, voice=self.profile.voice, comments=given.comments)


def _gathered(events: Iterator[Event]) -> tuple[Proposal, ...]:
    """Return the proposals of a stream.

    Raises:
        EngineError: it failed before there was any.
    """
    found: list[Proposal] = []
    for event in events:
        if isinstance(event, Proposal):
            found.append(event)
        elif isinstance(event, Failure) and not found:
            raise event.error
    return tuple(found)
