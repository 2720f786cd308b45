"""The examples in Python, in the package's own docstring and in the README, do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jdrewrite

ROOT = Path(__file__).resolve().parents[1]
CLERK = ROOT / "examples/word/accounts-receivable-specialist.docx"


def code_of(name: str) -> str:
    """Return the lines of code that a text shows."""
    if name == "README":
        (shown,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
        return str(shown)
    doc = jdrewrite.__doc__ or ""
    return "\n".join(line.strip() for line in doc.splitlines() if line.startswith("    "))


@pytest.mark.parametrize("name", ["docstring", "README"])
def test_the_example_writes_only_what_passed_and_no_new_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clerk.docx").write_bytes(CLERK.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(code_of(name).replace("import jdrewrite\n", ""), {"jdrewrite": jdrewrite})  # noqa: S102 - our own words
    before = jdrewrite.read("clerk.docx")
    written = [path for path in tmp_path.iterdir() if path.name != "clerk.docx"]
    assert written
    for path in written:
        after = jdrewrite.read(path)
        assert [b.text for b in after.blocks] != [b.text for b in before.blocks]
        assert len(after.blocks) == len(before.blocks)
        verdict = jdrewrite.verify_documents(before, after)
        assert verdict.passed
        assert not any(fact.check == "agreement" for fact in verdict.warnings)
