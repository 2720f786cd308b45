"""The terminal UI. Importing this package loads no Textual; ``run`` does."""

from __future__ import annotations

import gc


def run(path: str | None) -> int:
    """Open the terminal UI on a file, or on the start screen, and return the exit code.

    Args:
        path: a job description; None to choose one.

    Raises:
        JdrewriteError: the file cannot be read.
    """
    # Until something is on the screen there is nothing to collect, and looking for it takes a tenth of the time.
    gc.disable()
    from jdrewrite.tui.app import JdrewriteApp

    app = JdrewriteApp(path, keeps=True)
    app.run()
    return app.return_code or 0
