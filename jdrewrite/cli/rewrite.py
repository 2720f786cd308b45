"""``jdrewrite rewrite``: proposals with word diff and verdict, and the rewritten file."""

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import documents_json, inputs, output, shapes, text_rewrite
from jdrewrite.cli.diagnostics import Diagnostics, WrongUsage, say
from jdrewrite.cli.options import AcceptOption, Format, FormatOption, FunctionOption, Target, kinds
from jdrewrite.cli.plain import clean
from jdrewrite.errors import OutputError
from jdrewrite.model import Document, Tracking

if TYPE_CHECKING:
    from jdrewrite.revision import Revision


def rewrite(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Job descriptions (.txt, .md, .docx); - reads standard input."),
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
    to: Annotated[
        Target | None, typer.Option("--to", help="Format of OUT, where its ending should not decide.")
    ] = None,
    clean: Annotated[
        bool,
        typer.Option("--clean", help="Write a Word file as finished text, without tracked changes and comments."),
    ] = False,
    no_comments: Annotated[
        bool, typer.Option("--no-comments", help="Leave the reasons out of the margin of a Word file.")
    ] = False,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
    function: FunctionOption = None,
) -> None:
    """Propose wordings that say what the work does for customers, verify each, and write those accepted.

    Without -o, shows every proposal with its word diff and verdict, and the score before and after; writes
    nothing. With -o, applies the proposals that passed and are of an accepted kind.

    A Word file is written with tracked changes, each with its reason as a comment: whoever receives it accepts or
    rejects them in Word. The name on them is 'author' under [word] in your settings.
    """
    from jdrewrite.project import settings_for
    from jdrewrite.revision import DEFAULT_KINDS, revise

    chosen = kinds(accept, DEFAULT_KINDS)
    _sensible(files, out, to, format)
    tracking = _tracking(out, clean=clean, no_comments=no_comments)
    log = Diagnostics()
    page = output.Page()
    done: list[shapes.RewrittenDocument] = []
    for path in files:
        with log.go_on(path):
            document = inputs.document(path)
            revision = revise(document, accept=chosen, function=function, settings=settings_for(path))
            if out is not None:
                _write(document, revision, out, to, force=force, tracking=tracking)
            elif format is Format.text:
                text_rewrite.show(page, document, revision)
                page.line()
            done.append(documents_json.rewritten(path, revision, out))
    if format is Format.json:
        output.json(shapes.Rewrite(documents=tuple(done), errors=documents_json.errors(log.errors)))
    log.finish()


def _sensible(files: Sequence[str], out: str | None, to: Target | None, chosen: Format) -> None:
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


def _known_ending(out: str) -> None:
    """Refuse to write, say, Markdown into a file that calls itself a PDF."""
    from jdrewrite.documents.formats import FORMATS, format_for_path

    if PurePath(out).suffix and format_for_path(out) is None:
        endings = ", ".join(ending for entry in FORMATS.values() for ending in entry.endings if ending)
        reason = f"files that end in {PurePath(out).suffix} cannot be written"
        raise OutputError(out, reason, f"use one of {endings}, or name the format with --to")


def _write(
    document: Document, revision: "Revision", out: str, to: Target | None, *, force: bool, tracking: Tracking | None
) -> None:
    """Write the rewritten document, and tell on stderr where it is and what was accepted.

    Raises:
        OutputError: the target cannot be written, or must not be overwritten.
    """
    import jdrewrite

    scores = f"score {revision.before.score.total:.0f} -> {revision.after.score.total:.0f}"
    if out == inputs.STDIN:
        _to_stdout(document, revision, to, tracking)
    else:
        target = jdrewrite.write(
            document, revision.edits, out, force=force, format=to, clean=tracking is None, tracking=tracking
        )
        say(f"written to {target}{_how(target, to, revision, tracking)}")
    say(f"{scores}; {text_rewrite.outcome(revision)}")


def _how(target: Path, to: Target | None, revision: "Revision", tracking: Tracking | None) -> str:
    """Return how the changes are shown, for a format that can show them."""
    from jdrewrite.documents.formats import FORMATS, format_for_path

    kind = to or format_for_path(target.name) or ""
    if tracking is None or kind not in FORMATS or not FORMATS[kind].tracks or not revision.edits:
        return ""
    return f" with tracked changes by {tracking.author}"


def _to_stdout(document: Document, revision: "Revision", to: Target | None, tracking: Tracking | None) -> None:
    import jdrewrite

    kind = to or document.format
    data = jdrewrite.render(document, revision.edits, to, tracking=tracking)
    if not output.is_terminal():
        output.raw(data)
    elif kind == Target.docx:
        raise OutputError("-", "a Word file cannot be shown on a terminal", "name a file with -o, or add --to text")
    else:
        output.raw(clean(data.decode(document.encoding or "utf-8", errors="replace")).encode())
