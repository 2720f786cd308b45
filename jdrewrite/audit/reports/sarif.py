"""Findings as SARIF 2.1.0 (OASIS), for code review; strengths are left out."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

import msgspec

from jdrewrite import __version__
from jdrewrite.analysis.rules import book
from jdrewrite.audit.addresses import is_address
from jdrewrite.audit.journal import Results
from jdrewrite.audit.records import Audited
from jdrewrite.audit.reports.streams import writing
from jdrewrite.model import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"warning": "warning", "suggestion": "note"}


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    used: dict[str, int] = {}
    with writing(target) as file:
        file.write(b'{"$schema":"' + SCHEMA.encode() + b'","version":"2.1.0","runs":[{"results":[')
        first = True
        for record in results.audited():
            for finding in record.findings:
                if finding.level in _LEVELS:
                    number = used.setdefault(finding.rule, len(used))
                    file.write(b"" if first else b",")
                    file.write(msgspec.json.encode(_result(record, finding, number)))
                    first = False
        tool = {"driver": {"name": "jdrewrite", "version": __version__, "rules": [_rule(name) for name in used]}}
        file.write(b'],"tool":' + msgspec.json.encode(tool) + b"}]}\n")


def _result(record: Audited, finding: Finding, number: int) -> dict[str, Any]:
    path = record.row.path.rpartition("#")[0] or record.row.path
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if finding.line:
        place["region"] = {"startLine": finding.line}
    advice = f" {finding.suggestion}" if finding.suggestion else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.level],
        "message": {"text": f"{finding.message}{advice}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"statement/v1": finding.id},
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    if is_address(path):
        return quote(path, safe=":/")
    file = PurePath(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def _rule(name: str) -> dict[str, Any]:
    rule = book().rule(name)
    level = {"level": _LEVELS.get(rule.level, "none")}
    return {"id": name, "shortDescription": {"text": rule.why}, "defaultConfiguration": level}
