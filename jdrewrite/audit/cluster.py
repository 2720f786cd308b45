"""Reads the files of an audit on a Dask cluster that is there already.

The files are sent: its workers need no shared disk.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError as Gone
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from importlib.metadata import version
from typing import Any

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.portions import Portions
from jdrewrite.audit.records import Failed
from jdrewrite.audit.run import TOGETHER, Found
from jdrewrite.audit.worker import Sent, Task, load, pipeline_key
from jdrewrite.errors import JdrewriteError, SetupError

SCHEMES = ("dask", "tcp")
PATIENCE = 30
"""Seconds in which the cluster must answer and have a worker."""


class Cluster(Closing):
    """A connection to a cluster."""

    def __init__(self, address: str) -> None:
        """Connect.

        Args:
            address: ``dask://HOST:PORT`` of its scheduler, or ``tcp://``.

        Raises:
            SetupError: Dask is not installed, or there is no cluster with a worker.
        """
        try:
            import distributed
        except ImportError:
            way_out = "install it with 'pip install jdrewrite[dask]', or leave out --on"
            raise SetupError(address, "the package distributed is not installed", way_out) from None
        self.address = address
        for name in ("distributed.client", "distributed.core"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what they would print is told as an error
        library: Any = distributed  # half of it has no types
        self._client: Any = None
        way_out = "check the address, and start 'dask scheduler' and 'dask worker', or leave out --on"
        try:
            self._client = library.Client(
                "tcp://" + address.partition("://")[2], timeout=PATIENCE, set_as_default=False
            )
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            reason = "the cluster has no worker" if self._client else "no Dask cluster answers there"
            self.close()
            raise SetupError(address, f"{reason} ({type(error).__name__})", way_out) from None

    def close(self) -> None:
        """Leave the cluster; what it still has to do for this audit is dropped."""
        if self._client is not None:
            self._client.close()

    def portions(self, files: Sequence[str], task: Task) -> Iterator[list[Found]]:
        """Yield portions as workers finish them; what a lost worker had goes to another one.

        Raises:
            SetupError: the installation of a worker is not complete or another one, or the cluster went away.
        """
        try:
            self._compare(task)
            yield from self._portions(files, task)
        except JdrewriteError:
            raise
        except (CancelledError, Gone, OSError) as error:
            reason = f"the cluster went away ({type(error).__name__}); what was found so far is kept"
            raise SetupError(self.address, reason, "start it again, and go on with --resume") from None
        except Exception as error:
            reason = f"the cluster cannot do it ({type(error).__name__}: {error}); what was found so far is kept"
            way_out = "install the same jdrewrite on its scheduler and workers, and go on with --resume"
            raise SetupError(self.address, reason, way_out) from error

    def _portions(self, files: Sequence[str], task: Task) -> Iterator[list[Found]]:
        groups = (files[n : n + TOGETHER] for n in range(0, len(files), TOGETHER))
        line = Portions(self._client, task)
        while True:
            while line.room() and (group := next(groups, None)):
                loaded = [(file, load(file)) for file in group]
                line.put([each for _, each in loaded if isinstance(each, Sent)])
                yield [(file, (each,)) for file, each in loaded if isinstance(each, Failed)]
            if line.waiting:
                yield line.get()
            elif line.suspects:
                yield line.alone()
            else:
                return

    def _compare(self, task: Task) -> None:
        """Refuse workers with another jdrewrite, rules or model, before they have anything to do.

        Those that come later refuse their first files (``portions.audit_sent``).
        """
        way_out = "install the same jdrewrite and language model on each worker as here"
        # First by what any worker can answer: one without jdrewrite could not even load a function of it.
        asked: list[tuple[Any, Any, str]] = [
            (version, "jdrewrite", "jdrewrite"),
            (pipeline_key, task, "rules or model"),
        ]
        for ask, given, what in asked:
            here = ask(given)
            for worker, there in self._client.run(ask, given, on_error="return").items():
                if isinstance(there, Exception):
                    reason = f"it has no {what} that can be used ({type(there).__name__}: {there})"
                    raise SetupError(f"worker {worker}", reason, way_out)
                if there != here:
                    reason = f"it has another {what} ({there}) than this machine ({here})"
                    raise SetupError(f"worker {worker}", reason, way_out)
