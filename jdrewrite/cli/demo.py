"""A walk through the commands on one real file, for ``make demo``: what a user runs, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from jdrewrite.cli import diagnostics, output
from jdrewrite.cli.main import app


def demo(source: Path, folder: Path) -> int:
    """Check, rewrite, write and verify one job description, and say how to go on.

    Args:
        source: a job description.
        folder: where the rewritten file is put; it must be there.

    Returns:
        The exit code of the first command that failed, or 0.
    """
    target = folder / f"{source.stem}.rewritten{source.suffix}"
    for args in (
        ["check", str(source)],
        ["rewrite", str(source)],
        ["rewrite", str(source), "--output", str(target), "--force"],
        ["check", str(target)],
        ["verify", str(source), str(target)],
    ):
        output.Page().line(("$ " + " ".join(["jdrewrite", *args]), "bold cyan"))
        output.flush()
        code = app(args, prog_name="jdrewrite", standalone_mode=False)
        output.Page().line()
        if code:
            return int(code)
    command = Path(sys.executable).with_name("jdrewrite")
    shown = Path(".venv", "bin", "jdrewrite") if command.parent.parent.name == ".venv" else Path("jdrewrite")
    page = output.Page()
    page.line("Written: ", (str(target), "bold"))
    page.line("Open it in the terminal UI, to accept, edit and undo by hand: ", (f"{shown} {source}", "bold"))
    return 0


def main(args: list[str]) -> int:
    """Run the demo from the command line, with errors told as everywhere else."""
    if len(args) != 2:
        diagnostics.say("the demo takes a file and a folder: python -m jdrewrite.cli.demo FILE FOLDER")
        return diagnostics.USAGE
    try:
        return demo(Path(args[0]), Path(args[1]))
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place to make it one line
        return diagnostics.exit_code_of(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
