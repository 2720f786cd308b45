"""An editing session as frozen values: decisions, undo without limit, rows to show. No screen, no files."""

from jdrewrite.editing.acts import NotNow
from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.history import History
from jdrewrite.editing.pieces import Piece
from jdrewrite.editing.rows import SIGNS, VIEWS, Row, View, rows
from jdrewrite.editing.session import Session

__all__ = ["SIGNS", "VIEWS", "Decision", "Desk", "History", "NotNow", "Piece", "Row", "Session", "View", "rows"]
