"""Findings as annotations of GitHub Actions: ``cat annotations.txt`` in a step shows them at their lines."""

from __future__ import annotations

from pathlib import Path

from jdrewrite.audit.journal import Results
from jdrewrite.audit.reports.streams import writing

_COMMANDS = {"warning": "warning", "suggestion": "notice"}


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(target) as file:
        for record in results.audited():
            for finding in record.findings:
                if command := _COMMANDS.get(finding.level):
                    where = f"file={_property(record.row.path.partition('#')[0])},line={finding.line or 1}"
                    text = f"{finding.message} {finding.suggestion}".strip()
                    line = f"::{command} {where},title={_property(finding.rule)}::{_message(text)}\n"
                    file.write(line.encode("utf-8", "replace"))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
