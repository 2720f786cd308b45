"""Options of ``jdrewrite audit``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class FailOn(StrEnum):
    """The lowest level of a finding that fails a run."""

    warning = "warning"
    suggestion = "suggestion"


class FunctionFrom(StrEnum):
    """What tells the function of a job, where it is not the text."""

    folder = "folder"
    column = "column"


PlacesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Folders, files, or globs ('jobs/**/*.docx'), here or behind an address (s3://bucket/jobs, extra "
        "'remote'); a table may hold a job description a row.",
    ),
]
OutOption = Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Folder for results and reports.")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="dask://HOST:PORT", help="Read the files on this Dask cluster instead of here (extra 'dask')."
    ),
]
ResumeOption = Annotated[bool, typer.Option("--resume", help="Go on with an interrupted run of the same settings.")]
IncludeOption = Annotated[
    list[str] | None, typer.Option("--include", metavar="GLOB", help="Only files that fit; repeat it.")
]
ExcludeOption = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="GLOB", help="No files that fit; repeat it.")
]
FunctionFromOption = Annotated[
    FunctionFrom | None,
    typer.Option("--function-from", help="Take the function from the folder's name, or from a column of the table."),
]
FunctionColumnOption = Annotated[
    str | None,
    typer.Option("--function-column", metavar="NAME", help="The column that tells the function, or the department."),
]
CorrectionsOption = Annotated[
    str | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="Functions, titles and people served that you know better: a CSV or TSV with the columns path, function, "
        "title, serves.",
    ),
]
LibraryOption = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="Take what was corrected in the terminal UI (function, title, whom it serves) from this library "
        "('default' is yours).",
    ),
]
SampleOption = Annotated[
    int | None, typer.Option("--sample", min=1, metavar="N", help="Only N files, the same ones each time.")
]
ReportOption = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="KIND",
        help="Reports to write: html, xlsx, csv, json, jsonl, md, sarif, github, all, none; repeat it or put "
        "commas between. Default: html,xlsx.",
    ),
]
PagesOption = Annotated[
    bool,
    typer.Option(
        "--pages", help="Also write a page for each job description with its marks, linked from the HTML report."
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Exit with 1 on what is new or worse than in FILE, which --write-baseline wrote.",
    ),
]
WriteBaselineOption = Annotated[
    str | None,
    typer.Option(
        "--write-baseline", metavar="FILE", help="Accept all that is found now: write it to FILE, for --baseline."
    ),
]
FailUnderOption = Annotated[
    float | None,
    typer.Option("--fail-under", min=0, max=100, metavar="N", help="Exit with 1 if the median is below N."),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", metavar="LEVEL", help="Exit with 1 on findings of LEVEL (warning, suggestion)."),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")]
CacheOption = Annotated[str | None, typer.Option("--cache", metavar="FILE", help="Keep the cache here.")]
