"""``jdrewrite library``: what was kept of job descriptions, their versions and the decisions on them."""

from __future__ import annotations

import typer

from jdrewrite.cli import library_keeping as keeping
from jdrewrite.cli import library_looking as looking

library_app = typer.Typer(help="Look after the library: documents, versions, decisions.", no_args_is_help=True)
_COMMANDS = (
    ("list", looking.list_, "List documents."),
    ("show", looking.show, "Show one document."),
    ("history", looking.history, "Show everything that happened to one."),
    ("diff", looking.diff, "Show what changed between versions."),
    ("restore", keeping.restore, "Get an earlier version back."),
    ("set", keeping.set_, "Set state and notes; lock, unlock."),
    ("export", keeping.export, "Write all, or some, into one file."),
    ("import", keeping.import_, "Take in an export."),
    ("verify", keeping.verify, "Read everything, mend what is damaged."),
    ("compact", keeping.compact, "Make the library smaller."),
)
for _name, _command, _short in _COMMANDS:
    library_app.command(_name, short_help=_short)(_command)
