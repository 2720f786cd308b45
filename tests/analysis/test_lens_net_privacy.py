"""Reading a job description writes nothing into the folders of a user, and reports to nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_READ = """
import time
from jdrewrite.analysis.lens_net import net
net().read(["answer", "customers", "within", "a", "day"])
time.sleep(1)  # what is told to its maker is written beside the work
"""


def test_the_runtime_of_the_net_leaves_no_trace(tmp_path: Path) -> None:
    """The library keeps an id of the device and a queue of events in the cache folder where it is let."""
    pytest.importorskip("onnxruntime")
    places = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")
    private = {**os.environ, **dict.fromkeys(places, str(tmp_path))}
    private.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", _READ], check=True, env=private)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == []
