"""What is accepted as it is: later audits fail only on what is new or worse."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jdrewrite.audit.journal import Results
from jdrewrite.audit.records import Audited
from jdrewrite.documents.files import save
from jdrewrite.errors import BrokenInput, MissingInput
from jdrewrite.model import Level

VERSION = 1
SLACK = 0.5
"""Points that a score may fall before it counts as worse."""
_RANK: dict[str, int] = {"suggestion": 1, "warning": 2}


class Accepted(msgspec.Struct, frozen=True):
    """What was there of one job description."""

    score: float
    findings: tuple[str, ...]
    """Ids, which survive edits elsewhere in the text."""


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """The file."""

    version: int
    documents: dict[str, Accepted]
    unread: tuple[str, ...] = ()
    """Paths of what could not be read: that it still cannot is nothing new."""


class Worse(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the baseline does not hold."""

    path: str
    line: int | None
    level: str
    """Of the finding; ``score`` for a score that fell, ``new`` for a job description that was not there."""
    text: str


def make(results: Results) -> Baseline:
    """Return the baseline that accepts everything as it is."""
    return Baseline(
        version=VERSION,
        documents={r.row.path: _accepted(r) for r in results.audited()},
        unread=tuple(failure.path for failure in results.failures()),
    )


def _accepted(record: Audited) -> Accepted:
    return Accepted(record.row.score, tuple(f.id for f in record.findings if f.level in _RANK))


def write(results: Results, target: Path) -> None:
    """Write the baseline of an audit.

    Raises:
        OutputError: it cannot be written.
    """
    save(target, msgspec.json.format(msgspec.json.encode(make(results)), indent=1) + b"\n")


def read(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        MissingInput: no such file.
        BrokenInput: it is no baseline, or one of another version.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError:
        raise MissingInput(str(path), "there is no such baseline", "write one with --write-baseline") from None
    except (OSError, msgspec.MsgspecError) as error:
        raise BrokenInput(str(path), f"this is no baseline ({error})", "write one with --write-baseline") from None
    if found.version != VERSION:
        raise BrokenInput(str(path), f"the baseline is of version {found.version}", "write it anew")
    return found


def worse(results: Results, known: Baseline, level: Level = "warning") -> list[Worse]:
    """Return what is new or worse than the baseline.

    Args:
        results: of the audit.
        known: what is accepted.
        level: the lowest level of a finding that counts.
    """
    found: list[Worse] = []
    for record in results.audited():
        path, before = record.row.path, known.documents.get(record.row.path)
        old = set(before.findings) if before else set()
        found += (
            Worse(path=path, line=finding.line, level=finding.level, text=finding.message)
            for finding in record.findings
            if _RANK.get(finding.level, 0) >= _RANK[level] and finding.id not in old
        )
        if before and record.row.score < before.score - SLACK:
            text = f"the score fell from {before.score:g} to {record.row.score:g}"
            found.append(Worse(path=path, line=None, level="score", text=text))
    return found
