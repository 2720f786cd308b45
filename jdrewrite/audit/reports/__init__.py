"""The reports of an audit; a new one is one module and one line here.

All take their figures from ``figures`` and their rows from the same results, so that they agree cell for cell.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import msgspec

from jdrewrite.audit.journal import Results


class Report(Protocol):
    """What the module of a report offers."""

    def write(self, results: Results, target: Path) -> None:
        """Write the report."""
        ...


class Kind(msgspec.Struct, frozen=True):
    """One line of the table."""

    module: str
    file: str
    """Its name in the folder of the audit."""
    about: str


REPORTS: dict[str, Kind] = {
    "html": Kind("html", "report.html", "a page that needs no network, with a heat map, filters and a plan"),
    "xlsx": Kind("xlsx", "report.xlsx", "a workbook: JDs, statements, findings, functions, errors"),
    "csv": Kind("csv_rows", "report.csv", "a row a JD"),
    "json": Kind("json_all", "report.json", "figures, rows and errors in one value"),
    "jsonl": Kind("jsonl_rows", "report.jsonl", "a JD a line, with statements and findings"),
    "md": Kind("markdown", "report.md", "the summary as Markdown"),
    "sarif": Kind("sarif", "report.sarif", "findings for code review, SARIF 2.1.0"),
    "github": Kind("github", "annotations.txt", "findings as annotations of GitHub Actions"),
}


def write(kind: str, results: Results, folder: Path) -> Path:
    """Write one report and return where it is.

    Args:
        kind: name in the table.
        results: of the audit.
        folder: where to write.

    Raises:
        KeyError: there is no such report.
        OutputError: it cannot be written.
    """
    entry = REPORTS[kind]
    target = folder / entry.file
    cast("Report", import_module(f"jdrewrite.audit.reports.{entry.module}")).write(results, target)
    return target
