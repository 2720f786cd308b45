"""What the plans of an audit call ready is what ``rewrite`` accepts, and new lines are told apart from it."""

import html
import shutil
from pathlib import Path

import msgspec
import pytest

import jdrewrite
from jdrewrite import cached, proposing
from jdrewrite.audit import Task, pipeline_key
from jdrewrite.audit.plan import plans
from jdrewrite.audit.ready import (
    NEW_LINES,
    NOR_NEW,
    NOTHING,
    READY,
    ForOne,
    Ready,
    command,
    lead_in,
    proposed,
    some_ready,
)
from jdrewrite.audit.reports import write
from jdrewrite.documents.columns import Columns
from tests.audit.conftest import audited

EXAMPLES = Path(__file__).parents[2] / "examples"


def ready(example, folder):
    (folder / "jobs").mkdir()
    shutil.copy(EXAMPLES / example, folder / "jobs")
    found = audited(folder / "jobs", folder / "results.jsonl")
    (one,) = proposed(found, plans(found.rows()), Task()).values()
    return found, one


@pytest.mark.parametrize("example", ["pdf/warehouse-coordinator.pdf", "text/production-operator.txt"])
def test_what_is_ready_is_what_rewrite_accepts(example, tmp_path):
    _, one = ready(example, tmp_path)
    revision = jdrewrite.revise(jdrewrite.read(EXAMPLES / example))
    accepted = {p.proposed for p in revision.proposals if p.id in revision.accepted}
    assert one.count == len(accepted)
    assert {each.proposed for each in one.proposals} <= accepted
    assert {each.kind for each in one.proposals} <= {"reframe", "connect"}


def test_what_names_those_served_comes_first(tmp_path, monkeypatch):
    made = proposing.proposals
    monkeypatch.setattr(proposing, "proposals", lambda *args, **kinds: made(*args, **kinds)[::-1])
    _, one = ready("rewritten/production-operator.txt", tmp_path)
    named = ["customers" in each.proposed.removeprefix(each.original) for each in one.proposals]
    assert named == sorted(named, reverse=True)
    assert {True, False} == set(named)


def test_new_lines_of_the_function_stand_apart_and_those_of_any_job_nowhere(tmp_path):
    found, one = ready("text/hr-business-partner.txt", tmp_path)
    assert {each.kind for each in one.lines} == {"add"}
    for kind in ("md", "html"):
        text = html.unescape(write(kind, found, tmp_path).read_text())
        place = text.index(NEW_LINES)
        assert all(text.index(each.proposed[:-1]) > place for each in one.lines)
        assert text.index(READY) < place


def test_lines_that_hold_for_any_job_are_not_shown(tmp_path):
    (tmp_path / "jobs").mkdir()
    text = "# Helper\n\n## Duties\n\n- Look after the hives in the orchard.\n- Write down in the log what was done.\n"
    (tmp_path / "jobs" / "helper.md").write_text(text)
    document = jdrewrite.read(tmp_path / "jobs" / "helper.md")
    assert {p.kind for p in jdrewrite.revise(document).proposals} == {"add"}
    found = audited(tmp_path / "jobs", tmp_path / "results.jsonl")
    (one,) = proposed(found, plans(found.rows()), Task()).values()
    assert (one.proposals, one.lines, one.count) == ((), (), 0)
    for kind in ("md", "html"):
        said = write(kind, found, tmp_path).read_text()
        assert not any(words in said for words in (READY, NEW_LINES))
        assert NOTHING in said, "the plan begins with it, and says why nothing follows"
        assert NOR_NEW in said


def test_lines_that_name_nobody_served_are_told_apart_and_one_is_no_each():
    line = Ready(kind="connect", line=3, original="Files plans.", proposed="Files plans, so that ...", why="")
    one = ForOne(path="a.md", title="Clerk", proposals=(line,), count=1, command="x")
    assert some_ready(one, "in Clerk") == f"{READY} in Clerk, though nothing here names whom the work serves:"
    assert lead_in(one) == "It passed the verifier. This applies it:"
    named = msgspec.structs.replace(line, names=True)
    two = msgspec.structs.replace(one, proposals=(line, named), count=2)
    assert some_ready(two, "in Clerk") == f"{READY} in Clerk:"
    assert lead_in(two) == "Each passed the verifier. This applies them:"


def test_whether_a_line_names_those_served_is_known(tmp_path):
    _, one = ready("rewritten/production-operator.txt", tmp_path)
    assert {each.names for each in one.proposals if "customers" in each.proposed} == {True}
    assert {each.names for each in one.proposals if "customer" not in each.proposed} == {False}


def test_an_end_that_stands_in_many_job_descriptions_is_told_and_comes_last(tmp_path):
    (tmp_path / "jobs").mkdir()
    kept = "- Maintains records of payments.\n- {0}\n"
    others = (
        "Sweeps the yard.",
        "Feeds the hens.",
        "Paints the boats.",
    )
    for name, other in zip("abc", others, strict=True):
        text = f"# Billing clerk {name}\n\n## Duties\n\n" + kept.format(other)
        (tmp_path / "jobs" / f"{name}.md").write_text(text)
    found = audited(tmp_path / "jobs", tmp_path / "results.jsonl")
    made = proposed(found, plans(found.rows()), Task())
    same = [each for one in made.values() for each in one.proposals if each.same]
    assert {each.same for each in same} == {3}
    assert len(same) == 3
    assert not any(each.names for each in same)
    for one in made.values():
        assert [each.same for each in one.proposals] == sorted(each.same for each in one.proposals)
    for kind in ("md", "html"):
        assert "the same end in 3 of the job descriptions" in write(kind, found, tmp_path).read_text()
    assert proposed(found, plans(found.rows()), Task()) == made, "kept, and told the same again"


def test_another_writer_or_judge_proposes_anew(tmp_path, monkeypatch):
    found, one = ready("text/production-operator.txt", tmp_path)
    told = cached.digest_of
    for part in ("rewriting", "verifying"):
        monkeypatch.setattr(cached, "digest_of", lambda *parts, part=part: told(*parts) + part * (part in parts))
        (again,) = proposed(found, plans(found.rows()), Task()).values()
        assert again.key != one.key
        assert msgspec.structs.replace(again, key=one.key) == one


def test_another_reader_reads_anew(monkeypatch):
    before, told = pipeline_key(Task()), cached.digest_of
    for part in ("analysis", "language", "documents", "catalogue", "model"):
        monkeypatch.setattr(cached, "digest_of", lambda *parts, part=part: told(*parts) + part * (part in parts))
        assert pipeline_key(Task()) != before
    monkeypatch.undo()
    assert pipeline_key(Task()) == before


@pytest.mark.parametrize("behind", ["", "file://"])
def test_the_command_for_a_page_leaves_the_result_of_a_word_file_alone(behind, tmp_path):
    page, word = tmp_path / "clerk.pdf", tmp_path / "clerk.docx"
    shutil.copy(EXAMPLES / "pdf/warehouse-coordinator.pdf", page)
    document = msgspec.structs.replace(jdrewrite.read(page), path=f"{behind}{page}")
    assert command(document, document.path, None, Columns()).endswith("clerk.rewritten.docx")
    shutil.copy(next((EXAMPLES / "word").glob("*.docx")), word)
    told = {
        command(jdrewrite.read(word), str(word), None, Columns()),
        command(document, document.path, None, Columns()),
    }
    assert {Path(each.rpartition(" -o ")[2]).name for each in told} == {
        "clerk.rewritten.docx",
        "clerk.pdf.rewritten.docx",
    }
