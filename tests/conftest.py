"""Fixtures for all tests: the shared data where they are, LibreOffice where it is, and no silent skips in CI."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.part import tries

# Workers, and what they start, share the processors: threads of NumPy spin while they wait for each other. NumPy reads
# this when it is first imported, which is later than here.
for _library in ("OPENBLAS", "OMP"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

# What is loaded once (the pipeline, the catalogue, thousands of tests) stays to the end. Looking through it for garbage,
# as often as Python does by itself, took a quarter of the time of most tests.
gc.set_threshold(100_000, 20, 20)

ROOT = Path(__file__).resolve().parents[1]
settings.register_profile(
    "jdrewrite",
    max_examples=tries(settings.default.max_examples),
    deadline=None,  # a machine with other work to do is slow
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("jdrewrite")


def shared_folder() -> Path | None:
    """The folder with real job descriptions: beside the checkout, or where JDREWRITE_SHARED says."""
    if os.environ.get("JDREWRITE_NO_SHARED"):
        return None
    folder = Path(os.environ.get("JDREWRITE_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "data").is_dir() else None


def chromium_program() -> str | None:
    """The browser of the system: tests must not fetch one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("needs the project's shared data; say where they are with JDREWRITE_SHARED")
    return folder / "data"


@pytest.fixture(scope="session")
def soffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (Debian: libreoffice-writer-nogui)")
    return program


@pytest.fixture(scope="session")
def chromium() -> str:
    program = chromium_program()
    if program is None:
        pytest.skip("needs a browser (Debian: chromium)")
    return program


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a skipped test fails the run")


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()  # the tests themselves


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
