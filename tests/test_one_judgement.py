"""What passes as a proposal passes as a document: ``rewrite`` and ``verify`` judge alike."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.documents import edited
from jdrewrite.errors import InputError, LanguageDeclined
from jdrewrite.model import Document

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(
    path
    for folder in ("markdown", "pdf", "tables", "text", "web", "word")
    for path in (ROOT / "examples" / folder).iterdir()
    if path.is_file()
)
SAMPLE = 150


def refused(document: Document) -> list[str]:
    """Return why the judge refuses what the writer made of a document, as it is read from the file."""
    revision = jdrewrite.revise(document)
    if document.place is None and document.format != "pdf":
        after = jdrewrite.read_bytes(revision.rendered, document.path, document.format)
    else:
        after = edited(document, revision.edits)
    verdict = jdrewrite.verify_documents(document, after)
    return [f"{fact.check}: {fact.text}" for fact in (*verdict.lost, *verdict.invented, *verdict.changed)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_judge_lets_the_rewrite_of_every_example_pass(path: Path) -> None:
    for document in jdrewrite.read_all(path):
        assert refused(document) == [], document.path


@pytest.mark.shared
def test_the_judge_lets_rewrites_of_real_job_descriptions_pass(shared: Path) -> None:
    paths = sorted(p for p in (shared / "jds").rglob("*") if p.is_file() and p.suffix in {".md", ".txt", ".html"})
    found = {}
    for path in random.Random(7).sample(paths, min(SAMPLE, len(paths))):  # noqa: S311 - a sample, no secret
        try:
            why = refused(jdrewrite.read(path))
        except (InputError, LanguageDeclined):
            continue
        if why:
            found[path.name] = why
    assert found == {}


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    [
        "cds/2023-senior-infrastructure-developer",
        "cds/2023-research-evaluation-analyst",
        "gitlab/legal-and-corporate-affairs-legal-counsel",
    ],
)
def test_names_of_those_served_and_the_lines_of_lawyers_are_judged_alike(shared: Path, name: str) -> None:
    folder, start = name.split("/")
    paths = [p for p in (shared / "jds" / folder).iterdir() if p.name.startswith(start)]
    assert paths
    for path in paths:
        assert refused(jdrewrite.read(path)) == []
