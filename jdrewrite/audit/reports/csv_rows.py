"""A row a job description, as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from jdrewrite.audit.reports.columns import COLUMNS, harmless, values
from jdrewrite.audit.results import Results
from jdrewrite.documents.files import save


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([harmless(cell) for cell in values(row)] for row in results.rows())
    save(target, text.getvalue().encode("utf-8-sig"))
