"""Findings as SARIF 2.1.0 (OASIS), for code review; strengths are left out."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

import msgspec

from jdrewrite import __version__
from jdrewrite.analysis.rules import all_rules
from jdrewrite.audit.addresses import is_address
from jdrewrite.audit.baseline import Known
from jdrewrite.audit.records import Audited
from jdrewrite.audit.reports.spots import spot
from jdrewrite.audit.reports.streams import writing
from jdrewrite.audit.results import Results
from jdrewrite.model import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
OWN = "A rule that this project has set itself."
"""What is told of a rule of which no more than its findings was kept."""
_LEVELS = {"warning": "warning", "suggestion": "note"}


def write(results: Results, target: Path, known: Known | None = None) -> None:
    """Write the report; with a baseline, each result says whether it is new or unchanged (``baselineState``).

    Raises:
        OutputError: it cannot be written.
    """
    used: dict[str, tuple[int, str]] = {}
    with writing(target) as file:
        file.write(b'{"$schema":"' + SCHEMA.encode() + b'","version":"2.1.0","runs":[{"results":[')
        first = True
        for record in results.audited():
            for finding in record.findings:
                if finding.level in _LEVELS:
                    number, _ = used.setdefault(finding.rule, (len(used), finding.level))
                    file.write(b"" if first else b",")
                    result = _result(record, finding, number)
                    if known:
                        new = known.is_new(record.row.path, finding)
                        result["baselineState"] = "new" if new else "unchanged"
                    file.write(msgspec.json.encode(result))
                    first = False
        rules = [_rule(name, level) for name, (_, level) in used.items()]
        tool = {"driver": {"name": "jdrewrite", "version": __version__, "rules": rules}}
        file.write(b'],"tool":' + msgspec.json.encode(tool) + b"}]}\n")


def _result(record: Audited, finding: Finding, number: int) -> dict[str, Any]:
    found = spot(record.row, finding)
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(found.file)}}
    if found.line:
        place["region"] = {"startLine": found.line}
    text = " ".join(filter(None, (finding.message, finding.suggestion, found.note)))
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.level],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"statement/v1": finding.id},
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    if is_address(path):
        return quote(path, safe=":/")
    file = PurePath(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def _rule(name: str, level: str) -> dict[str, Any]:
    """Return what is told of a rule; one that does not ship is a project's own, and has the level of its findings."""
    rule = all_rules().get(name)
    default = {"level": _LEVELS.get(rule.level if rule else level, "none")}
    return {"id": name, "shortDescription": {"text": rule.why if rule else OWN}, "defaultConfiguration": default}
