"""An editing session as frozen values: decisions, undo without limit, rows to show. No screen, no files."""

from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.history import History
from jdrewrite.editing.rows import Row, View, rows

__all__ = ["Decision", "Desk", "History", "Row", "View", "rows"]
