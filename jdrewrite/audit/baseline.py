"""What is accepted as it is: later audits fail only on what is new or worse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from jdrewrite.audit.addresses import is_address
from jdrewrite.audit.records import Audited
from jdrewrite.audit.results import Results
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.documents.files import save
from jdrewrite.errors import BrokenInput, MissingInput
from jdrewrite.model import Finding, Level

VERSION = 1
SLACK = 0.5
"""Points that a score may fall before it counts as worse."""
_RANK: dict[str, int] = {"suggestion": 1, "warning": 2}


class Accepted(msgspec.Struct, frozen=True):
    """What was there of one job description."""

    score: float
    findings: tuple[str, ...]
    """Ids, which survive edits elsewhere in the text."""
    text: str = ""
    """Digest of what it says, by which a renamed file is known; empty in baselines of earlier versions."""
    lines: tuple[str, ...] = ()
    """Fingerprints of its lines, by which one is known that was renamed and edited."""


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
    """Of the finding; ``score`` for a score that fell."""
    text: str


def make(results: Results) -> Baseline:
    """Return the baseline that accepts everything as it is."""
    return Baseline(
        version=VERSION,
        documents={r.row.path: _accepted(r) for r in results.audited()},
        unread=tuple(failure.path for failure in results.failures()),
    )


def _accepted(record: Audited) -> Accepted:
    found = tuple(f.id for f in record.findings if f.level in _RANK)
    return Accepted(record.row.score, found, record.row.text, tuple(sorted(_lines(record))))


def _lines(record: Audited) -> set[str]:
    return {line.fingerprint for line in record.lines}


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
        found = from_json(path.read_bytes(), Baseline)
    except FileNotFoundError:
        raise MissingInput(str(path), "there is no such baseline", "write one with --write-baseline") from None
    except (OSError, Unreadable) as error:
        raise BrokenInput(str(path), f"this is no baseline ({error})", "write one with --write-baseline") from None
    if found.version != VERSION:
        raise BrokenInput(str(path), f"the baseline is of version {found.version}", "write it anew")
    return found


class Known:
    """What a baseline accepts of each job description of an audit.

    One that was renamed or moved, or whose row has another number now, is known by what it says.
    """

    def __init__(self, results: Results, baseline: Baseline) -> None:
        """Find each job description in the baseline."""
        self._accepted: dict[str, Accepted] = {}
        rows = results.rows()
        same = {each.text: path for path, each in baseline.documents.items() if each.text}
        for row in rows:
            there = baseline.documents.get(row.path)
            if (there is None or there.text != row.text) and row.text in same:
                there = baseline.documents[same[row.text]]
            if there is not None:
                self._accepted[row.path] = there
        paths = {row.path for row in rows}
        # Where only changed files are read, as before a commit, the others are not gone.
        gone = {path: each for path, each in baseline.documents.items() if path not in paths and not _there(path)}
        if gone and len(self._accepted) < len(rows):
            for record in results.audited():
                if record.row.path not in self._accepted and (before := _much_the_same(record, gone)):
                    self._accepted[record.row.path] = gone.pop(before)

    def of(self, path: str) -> Accepted | None:
        """Return what is accepted of a job description; None of a new one."""
        return self._accepted.get(path)

    def is_new(self, path: str, finding: Finding) -> bool:
        """Tell whether the baseline does not hold a finding."""
        before = self._accepted.get(path)
        return before is None or finding.id not in before.findings


def _there(path: str) -> bool:
    return not is_address(path) and (Path(path).exists() or Path(path.rpartition("#")[0] or path).is_file())


def _much_the_same(record: Audited, gone: Mapping[str, Accepted]) -> str | None:
    """Return the path under which the baseline holds this text as it was before it was edited: half of it is there."""
    own = _lines(record)
    shares = {path: len(own.intersection(each.lines)) for path, each in gone.items()}
    best = max(shares, key=lambda path: (shares[path], path), default=None)
    return best if best and 2 * shares[best] >= max(1, len(own)) else None


def worse(results: Results, known: Baseline, level: Level = "warning") -> list[Worse]:
    """Return what is new or worse than the baseline.

    Args:
        results: of the audit.
        known: what is accepted.
        level: the lowest level of a finding that counts.
    """
    found: list[Worse] = []
    accepted = Known(results, known)
    for record in results.audited():
        path, before = record.row.path, accepted.of(record.row.path)
        found += (
            Worse(path=path, line=finding.line, level=finding.level, text=finding.message)
            for finding in record.findings
            if _RANK.get(finding.level, 0) >= _RANK[level] and accepted.is_new(path, finding)
        )
        if before and record.row.score < before.score - SLACK:
            text = f"the score fell from {before.score:g} to {record.row.score:g}"
            found.append(Worse(path=path, line=None, level="score", text=text))
    return found
