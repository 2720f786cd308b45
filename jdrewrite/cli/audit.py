"""``jdrewrite audit``: many job descriptions in one run, their results on disk, and reports of them."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jdrewrite.cli import audit_options as of
from jdrewrite.cli import output, text_audit
from jdrewrite.cli.diagnostics import Diagnostics, say
from jdrewrite.cli.options import ColumnOption, TitleColumnOption
from jdrewrite.cli.options import columns as columns_of
from jdrewrite.cli.progress import ProgressBar
from jdrewrite.language.counted import counted

if TYPE_CHECKING:
    from jdrewrite.audit import Cache, Results, Task
    from jdrewrite.audit.baseline import Baseline
    from jdrewrite.audit.cluster import Cluster
    from jdrewrite.audit.corrections import Corrections
    from jdrewrite.documents.columns import Columns

RESULTS = "results.jsonl"
DEFAULT = ("html", "xlsx")
MOST_TOLD = 50
"""Findings that fail a run which are told one by one."""


def audit(
    places: of.PlacesArgument,
    out: of.OutOption = "jdrewrite-audit",
    jobs: of.JobsOption = 0,
    on: of.OnOption = None,
    resume: of.ResumeOption = False,
    include: of.IncludeOption = None,
    exclude: of.ExcludeOption = None,
    function_from: of.FunctionFromOption = None,
    function_column: of.FunctionColumnOption = None,
    corrections: of.CorrectionsOption = None,
    library: of.LibraryOption = None,
    sample: of.SampleOption = None,
    report: of.ReportOption = None,
    pages: of.PagesOption = False,
    baseline: of.BaselineOption = None,
    write_baseline: of.WriteBaselineOption = None,
    fail_under: of.FailUnderOption = None,
    fail_on: of.FailOnOption = None,
    no_cache: of.NoCacheOption = False,
    cache: of.CacheOption = None,
    column: ColumnOption = None,
    title_column: TitleColumnOption = None,
) -> None:
    """Score many job descriptions, and say where the organisation stands and what to do first.

    A bad file never stops the run: it is listed with its reason. Results are written as they come, so that a killed
    run goes on with --resume. Files that have not changed since an earlier audit come from a cache.
    """
    import msgspec

    from jdrewrite.audit import Results
    from jdrewrite.audit import baseline as baselines
    from jdrewrite.audit.addresses import refuse_to_write
    from jdrewrite.audit.holding import held

    kinds = _reports(report)
    for option, target in (("-o", out), ("--cache", cache), ("--write-baseline", write_baseline)):
        refuse_to_write(option, target)
    known_good = baselines.read(Path(baseline)) if baseline else None
    task = _task(function_from, function_column, columns_of(column, title_column))
    folder = Path(out)
    files = _files(places, folder, include, exclude, sample)
    task = msgspec.structs.replace(task, corrections=_corrections(corrections, library, places, files))
    log = Diagnostics()
    with held(folder):
        with _cache(cache, off=no_cache) as known, _cluster(on) as cluster:
            _read(files, task, folder / RESULTS, places, known, cluster, jobs=jobs, resume=resume)
        results = Results(folder / RESULTS)
        _show(results, log, known_good)
        _tell_unused(task.corrections, results)
        _write(results, folder, kinds, task, pages=pages, known=known_good)
    if write_baseline:
        baselines.write(results, Path(write_baseline))
        say(f"written: {write_baseline}")
    _judge(results, log, known_good, fail_under, fail_on)
    log.finish()


def _files(
    places: list[str], out: Path, include: list[str] | None, exclude: list[str] | None, sample: int | None
) -> list[str]:
    """Return the files to read: all that fit, or a sample of them; never what an earlier audit wrote."""
    from jdrewrite.audit import sample as drawn
    from jdrewrite.cli.sources import survey

    files = survey(places, include=include, exclude=exclude, leave_out=[out])
    return files if sample is None else drawn(files, sample)


def _corrections(table: str | None, library: str | None, places: list[str], files: list[str]) -> Corrections:
    """Return what is known better of single job descriptions; a table says more than the library."""
    from jdrewrite.audit import corrections as of_one
    from jdrewrite.cli.library_access import opened

    found, left = of_one.read(table, places, files) if table else ({}, 0)
    if left:
        say(f"{table}: {counted(left, 'line')} on files that are no part of this audit")
    if library:
        with opened(library) as shelf:
            found = of_one.together(found, of_one.of_library(shelf, files))
    return found


def _tell_unused(corrections: Corrections, results: Results) -> None:
    """Tell which corrections found no job description: a row that a table has not, a file that could not be read."""
    from jdrewrite.audit.corrections import unused

    for path in unused(corrections, (row.path for row in results.rows())):
        say(f"{path}: corrected, and no job description was read there")


def _read(
    files: list[str],
    task: Task,
    out: Path,
    places: list[str],
    known: Cache,
    cluster: Cluster | None,
    *,
    jobs: int,
    resume: bool,
) -> None:
    """Read the files and write what is found as it comes, with a progress bar."""
    from jdrewrite import audit as audits

    begun = datetime.now(UTC).isoformat()
    head = audits.Head(audit=audits.pipeline_key(task), begun=begun, places=tuple(places), files=len(files))
    with audits.Journal(out, head, resume=resume) as journal:
        before = len(journal.done)
        steps = audits.run(files, task, journal, known, jobs or os.cpu_count() or 1, cluster)
        done = len(journal.done)
        if done:
            say(f"{done:,} files were done before; they are not read again")
        if before > done:
            say(f"{before - done:,} other results are left out: their files have changed or are no part of this audit")
        with ProgressBar(len(files), done=done) as bar:
            for step in steps:
                bar.step(step.records)


def _write(
    results: Results, folder: Path, kinds: list[str], task: Task, *, pages: bool, known: Baseline | None
) -> None:
    """Write the reports, and first what they link to and quote; tell which of an earlier audit stay."""
    from jdrewrite.audit.baseline import Known
    from jdrewrite.audit.reports import left, write
    from jdrewrite.audit.reports import pages as each

    if pages:
        count = each.write(results, folder)
        say(f"written: {count:,} pages in {folder / each.FOLDER}")
    elif "html" in kinds and each.there(folder):
        # The new report links to no page. Where none is written, the pages belong to the one that stays.
        each.remove(folder)
        say(f"{folder / each.FOLDER}: the pages of an earlier audit are removed; --pages writes new ones")
    if {"html", "md"} & set(kinds):
        # Late: with what it needs it takes longer to load than a small audit takes from the cache.
        from jdrewrite.audit.plan import plans
        from jdrewrite.audit.ready import proposed

        say("looking for proposals for the job descriptions with which each group can begin")
        proposed(results, plans(results.rows()), task)
    accepted = Known(results, known) if known else None
    for kind in kinds:
        say(f"written: {write(kind, results, folder, accepted)}")
    if old := left(folder, kinds, pages=pages):
        say(f"left from an earlier audit of this folder, with its figures: {', '.join(old)}")


def _show(results: Results, log: Diagnostics, known: Baseline | None) -> None:
    """Print the summary, and remember the worst of what could not be read and is not accepted."""
    from jdrewrite.audit import overview

    rows, failures = results.rows(), results.failures()
    text_audit.show(output.Page(), overview(rows), failures)
    text_audit.unknown(rows)
    accepted = set(known.unread) if known else set()
    log.code = max((failure.code for failure in failures if failure.path not in accepted), default=0)


def _judge(
    results: Results, log: Diagnostics, known: Baseline | None, least: float | None, level: of.FailOn | None
) -> None:
    """Tell what makes the run fail; exit code 1 unless something could not be read."""
    from jdrewrite.audit import overview
    from jdrewrite.audit.baseline import VERSION, Baseline, worse

    if known is not None or level is not None:
        nothing = Baseline(version=VERSION, documents={})
        found = worse(results, known or nothing, level.value if level else "warning")
        new = "new " if known is not None else ""
        for each in found[:MOST_TOLD]:
            place = f"{each.path}:{each.line}" if each.line else each.path
            log.failed(f"{place}: {'worse' if each.level == 'score' else new + each.level}: {each.text}")
        if len(found) > MOST_TOLD:
            log.failed(f"and {len(found) - MOST_TOLD:,} more")
        if known is not None and not found:
            say("nothing is new or worse than in the baseline")
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


def _task(function_from: of.FunctionFrom | None, name: str | None, columns: Columns) -> Task:
    import msgspec

    from jdrewrite.audit import Task
    from jdrewrite.cli.diagnostics import WrongUsage

    if function_from is of.FunctionFrom.column and not name:
        raise WrongUsage("--function-from", "it does not say which column", "name it with --function-column")
    if function_from is of.FunctionFrom.folder and name:
        raise WrongUsage("--function-column", "the function is taken from the folder", "leave one of the two out")
    told = msgspec.structs.replace(columns, function=name)
    return Task(columns=told, function_from="column" if name else "folder" if function_from else "")


def _cache(path: str | None, *, off: bool) -> Cache:
    from jdrewrite.audit import Cache
    from jdrewrite.audit.cache import default_path

    return Cache(None if off else Path(path) if path else default_path(), told=say)


def _cluster(address: str | None) -> AbstractContextManager[Cluster | None]:
    """Connect to a cluster before earlier results are touched."""
    if not address:
        return nullcontext()
    from jdrewrite.audit.cluster import SCHEMES, Cluster
    from jdrewrite.cli.diagnostics import WrongUsage

    scheme, sign, place = address.partition("://")
    if scheme not in SCHEMES or not sign or not place.rpartition(":")[2].isdecimal():
        raise WrongUsage("--on", f"'{address}' is no address of a cluster", "write it as dask://HOST:PORT")
    return Cluster(address)
