"""The process behind one tab: the terminal UI, which ends when the server is gone, however that came about."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

_EVERY = 0.5
_GRACE = 3.0


def watch(parent: int) -> None:
    """End this process once its parent is another: first in good order, then at once."""
    while os.getppid() == parent:
        time.sleep(_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    os._exit(1)


def main() -> int:
    """Run the UI on the file named in the second word, if any; the first is the server's process id."""
    parent, *paths = sys.argv[1:]
    threading.Thread(target=watch, args=(int(parent),), daemon=True).start()
    from jdrewrite.tui import run

    return run(paths[0] if paths else None)


if __name__ == "__main__":
    sys.exit(main())
