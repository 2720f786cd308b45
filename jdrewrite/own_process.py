"""How a process runs that is jdrewrite's own: the command line, the workshop behind the screen, a worker of an audit.

A program that imports the package is left as it is; it may call ``settle`` before it imports numpy.
"""

from __future__ import annotations

import gc
import os
import sys

ONE_THREAD = "OPENBLAS_NUM_THREADS"
"""What tells numpy, before it is imported, in how many threads to multiply matrices."""
_SELDOM = (50_000, 10, 10)
"""New objects before they are looked through, and how often the older ones are."""
_TURN = 0.0001
"""Seconds after which a thread lets go of the language's lock where another one wants it."""


def settle() -> None:
    """Set what makes the work quicker, in any order with what it loads but numpy.

    * Matrices are multiplied in one thread: their rows are short, and threads would wait for each other.
    * Memory is looked through less often, for what is loaded stays to the end: it took a tenth of a short command.
    * Threads take short turns: the net, which reads beside everything else, asks for the lock between short steps, and
      waited for it most of the time. On 150 job descriptions the analysis took 8 % less time.
    """
    os.environ.setdefault(ONE_THREAD, "1")
    gc.set_threshold(*_SELDOM)
    sys.setswitchinterval(_TURN)
