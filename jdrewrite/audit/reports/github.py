"""Findings as annotations of GitHub Actions: ``cat annotations.txt`` in a step shows them at their lines."""

from __future__ import annotations

from pathlib import Path

from jdrewrite.audit.baseline import Known
from jdrewrite.audit.reports.spots import spot
from jdrewrite.audit.reports.streams import writing
from jdrewrite.audit.results import Results

_COMMANDS = {"warning": "warning", "suggestion": "notice"}


def write(results: Results, target: Path, known: Known | None = None) -> None:
    """Write the report: all findings or, where a baseline accepts some, the new ones alone.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(target) as file:
        for record in results.audited():
            for finding in record.findings:
                if known and not known.is_new(record.row.path, finding):
                    continue
                if command := _COMMANDS.get(finding.level):
                    place = spot(record.row, finding)
                    where = f"file={_property(place.file)},line={place.line or 1}"
                    text = " ".join(filter(None, (finding.message, finding.suggestion, place.note)))
                    line = f"::{command} {where},title={_property(finding.rule)}::{_message(text)}\n"
                    file.write(line.encode("utf-8", "replace"))


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
