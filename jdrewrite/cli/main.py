"""The app: commands by name; no arguments, or a file alone, open the terminal UI."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from jdrewrite import __version__
from jdrewrite.cli import diagnostics, output
from jdrewrite.cli.entry import is_terminal
from jdrewrite.cli.late import Commands, Late
from jdrewrite.errors import MissingInput

_OPEN = "open"
_LATE = {
    "check": Late("jdrewrite.cli.check:check", "Score job descriptions, and show strengths and gaps."),
    "rewrite": Late("jdrewrite.cli.rewrite:rewrite", "Propose wordings, verify them, write the result."),
    "audit": Late("jdrewrite.cli.audit:audit", "Score many, with reports."),
    "compare": Late("jdrewrite.cli.compare:compare", "Compare two audits."),
    "verify": Late("jdrewrite.cli.verify:verify", "Judge anyone's rewrite: what was lost or invented."),
    "explain": Late("jdrewrite.cli.explain:explain", "Explain a rule, or list all."),
    "functions": Late("jdrewrite.cli.functions:functions", "Show the catalogue of job functions."),
    "label": Late("jdrewrite.cli.label:label", "Label single statements (JSON lines)."),
    "reflect": Late("jdrewrite.cli.reflect:reflect", "Think about your own job: private questions."),
    "listen": Late("jdrewrite.cli.listen:listen", "The listening test: who names a customer?"),
    "voice": Late("jdrewrite.cli.voice:voice", "Customers' comments, to whose work they touch."),
    "serve": Late("jdrewrite.cli.serve:serve", "The terminal UI in a browser, on this machine only."),
    "doctor": Late("jdrewrite.cli.doctor:doctor", "Check the set-up and the engines."),
    "library": Late("jdrewrite.cli.library:library_app", "Documents, versions and decisions that were kept."),
    "config": Late("jdrewrite.cli.config_show:config_app", "Show the settings in force."),
}


class Front(TyperGroup):
    """Takes a file in place of a command, and turns every error into one line and its exit code."""

    def __init__(self, **settings: Any) -> None:
        """Take the commands of the app, and those that are imported when they are asked for."""
        super().__init__(**settings)
        self.commands: Commands = Commands(_LATE, self.commands)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in their order."""
        return list(self.commands)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the list of commands, none of which is imported for it."""
        rows = [(name, short) for name in self.commands if (short := self.commands.short(name))]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command; a word that is no command and looks like a file opens the UI."""
        if args and args[0] not in self.commands and _looks_like_a_file(args[0]):
            if len(args) == 1:
                args = [_OPEN, *args]
            elif Path(args[0]).exists():
                raise _not_alone(args)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and notice here when whoever reads the output has gone."""
        output.prepare()
        try:
            result = super().invoke(ctx)
            output.flush()
        except BrokenPipeError:
            diagnostics.quiet_after_closed_pipe()
            raise typer.Exit(diagnostics.PIPE_CLOSED) from None
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the app and, unless a caller wants the result, exit with the code of the errors' table."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
            if code == diagnostics.INTERRUPTED:  # typer has caught it, and says nothing
                diagnostics.exit_code_of(KeyboardInterrupt())
        except (Exception, KeyboardInterrupt) as error:
            if not standalone_mode:
                raise
            code = diagnostics.exit_code_of(error)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code


app = typer.Typer(
    cls=Front,
    name="jdrewrite",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: it wraps paragraphs well, and says no <bool> behind a flag
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 success, 1 a check failed, 2 usage, 3 input, 4 output, 5 setup, 6 not English, 7 library, "
    "8 engine.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        output.Page().line(f"jdrewrite {__version__}")
        raise typer.Exit


@app.callback()
def start(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback prints and ends
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="With a FILE: work line by line, for screen readers and plain terminals."),
    ] = False,
) -> None:
    """Read a job description, see whom it serves, and rewrite it without losing or inventing a fact.

    Without a command, or with a FILE alone, the terminal UI opens.
    """
    ctx.obj = {"plain": plain}
    if ctx.invoked_subcommand is None:
        if plain:
            raise diagnostics.WrongUsage("--plain", "no file is named", "try 'jdrewrite --plain FILE'")
        if is_terminal():
            _open_ui(None)
        else:
            output.Page().line(ctx.get_help())


@app.command(_OPEN, hidden=True)
def open_file(ctx: typer.Context, file: str) -> None:
    """Open a file in the terminal UI, or line by line."""
    if not Path(file).exists() and not Path(file.rpartition("#")[0]).is_file():  # jobs.csv#12 is a row of a table
        raise MissingInput(file, "there is no such file", "check the path; 'jdrewrite --help' lists the commands")
    if (ctx.obj or {}).get("plain"):
        from jdrewrite.plain import run as run_plain

        run_plain(file)
        return
    if not is_terminal():
        raise diagnostics.WrongUsage(
            file, "the terminal UI needs a terminal", f"try 'jdrewrite --plain {file}' or 'jdrewrite check {file}'"
        )
    _open_ui(file)


def _open_ui(path: str | None) -> None:
    from jdrewrite.tui import run as run_ui

    run_ui(path)


def _not_alone(args: Sequence[str]) -> diagnostics.WrongUsage:
    """Return what is said of a file that is to be opened with something behind it."""
    option = next((word for word in args[1:] if word.startswith("-")), "")
    if option:
        behind = "it stands behind a file that is to be opened"
        return diagnostics.WrongUsage(
            option, behind, f"try 'jdrewrite {option} FILE', or name a command before the file"
        )
    several = f"one file is opened at a time, and {len(args)} were named"
    return diagnostics.WrongUsage(args[0], several, "name one; 'check' and 'rewrite' take several")


def _looks_like_a_file(word: str) -> bool:
    return not word.startswith("-") and ("." in word or "/" in word or "\\" in word or Path(word).exists())
