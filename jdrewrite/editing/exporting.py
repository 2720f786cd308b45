"""What will be written: the formats that a document can be written in, and a look at the file before it is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from jdrewrite.documents import FORMATS, read_bytes, render
from jdrewrite.documents import remarks as of_file
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.files import file_of
from jdrewrite.documents.formats import own_format
from jdrewrite.documents.hunks import changes
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.looking import is_open
from jdrewrite.editing.pieces import Piece, changed
from jdrewrite.editing.rows import rows
from jdrewrite.formats import format_for_path
from jdrewrite.language.counted import counted
from jdrewrite.model import Block, BlockKind, Document, Edit

LONGEST = 400
"""Lines of a preview."""


class Target(msgspec.Struct, frozen=True):
    """A format in which the result can be written."""

    key: str
    format: str
    ending: str
    name: str
    tracked: bool = False
    """With tracked changes, so that whoever receives it decides on each."""


def targets(document: Document) -> tuple[Target, ...]:
    """Return the formats, the document's own first; one with tracked changes stands twice."""
    own = own_format(document)
    found: list[Target] = []
    for name, entry in FORMATS.items():
        if name != own and not entry.made:
            continue
        ending, told = next(e for e in entry.endings if e), entry.called
        if entry.tracks:
            found.append(Target(name, name, ending, f"{told}, tracked changes", tracked=True))
            found.append(Target(f"{name}-clean", name, ending, f"{told}, clean"))
        else:
            found.append(Target(name, name, ending, told))
    return tuple(sorted(found, key=lambda t: t.format != own))


def target_of(document: Document, path: str) -> Target | None:
    """Return the format that the ending of a file's name means, with tracked changes where it has them."""
    wanted = format_for_path(path) if Path(path).suffix else None
    return next((target for target in targets(document) if target.format == wanted), None) if wanted else None


def other_way(document: Document, target: Target) -> Target | None:
    """Return the same format with the changes shown the other way, tracked or finished; None where it has one way."""
    return next((t for t in targets(document) if t.format == target.format and t.key != target.key), None)


def proposed_path(document: Document, target: Target) -> Path:
    """Return the file that is proposed: beside the original, under another name."""
    source = file_of(document)
    ending = (
        source.suffix if target.format == own_format(document) == document.format and source.suffix else target.ending
    )
    return source.with_name(f"{source.stem}.rewritten{ending}")


def renamed(path: str, document: Document, target: Target) -> str:
    """Return a file's name with the ending of a format, in place of that of another."""
    named = Path(path)
    ending = proposed_path(document, target).suffix
    known = format_for_path(named.name) is not None or named.suffix in {file_of(document).suffix, ending}
    return str(named.with_suffix(ending) if named.suffix and known else named.with_name(f"{named.name}{ending}"))


def misnamed(path: Path, document: Document, target: Target) -> str:
    """Return what is wrong with a file's name that says another format than it is to have; empty where nothing is."""
    meant, own = format_for_path(path.name) if path.suffix else None, proposed_path(document, target).suffix
    if meant in {None, target.format} or path.suffix == own:
        return ""
    return f"A name with {path.suffix} is that of another format. Choose that format, or a name with {own}."


def summary(edits: Sequence[Edit]) -> str:
    """Return in one sentence what the file will hold that the original does not."""
    new = sum(edit.insert for edit in edits)
    rewritten = len(edits) - new
    told = [counted(count, what) for count, what in ((rewritten, "rewritten line"), (new, "new line")) if count]
    return f"{' and '.join(told)}." if told else "Nothing is accepted yet: this is the text as it came."


def cautions(desk: Desk) -> list[str]:
    """Return what is to be looked at before the result goes to others: overridden refusals, and what nobody decided."""
    accepted, waiting, shown = [], 0, rows(desk)
    for row in shown:
        waiting += is_open(row)
        if row.proposal is not None and row.tone == "accepted" and desk.decision(row.proposal.id).override:
            accepted.append(row.place)
    told = []
    if accepted:
        lines = f"{'Line' if len(accepted) == 1 else 'Lines'} {', '.join(accepted)}"
        told.append(
            f"{lines} did not pass the judge and {'was' if len(accepted) == 1 else 'were'} accepted all the same."
        )
    if waiting:
        told.append(f"{counted(waiting, 'proposal is', 'proposals are')} still open: the text stays as it is there.")
    return told


def remarks(document: Document, edits: Sequence[Edit], target: Target) -> list[str]:
    """Return what is to be told of the file that is written, a sentence each.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    own = document.format if target.format == own_format(document) else target.format
    return [f"Note: {one}." for one in of_file.remarks(document, edits, own)]


def preview(document: Document, edits: Sequence[Edit], target: Target) -> tuple[Piece, ...]:
    """Return what the file will hold, line by line.

    That is the text of the file as it is; of a binary format what a reader will see; of tracked changes both wordings.

    Raises:
        ProposalRefused: the edits do not fit the document.
        JdrewriteError: the format cannot be written.
    """
    if target.tracked:
        return _tracked(document, edits)
    data = render(document, edits, target.format)
    if FORMATS[target.format].binary:
        again = read_bytes(data, f"preview{target.ending}", target.format)
        text = "\n".join(_mark(block) + block.text for block in again.blocks)
    else:
        text = decode(data)[0].removeprefix("\ufeff")
    lines = text.splitlines()
    more = [f"… and {len(lines) - LONGEST} more lines"] if len(lines) > LONGEST else []
    return (Piece("\n".join(_printable(line) for line in [*lines[:LONGEST], *more])),)


def _tracked(document: Document, edits: Sequence[Edit]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for block in document.blocks[:LONGEST]:
        mine = [edit for edit in edits if edit.block == block.id]
        text = block.text
        for start, end, put in reversed(changes(block, mine)):
            text = text[:start] + put + text[end:]
        # The file marks single words; a person reads phrases.
        pieces += [Piece(_mark(block)), *changed(block.text, text), Piece("\n")]
        for edit in mine:
            if edit.insert:
                pieces += [Piece(_mark(block)), Piece(edit.text, "new"), Piece("\n")]
    return tuple(piece for piece in pieces if piece.text)


def _mark(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "\n"
    return "  " * block.level + f"{block.number or '•'} " if block.kind is BlockKind.BULLET else ""


def _printable(line: str) -> str:
    """Return a line that cannot steer the screen on which it is shown."""
    return "".join(c for c in line.expandtabs(4) if c.isprintable())
