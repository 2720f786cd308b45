"""Rewriting: engines that propose changes to an assessed job description. Names load when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.rewriting.base import Engine, Given, StreamingEngine
    from jdrewrite.rewriting.engines import (
        agree,
        alternatives,
        destination,
        engine_named,
        engine_names,
        opened,
        propose,
    )
    from jdrewrite.rewriting.events import Event, Failure, Progress, Refusal, Usage
    from jdrewrite.rewriting.llm.places import Destination
    from jdrewrite.rewriting.offline.silence import why_silent

_HOMES = {
    "Destination": "llm.places",
    "Engine": "base",
    "Event": "events",
    "Failure": "events",
    "Given": "base",
    "Progress": "events",
    "Refusal": "events",
    "StreamingEngine": "base",
    "Usage": "events",
    "agree": "engines",
    "alternatives": "engines",
    "destination": "engines",
    "engine_named": "engines",
    "engine_names": "engines",
    "opened": "engines",
    "propose": "engines",
    "why_silent": "offline.silence",
}
__all__ = [
    "Destination",
    "Engine",
    "Event",
    "Failure",
    "Given",
    "Progress",
    "Refusal",
    "StreamingEngine",
    "Usage",
    "agree",
    "alternatives",
    "destination",
    "engine_named",
    "engine_names",
    "opened",
    "propose",
    "why_silent",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"jdrewrite.rewriting.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
