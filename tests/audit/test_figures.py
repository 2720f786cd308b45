"""Each headline counts what it says, and agrees with the rows; copies count once; guesses are no functions."""

import csv
import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from jdrewrite.analysis import analyse
from jdrewrite.audit import Cache, Head, Journal, Results, Task, find, overview, run
from jdrewrite.audit.across import across, place_of
from jdrewrite.audit.compare import brief, change_of
from jdrewrite.audit.figures import group, is_cut_off
from jdrewrite.audit.plan import plans
from jdrewrite.audit.records import UNCERTAIN, Row, record_of, with_copies
from jdrewrite.audit.reports import write
from jdrewrite.audit.reports.columns import CUT_OFF, UNNAMED, function_of, heads, scores
from jdrewrite.audit.ripple import ripple
from jdrewrite.documents import read_bytes
from jdrewrite.model import LENSES
from tests.conftest import ROOT

from .conftest import CLERK, audited


def row(path: str = "a.md", **values: object) -> Row:
    plain = {
        "path": path,
        "title": path,
        "function": "finance",
        "confidence": 0.9,
        "score": 50.0,
        "level": "",
        "percentile": None,
        "group": "",
        "lenses": dict.fromkeys(LENSES, 0.5),
        "customers": "customers",
        "named": 1,
        "served": 1,
        "statements": 3,
        "strengths": 0,
        "suggestions": 0,
        "warnings": 0,
        "text": path,
    }
    return Row(**{**plain, **values})  # type: ignore[arg-type]


NOTHING = {**dict.fromkeys(LENSES, 0.5), "customer": 0.0, "frame": 0.0, "sight": 0.0}


def test_each_headline_counts_the_rows_that_it_names() -> None:
    rows = [
        row("1.md", served=0, named=0),
        row("2.md", served=0, named=3, lenses=NOTHING),  # named in the praise of the firm only
        row("3.md", served=2, named=0),  # named by another word than the usual one
        row("4.md", served=2, named=2, lenses=NOTHING),  # named, and only as a means
        row("5.md", served=0, named=0, lenses=NOTHING, copy_of="2.md"),
    ]
    seen = overview(rows)
    assert (seen.whole.count, seen.copied) == (4, 1)
    assert seen.whole.unnamed == 2
    assert [each.path for each in seen.cut_off] == ["4.md", "2.md"], "the lowest first"
    assert sum(group.unnamed for group in seen.functions) == seen.whole.unnamed


@pytest.mark.parametrize(
    ("duty", "named"),
    [
        ("Help users find what they need, and answer their questions.", True),
        ("Count the stock of hall four every month.", False),
    ],
)
def test_whom_a_text_names_by_another_word_than_the_usual_is_named(duty: str, named: bool) -> None:
    about = "We love our customers and believe in them."
    text = f"# Accountant\n\n## About us\n\n{about}\n\n## Duties\n\n- {duty}\n- Close the books each month.\n"
    found = record_of(analyse(read_bytes(text.encode(), "a.md"))).row
    assert bool(found.served) is named
    assert overview([found]).whole.unnamed == (not named)
    if not named:
        assert found.lenses["customer"] == 0


