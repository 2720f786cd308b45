"""The examples of docs/patterns.md do what the page says."""

import re
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.project import settings_for

PAGE = Path(__file__).resolve().parents[2] / "docs" / "patterns.md"


def examples():
    kind = "token"
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            kind = "dependency" if "`dependency`" in line else "token"
        cells = [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 3 and cells[0].startswith("`"):
            yield kind, cells[0].strip("`"), cells[1], cells[2]


@pytest.mark.parametrize(("kind", "pattern", "finds", "passes"), list(examples()))
def test_an_example(tmp_path, kind, pattern, finds, passes):
    rule = f'[[rule]]\nid = "across.silo.tried"\nlens = "across"\nvalue = "silo"\nkind = "{kind}"\n'
    (tmp_path / "jdrewrite.toml").write_text(f"{rule}patterns = ['{pattern}']\n", encoding="utf-8")
    path = tmp_path / "clerk.md"
    path.write_text(f"# Clerk\n\n## Duties\n\n- {finds}\n- {passes}\n- Help customers pay.\n", encoding="utf-8")
    found = jdrewrite.analyse(jdrewrite.read(path), settings=settings_for(str(path)))
    hit = {finding.statement for finding in found.findings if finding.rule == "across.silo.tried"}
    assert [statement.text for statement in found.statements if statement.id in hit] == [finds]


def test_the_page_has_examples():
    assert len(list(examples())) >= 8
