import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "word" / "accounts-receivable-specialist.docx"


@pytest.fixture
def server(tmp_path, request):
    """A server on one file, or on its folder where the parameter is "folder"."""
    source = shutil.copy(EXAMPLE, tmp_path / "specialist.docx")
    if getattr(request, "param", "") == "folder":
        source = tmp_path
    names = {f"JDREWRITE_{name}": str(tmp_path / name.lower()) for name in ("STATE", "LIBRARY", "CONFIG")}
    process = subprocess.Popen(
        [sys.executable, "-m", "jdrewrite", "serve", str(source), "--no-open"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **names},
    )
    process.address = process.stdout.readline().strip()
    yield process
    process.kill()
    process.wait()
    process.stdout.close()
