"""The columns of a row, as every table of every report shows them."""

from __future__ import annotations

from collections.abc import Callable

from jdrewrite.audit.records import Row
from jdrewrite.model import LENSES

Value = str | int | float | None
COLUMNS: dict[str, Callable[[Row], Value]] = {
    "path": lambda row: row.path,
    "title": lambda row: row.title,
    "function": lambda row: row.function,
    "confidence": lambda row: row.confidence,
    "score": lambda row: row.score,
    "level": lambda row: row.level,
    "percentile": lambda row: row.percentile,
    "compared_with": lambda row: row.group,
    **{lens: (lambda row, lens=lens: round(100 * row.lenses[lens], 1)) for lens in LENSES},  # type: ignore[misc]
    "customer_word": lambda row: row.customers,
    "times_named": lambda row: row.named,
    "statements": lambda row: row.statements,
    "strengths": lambda row: row.strengths,
    "suggestions": lambda row: row.suggestions,
    "warnings": lambda row: row.warnings,
    "unit": lambda row: row.unit,
}
"""Name and value of each; lenses in per cent of the points that they could give. ``customer_word`` is what the text
calls those served, ``times_named`` how often it does, ``unit`` the folder or department where these were asked for."""


def values(row: Row) -> list[Value]:
    """Return the cells of a row, in the order of the columns."""
    return [value(row) for value in COLUMNS.values()]


def harmless(value: Value) -> Value:
    """Return a cell that no spreadsheet takes for a formula, and no terminal for a command."""
    if not isinstance(value, str):
        return value
    text = "".join(c if c >= " " or c in "\t\n" else " " for c in value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
