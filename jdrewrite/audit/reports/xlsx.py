"""A workbook with five sheets: JDs, statements, findings, functions, errors; filters and colour scales."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jdrewrite.audit.figures import overview
from jdrewrite.audit.reports.columns import COLUMNS, Value, harmless, per_cent, values
from jdrewrite.audit.results import Results
from jdrewrite.documents.files import save
from jdrewrite.documents.report import GENERATOR
from jdrewrite.model import LENSES

MOST = 1_048_575
"""Rows of a sheet beside its head (the limit of the format); what is beyond stands in the JSONL report."""
_WIDTHS = {"path": 40, "title": 36, "text": 90, "message": 60, "suggestion": 60, "excerpt": 40, "function": 26}
_SCALE = ("F8696B", "FFEB84", "63BE7B")


def write(results: Results, target: Path) -> None:
    """Write the report; rows go out one by one, so that memory does not grow with the audit.

    Raises:
        OutputError: it cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "jdrewrite", "Audit of job descriptions"
    book.properties.keywords = GENERATOR
    rows = results.rows()
    count = len(rows)
    shaded = [list(COLUMNS).index(name) + 1 for name in ("score", *LENSES)]
    _sheet(book, "JDs", list(COLUMNS), (values(row) for row in rows), count, shaded)
    lenses = list(LENSES)
    head = ["path", "id", "line, or paragraph in Word", "section", "text", *lenses]
    lines = (
        [record.row.path, line.id, line.line, line.section, line.text, *(_label(line.labels, lens) for lens in lenses)]
        for record in results.audited()
        for line in record.lines
    )
    _sheet(book, "Statements", head, lines)
    head = ["path", "line, or paragraph in Word", "level", "lens", "rule", "excerpt", "message", "suggestion"]
    findings = (
        [record.row.path, f.line, f.level, f.lens, f.rule, f.excerpt, f.message, f.suggestion]
        for record in results.audited()
        for f in record.findings
    )
    _sheet(book, "Findings", head, findings)
    groups = overview(rows).functions
    head = ["function", "JDs", "mean", "median", "lowest", "highest", "no line names whom it serves", *lenses]
    cells = ([g.name, g.count, g.mean, g.median, g.lowest, g.highest, g.unnamed, *_shares(g.lenses)] for g in groups)
    _sheet(book, "Functions", head, cells, len(groups), [4, *range(8, 8 + len(lenses))])
    failures = ([f.path, f.reason, f.way_out, f.code] for f in results.failures())
    _sheet(book, "Errors", ["path", "reason", "way out", "exit code"], failures)
    data = io.BytesIO()
    book.save(data)
    save(target, data.getvalue())


def _label(labels: Any, lens: str) -> str:
    value = getattr(labels, lens)
    return {True: "yes", False: "no"}.get(value, str(value))


def _shares(lenses: dict[Any, float]) -> list[float | None]:
    return [per_cent(lenses, lens) for lens in LENSES]


def _sheet(
    book: Any, name: str, head: list[str], rows: Iterable[Sequence[Any]], count: int = 0, shaded: Sequence[int] = ()
) -> None:
    """Add a sheet: a head that stays in sight, filters, and colour scales where rows are counted."""
    from openpyxl.formatting.rule import ColorScaleRule
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, title in enumerate(head, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(title, 12)
    for number in shaded if count else ():
        letter = get_column_letter(number)
        low, middle, high = _SCALE
        rule: Any = ColorScaleRule("min", None, low, "percentile", 50, middle, "max", None, high)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(f"{letter}2:{letter}{count + 1}", rule)
    sheet.append(head)
    written = 1
    for row in rows:
        if written > MOST:
            break
        sheet.append([_cell(value) for value in row])
        written += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{written}"


def _cell(value: Value) -> Value:
    """Return a cell: no formula, no control code, and not longer than the format allows."""
    return value if not isinstance(value, str) else str(harmless(value))[:32_000]
