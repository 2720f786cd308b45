"""The summary of an audit as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jdrewrite.audit.figures import Overview, overview
from jdrewrite.audit.journal import Results
from jdrewrite.audit.records import Failed, Row
from jdrewrite.documents.files import save
from jdrewrite.model import LENSES


def write(results: Results, target: Path) -> None:
    """Write the report.

    Raises:
        OutputError: it cannot be written.
    """
    lines = _lines(overview(results.rows()), results.failures())
    save(target, ("\n".join(lines) + "\n").encode())


def _lines(seen: Overview, failures: Sequence[Failed]) -> Iterator[str]:
    whole = seen.whole
    yield "# Audit of job descriptions"
    yield ""
    yield f"{whole.count:,} read, {len(failures):,} not read; scores {whole.lowest:g} to {whole.highest:g}, "
    yield f"median {whole.median:g}. {whole.unnamed:,} name nobody whom the work serves."
    yield ""
    yield "## By function"
    yield ""
    yield "| function | JDs | median | " + " | ".join(LENSES) + " |"
    yield "| --- | --: | --: | " + " | ".join("--:" for _ in LENSES) + " |"
    for group in seen.functions:
        shares = " | ".join(f"{group.lenses[lens]:.0%}" for lens in LENSES)
        yield f"| {group.name} | {group.count:,} | {group.median:g} | {shares} |"
    yield from _list("Lowest", seen.worst)
    yield from _list("Highest", seen.best)
    yield from _list("Cut off from customers", seen.cut_off)
    if failures:
        yield ""
        yield "## Not read"
        yield ""
        for failure in failures:
            yield f"- `{_plain(failure.path)}`: {_plain(failure.reason)}; {_plain(failure.way_out)}."


def _list(name: str, rows: Sequence[Row]) -> Iterator[str]:
    if rows:
        yield ""
        yield f"## {name}"
        yield ""
        for row in rows:
            yield f"- {row.score:g} {_plain(row.title)} (`{_plain(row.path)}`)"


def _plain(text: str) -> str:
    """Return text that is no markup and stays on its line."""
    flat = " ".join(text.split())
    return "".join(f"\\{c}" if c in "|*_<>[]`" else c for c in flat)
