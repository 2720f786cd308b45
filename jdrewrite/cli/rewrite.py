"""``jdrewrite rewrite``: proposals with word diff and verdict, and the rewritten file."""

from __future__ import annotations

from jdrewrite.cli import estimate, rewrite_files, rewrite_folder
from jdrewrite.cli import rewrite_options as of
from jdrewrite.cli.diagnostics import Diagnostics, say
from jdrewrite.cli.options import (
    AcceptOption,
    BudgetOption,
    ColumnOption,
    DryRunOption,
    EngineOption,
    Format,
    FormatOption,
    FunctionOption,
    ServesOption,
    TargetOption,
    TitleColumnOption,
    TitleOption,
    YesOption,
    accepted,
    columns,
)
from jdrewrite.cli.recording import LibraryOption


def rewrite(
    files: of.FilesArgument,
    out: of.OutOption = None,
    force: of.ForceOption = False,
    accept: AcceptOption = None,
    to: TargetOption = None,
    sheet: of.SheetOption = None,
    clean: of.CleanOption = False,
    no_comments: of.NoCommentsOption = False,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
    function: FunctionOption = None,
    column: ColumnOption = None,
    title_column: TitleColumnOption = None,
    title: TitleOption = None,
    serves: ServesOption = None,
    engine: EngineOption = "offline",
    budget: BudgetOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    library: LibraryOption = None,
    reject: of.RejectOption = None,
    reason: of.ReasonOption = "",
    comments: of.CommentsOption = None,
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

    chosen, named = accepted(accept, DEFAULT_KINDS)
    told = columns(column, title_column)
    tracking = of.tracking(out, clean=clean, no_comments=no_comments)
    who = of.Proposer(engine=engine, budget=budget, yes=yes, comments=comments)
    refused = tuple(reject or ())
    wish = of.Wish(
        who, told, function, accept=chosen, take=named, reject=refused, reason=reason, title=title, serves=serves
    )
    target = of.Target(out=out, to=to, sheet=sheet, tracking=tracking, force=force)
    as_json = format is Format.json
    if rewrite_folder.is_folder(files):
        of.refuse_for_folder(wish, target, library, as_json=as_json and not dry_run)
        if not dry_run:
            rewrite_folder.rewrite_folder(files[0], wish, target)
            return
        files = rewrite_folder.files_in(files[0], out)
    else:
        of.refuse_contradictions(files, wish, target, as_json=as_json)
    if reason and library is None:
        say("the reason is kept nowhere: --library DIR keeps what is rejected, and why")
    log = Diagnostics()
    if dry_run:
        estimate.estimate(files, wish, log, as_json=as_json)
    else:
        rewrite_files.rewrite_files(files, wish, target, library, log, as_json=as_json)
    log.finish()
