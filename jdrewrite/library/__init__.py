"""The library: documents with every version and every decision, kept so that no crash loses them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.library.deciding import decision
    from jdrewrite.library.entries import OUTCOMES, STATES, TAKEN, Decision, Noted, Outcome, Run, State, StateSet
    from jdrewrite.library.layout import default_path
    from jdrewrite.library.library import Library
    from jdrewrite.library.opening import open_library
    from jdrewrite.library.recognising import Match
    from jdrewrite.library.values import StoredDocument, Version

_HOMES = {
    "Library": "library",
    "Match": "recognising",
    "StoredDocument": "values",
    "Version": "values",
    "decision": "deciding",
    "default_path": "layout",
    "open_library": "opening",
}
"""Where each name lives that is not one of the entries; all of them are loaded when they are asked for."""

__all__ = [
    "OUTCOMES",
    "STATES",
    "TAKEN",
    "Decision",
    "Library",
    "Match",
    "Noted",
    "Outcome",
    "Run",
    "State",
    "StateSet",
    "StoredDocument",
    "Version",
    "decision",
    "default_path",
    "open_library",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'entries')}"), name)
