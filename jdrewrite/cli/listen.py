"""``jdrewrite listen``: the listening test over a table of answers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import say
from jdrewrite.cli.plain import clean, one_line

if TYPE_CHECKING:
    from jdrewrite.documents.report import Part
    from jdrewrite.documents.rows import Table
    from jdrewrite.reflection.listening import Listening

_WORDS = ("answer", "answers", "response", "yourrole", "whatisyour", "role", "job", "text")
_DEPARTMENTS = ("department", "dept", "team", "unit", "division", "function", "area", "group")


class ReportFormat(StrEnum):
    """How a report is written."""

    text = "text"
    json = "json"
    md = "md"
    html = "html"


def listen(
    file: Annotated[str, typer.Argument(metavar="ANSWERS", help="A table: .csv, .xlsx or .jsonl, an answer a row.")],
    before: Annotated[str | None, typer.Option("--before", metavar="FILE", help="The answers of last time.")] = None,
    column: Annotated[str | None, typer.Option("--column", metavar="NAME", help="Column of the answers.")] = None,
    department: Annotated[
        str | None, typer.Option("--department", metavar="NAME", help="Column of the departments.")
    ] = None,
    least: Annotated[int, typer.Option("--min-group", min=2, metavar="N", help="Fewest answers of a group.")] = 5,
    format_: Annotated[ReportFormat, typer.Option("--format", help="How it is written.")] = ReportFormat.text,
    target: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")] = False,
) -> None:
    """Ask a sample of people what their role is, and listen for the customer: who names one, by department."""
    from jdrewrite.cli.shapes_hearing import listened
    from jdrewrite.reflection.listening import against
    from jdrewrite.reflection.listening_report import report

    found = _listened(file, column, department, least)
    if before:
        found = against(found, _listened(before, column, department, least))
    show(report(found), listened(found), format_, target, force=force)


def _listened(file: str, column: str | None, department: str | None, least: int) -> Listening:
    from jdrewrite.documents.nameless import with_all_rows
    from jdrewrite.documents.rows import rows
    from jdrewrite.reflection.listening import Answer, listen

    table = rows(file)
    doubt(table, "answer", column)
    table = with_all_rows(table, column)
    unit = table.column(department, _DEPARTMENTS)
    words = table.column(column, _WORDS, long=True)
    answers = [
        Answer(clean(row[words or 0]), one_line(row[unit]) if unit is not None and unit != words else "")
        for row in table.rows
    ]
    return listen(answers, least=least, name=file)


def doubt(table: Table, what: str, column: str | None) -> None:
    """Warn of a file whose lines look like one text, and of a first row that is taken for no name of a column."""
    from jdrewrite.documents.nameless import with_all_rows

    if table.doubtful:
        count = f"{len(table.rows)} lines are read as if each were one {what}"
        say(f"{table.path} looks like one text: its {count}; a table is wanted")
    elif with_all_rows(table, column) is not table:
        first = one_line(table.names[0])
        say(f"no row names the column: “{first}” is read as the first {what}; if it is a name, add --column 1")


def show(parts: list[Part], value: object, format_: ReportFormat, target: str | None, *, force: bool) -> None:
    """Write a report to stdout or to a file, whose ending decides where no format was asked for.

    Raises:
        OutputExists: the file is there and may not be overwritten.
        OutputError: it cannot be written.
    """
    from jdrewrite.documents import report as reports
    from jdrewrite.documents.files import save
    from jdrewrite.errors import OutputExists

    ending = Path(target or "").suffix.lower().removeprefix(".")
    if format_ is ReportFormat.text and ending in {"json", "md", "html"}:
        format_ = ReportFormat(ending)
    if format_ is ReportFormat.text and not target:
        page = output.Page()
        for words, bold in reports.text(parts):
            page.line((words, "bold" if bold else ""))
        return
    if format_ is ReportFormat.json and not target:
        output.json(value)
        return
    data = rendered(parts, value, format_)
    if not target:
        output.raw(data)
        return
    if Path(target).exists() and not force:
        raise OutputExists(target, "it is there already", "name another file, or use --force")
    save(Path(target), data)
    say(f"written: {target}")


def rendered(parts: list[Part], value: object, format_: ReportFormat) -> bytes:
    """Return a report as bytes."""
    import msgspec

    from jdrewrite.documents import report as reports

    if format_ is ReportFormat.json:
        return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    if format_ is ReportFormat.text:
        return "".join(f"{words}\n" for words, _ in reports.text(parts)).encode("utf-8", "replace")
    made = reports.markdown(parts) if format_ is ReportFormat.md else reports.html(parts)
    return made.encode("utf-8", "replace")
