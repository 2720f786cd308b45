"""The reading child of a worker, with a reader that fails as no reader should, on texts that say how.

Run as a script in place of ``jdrewrite.audit.reader``; as a preload of a Dask worker it puts itself there.
"""

import os
import sys
import time
from pathlib import Path

from jdrewrite import analysis, documents
from jdrewrite.audit import reader
from jdrewrite.model import Assessment, CustomerWord, FunctionGuess, Score

LIMIT = 4.0


def dask_setup(worker: object) -> None:
    reader.COMMAND, reader.LIMIT = command(), 3 * LIMIT  # the files that can be read have to be, on a busy machine too


def command(*more: str) -> list[str]:
    return [sys.executable, str(Path(__file__)), *more]


def _deadly(content, path, *, columns=None, real=documents.read_all_bytes):
    sys.stdout.write("what a library prints\n")
    if b"ends its process" in content:
        os._exit(9)
    if b"never comes back" in content:
        time.sleep(1000)
    if b"wants a model" in content:
        from jdrewrite.errors import SetupError

        raise SetupError("en_model", "it is not installed", "install it")
    return real(content, path, columns=columns)


def load_nothing() -> None:
    """Start at once, where a pipeline would be loaded that nobody needs."""


def _found(document, **_how):
    return Assessment(
        path=document.path,
        title=document.title,
        function=(FunctionGuess(name="general", confidence=0.5),),
        customer_word=CustomerWord(plural="customers", source="function", count=0),
        statements=(),
        findings=(),
        score=Score(total=0.0, lenses=(), version="1"),
        versions={},
    )


def spoil_reading() -> None:
    """Do so in this process, for files on the disk: a process of a local audit begins with it.

    What becomes of the processes is the point. They find the same in every text, and load no pipeline for it.
    """

    def from_disk(path, *, columns=None):
        return _deadly(Path(path).read_bytes(), str(path), columns=columns)

    documents.read_all = from_disk
    analysis.analyse = _found


if __name__ == "__main__":
    if "stillborn" in sys.argv:
        sys.exit(3)
    documents.read_all_bytes = _deadly
    if "unprepared" in sys.argv:
        reader.prepare = load_nothing
    reader.main()
