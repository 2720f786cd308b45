"""``python -m jdrewrite``: the same as the command ``jdrewrite``."""

from jdrewrite.cli.main import run

run()
