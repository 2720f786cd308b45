"""Options of ``jdrewrite rewrite``, and what they come to: what is proposed and accepted, and where it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from jdrewrite.cli import inputs
from jdrewrite.cli.diagnostics import WrongUsage
from jdrewrite.cli.options import FILES
from jdrewrite.errors import OutputError
from jdrewrite.model import Kind, Tracking

if TYPE_CHECKING:
    from jdrewrite.documents.columns import Columns

FilesArgument = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help=f"{FILES} A folder is rewritten into the folder of -o."),
]
OutOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="Write the rewritten file here; - writes to standard output.",
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")]
SheetOption = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="OUT.html",
        help="Also write a page for a meeting: before beside after, with score and reasons; prints well.",
    ),
]
CleanOption = Annotated[
    bool,
    typer.Option("--clean", help="Write a Word file as finished text, without tracked changes and comments."),
]
NoCommentsOption = Annotated[
    bool, typer.Option("--no-comments", help="Leave the reasons out of the margin of a Word file.")
]
RejectOption = Annotated[
    list[str] | None,
    typer.Option("--reject", metavar="ID", help="Reject a proposal by the id that is shown, such as p2; repeat it."),
]
ReasonOption = Annotated[str, typer.Option(metavar="TEXT", help="Why it is rejected; the library keeps it.")]
CommentsOption = Annotated[
    str | None,
    typer.Option(
        "--comments", metavar="FILE", help="What customers said (csv, xlsx, jsonl): effects they speak of come first."
    ),
]


class Proposer(msgspec.Struct, frozen=True, kw_only=True):
    """Who proposes, and on what terms."""

    engine: str
    budget: float | None
    """The most that the run may cost."""
    yes: bool
    """The user agreed already to where the engine sends texts."""
    comments: str | None
    """A file of what customers said, for the built-in writer."""


class Wish(msgspec.Struct, frozen=True):
    """What is to be proposed, and what is accepted of it."""

    proposer: Proposer
    columns: Columns
    function: str | None
    accept: tuple[Kind, ...]
    take: tuple[str, ...]
    """Ids of proposals that are wanted, whatever their kind."""
    reject: tuple[str, ...]
    """Ids of proposals that are not wanted."""
    reason: str
    """Why they are not, for the library."""
    title: str | None = None
    """The title of the job, where the user knows better."""
    serves: str | None = None
    """Whom the jobs serve, where the user knows better."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where the result is written, and how."""

    out: str | None
    """A file, a folder, or ``-`` for standard output; None to write nothing."""
    to: str | None
    """Name of a format, where the ending of ``out`` should not decide."""
    sheet: str | None
    """A page for a meeting."""
    tracking: Tracking | None
    """How a Word file shows its changes; None for not at all."""
    force: bool
    """Overwrite what is there."""


def tracking(out: str | None, *, clean: bool, no_comments: bool) -> Tracking | None:
    """Return how a Word file shows its changes; None for not at all.

    Raises:
        WrongUsage: it is said how a file is written, and none is.
    """
    from jdrewrite.documents import tracking_now

    if out is None and (clean or no_comments):
        option = "--clean" if clean else "--no-comments"
        raise WrongUsage(option, "it says how a file is written, and none is", "name the file with -o")
    return None if clean else tracking_now(comments=False if no_comments else None)


def refuse_contradictions(files: Sequence[str], wish: Wish, target: Target, *, as_json: bool) -> None:
    """Refuse options that cannot be meant together.

    Raises:
        WrongUsage: several files for one output, two things for stdout, a format for nothing.
        OutputError: the ending of the output is of no format that can be written.
    """
    inputs.stdin_once(files)
    once_each = "call rewrite once for each"
    if target.out is not None and len(files) > 1:
        raise WrongUsage("-o", "it takes one result, and several files were named", once_each)
    if target.out == inputs.STDIN and as_json:
        raise WrongUsage("-o -", "standard output takes the document or the JSON, not both", "name a file with -o")
    if target.out is None and target.to is not None:
        raise WrongUsage("--to", "it says how a file is written, and none is", "name the file with -o")
    named = "--reject" if wish.reject else "--accept" if wish.take else ""
    if named and len(files) > 1:
        raise WrongUsage(named, "it names proposals of one file, and several were named", once_each)
    if target.out is not None and target.out != inputs.STDIN and target.to is None:
        _refuse_ending(target.out)


def refuse_for_folder(wish: Wish, target: Target, library: str | None, *, as_json: bool) -> None:
    """Refuse options that would be passed over where a folder is rewritten.

    Raises:
        WrongUsage: one that is for files.
    """
    given = (
        ("--sheet", target.sheet),
        ("--reject", wish.reject),
        (f"--accept {wish.take[0]}" if wish.take else "", wish.take),
        ("--reason", wish.reason),
        ("--title", wish.title),
        ("--library", library),
        ("--format json", as_json),
    )
    option = next((name for name, value in given if value), None)
    if option is not None:
        raise WrongUsage(option, "it is for files, and a folder was named", "call rewrite for each file")


def _refuse_ending(out: str) -> None:
    """Refuse to write, say, Markdown into a file that calls itself a PDF."""
    from jdrewrite.formats import FORMATS, format_for_path

    found = format_for_path(out)
    if PurePath(out).suffix and (found is None or FORMATS[found].instead):
        endings = ", ".join(entry.endings[0] for entry in FORMATS.values() if not entry.instead)
        reason = f"files that end in {PurePath(out).suffix} cannot be written"
        raise OutputError(out, reason, f"use one of {endings}, or name the format with --to")
