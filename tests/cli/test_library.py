"""``jdrewrite library``, and ``--library`` on the other commands."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.editing.session import opened, serving
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.library import decision, open_library
from jdrewrite.model import Document

from .conftest import Run, assessment_of
from .test_schemas import check

TEXT = """# Accounts Receivable Clerk

## Duties

- Contact accounts that are past due in order to improve cash flow.
- Prepare and send customer invoices for all shipments of the previous day.
- Post customer payments and cash receipts daily.
- Keep the ledger of the branch in order.
- File the reports of the month.
- Research and resolve billing disputes with sales and the warehouse.
- Reconcile the subledger with the general ledger.
- Support the annual audit with schedules.
- Archive signed contracts.
"""


@pytest.fixture
def clerk(tmp_path: Path) -> Path:
    path = tmp_path / "clerk.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDREWRITE_WHO", "ann")
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "own"))
    return tmp_path / "library"


def test_a_rejection_is_shown_and_kept_when_the_document_comes_back(
    run: Run, clerk: Path, folder: Path, tmp_path: Path
) -> None:
    told = json.loads(run("rewrite", clerk, "--library", folder, "--format", "json").stdout)["documents"][0]
    assert told["library"]["how"] == "new"
    first = next(p for p in told["proposals"] if p["original"].startswith("Contact accounts"))
    done = run("rewrite", clerk, "--library", folder, "--reject", first["id"], "--reason", "agreed with the union")
    assert "rejected" in done.stdout

    changed = tmp_path / "from mail.md"
    changed.write_text(TEXT.replace("the branch", "both branches"), encoding="utf-8")
    shown = run("rewrite", changed, "--library", folder).stdout
    assert "not accepted; rejected before" in shown
    assert "by ann: agreed with the union" in shown
    assert "a further version" in shown
    out = tmp_path / "out.md"
    assert run("rewrite", changed, "--library", folder, "-o", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "in order to improve cash flow" in text
    assert text != changed.read_text(encoding="utf-8")

    told = json.loads(run("check", out, "--library", folder, "--format", "json").stdout)
    check("check", told)
    library = told["documents"][0]["library"]
    assert (library["how"], library["version"]) == ("same", 3)
    assert [d["reason"] for d in library["decisions"] if d["outcome"] == "rejected"] == ["agreed with the union"]
    assert {d["by"] for d in library["decisions"] if d["outcome"] == "accepted"} == {"batch"}
    check("rewrite", json.loads(run("rewrite", changed, "--library", folder, "--format", "json").stdout))
    with open_library(folder) as kept:
        assert [r.command for r in kept.runs()] == ["rewrite", "rewrite", "rewrite", "rewrite", "check", "rewrite"]


def test_without_the_option_nothing_is_recorded(run: Run, clerk: Path, folder: Path, analysed: object) -> None:
    assert run("check", clerk).exit_code == 0
    assert not folder.exists()
    assert not folder.with_name("own").exists()
    assert run("check", clerk, "--library", "default").exit_code == 0
    assert folder.with_name("own").is_dir()


def test_rejecting_what_was_not_proposed(run: Run, clerk: Path, folder: Path) -> None:
    done = run("rewrite", clerk, "--reject", "p99")
    assert done.exit_code == 2
    assert "there is no such proposal" in done.stderr
    assert run("rewrite", clerk, clerk, "--reject", "p1").exit_code == 2


def test_those_served_that_were_set_hold(run: Run, clerk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def analyse(document: Document, **_: object) -> object:
        seen.append(document.serves)
        return assessment_of(document)

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    run("check", clerk, "--library", folder)
    assert run("library", "set", clerk, "--serves", "<b>", "--library", folder).exit_code == 2
    assert run("library", "set", clerk, "--serves", "county auditors", "--library", folder).exit_code == 0
    run("check", clerk, "--library", folder)
    told = run("check", clerk, "--library", folder, "--serves", "archivist").stderr
    assert "--serves: “archivist” is taken as “archivists”" in told
    run("library", "set", clerk, "--serves", "", "--library", folder)
    run("check", clerk, "--library", folder)
    assert seen == ["", "county auditors", "archivists", ""]


def test_those_served_that_were_said_in_the_terminal_ui_hold(
    run: Run, clerk: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(folder))
    document = jdrewrite.read(str(clerk))
    LibraryShelf().keep(document, serving(opened(document), "county auditors"))
    done = run("check", clerk, "--library", folder)
    assert "county auditors (as you said" in done.stdout, done.stderr
    run("library", "set", clerk, "--serves", "", "--library", folder)
    assert "as you said" not in run("check", clerk, "--library", folder).stdout
    assert "serves is left to the text" in run("library", "show", clerk, "--library", folder).stdout


def test_a_function_that_was_set_holds(run: Run, clerk: Path, folder: Path, analysed: dict[str, object]) -> None:
    run("check", clerk, "--library", folder)
    assert run("library", "set", clerk, "--function", "xyzzy", "--library", folder).exit_code == 2
    assert run("library", "set", clerk, "--function", "legal-compliance", "--library", folder).exit_code == 0
    run("check", clerk, "--library", folder)
    assert analysed["function"] == "legal-compliance"
    run("check", clerk, "--library", folder, "--function", "sales")
    assert analysed["function"] == "sales"
    run("library", "set", clerk, "--function", "", "--library", folder)
    run("check", clerk, "--library", folder)
    assert analysed["function"] is None


@pytest.fixture
def kept(run: Run, clerk: Path, folder: Path, analysed: dict[str, object]) -> Path:
    """A library with two versions of the clerk, the second with a state and a note."""
    run("check", clerk, "--library", folder)
    clerk.write_text(TEXT.replace("the branch", "both branches"), encoding="utf-8")
    run("check", clerk, "--library", folder)
    done = run("library", "set", clerk, "--state", "review", "--reason", "sent", "--note", "ask", "--library", folder)
    assert done.exit_code == 0, done.stderr
    return folder


def test_list_show_and_history(run: Run, clerk: Path, kept: Path) -> None:
    line = run("library", "list", "--library", kept).stdout
    assert "41  review" in line
    assert "Accounts Receivable Clerk  (2 versions)" in line
    assert "0 documents of 1" in run("library", "list", "--state", "draft", "--library", kept).stdout
    shown = run("library", "show", clerk, "--library", kept).stdout
    assert "review, " in shown
    assert ": sent" in shown
    assert "ask" in shown
    rows = run("library", "history", clerk, "--library", kept).stdout.splitlines()
    assert [row[:2] for row in rows] == ["1.", "2.", "= ", "# "]
    told = json.loads(run("library", "list", "--format", "json", "--library", kept).stdout)
    check("library-list", told)
    told = json.loads(run("library", "show", clerk, "--format", "json", "--library", kept).stdout)
    check("library-document", told)
    assert told["document"]["state"] == "review"


def test_the_list_tells_the_score_with_what_is_decided(run: Run, kept: Path) -> None:
    assert "with what is decided" not in run("library", "list", "--library", kept).stdout
    with open_library(kept) as library:
        library.save_session(library.documents()[0].id, {"score": 52.4})
    line = run("library", "list", "--library", kept).stdout
    assert "41  review" in line
    assert "(2 versions, score 52 with what is decided)" in line


def test_diff_and_restore(run: Run, clerk: Path, kept: Path, tmp_path: Path) -> None:
    shown = run("library", "diff", clerk, "--library", kept).stdout
    assert "Keep the ledger of [-the branch-]{+both branches+} in order." in shown
    assert "1 change from version 1 to 2." in shown
    assert run("library", "restore", clerk, "1", "-o", "-", "--library", kept).stdout == TEXT
    out = tmp_path / "old.md"
    assert run("library", "restore", clerk, "1", "-o", out, "--library", kept).exit_code == 0
    assert out.read_text(encoding="utf-8") == TEXT
    assert run("library", "restore", clerk, "1", "-o", out, "--library", kept).exit_code == 4
    assert "version 3 is version 1 again" in run("library", "restore", clerk, "1", "--library", kept).stderr
    with open_library(kept) as library:
        stored = library.document(str(clerk))
        assert [v.origin for v in stored.versions] == ["read", "read", "restored"]
        assert library.text(stored.id) == TEXT.encode()
    assert run("library", "restore", clerk, "9", "--library", kept).exit_code == 7


def test_export_and_import(run: Run, clerk: Path, kept: Path, tmp_path: Path) -> None:
    for name in ("all.zip", "all.jsonl"):
        assert run("library", "export", tmp_path / name, "--library", kept).exit_code == 0
        done = run("library", "import", tmp_path / name, "--library", tmp_path / f"from {name}")
        assert "1 new document, 2 new versions" in done.stderr
        shown = run("library", "history", clerk, "--library", tmp_path / f"from {name}").stdout
        assert shown == run("library", "history", clerk, "--library", kept).stdout
    assert zipfile.is_zipfile(tmp_path / "all.zip")
    assert run("library", "export", tmp_path / "all.zip", "--library", kept).exit_code == 4
    assert run("library", "import", clerk, "--library", kept).exit_code == 3


def test_verify_mends_and_names_what_is_lost(run: Run, clerk: Path, kept: Path) -> None:
    assert "Everything is whole, twice." in run("library", "verify", "--library", kept).stdout
    texts = sorted(path for path in (kept / "texts").rglob("*") if path.is_file())
    texts[0].write_bytes(b"damaged")
    done = run("library", "verify", "--library", kept)
    assert (done.exit_code, "1 damaged and mended." in done.stdout) == (0, True)
    assert "its copy took its place" in done.stderr
    for path in kept.rglob(texts[0].name):
        path.write_bytes(b"damaged")
    done = run("library", "verify", "--library", kept)
    assert done.exit_code == 1
    assert "Lost: the text of Accounts Receivable Clerk" in done.stdout
    assert run("library", "compact", "--library", kept).exit_code == 0


def test_locks(run: Run, clerk: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("library", "set", clerk, "--lock", "--reason", "in talks", "--library", kept).exit_code == 0
    assert "locked by ann" in run("library", "list", "--library", kept).stdout
    monkeypatch.setenv("JDREWRITE_WHO", "ben")
    done = run("library", "set", clerk, "--state", "agreed", "--library", kept)
    assert (done.exit_code, "ann has locked it" in done.stderr) == (7, True)
    assert run("library", "set", clerk, "--unlock", "--library", kept).exit_code == 7
    assert run("library", "set", clerk, "--unlock", "--force", "--state", "agreed", "--library", kept).exit_code == 0


def test_wrong_words(run: Run, kept: Path, tmp_path: Path) -> None:
    assert run("library", "show", "nothing", "--library", kept).exit_code == 7
    assert run("library", "list", "--library", tmp_path / "none").exit_code == 7
    done = run("library", "list", "--state", "drafted", "--library", kept)
    assert (done.exit_code, "did you mean 'draft'" in done.stderr) == (2, True)
    done = run("library", "list", "--state", "zzz", "--library", kept)
    assert (done.exit_code, "; choose from draft, review, agreed, " in done.stderr) == (2, True)
    assert run("library", "set", "x", "--library", kept).exit_code == 2
    shutil.rmtree(kept)
    kept.write_text("x", encoding="utf-8")
    assert "a library is a folder" in run("library", "list", "--library", kept).stderr


def test_a_new_line_agreed_for_one_file_is_not_written_into_another_unasked(
    run: Run, clerk: Path, folder: Path, tmp_path: Path
) -> None:
    document = jdrewrite.read(clerk)
    revision = jdrewrite.revise(document)
    line = next(p for p in revision.proposals if p.kind == "add")
    with open_library(folder) as kept:
        kept.record(decision(kept.put(document), line, "accepted", assessment=revision.before))
    changed, out = tmp_path / "other.md", tmp_path / "out.md"
    changed.write_text(TEXT.replace("the branch", "both branches"), encoding="utf-8")
    for source in (clerk, changed):
        assert run("rewrite", source, "--library", folder, "--force", "-o", out).exit_code == 0
        assert (line.proposed in out.read_text(encoding="utf-8")) == (source == clerk)


def test_what_is_accepted_by_its_id_is_a_decision_of_the_person(run: Run, clerk: Path, folder: Path) -> None:
    told = json.loads(run("rewrite", clerk, "--library", folder, "--format", "json").stdout)["documents"][0]
    line = next(p for p in told["proposals"] if p["kind"] == "add")
    out = clerk.with_name("new.md")
    done = run("rewrite", clerk, "--library", folder, "--accept", line["id"], "-o", out)
    assert done.exit_code == 0, done.stderr
    assert set(out.read_text(encoding="utf-8").split("\n")) - set(TEXT.split("\n")) == {f"- {line['proposed']}"}
    with open_library(folder) as kept:
        made = list(kept.decisions(kept.documents()[0].id))
    assert [(d.proposed, d.outcome, d.by) for d in made] == [(line["proposed"], "accepted", "person")]


def test_a_document_that_is_agreed_or_locked_is_told_so_when_it_is_decided_upon(
    run: Run, clerk: Path, folder: Path, tmp_path: Path
) -> None:
    kept = ("--library", folder)
    told = json.loads(run("rewrite", clerk, *kept, "--format", "json").stdout)["documents"][0]
    assert " kept" not in run("rewrite", clerk, *kept, "--reject", told["proposals"][0]["id"]).stderr
    done = run("library", "set", clerk, "--state", "agreed", "--lock", *kept)
    assert "is agreed, locked by ann" in done.stderr
    shown = run("rewrite", clerk, *kept)
    assert "; agreed, locked by ann" in shown.stdout
    assert shown.stderr == ""
    said = "is agreed and locked by you, which keeps others out and not you: what is decided and written now is kept"
    out = run("rewrite", clerk, *kept, "--reject", told["proposals"][1]["id"], "-o", tmp_path / "new.md")
    assert out.stderr.count(said) == 1
