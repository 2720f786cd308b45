"""``jdrewrite audit``: many job descriptions in one run, their results on disk, and reports of them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jdrewrite.cli import output, text_audit
from jdrewrite.cli.diagnostics import Diagnostics, say
from jdrewrite.cli.options import ColumnOption, TitleColumnOption
from jdrewrite.cli.options import columns as columns_of
from jdrewrite.cli.progress import Progress

if TYPE_CHECKING:
    from jdrewrite.audit import Cache, Results, Task
    from jdrewrite.audit.baseline import Baseline

RESULTS = "results.jsonl"
DEFAULT = ("html", "xlsx")
MOST_TOLD = 50
"""Findings that fail a run which are told one by one."""


class FailOn(StrEnum):
    """The lowest level of a finding that fails a run."""

    warning = "warning"
    suggestion = "suggestion"


def audit(
    places: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Folders, files, or globs ('jobs/**/*.docx'); tables hold a JD a row."),
    ],
    out: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder for results and reports.")
    ] = "jdrewrite-audit",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")] = 0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run of the same settings.")
    ] = False,
    include: Annotated[
        list[str] | None, typer.Option("--include", metavar="GLOB", help="Only files that fit; repeat it.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="GLOB", help="No files that fit; repeat it.")
    ] = None,
    function_from: Annotated[
        str, typer.Option("--function-from", metavar="folder", help="Take the function from the folder's name.")
    ] = "",
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, metavar="N", help="Only N files, the same ones each time.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="KIND",
            help="Reports to write: html, xlsx, csv, json, jsonl, md, sarif, github, all, none; repeat it or put "
            "commas between. Default: html,xlsx.",
        ),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Exit with 1 on what is new or worse than FILE.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option("--write-baseline", metavar="FILE", help="Accept everything as it is, in FILE.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option("--fail-under", min=0, max=100, metavar="N", help="Exit with 1 if the median is below N."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", metavar="LEVEL", help="Exit with 1 on findings of LEVEL (warning, suggestion)."),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
    cache: Annotated[str | None, typer.Option("--cache", metavar="FILE", help="Keep the cache here.")] = None,
    column: ColumnOption = None,
    title_column: TitleColumnOption = None,
) -> None:
    """Score many job descriptions, and say where the organisation stands and what to do first.

    A bad file never stops the run: it is listed with its reason. Results are written as they come, so that a killed
    run goes on with --resume. Files that have not changed since an earlier audit come from a cache.
    """
    from jdrewrite import audit as audits
    from jdrewrite.audit import baseline as baselines
    from jdrewrite.audit.reports import write

    kinds = _reports(report)
    known_good = baselines.read(Path(baseline)) if baseline else None
    task = _task(function_from, columns_of(column, title_column))
    folder = Path(out)
    files = audits.find(places, include=include or (), exclude=exclude or (), leave_out=[folder])
    if sample is not None:
        files = audits.sample(files, sample)
    head = audits.Head(audit=audits.pipeline_key(task), begun=datetime.now(UTC).isoformat(), places=tuple(places))
    with _cache(cache, off=no_cache) as known, audits.Journal(folder / RESULTS, head, resume=resume) as journal:
        if resume and journal.done:
            say(f"{len(journal.done):,} files were done before; they are not read again")
        with Progress(len(files), done=sum(file in journal.done for file in files)) as bar:
            for step in audits.run(files, task, journal, known, jobs or os.cpu_count() or 1):
                bar.step(step.records)
    results = audits.Results(folder / RESULTS)
    log = Diagnostics()
    _show(results, log)
    for kind in kinds:
        say(f"written: {write(kind, results, folder)}")
    if write_baseline:
        baselines.write(results, Path(write_baseline))
        say(f"written: {write_baseline}")
    _judge(results, log, known_good, fail_under, fail_on)
    log.finish()


def _show(results: Results, log: Diagnostics) -> None:
    """Print the summary, and remember the worst of what could not be read."""
    from jdrewrite.audit import overview

    rows, failures = results.rows(), results.failures()
    text_audit.show(output.Page(), overview(rows), failures)
    log.code = max((failure.code for failure in failures), default=0)


def _judge(
    results: Results, log: Diagnostics, known: Baseline | None, least: float | None, level: FailOn | None
) -> None:
    """Tell what makes the run fail; exit code 1 unless something could not be read."""
    from jdrewrite.audit import overview
    from jdrewrite.audit.baseline import VERSION, Baseline, worse

    if known is not None or level is not None:
        nothing = Baseline(version=VERSION, documents={})
        found = worse(results, known or nothing, level.value if level else "warning")
        for each in found[:MOST_TOLD]:
            place = f"{each.path}:{each.line}" if each.line else each.path
            log.failed(f"{place}: {each.level}: {each.text}")
        if len(found) > MOST_TOLD:
            log.failed(f"and {len(found) - MOST_TOLD:,} more")
    median = overview(results.rows()).whole.median
    if least is not None and median < least:
        log.failed(f"the median score {median:g} is below {least:g}")


def _reports(words: list[str] | None) -> list[str]:
    """Return the reports that are asked for, in the order of the table."""
    from jdrewrite.audit.reports import REPORTS
    from jdrewrite.cli.diagnostics import WrongUsage

    asked = {part.strip().lower() for word in words or DEFAULT for part in word.split(",") if part.strip()}
    unknown = sorted(asked - {*REPORTS, "all", "none"})
    if unknown:
        raise WrongUsage(unknown[0], "there is no such report", f"choose from {', '.join((*REPORTS, 'all', 'none'))}")
    return [kind for kind in REPORTS if kind in asked or "all" in asked]


def _task(function_from: str, columns: Any) -> Task:
    from jdrewrite.audit import Task
    from jdrewrite.cli.diagnostics import WrongUsage

    if function_from not in {"", "folder"}:
        raise WrongUsage("--function-from", f"'{function_from}' is no place to take it from", "write 'folder'")
    return Task(columns=columns, function_from="folder" if function_from else "")


def _cache(path: str | None, *, off: bool) -> Cache:
    from jdrewrite.audit import Cache
    from jdrewrite.audit.cache import default_path

    return Cache(None if off else Path(path) if path else default_path())
