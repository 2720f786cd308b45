"""``jdrewrite rewrite``: proposals with word diff and verdict, and the rewritten file."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from jdrewrite.cli import (
    documents_json,
    inputs,
    model_run,
    output,
    rewrite_folder,
    rewritten_file,
    shapes,
    text_rewrite,
)
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage
from jdrewrite.cli.options import (
    AcceptOption,
    BudgetOption,
    ColumnOption,
    DryRunOption,
    EngineOption,
    Format,
    FormatOption,
    FunctionOption,
    SheetOption,
    TargetOption,
    TitleColumnOption,
    YesOption,
    kinds,
    near,
)
from jdrewrite.cli.options import columns as columns_of
from jdrewrite.cli.recording import LibraryOption, Recorder, recorder
from jdrewrite.errors import OutputError
from jdrewrite.model import Document, Kind, Tracking

if TYPE_CHECKING:
    from jdrewrite.documents.columns import Columns
    from jdrewrite.revision import Revision


def rewrite(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Job descriptions (txt, md, docx, pdf, html), or tables of them (json, jsonl, csv, xlsx); "
            "- reads standard input, jobs.csv#12 is one row. A folder is rewritten into the folder of -o.",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="Write the rewritten file here; - writes to standard output.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT if it is there.")] = False,
    accept: AcceptOption = None,
    to: TargetOption = None,
    sheet: SheetOption = None,
    clean: Annotated[
        bool,
        typer.Option("--clean", help="Write a Word file as finished text, without tracked changes and comments."),
    ] = False,
    no_comments: Annotated[
        bool, typer.Option("--no-comments", help="Leave the reasons out of the margin of a Word file.")
    ] = False,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
    function: FunctionOption = None,
    column: ColumnOption = None,
    title_column: TitleColumnOption = None,
    engine: EngineOption = "offline",
    budget: BudgetOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    library: LibraryOption = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="ID", help="Reject a proposal, such as p2; repeat it.")
    ] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, for the library.")] = "",
    comments: Annotated[
        str | None,
        typer.Option("--comments", metavar="FILE", help="What customers said: effects they speak of come first."),
    ] = None,
) -> None:
    """Propose wordings that say what the work does for customers, verify each, and write those accepted.

    Without -o, shows every proposal with its word diff and verdict, and the score before and after; writes
    nothing. With -o, applies the proposals that passed and are of an accepted kind.

    A Word file is written with tracked changes, each with its reason as a comment: whoever receives it accepts or
    rejects them in Word. The name on them is 'author' under [word] in your settings.

    --engine asks a language model instead of the built-in writer; the same verifier judges what it writes. Before the
    first text leaves this machine you are told where it goes, and asked.
    """
    from jdrewrite.revision import DEFAULT_KINDS

    chosen = kinds(accept, DEFAULT_KINDS)
    told = columns_of(column, title_column)
    tracking = _tracking(out, clean=clean, no_comments=no_comments)
    if rewrite_folder.is_folder(files):
        rewrite_folder.rewrite_folder(
            files[0],
            out,
            columns=told,
            accept=chosen,
            function=function,
            to=to,
            tracking=tracking,
            force=force,
            engine=engine,
            budget=budget,
            yes=yes,
            comments=comments,
        )
        return
    _sensible(files, out, to, format, rejected=bool(reject))
    log = Diagnostics()
    if dry_run:
        model_run.estimate(files, told, engine, function, budget, log, as_json=format is Format.json)
        log.finish()
        return
    show = out is None and sheet is None and format is Format.text
    wish = _Wish(files, told, chosen, function, tuple(reject or ()), reason, show=show)
    with recorder(library, "rewrite") as record, model_run.opened(engine, budget, yes=yes, comments=comments) as run:
        revised = _revised(wish, run, record, log)
        if out is not None and revised:
            with log.go_on(files[0]):
                rewritten_file.write(revised, out, to, force=force, tracking=tracking)
                record.written(revised, out)
        if sheet is not None and revised:
            with log.go_on(sheet):
                rewritten_file.write_sheet(revised, sheet, force=force)
        done = [documents_json.rewritten(d.path, found, out, record.shape(d)) for d, found in revised]
    if format is Format.json:
        output.json(shapes.Rewrite(documents=tuple(done), errors=documents_json.errors(log.errors)))
    log.finish()


class _Wish(NamedTuple):
    """What is to be proposed and accepted, for which files."""

    files: Sequence[str]
    columns: "Columns"
    accept: tuple[Kind, ...]
    function: str | None
    reject: tuple[str, ...]
    reason: str
    show: bool
    """Every proposal is shown as it comes."""


def _revised(wish: _Wish, run: model_run.Run, record: Recorder, log: Diagnostics) -> "list[tuple[Document, Revision]]":
    """Return the documents with their proposals and decisions; a file that fails is told and left out."""
    from jdrewrite.project import settings_for
    from jdrewrite.revision import revise

    page = output.Page()
    revised: list[tuple[Document, Revision]] = []
    for path, document, before in run.ahead(wish.files, wish.columns, wish.function, log):
        with run.go_on(document.path, log):
            record.saw(document)
            known = record.function(document, wish.function)
            options = {**run.options(before), **record.remembered(document, wish.reject)}
            revision = revise(document, accept=wish.accept, function=known, settings=settings_for(path), **options)
            _known_ids(wish.reject, revision)
            record.revised(document, revision, wish.reject, wish.reason)
            revised.append((document, revision))
            if wish.show:
                text_rewrite.show(page, document, revision)
                record.show(page, document)
                page.line()
            run.told(document.path, revision, log)
    return revised


def _sensible(files: Sequence[str], out: str | None, to: str | None, chosen: Format, *, rejected: bool) -> None:
    """Refuse options that cannot be meant together.

    Raises:
        WrongUsage: several files for one output, two things for stdout, a format for nothing.
        OutputError: the ending of the output is of no format that can be written.
    """
    inputs.stdin_once(files)
    if out is not None and len(files) > 1:
        raise WrongUsage("-o", "it takes one result, and several files were named", "call rewrite once for each")
    if out == inputs.STDIN and chosen is Format.json:
        raise WrongUsage("-o -", "standard output takes the document or the JSON, not both", "name a file with -o")
    if out is None and to is not None:
        raise WrongUsage("--to", "it says how a file is written, and none is", "name the file with -o")
    if rejected and len(files) > 1:
        raise WrongUsage(
            "--reject", "it names proposals of one file, and several were named", "call rewrite once for each"
        )
    if out is not None and out != inputs.STDIN and to is None:
        _known_ending(out)


def _tracking(out: str | None, *, clean: bool, no_comments: bool) -> Tracking | None:
    """Return how a Word file shows its changes; None for not at all.

    Raises:
        WrongUsage: it is said how a file is written, and none is.
    """
    from jdrewrite.documents import tracking_now

    if out is None and (clean or no_comments):
        option = "--clean" if clean else "--no-comments"
        raise WrongUsage(option, "it says how a file is written, and none is", "name the file with -o")
    return None if clean else tracking_now(comments=False if no_comments else None)


def _known_ids(ids: Sequence[str], revision: "Revision") -> None:
    """Refuse to reject what was not proposed.

    Raises:
        WrongUsage: there is no proposal with such an id.
    """
    known = [proposal.id for proposal in revision.proposals]
    unknown = next((name for name in ids if name not in known), None)
    if unknown is not None:
        raise WrongUsage(unknown, "there is no such proposal", near(unknown, known, "jdrewrite rewrite FILE"))


def _known_ending(out: str) -> None:
    """Refuse to write, say, Markdown into a file that calls itself a PDF."""
    from jdrewrite.documents.formats import FORMATS, format_for_path

    found = format_for_path(out)
    if PurePath(out).suffix and (found is None or FORMATS[found].instead):
        endings = ", ".join(ending for entry in FORMATS.values() for ending in entry.endings[:1] if not entry.instead)
        reason = f"files that end in {PurePath(out).suffix} cannot be written"
        raise OutputError(out, reason, f"use one of {endings}, or name the format with --to")
