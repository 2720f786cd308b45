"""The table of engines, and the third verb."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from jdrewrite.config import EngineProfile, config
from jdrewrite.errors import DataError
from jdrewrite.model import KINDS, Assessment, Kind, Proposal
from jdrewrite.rewriting.base import Engine, StreamingEngine
from jdrewrite.rewriting.llm.places import Destination
from jdrewrite.rewriting.llm.places import agree as _agree
from jdrewrite.rewriting.llm.places import destination as _destination


def _offline() -> Engine:
    from jdrewrite.rewriting.offline.engine import OfflineEngine

    return OfflineEngine()


ENGINES: dict[str, Callable[[], Engine]] = {"offline": _offline}
"""Engines that are always there, by name; the profiles of the user's settings come on top."""


def engine_names() -> tuple[str, ...]:
    """Return the names that ``engine_named`` takes: the built-in engines, then the profiles of the user's settings."""
    return (*ENGINES, *(name for name in config().engine if name not in ENGINES))


def engine_named(name: str, *, agreed: bool = False, budget: float | None = None) -> Engine:
    """Return an engine. One engine serves a whole run: it counts what the run costs.

    Args:
        name: ``offline``, or a profile of the user's settings.
        agreed: the user agrees, for this run, that texts go where the profile says.
        budget: the most that this run may cost, where it is another than the profile's.

    Raises:
        DataError: there is no engine of this name.
    """
    if name in ENGINES:
        return ENGINES[name]()
    from jdrewrite.rewriting.llm.engine import ModelEngine

    return ModelEngine(name, profile_named(name), agreed=agreed, budget=budget)


def profile_named(name: str) -> EngineProfile:
    """Return a profile of the user's settings.

    Raises:
        DataError: there is none of this name.
    """
    try:
        return config().engine[name]
    except KeyError:
        known = f"choose one of: {', '.join(engine_names())}; docs/engines.md shows how to add one"
        raise DataError(name, "there is no such engine", known) from None


def destination(name: str) -> Destination | None:
    """Return where an engine sends texts, and whether the user agreed; None where they stay on this machine.

    Raises:
        DataError: there is no engine of this name.
    """
    return None if name in ENGINES else _destination(name, profile_named(name))


def agree(where: Destination) -> None:
    """Remember that the user agreed to a destination."""
    _agree(where)


def propose(
    assessment: Assessment, *, engine: str | Engine = "offline", kinds: Collection[Kind] = KINDS
) -> tuple[Proposal, ...]:
    """Propose changes that put the role in the context of those it serves.

    No proposal has a verdict here: ``verify`` gives one, and ``revise`` does it for all and applies what passes.

    Args:
        assessment: as ``analyse`` returned it.
        engine: the engine or its name; ``offline`` needs no key and no network and is deterministic.
        kinds: which kinds of proposal are wanted.

    Raises:
        DataError: the engine is unknown.
        SetupError: texts may not be sent to the engine, or its key is missing.
        EngineError: the engine gave no answer that can be used.
    """
    with opened(engine) as chosen:
        return chosen.propose(assessment, kinds)


def alternatives(
    assessment: Assessment, statement: str, *, engine: str | Engine = "offline", count: int = 3
) -> tuple[Proposal, ...]:
    """Return up to ``count`` different proposals for one statement.

    Raises:
        DataError: the engine is unknown.
        KeyError: the assessment has no such statement.
        SetupError: texts may not be sent to the engine, or its key is missing.
        EngineError: the engine gave no answer that can be used.
    """
    with opened(engine) as chosen:
        return chosen.alternatives(assessment, statement, count)


@contextmanager
def opened(engine: str | Engine) -> Iterator[Engine]:
    """Yield an engine; one that is given by its name is made for this use, and closed after it.

    Raises:
        DataError: there is no engine of this name.
    """
    if not isinstance(engine, str):
        yield engine
        return
    made = engine_named(engine)
    try:
        yield made
    finally:
        if isinstance(made, StreamingEngine):
            made.close()
