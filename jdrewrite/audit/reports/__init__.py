"""The reports of an audit; a new one is one module and one line here.

All take their figures from ``figures`` and their rows from the same results, so that they agree cell for cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import msgspec

from jdrewrite.audit.baseline import Known
from jdrewrite.audit.results import Results


class Report(Protocol):
    """What the module of a report offers."""

    def write(self, results: Results, target: Path) -> None:
        """Write the report."""
        ...


class OfFindings(Protocol):
    """What the module of a report offers that tells new findings from accepted ones."""

    def write(self, results: Results, target: Path, known: Known | None) -> None:
        """Write the report; without anything accepted, of all findings alike."""
        ...


class Kind(msgspec.Struct, frozen=True):
    """One line of the table."""

    module: str
    file: str
    """Its name in the folder of the audit."""
    about: str
    tells_new: bool = False
    """It tells findings that a baseline accepts from new ones."""


REPORTS: dict[str, Kind] = {
    "html": Kind("html", "report.html", "a page that needs no network, with a heat map, filters and a plan"),
    "xlsx": Kind("xlsx", "report.xlsx", "a workbook: JDs, statements, findings, functions, errors"),
    "csv": Kind("csv_rows", "report.csv", "a row a JD"),
    "json": Kind("json_all", "report.json", "figures, rows and errors in one value"),
    "jsonl": Kind("jsonl_rows", "report.jsonl", "a JD a line, with statements and findings"),
    "md": Kind("markdown", "report.md", "the summary as Markdown"),
    "sarif": Kind("sarif", "report.sarif", "findings for code review, SARIF 2.1.0", tells_new=True),
    "github": Kind("github", "annotations.txt", "findings as annotations of GitHub Actions", tells_new=True),
}


def write(kind: str, results: Results, folder: Path, known: Known | None = None) -> Path:
    """Write one report and return where it is.

    Args:
        kind: name in the table.
        results: of the audit.
        folder: where to write.
        known: what a baseline accepts; None without one.

    Raises:
        KeyError: there is no such report.
        OutputError: it cannot be written.
    """
    entry = REPORTS[kind]
    target = folder / entry.file
    module = import_module(f"jdrewrite.audit.reports.{entry.module}")
    if entry.tells_new:
        cast("OfFindings", module).write(results, target, known)
    else:
        cast("Report", module).write(results, target)
    return target


def left(folder: Path, kinds: Sequence[str], *, pages: bool) -> list[str]:
    """Return what an earlier audit wrote into a folder and this one does not: names of reports, and of the pages.

    Args:
        folder: of the audit.
        kinds: of reports that this audit writes.
        pages: whether it writes pages.
    """
    found = [kind.file for name, kind in REPORTS.items() if name not in kinds and (folder / kind.file).is_file()]
    place = import_module("jdrewrite.audit.reports.pages")
    return [*found, place.FOLDER] if not pages and place.there(folder) else found
