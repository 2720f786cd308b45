"""The whole workflow line by line: for screen readers, dumb terminals, and whoever likes it so."""

from __future__ import annotations


def run(path: str) -> int:
    """Work on a file by typed commands until the user leaves; return the exit code.

    Raises:
        JdrewriteError: the file cannot be read.
    """
    from jdrewrite.plain.running import start

    return start(path)
