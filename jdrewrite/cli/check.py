"""``jdrewrite check``: the score with its reasons, and the findings."""

from collections.abc import Sequence
from typing import Annotated

import typer

from jdrewrite.cli import documents_json, inputs, output, shapes, text_check
from jdrewrite.cli.diagnostics import Diagnostics, say
from jdrewrite.cli.options import (
    FILES,
    ColumnOption,
    Format,
    FormatOption,
    FunctionOption,
    ServesOption,
    TitleColumnOption,
    TitleOption,
)
from jdrewrite.cli.options import columns as columns_of
from jdrewrite.cli.recording import LibraryOption, recorder
from jdrewrite.model import Assessment, Document
from jdrewrite.rounding import figure

Checked = tuple[str, Document, Assessment, "shapes.Recorded | None"]
"""The file, what was read of it, what was found, and what the library keeps of it."""

FilesArgument = Annotated[list[str], typer.Argument(metavar="FILE", help=FILES)]
ReasonsOption = Annotated[
    bool, typer.Option("--reasons", help="Also show where the points come from, and what is missing.")
]
FailUnderOption = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=100,
        metavar="N",
        help="Exit with 1 if a job description scores below N. Default: what jdrewrite.toml says.",
    ),
]
SuppressedOption = Annotated[
    bool, typer.Option("--show-suppressed", help="Also show findings that a comment or jdrewrite.toml silences.")
]


def check(
    files: FilesArgument,
    format: FormatOption = Format.text,  # noqa: A002 - the user's word for it
    function: FunctionOption = None,
    reasons: ReasonsOption = False,
    fail_under: FailUnderOption = None,
    show_suppressed: SuppressedOption = False,
    column: ColumnOption = None,
    title_column: TitleColumnOption = None,
    title: TitleOption = None,
    serves: ServesOption = None,
    library: LibraryOption = None,
) -> None:
    """Score job descriptions from 0 to 100 through eight lenses, and show strengths and gaps in place.

    'jdrewrite explain' lists the lenses with the rules that look through each; 'explain RULE' gives its reasons.
    """
    import jdrewrite
    from jdrewrite.analysis.silences import of_no_rule
    from jdrewrite.in_step import in_step
    from jdrewrite.project import settings_for

    inputs.stdin_once(files)
    log = Diagnostics()
    page = output.Page()
    found: list[Checked] = []
    with recorder(library, "check") as record:
        for path, read in inputs.each_document(files, columns_of(column, title_column), log, title, serves):
            with log.go_on(read.path):
                record.saw(read)
                document, chosen = record.known(read, function)
                settings = settings_for(path)
                assessment = in_step(jdrewrite.analyse(document, function=chosen, settings=settings))
                for silence in of_no_rule(document, settings):
                    say(f"{silence.origin}: no rule has the id '{silence.rule}'; 'jdrewrite explain' lists the rules")
                record.scored(document, assessment)
                found.append((path, document, assessment, record.shape(document)))
                if format is Format.text:
                    text_check.show(page, document, assessment, reasons=reasons, silenced=show_suppressed)
                    record.show(page, document)
                    page.line()
    if format is Format.json:
        documents = tuple(documents_json.checked(document, seen, kept) for _, document, seen, kept in found)
        output.json(shapes.Check(documents=documents, errors=documents_json.errors(log.errors)))
    else:
        text_check.summary(page, [assessment for _, _, assessment, _ in found], unread=len(log.errors))
    _judge(found, fail_under, log)
    log.finish()


def _judge(found: Sequence[Checked], fail_under: float | None, log: Diagnostics) -> None:
    """Tell which scores are below what is asked for here, or by the project."""
    from jdrewrite.project import project_for

    for path, _, assessment, _ in found:
        project = project_for(path)
        least = fail_under if fail_under is not None else project.fail_under(path) if project else None
        if least is not None and assessment.score.total < least:
            log.failed(
                f"{assessment.path}: the score {figure(assessment.score.total)} is below {least:g}; "
                "'check --reasons' shows what would raise it."
            )
