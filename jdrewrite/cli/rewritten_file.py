"""Writes what ``rewrite`` accepted: into a file, or to standard output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jdrewrite.cli import inputs, output, text_rewrite
from jdrewrite.cli.diagnostics import say
from jdrewrite.cli.plain import clean
from jdrewrite.cli.rewrite_options import Target
from jdrewrite.errors import OutputError, OutputExists
from jdrewrite.language.counted import counted
from jdrewrite.model import Document, Tracking

if TYPE_CHECKING:
    from jdrewrite.revision import Revision


def write(revised: Sequence[tuple[Document, Revision]], out: str, how: Target) -> None:
    """Write the rewritten documents of one file, and tell on stderr where they are and what was accepted.

    Args:
        revised: documents of one file.
        out: target; ``-`` for standard output.
        how: its format, how changes are shown, and whether an existing file is overwritten.

    Raises:
        OutputError: the target cannot be written, or must not be overwritten.
    """
    from jdrewrite.documents import write_all

    to, tracking = how.to, how.tracking
    if out == inputs.STDIN:
        _to_stdout(revised, to, tracking)
    else:
        changed = [(document, revision.edits) for document, revision in revised]
        target = write_all(changed, out, force=how.force, format=to, clean=tracking is None, tracking=tracking)
        say(f"written to {target}{_how(target, to, revised, tracking)}")
    _tell_other_format(revised[0][0], out, to)
    for document, revision in revised:
        for told in remarks(document, revision, out, to):
            say(f"{document.path}: {told}")
    if len(revised) == 1:
        say(outcome(revised[0][1]))
        return
    for document, revision in revised:
        say(f"{document.path}: {outcome(revision)}")
    count = sum(bool(revision.edits) for _, revision in revised)
    say(f"{count} of {counted(len(revised), 'job description')} changed")


def write_sheet(revised: Sequence[tuple[Document, Revision]], out: str, *, force: bool) -> None:
    """Write the page for a meeting, and tell on stderr where it is.

    Raises:
        OutputError: the target cannot be written, or must not be overwritten.
    """
    from jdrewrite.cli.sheet import sheet
    from jdrewrite.documents.files import save

    target = Path(out)
    if target.is_dir():
        raise OutputError(out, "it is a folder", "name a file in it")
    if target.exists() and not force:
        raise OutputExists(out, "it is there already", "choose another name, or overwrite it with --force")
    save(target, sheet(revised))
    say(f"sheet for the meeting written to {target}")


def remarks(document: Document, revision: Revision, out: str, to: str | None) -> list[str]:
    """Return what is to be said of the file that is written."""
    from jdrewrite.documents import remarks as of_file
    from jdrewrite.documents.formats import own_format
    from jdrewrite.formats import format_for_path

    kind = to or (format_for_path(out) if out != inputs.STDIN else None) or own_format(document)
    return of_file.remarks(document, revision.edits, document.format if kind == own_format(document) else kind)


def outcome(revision: Revision) -> str:
    """Return in one line what the proposals do to the score, and which were accepted."""
    before, after = revision.before.score.total, revision.after.score.total
    return f"score {before:g} -> {after:g}; {text_rewrite.outcome(revision)}"


def _how(target: Path, to: str | None, revised: Sequence[tuple[Document, Revision]], tracking: Tracking | None) -> str:
    """Return how the changes are shown, for a format that can show them."""
    from jdrewrite.formats import FORMATS, format_for_path

    kind = to or format_for_path(target.name) or ""
    shown = kind in FORMATS and FORMATS[kind].tracks and any(revision.edits for _, revision in revised)
    return f" with tracked changes by {tracking.author}" if tracking is not None and shown else ""


def _tell_other_format(document: Document, out: str, to: str | None) -> None:
    """Say that a format which is only read was not changed."""
    from jdrewrite.formats import FORMATS, format_for_path

    instead = FORMATS[document.format].instead
    named = None if out == inputs.STDIN else format_for_path(out)
    if instead and to is None and named in {None, "text", instead}:
        kind = named or instead
        say(f"{document.path}: a {document.format.upper()} is read and not changed; the rewrite is a new {kind} file")


def _to_stdout(revised: Sequence[tuple[Document, Revision]], to: str | None, tracking: Tracking | None) -> None:
    from jdrewrite.documents import render_all
    from jdrewrite.documents.formats import own_format
    from jdrewrite.documents.rendering import edited
    from jdrewrite.errors import UnsupportedInput
    from jdrewrite.formats import FORMATS

    first = revised[0][0]
    kind = to or own_format(first)
    try:
        data = render_all([(document, revision.edits) for document, revision in revised], to, tracking=tracking)
    except UnsupportedInput as error:
        raise OutputError("-", error.reason, error.way_out) from None
    if not output.is_terminal():
        output.raw(data)
    elif FORMATS[kind].binary:
        raise OutputError("-", f"a {kind} file cannot be shown on a terminal", "name a file with -o, or add --to txt")
    else:
        own = first.place is None and kind == first.format
        again = edited(first, revised[0][1].edits) if own else None
        text = data.decode((again.encoding if again else None) or "utf-8", errors="replace")
        output.raw(clean(text).encode())
