"""Counts what a run uses and costs, and stops it before its budget is passed."""

from __future__ import annotations

import threading

import msgspec

from jdrewrite.config import EngineProfile, Price
from jdrewrite.errors import BudgetReached, DataError
from jdrewrite.rewriting.events import Usage
from jdrewrite.rewriting.llm import tokens
from jdrewrite.rewriting.llm.pieces import Ended, Request

_MARGIN = 1.15
"""By how much a server may count more prompt tokens than we do."""


class Meter:
    """What one run has used. Safe to share between threads."""

    def __init__(self, name: str, profile: EngineProfile, price: Price | None, budget: float | None = None) -> None:
        """Begin at nothing.

        Raises:
            DataError: a budget is set, and there is no price to keep it by.
        """
        self._price = price
        self._budget = profile.budget if budget is None else budget
        self._name = name
        self._lock = threading.Lock()
        self._held = 0.0
        self.used = Usage()
        if self._budget is not None and price is None:
            way_out = f'add [price."{profile.model}"] with input and output to your settings, or run without a budget'
            raise DataError(f"engine {name}", f"a budget is set, but no price for {profile.model} is known", way_out)

    def estimate(self, request: Request, answer: int) -> Usage:
        """Return what a request will probably use.

        Args:
            request: as it would be sent.
            answer: tokens expected in return.
        """
        prompt = tokens.count_messages((request.system, request.user))
        return self.priced(Usage(requests=1, prompt_tokens=prompt, completion_tokens=answer, estimated=True))

    def priced(self, usage: Usage) -> Usage:
        """Return a usage with its cost, where there is a price."""
        if self._price is None:
            return usage
        cached = self._price.input if self._price.cached is None else self._price.cached
        fresh = usage.prompt_tokens - usage.cached_tokens
        cost = fresh * self._price.input + usage.cached_tokens * cached + usage.completion_tokens * self._price.output
        return msgspec.structs.replace(usage, cost=cost / 1e6, currency=self._price.currency)

    def hold(self, request: Request) -> None:
        """Set aside the most that a request can cost, until ``count`` says what it did.

        Raises:
            BudgetReached: the budget does not leave as much. The request must not be sent.
        """
        most = self._most(request)
        with self._lock:
            left = None if self._budget is None else self._budget - (self.used.cost or 0.0) - self._held
            if left is not None and most > left:
                currency = self._price.currency if self._price else ""
                reason = (
                    f"the next request could cost up to {most:.4f} {currency}, and of the budget of {self._budget:.4f} "
                    f"only {max(0.0, left):.4f} are left"
                )
                way_out = "raise --budget; what is done is kept, and is not paid for again"
                raise BudgetReached(f"engine {self._name}", reason, way_out)
            self._held += most

    def count(self, request: Request, end: Ended | None, written: str) -> Usage:
        """Take in what a request used that was held for, and return it.

        Args:
            request: as it was sent.
            end: what the server reported; None where the answer was cut or cancelled.
            written: the text that came, by which we count where the server reported nothing.
        """
        if end is None or end.prompt_tokens is None:
            usage = self.estimate(request, tokens.count(written))
        else:
            usage = Usage(
                requests=1,
                prompt_tokens=end.prompt_tokens,
                cached_tokens=end.cached_tokens,
                completion_tokens=end.completion_tokens,
            )
        usage = self.priced(usage)
        with self._lock:
            self._held -= self._most(request)
            self.used = self.used.plus(usage)
        return usage

    def _most(self, request: Request) -> float:
        prompt = tokens.count_messages((request.system, request.user))
        most = Usage(requests=1, prompt_tokens=round(prompt * _MARGIN), completion_tokens=request.max_tokens)
        return self.priced(most).cost or 0.0
