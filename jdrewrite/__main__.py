"""``python -m jdrewrite``: the same as the command ``jdrewrite``."""

from jdrewrite.cli.entry import run

run()
