"""An editing session as frozen values: decisions, undo without limit, rows to show. No screen, no files.

Names load when they are used: who only shows a text does not wait for what changes it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.editing.desk import Decision, Desk
    from jdrewrite.editing.history import History
    from jdrewrite.editing.notnow import NotNow
    from jdrewrite.editing.pieces import Piece
    from jdrewrite.editing.rows import SIGNS, VIEWS, Row, View
    from jdrewrite.editing.session import Session

_HOMES = {
    "Decision": "desk",
    "Desk": "desk",
    "History": "history",
    "NotNow": "notnow",
    "Piece": "pieces",
    "SIGNS": "rows",
    "VIEWS": "rows",
    "Row": "rows",
    "View": "rows",
    "Session": "session",
}
__all__ = ["SIGNS", "VIEWS", "Decision", "Desk", "History", "NotNow", "Piece", "Row", "Session", "View"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"jdrewrite.editing.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
