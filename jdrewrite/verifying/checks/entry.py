"""What the judge has to know of a check: how to ask it, and what its findings weigh."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text


class Check(msgspec.Struct, frozen=True):
    """One check. What is said of its facts holds for those that bear its own name."""

    compare: Callable[[Text, Text], Outcome]
    gives: tuple[str, ...] = ()
    """Other names that its facts may bear: kinds of finding that several checks share."""
    soft: bool = False
    """A fact or two that the grammar does not need may pass with a warning."""
    asked: bool = False
    """A person may overrule it: the verdict is in doubt where nothing else is wrong."""
    hard: bool = False
    """Its facts say little without the words beside them: a figure moves to another line only with what it counts."""
    told: bool = False
    """Its facts are words that can be named to whoever writes, before a word is written."""
    barred: Callable[[Fact], bool] | None = None
    """Which facts may not come with a line that is new; None: it is not asked of such lines."""


def every(_: Fact) -> bool:
    """Bar whatever a check finds in a new line."""
    return True
