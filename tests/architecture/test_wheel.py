"""The built wheel, in an environment of its own, holds everything that it needs."""

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALONE = """
import re, runpy, sys
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from packaging.requirements import Requirement

def plain(name):
    return re.sub("[-_.]+", "-", name).lower()

def needed(name, extras, seen):
    for text in requires(name) or ():
        wanted = Requirement(text)
        if any(wanted.marker is None or wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            key = (plain(wanted.name), *sorted(wanted.extras))
            if key not in seen:
                seen.add(key)
                try:
                    needed(wanted.name, wanted.extras, seen)
                except PackageNotFoundError:
                    pass  # of another system
    return seen

asked_for = {name for name, *_ in needed("jdrewrite", (), set())} | {"jdrewrite"}
found = packages_distributions()
refused = {module for module, names in found.items() if not asked_for & {plain(name) for name in names}}
for module in [module for module in sys.modules if module.partition(".")[0] in refused]:
    del sys.modules[module]  # what this script itself needed

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(f"{name} is none of the dependencies", name=name)

assert {"pytest", "hypothesis"} <= refused
sys.meta_path.insert(0, Refuse())
import jdrewrite
print(jdrewrite.__path__[0].removesuffix("jdrewrite").rstrip("/\\\\"), flush=True)
sys.argv[0] = "jdrewrite"
runpy.run_module("jdrewrite", run_name="__main__")
"""
"""Runs jdrewrite and refuses every package that is installed here and that nothing it depends on asks for."""
JD = "Accounts clerk\n\nDuties\n- Prepare customer invoices and send them.\n- Answer the telephone.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("jdrewrite-*.whl"))


def test_data_travels_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "jdrewrite/_data/prompts/functions/general.toml",
        "jdrewrite/analysis/rules/data/frame.toml",
        "jdrewrite/language/words_data/duty_verbs.txt",
        "jdrewrite/verifying/data/words.toml",
        "jdrewrite/tui/app.tcss",
        "jdrewrite/py.typed",
    ):
        assert wanted in names
    assert not [n for n in names if n.startswith(("tests/", "tools/", "benchmarks/"))]


def test_the_wheel_runs_where_nothing_else_of_the_project_is(wheel, tmp_path):
    """As if it were installed alone: the checkout cannot be imported, nor what the project does not ask for."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    (tmp_path / "clerk.txt").write_text(JD)
    paths = os.pathsep.join([str(tmp_path / "installed"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    done = subprocess.run(
        # -S: the file by which the checkout stands on the path of this environment is not read.
        [sys.executable, "-S", "-c", ALONE, "rewrite", "clerk.txt", "-o", "out.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path / 'installed'}\n"
    assert re.search(r"(?:so that|to help) customers", (tmp_path / "out.txt").read_text())