def test_the_headlines_of_real_texts_agree_with_their_lines(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    shutil.copytree(ROOT / "examples" / "markdown", folder)
    results = audited(folder, tmp_path / "results.jsonl")
    seen = overview(results.rows())
    role = {"purpose", "duties", "measures", "requirements"}
    nobody = [
        record.row.path
        for record in results.audited()
        if not any(line.section in role and line.labels.customer != "none" for line in record.lines)
    ]
    # A heading is a line too, and names nobody for the score.
    assert set(nobody) <= {each.path for each in results.rows() if not each.served}
    assert seen.whole.unnamed == sum(not each.served for each in results.rows())
    assert [each for each in results.rows() if not each.served and each.lenses["customer"]] == []
    assert len(seen.cut_off) == sum(is_cut_off(each) for each in results.rows())
    for kind in ("html", "md"):
        text = html.unescape(write(kind, results, tmp_path).read_text())
        assert re.search(rf"\b{seen.whole.unnamed}(</b>| ){UNNAMED}", text)
        assert re.search(rf"\b{len(seen.cut_off)}(</b>| ){CUT_OFF}", text)


def test_copies_count_once_and_are_named_in_every_format(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    (folder / "old").mkdir(parents=True)
    body = CLERK.split("\n", 1)[1]
    for place in (folder / "clerk.md", folder / "old" / "clerk.md"):
        place.write_text("# Accounts Receivable Clerk\n" + body)
    (folder / "other.md").write_text("# Baker\n\n## Duties\n\n- Bake the bread of the day.\n- Clean the ovens.\n")
    with (folder / "t.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["title", "description"], ["Clerk", body], ["Clerk II", body]])
    (folder / "t.jsonl").write_text(json.dumps({"title": "Clerk", "description": body}) + "\n")
    book = Workbook()
    for cells in (["title", "description"], ["Clerk", body]):
        book.active.append(cells)
    book.save(folder / "t.xlsx")
    results = audited(folder, tmp_path / "results.jsonl")
    seen = overview(results.rows())
    assert len(results.rows()) == 7
    assert (seen.whole.count, seen.copied) == (2, 5)
    (copies,) = seen.copies
    assert copies.paths[0] == str(folder / "clerk.md")
    assert len(copies.paths) == 6
    scores = sorted({each.score for each in results.rows()})
    assert seen.whole.median == pytest.approx(sum(scores) / 2, abs=0.1)
    begun = [path for plan in plans(results.rows()) for path in plan.first]
    assert len(begun) == len(set(begun)) == 2
    assert across(results).copied == (), "a text that is copied as a whole has no copied lines"
    for kind in ("html", "md"):
        text = write(kind, results, tmp_path).read_text()
        assert "The same text more than once" in text
        assert str(folder / "old" / "clerk.md") in text


def test_a_copy_is_known_whatever_its_format_makes_of_its_title(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    lines = "".join(f"<p>{line}</p>" for line in ("Opens gates for boats.", "Keeps the weir.", "Notes the tide."))
    (folder / "a.html").write_text(f"<html><body><h1>Lock Keeper</h1>{lines}</body></html>")
    (folder / "b.html").write_text(f"<html><body><p>Lock Keeper</p>{lines}</body></html>")
    rows = audited(folder, tmp_path / "results.jsonl").rows()
    assert [bool(each.copy_of) for each in rows] == [False, True]


def test_of_whom_no_path_is_drawn_no_more_is_said_than_is_known(tmp_path):
    """One duty of two job descriptions that helps customers draws no path; "no duty" would be untrue."""
    folder = tmp_path / "jobs"
    folder.mkdir()
    keeper = "# Lock Keeper\n\n## Duties\n- Opens gates.\n- Keeps the weir.\n"
    (folder / "a.md").write_text(keeper + "- Helps customers find the shore.\n")
    (folder / "b.md").write_text(keeper + "- Notes the tide.\n")
    results = audited(folder, tmp_path / "results.jsonl")
    for kind in ("html", "md"):
        text = write(kind, results, tmp_path).read_text()
        assert "no duty says that it reaches" not in text
        assert ("at most one duty" in text) == bool(ripple(results).unreached)


@pytest.mark.parametrize(
    ("paths", "original"),
    [
        (["Copy of clerk.txt", "clerk.txt"], "clerk.txt"),
        (["jobs/clerk (1).docx", "jobs/clerk.docx"], "jobs/clerk.docx"),
        (["clerk - Copy (2).md", "clerk - Copy.md", "clerk-b.md"], "clerk-b.md"),
        (["Copy of clerk.txt", "clerk - Copy.txt"], "Copy of clerk.txt"),
        (["copy-editor.txt", "editor.txt"], "copy-editor.txt"),
        (["Copy of.csv#2", "a.md"], "a.md"),
    ],
)
def test_what_is_called_a_copy_counts_only_where_all_are(paths, original) -> None:
    rows = [row(path, text="x", kind="csv" if "#" in path else "") for path in paths]
    found = with_copies(rows)
    assert [each.path for each in found] == paths
    assert {each.copy_of for each in found} == {"", original}


def test_the_same_text_in_two_units_or_plainly_two_functions_counts_in_both() -> None:
    found = with_copies([row("a.md", text="x"), row("b.md", text="x"), row("c.md", text="x", unit="HR"), row("d.md")])
    assert [each.copy_of for each in found] == ["", "a.md", "", ""]
    rows = [row("a.md", text="x"), row("b.md", text="x", function="sales"), row("c.md", text="x", function="sales")]
    assert [each.copy_of for each in with_copies(rows)] == ["", "", "b.md"]
    guessed = [rows[0], replace(rows[1], confidence=0.5)]
    assert [each.copy_of for each in with_copies(guessed)] == ["", "a.md"], "only its title made another guess of it"
    nothing = with_copies([row("a.md", text=""), row("b.md", text="")])
    assert [each.copy_of for each in nothing] == ["", ""], "two empty texts are no copies"


def test_a_guess_is_no_function() -> None:
    rows = [
        row("a.md", function="finance", confidence=0.9),
        row("b.md", function="human-resources", confidence=0.07),
        row("c.md", function="sales", confidence=0.29),
        row("d.md", function="sales", confidence=0.45),
    ]
    groups = [(group.name, group.count) for group in overview(rows).functions]
    assert groups == [("finance", 1), ("sales", 1), (UNCERTAIN, 2)], "a group of its own, behind those that are known"
    found = {plan.name: plan for plan in plans(rows)}
    assert set(found) == {"finance, treasury and planning", "sales", UNCERTAIN}
    assert found[UNCERTAIN].function == "other"
    assert "--function-from" in found[UNCERTAIN].note
    assert [function_of(each) for each in rows] == [
        "finance",
        "perhaps human-resources (7%)",
        "perhaps sales (29%)",
        "probably sales (45%)",
    ]
    by_unit = [replace(each, unit="Team") for each in rows]
    assert [plan.name for plan in plans(by_unit)] == ["Team"]


@pytest.fixture(scope="module")
def uncertain(tmp_path_factory: pytest.TempPathFactory) -> Results:
    place = tmp_path_factory.mktemp("uncertain")
    (place / "jobs_here").mkdir()
    (place / "jobs_here" / "the_only_one.md").write_text(
        "# Person of many parts\n\n## Duties\n\n- Give people what they need.\n- Keep things in order, each day.\n"
    )
    return audited(place / "jobs_here", place / "results.jsonl")


def test_reports_say_how_sure_a_function_is(uncertain: Results, tmp_path: Path) -> None:
    (only,) = uncertain.rows()
    told = replace(only, confidence=0.2) if only.confidence >= 0.3 else only
    uncertain.__dict__["_brief"] = ([told], [])
    for kind in ("html", "md"):
        text = html.unescape(write(kind, uncertain, tmp_path).read_text())
        assert function_of(told) in text
        assert UNCERTAIN in text
    assert {group.name for group in overview(uncertain.rows()).functions} == {UNCERTAIN}
    assert ripple(uncertain) is not None


def test_no_place_and_no_change_names_a_guess(uncertain: Results) -> None:
    (record,) = uncertain.audited()
    guessed = replace(record, row=replace(record.row, function="sales", confidence=0.29))
    known = replace(record, row=replace(record.row, function="sales", confidence=0.6))
    assert [place_of(each, each.lines[0]).function for each in (guessed, known)] == [UNCERTAIN, "sales"]
    assert [change_of(each, brief(each)).function for each in (guessed, known)] == [UNCERTAIN, "sales"]


def test_paths_stand_in_the_markdown_as_they_are(uncertain: Results, tmp_path: Path) -> None:
    text = write("md", uncertain, tmp_path).read_text()
    (path,) = [each.path for each in uncertain.rows()]
    assert f"`{path}`" in text
    assert "\\_" not in re.sub(r"[^`]*(`[^`]*`)?", lambda found: found[1] or "", text)


_THERE = (
    "import sys\nfrom pathlib import Path\nfrom tests.audit.test_figures import _write_all\n"
    "_write_all(Path(sys.argv[1]), Path(sys.argv[2]), back=True)"
)


def _write_all(folder: Path, out: Path, *, back: bool) -> None:
    """Audit a folder and write its reports; ``back``: the last file first, as processes may be done in another order."""
    files = find([str(folder)])
    head = Head(audit="x", begun="2026", places=("x",))
    with Cache(None) as cache, Journal(out / "results.jsonl", head, resume=False) as journal:
        list(run(files[::-1] if back else files, Task(), journal, cache))
    for kind in ("md", "json", "html", "csv", "jsonl", "sarif"):
        write(kind, Results(out / "results.jsonl"), out)


def test_reports_are_the_same_whatever_the_seed_of_hashes_and_the_order_of_work(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    shared = [
        "- Prepare the yearly inventory of tools, machines and spare parts for the workshop.",
        "- Inspect ladders, scaffolds and lifting gear before each shift begins.",
        "- Settle disputes about deliveries with the warehouse and the sales team.",
        "- Record the meter readings of all boilers and pumps in the cellar.",
    ]
    titles = ["Warehouse Packer", "Accountant", "Nurse", "Recruiter", "Electrician", "Lawyer"]
    for number, title in enumerate(titles):
        lines = [
            *shared[number % 2 :: 2],
            f"- Uphold openness, fairness, impact and courage as a {title}.",
            *shared[:2],
        ]
        (folder / f"{title}.md").write_text(f"# {title}\n\n## Duties\n" + "\n".join(lines) + "\n")
    here, there = tmp_path / "here", tmp_path / "there"
    for out in (here, there):
        out.mkdir()
    _write_all(folder, here, back=False)
    command = [sys.executable, "-c", _THERE, str(folder), str(there)]
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"  # another than here, where chance draws one
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
    written = [{path.name: path.read_bytes() for path in out.glob("report.*")} for out in (here, there)]
    assert len(written[0]) >= 6
    assert written[0].keys() == written[1].keys()
    assert {name for name in written[0] if written[0][name] != written[1][name]} == set()
    assert b"Copied text" in written[0]["report.md"]
    assert b"Accountant.md" in written[0]["report.md"].partition(b"Copied text")[2]


def test_one_is_told_as_one():
    def told(*rows: Row) -> tuple[str, set[str]]:
        seen = overview(rows)
        return scores(seen.whole), {about for _, about in heads(seen, 0)}

    alone, counts = told(row("a.md", score=24.0), row("b.md", score=24.0, copy_of="a.md"))
    assert alone == "Score 24."
    assert "copy besides, which counts in no figure" in counts
    several, counts = told(*(row(f"{n}.md", score=24.0, copy_of="0.md" if n > 1 else "") for n in range(4)))
    assert several == "Scores 24, all of them."
    assert "copies besides, which count in no figure" in counts


def test_a_guess_below_the_line_is_not_rounded_onto_it():
    assert function_of(row(confidence=0.297)) == "perhaps finance (29%)"
    assert function_of(row(confidence=0.29)) == "perhaps finance (29%)"


def test_a_lens_that_a_project_leaves_out_of_some_counts_for_the_others() -> None:
    asked = row("a.md", lenses=dict.fromkeys(LENSES, 0.5))
    out = row("b.md", lenses={lens: 0.0 for lens in LENSES if lens != "authority"})
    seen = overview([asked, out])
    assert seen.whole.lenses["authority"] == 0.5
    assert seen.whole.lenses["voice"] == 0.25
    assert "authority" not in group("none", [out]).lenses
    assert [each.path for each in seen.cut_off] == ["b.md"]
    none = row("c.md", lenses={"voice": 0.0})
    assert not is_cut_off(none), "nobody asked whom it serves"
    gap = next(gap for plan in plans([none]) for gap in plan.gaps)
    assert gap.lens == "voice"
