"""Start-up stays cheap: the heavy libraries wait until they are needed."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROUGHT = {
    "aiohttp": "textual-serve",
    "httpx2": "openai",
    "numpy": "spacy",
    "pydantic-core": "pydantic",
    "thinc": "spacy",
}
"""Packages that come with another one that is asked for, because it is made of them."""
HEAVY = ("spacy", "textual", "openai", "docx", "tinydb", "numpy", "lxml", "pydantic")


def loaded_by(code: str) -> set[str]:
    probe = f"import sys\n{code}\nprint(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import jdrewrite",
        "import jdrewrite.model, jdrewrite.errors, jdrewrite.documents",
        "import jdrewrite.cli.main",
        "import contextlib, io\nfrom jdrewrite.cli.main import app\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n    app(['--help'])",
        "import jdrewrite; jdrewrite.read_bytes(b'Clerk\\n\\n- Enter invoices', 'x.txt')",
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert loaded_by(code) == set()


def test_a_page_of_help_imports_no_command():
    code = (
        "import contextlib, io, sys\nfrom jdrewrite.cli.main import app\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n    app(['--help'])\n"
        "assert not {'jdrewrite.cli.check', 'jdrewrite.cli.audit', 'jdrewrite.catalogue'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_reading_word_needs_no_language_model(tmp_path):
    assert "spacy" not in loaded_by("import jdrewrite.documents.docx, jdrewrite.documents.markdown")


def test_every_public_name_is_there():
    import jdrewrite

    for name in jdrewrite.__all__:
        assert getattr(jdrewrite, name) is not None
    with pytest.raises(AttributeError):
        _ = jdrewrite.nonsense


def test_every_package_that_is_imported_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [lines for name, lines in project["optional-dependencies"].items() if name not in {"dev", "train"}]
    asked = {plain(line) for lines in (project["dependencies"], *extras) for line in lines}
    assert {plain(line) for home in set(BROUGHT.values()) for line in requires(home)} >= set(BROUGHT)
    homes = packages_distributions()
    used = {module for path in (ROOT / "jdrewrite").rglob("*.py") for module in imported(path)}
    assert {"spacy", "textual", "openai", "docx"} <= used
    known = {
        module
        for module in used
        if asked & {BROUGHT.get(plain(module)), *(plain(home) for home in homes.get(module, [module]))}
    }
    assert used - known - sys.stdlib_module_names == {"jdrewrite"}


def plain(requirement):
    """The name in a requirement, as all spellings of it are compared."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def imported(path):
    """The packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


PLANTED = {
    "textual": ("editing/desk.py", "audit/run.py", "library/shelf.py", "web/server.py", "config.py"),
    "textual_serve": ("tui/app.py",),
    "spacy": ("editing/desk.py", "audit/run.py", "library/shelf.py", "tui/app.py", "__init__.py"),
    "docx": ("editing/desk.py", "plain/state.py", "documents/word/writer.py"),
    "openai": ("rewriting/llm/line.py",),
    "fsspec": ("audit/run.py",),
    "tinydb": ("library/shelf.py",),
}
"""Files to which an import is added that its contract forbids."""


def test_the_contracts_see_an_import_wherever_it_is_planted(tmp_path):
    for path in (ROOT / "jdrewrite").rglob("*.py"):
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for package, places in PLANTED.items():
        for place in places:
            with (tmp_path / "jdrewrite" / place).open("a", encoding="utf-8") as file:
                file.write(f"\n\ndef _planted() -> None:\n    import {package}\n")
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 1
    found = set(re.findall(r"(jdrewrite[\w.]*) -> (\w+) \(l\.\d+\)", done.stdout))
    wanted = {(module_of(place), package) for package, places in PLANTED.items() for place in places}
    assert wanted <= found


def module_of(place):
    """The name of the module in a file of the package."""
    return ".".join(("jdrewrite", *Path(place).with_suffix("").parts)).removesuffix(".__init__")
