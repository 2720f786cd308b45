"""Options of ``jdrewrite reflect``."""

from __future__ import annotations

from typing import Annotated

import typer

from jdrewrite.cli.options import known_function

WhichArgument = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="With --resume or --look-back: which one, by its name or day."),
]
ResumeOption = Annotated[
    bool,
    typer.Option("--resume", help="Take up the last one, or the one of NAME, where it was left; or correct it."),
]
ListOption = Annotated[bool, typer.Option("--list", help="List the reflections that are kept, and ask nothing.")]
ExportOption = Annotated[
    str | None,
    typer.Option(
        "--export",
        metavar="FILE",
        help="Write the page at the end, as it is shown there: .md, .html or .docx. It holds your job as first "
        "said, the paragraph, the commitments, and what is asked of the manager and the job description.",
    ),
]
WithAnswersOption = Annotated[
    bool, typer.Option("--with-answers", help="Add every single answer to the page, as it was given.")
]
FunctionOption = Annotated[
    str | None,
    typer.Option("--function", metavar="NAME", callback=known_function, help="Your job function, for suggestions."),
]
JdOption = Annotated[str | None, typer.Option("--jd", metavar="FILE", help="Your job description, for hints.")]
CommentsOption = Annotated[
    str | None,
    typer.Option("--comments", metavar="FILE", help="Customers' comments; those on your work are shown."),
]
LookBackOption = Annotated[
    bool, typer.Option("--look-back", help="Look at the last one's commitments: what became of them?")
]
ScreenOption = Annotated[bool, typer.Option("--screen", help="Ask on a screen of its own, not line by line.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite the page if it is there.")]
