"""What an audit found, so that two of them can be compared."""

from pathlib import Path

from jdrewrite.audit import Audited, Record, Results


def contents(out: Path) -> list[tuple[str, Record]]:
    """Return all records by their paths; one that stands twice is there twice."""
    found = [(r.row.path if isinstance(r, Audited) else r.path, r) for r in Results(out).records()]
    return sorted(found, key=lambda pair: pair[0])
