"""``jdrewrite voice``: what customers say, routed to the functions and job descriptions where the cause lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli.diagnostics import Diagnostics, say
from jdrewrite.cli.listen import ReportFormat, doubt, rendered, show

if TYPE_CHECKING:
    from jdrewrite.voice.patterns import Routed, Voice
    from jdrewrite.voice.routing import Job


def voice(
    file: Annotated[str, typer.Argument(metavar="COMMENTS", help="A table: .csv, .xlsx or .jsonl, a comment a row.")],
    jobs: Annotated[
        list[str] | None, typer.Option("--jobs", metavar="DIR", help="Job descriptions to route to; repeat it.")
    ] = None,
    column: Annotated[str | None, typer.Option("--column", metavar="NAME", help="Column of the comments.")] = None,
    day: Annotated[str | None, typer.Option("--date", metavar="NAME", help="Column of the days.")] = None,
    streams: Annotated[
        str | None, typer.Option("--streams", metavar="DIR", help="A page for each function to send on: .md and .html.")
    ] = None,
    routes: Annotated[
        str | None, typer.Option("--routes", metavar="FILE", help="Every comment with its route, as JSON lines.")
    ] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", help="How the report is written.")] = ReportFormat.text,
    target: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that are there.")] = False,
) -> None:
    """Route customers' comments to those whose work could prevent them, with the reason, patterns and a plan.

    Names, e-mail addresses, phones, cards and accounts are masked on the way in. What is nobody's is a finding.
    """
    from jdrewrite.cli import shapes_hearing
    from jdrewrite.documents.rows import rows
    from jdrewrite.language.counted import counted
    from jdrewrite.voice.comments import of_table, unclear_days
    from jdrewrite.voice.patterns import heard, routed
    from jdrewrite.voice.report import report
    from jdrewrite.voice.routing import Router

    log = Diagnostics()
    table = rows(file)
    doubt(table, "comment", column)
    comments = of_table(table, column=column, day=day)
    if unclear := unclear_days(table, column=column, day=day):
        many = f"{counted(len(unclear), 'day')} left out: {unclear[0]!r} may be read in two ways"
        say(f"{many}, and the other days of the column do not tell which; write days as 2026-05-31")
    elif day and not any(comment.day for comment in comments):
        say(f"column {day!r}: no day in it is understood; days are written 2026-05-31 or 31.05.2026")
    router = Router(_jobs(jobs or [], log))
    if router.copies:
        told = "the first of each text is named, and one called a copy only where all are"
        say(f"{counted(router.copies, 'job description')} left out as copies; {told}")
    found = routed(comments, router)
    all_ = heard(found)
    show(report(all_), shapes_hearing.heard(all_), format_, target, force=force)
    if routes:
        _write_routes(Path(routes), found, force=force)
    if streams:
        _write_streams(Path(streams), all_, found, force=force)
    log.finish()


def _jobs(places: list[str], log: Diagnostics) -> list[Job]:
    """Return the job descriptions of folders and files; one that cannot be read is told, and the others are taken."""
    import jdrewrite
    from jdrewrite.cli.progress import ProgressBar
    from jdrewrite.cli.sources import survey
    from jdrewrite.documents import read_all
    from jdrewrite.documents.copies import is_called_a_copy
    from jdrewrite.project import settings_for
    from jdrewrite.voice.jobs import job_of

    if not places:
        return []
    files = survey(places, empty=True)
    if not files:
        say(f"no job description lies in {', '.join(places)}: comments go to functions alone")
    jobs: list[Job] = []
    with ProgressBar(len(files)) as bar:
        for file in files:
            with log.go_on(file):
                settings = settings_for(file)
                read = ((jdrewrite.analyse(document, settings=settings), document.path) for document in read_all(file))
                jobs += [job_of(assessment, path) for assessment, path in read]
            bar.step(())
    return sorted(jobs, key=lambda job: is_called_a_copy(job.path))


def _write_routes(target: Path, found: list[Routed], *, force: bool) -> None:
    import msgspec

    from jdrewrite.cli.shapes_hearing import line
    from jdrewrite.documents.files import save

    _free(target, force=force)
    save(target, b"".join(msgspec.json.encode(line(each)) + b"\n" for each in found))
    say(f"written: {target}")


def _write_streams(folder: Path, all_: Voice, found: list[Routed], *, force: bool) -> None:
    """Write a page in two formats for each function."""
    from jdrewrite.documents.files import make_folder, save
    from jdrewrite.voice.report import stream

    targets = {p.function: [folder / f"{p.function}.{kind}" for kind in ("md", "html")] for p in all_.patterns}
    for target in (path for paths in targets.values() for path in paths):
        _free(target, force=force)
    make_folder(folder)
    for pattern in all_.patterns:
        parts = stream(pattern, all_, found)
        for target in targets[pattern.function]:
            save(target, rendered(parts, None, ReportFormat(target.suffix[1:])))
    say(f"written: {folder} ({len(targets)} functions)")


def _free(target: Path, *, force: bool) -> None:
    from jdrewrite.errors import OutputExists

    if target.exists() and not force:
        raise OutputExists(str(target), "it is there already", "name another place, or use --force")
