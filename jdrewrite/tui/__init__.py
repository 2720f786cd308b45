"""The terminal UI. Importing this package loads no Textual; ``run`` does."""

from __future__ import annotations


def run(path: str | None) -> int:
    """Open the terminal UI on a file, or on the start screen, and return the exit code.

    Args:
        path: a job description; None to choose one.

    Raises:
        JdrewriteError: the file cannot be read.
    """
    from jdrewrite.tui.app import JdrewriteApp

    app = JdrewriteApp(path, keeps=True)
    app.run()
    return app.return_code or 0
