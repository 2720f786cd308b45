"""Figures, rows and errors in one JSON value; described in ``docs/json/audit.schema.json``."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jdrewrite import __version__
from jdrewrite.audit.figures import Overview, overview
from jdrewrite.audit.journal import Results
from jdrewrite.audit.records import Failed, Row
from jdrewrite.documents.files import save


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report."""

    jdrewrite: str = __version__
    schema: str = "audit/1"
    begun: str
    places: tuple[str, ...]
    overview: Overview
    documents: tuple[Row, ...]
    errors: tuple[Failed, ...]


def value(results: Results) -> Audit:
    """Return the report as a value."""
    rows = results.rows()
    return Audit(
        begun=results.head.begun,
        places=results.head.places,
        overview=overview(rows),
        documents=tuple(rows),
        errors=tuple(results.failures()),
    )


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    save(target, msgspec.json.format(msgspec.json.encode(value(results)), indent=1) + b"\n")
