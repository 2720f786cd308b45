"""Figures, rows, plans, findings across and errors in one JSON value; described in ``docs/json/audit.schema.json``."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jdrewrite import __version__
from jdrewrite.audit.across import Across, across
from jdrewrite.audit.figures import Overview, overview
from jdrewrite.audit.plan import Plan, plans
from jdrewrite.audit.records import Failed, Row
from jdrewrite.audit.results import Results
from jdrewrite.audit.ripple import Ripple, ripple
from jdrewrite.documents.files import save


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report."""

    jdrewrite: str = __version__
    schema: str = "audit/1"
    begun: str
    places: tuple[str, ...]
    overview: Overview
    plans: tuple[Plan, ...]
    across: Across
    """What no single job description shows."""
    ripple: Ripple
    """Who serves whom."""
    documents: tuple[Row, ...]
    errors: tuple[Failed, ...]


def value(results: Results) -> Audit:
    """Return the report as a value."""
    rows = results.rows()
    return Audit(
        begun=results.head.begun,
        places=results.head.places,
        overview=overview(rows),
        plans=tuple(plans(rows)),
        across=across(results),
        ripple=ripple(results),
        documents=tuple(rows),
        errors=tuple(results.failures()),
    )


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    save(target, msgspec.json.format(msgspec.json.encode(value(results)), indent=1) + b"\n")
