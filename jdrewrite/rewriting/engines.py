"""The table of engines, and the third verb."""

from __future__ import annotations

from collections.abc import Callable, Collection

from jdrewrite.errors import DataError
from jdrewrite.model import KINDS, Assessment, Kind, Proposal
from jdrewrite.rewriting.base import Engine


def _offline() -> Engine:
    from jdrewrite.rewriting.offline.engine import OfflineEngine

    return OfflineEngine()


ENGINES: dict[str, Callable[[], Engine]] = {"offline": _offline}
"""Engines by name; a new one is one file and one line here."""


def engine_named(name: str) -> Engine:
    """Return an engine.

    Raises:
        DataError: there is no engine of this name.
    """
    if name not in ENGINES:
        raise DataError(name, "there is no such engine", f"choose one of: {', '.join(ENGINES)}")
    return ENGINES[name]()


def propose(
    assessment: Assessment, *, engine: str = "offline", kinds: Collection[Kind] = KINDS
) -> tuple[Proposal, ...]:
    """Propose changes that put the role in the context of those it serves.

    Args:
        assessment: as ``analyse`` returned it.
        engine: name of the engine; ``offline`` needs no key and no network and is deterministic.
        kinds: which kinds of proposal are wanted.

    Raises:
        DataError: the engine is unknown.
    """
    return engine_named(engine).propose(assessment, kinds)


def alternatives(
    assessment: Assessment, statement: str, *, engine: str = "offline", count: int = 3
) -> tuple[Proposal, ...]:
    """Return up to ``count`` different proposals for one statement.

    Raises:
        DataError: the engine is unknown.
        KeyError: the assessment has no such statement.
    """
    return engine_named(engine).alternatives(assessment, statement, count)
