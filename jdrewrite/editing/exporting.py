"""What will be written: the formats that a document can be written in, and a look at the file before it is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from jdrewrite.documents import FORMATS, read_bytes, render
from jdrewrite.model import BlockKind, Document, Edit

LONGEST = 400
"""Lines of a preview."""
_NAMES = {"text": "Plain text", "markdown": "Markdown", "docx": "Word", "html": "Web page", "json": "JSON"}


class Target(msgspec.Struct, frozen=True):
    """A format in which the result can be written."""

    format: str
    ending: str
    name: str


def targets(document: Document) -> tuple[Target, ...]:
    """Return the formats, the document's own first."""
    found = [
        Target(name, next(e for e in entry.endings if e), _NAMES.get(name, name))
        for name, entry in FORMATS.items()
        if name == document.format or getattr(entry, "made", True)
    ]
    return tuple(sorted(found, key=lambda t: t.format != document.format))


def proposed_path(document: Document, target: Target) -> Path:
    """Return the file that is proposed: beside the original, under another name."""
    source = Path(document.path)
    ending = source.suffix if target.format == document.format and source.suffix else target.ending
    return source.with_name(f"{source.stem}.rewritten{ending}")


def preview(document: Document, edits: Sequence[Edit], target: Target) -> str:
    """Return what the file will hold: its text as it is, or for a binary format what a reader will see.

    Raises:
        ProposalRefused: the edits do not fit the document.
        JdrewriteError: the format cannot be written.
    """
    data = render(document, edits, target.format)
    try:
        text = data.decode(document.encoding or "utf-8")
        binary = "\0" in text
    except UnicodeDecodeError:
        binary = True
    if binary:
        text = _read(data, document, target)
    lines = text.splitlines()
    more = [f"… and {len(lines) - LONGEST} more lines"] if len(lines) > LONGEST else []
    return "\n".join(_printable(line) for line in [*lines[:LONGEST], *more])


def _read(data: bytes, document: Document, target: Target) -> str:
    again = read_bytes(data, f"{Path(document.path).stem}{target.ending}", target.format)
    parts: list[str] = []
    for block in again.blocks:
        mark = "• " if block.kind is BlockKind.BULLET else ""
        parts.append(
            ("\n" if block.kind is BlockKind.HEADING and parts else "")
            + "  " * block.level * bool(mark)
            + mark
            + block.text
        )
    return "\n".join(parts)


def _printable(line: str) -> str:
    """Return a line that cannot steer the screen on which it is shown."""
    return "".join(c for c in line.expandtabs(4) if c.isprintable())
