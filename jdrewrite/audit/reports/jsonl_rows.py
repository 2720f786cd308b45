"""A job description a line, with its statements and findings; errors are lines of their own."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jdrewrite.audit.reports.streams import writing
from jdrewrite.audit.results import Results


def write(results: Results, target: Path) -> None:
    """Write the report, one line at a time, so that memory does not grow with the audit.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(target) as file:
        for record in results.records():
            file.write(msgspec.json.encode(record) + b"\n")
