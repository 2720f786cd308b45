"""The reports of one audit agree with each other, and nothing in a job description becomes markup or a formula."""

import csv
import html
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from jdrewrite.audit import Cache, Head, Journal, Results, Task, find, overview, run
from jdrewrite.audit.across import across
from jdrewrite.audit.baseline import make, read, worse
from jdrewrite.audit.baseline import write as write_baseline
from jdrewrite.audit.compare import compare
from jdrewrite.audit.departments import named
from jdrewrite.audit.plan import plans
from jdrewrite.audit.ready import proposed
from jdrewrite.audit.reports import REPORTS, pages, write
from jdrewrite.audit.ripple import ripple
from jdrewrite.errors import BrokenInput, MissingInput
from jdrewrite.model import LENSES

CLERK = """# =HYPERLINK("x") Accounts Receivable Clerk </script><script>alert(1)</script>

## Duties
- Prepare customer invoices, so that customers can check what they owe.
- Call accounts that are past due to improve cash flow.
- Settle disputes about deliveries with the warehouse and the sales team.
- Maintain the register of credit notes and stock movements each month.

## Requirements
- 3 years of experience in billing.
"""
PACKER = """# Warehouse Packer

## Duties
- Pack orders, so that customers receive what they ordered.
- Resolve disputes about deliveries with the warehouse and the sales team.
- Load the vans of the morning round by noon.
- Count pallets and crates in hall four.
"""


def audited(folder: Path, out: Path) -> Results:
    head = Head(audit="x", begun="2026-01-01T00:00:00", places=(str(folder),))
    with Cache(None) as cache, Journal(out, head, resume=False) as journal:
        list(run(find([str(folder)]), Task(), journal, cache))
    return Results(out)


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> Results:
    folder = tmp_path_factory.mktemp("jobs")
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    (folder / "empty.md").write_text("")
    return audited(folder, tmp_path_factory.mktemp("out") / "results.jsonl")


@pytest.fixture(scope="module")
def written(results, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("reports")
    return {kind: write(kind, results, folder).read_bytes() for kind in REPORTS}


def test_tables_agree_cell_for_cell(results, written):
    rows = list(csv.DictReader(io.StringIO(written["csv"].decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(written["xlsx"]))
    head, *cells = list(book["JDs"].values)
    value = json.loads(written["json"])
    assert len(rows) == len(cells) == len(value["documents"]) == 2
    for row, cell, document in zip(rows, cells, value["documents"], strict=True):
        sheet = dict(zip(head, cell, strict=True))
        assert float(row["score"]) == sheet["score"] == document["score"]
        assert row["path"] == sheet["path"] == document["path"]
        for lens in LENSES:
            assert float(row[lens]) == sheet[lens] == round(100 * document["lenses"][lens], 1)
    assert value["overview"]["whole"]["median"] == overview(results.rows()).whole.median


def test_the_workbook_has_its_sheets_and_no_formula(written):
    book = load_workbook(io.BytesIO(written["xlsx"]))
    assert book.sheetnames == ["JDs", "Statements", "Findings", "Functions", "Errors"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert any("empty.md" in str(cell.value) for cell in cells)


def test_the_page_holds_no_markup_of_a_job_description(written):
    page = written["html"].decode()
    assert "<script>alert" not in page
    assert "http" not in re.sub(r"http-equiv", "", page), "nothing is fetched from anywhere"
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data
    table = json.loads(data[1])
    assert len(table["rows"]) == 2
    assert "Who serves whom" in page


def test_each_job_description_has_its_page_with_its_marks(results, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "jd-000099.html").write_text("of an earlier audit")
    (tmp_path / "pages" / "mine.html").write_text("mine")
    assert pages.write(results, tmp_path) == 2
    names = {file.name for file in (tmp_path / "pages").iterdir()}
    assert names == {"jd-000001.html", "jd-000002.html", "mine.html"}
    assert write("html", results, tmp_path).read_text().count('"pages":true') == 1
    for number, row in enumerate(results.rows()):
        text = (tmp_path / "pages" / pages.name(number)).read_text()
        assert row.path in text
        assert '<mark class="strength">' in text
        assert "<script" not in text
        (record,) = [r for r in results.audited() if r.row.path == row.path]
        assert all(html.escape(finding.message) in text for finding in record.findings)
        plain = html.unescape(re.sub(r"<[^>]+>", "", text))
        assert all(line.text in plain for line in record.lines)


def test_pages_that_nobody_asks_for_are_removed(results, tmp_path):
    pages.write(results, tmp_path)
    pages.remove(tmp_path)
    assert not (tmp_path / "pages").exists()
    assert '"pages":false' in write("html", results, tmp_path).read_text()


def test_sarif_has_the_shape_that_reviewers_read(written):
    log = json.loads(written["sarif"])
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert one["results"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith(".md")


def test_annotations_are_one_line_each(written):
    lines = written["github"].decode().splitlines()
    assert lines
    assert all(re.match(r"::(warning|notice) file=[^,]+,line=\d+,title=[\w.]+::", line) for line in lines)


def test_a_duty_that_two_functions_claim_is_found_by_its_meaning(results):
    pairs = {(o.one.text, o.other.text) for o in across(results).overlaps}
    one = "Settle disputes about deliveries with the warehouse and the sales team."
    other = "Resolve disputes about deliveries with the warehouse and the sales team."
    assert (one, other) in pairs or (other, one) in pairs


def test_boilerplate_claims_no_duty_and_two_texts_are_told_once(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    shared = (
        "- Perform all other duties as assigned by the head of the department.\n"
        "- Prepare the yearly inventory of tools, machines and spare parts.\n"
        "- Inspect ladders, scaffolds and lifting gear before each shift.\n"
    )
    for name, title in (("a", "Warehouse Packer"), ("b", "Accountant")):
        (folder / f"{name}.md").write_text(f"# {title}\n\n## Duties\n{shared}")
    (overlap,) = across(audited(folder, tmp_path / "r.jsonl")).overlaps
    assert overlap.more == 1
    assert "as assigned" not in overlap.one.text


def test_what_is_copied_into_many_is_no_duty_that_two_claim(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name, title in (("a", "Warehouse Packer"), ("b", "Accountant"), ("c", "Nurse")):
        (folder / f"{name}.md").write_text(
            f"# {title}\n\n## Duties\n- Uphold openness, fairness, impact and courage.\n"
        )
    found = across(audited(folder, tmp_path / "r.jsonl"))
    assert found.overlaps == ()
    assert [(copied.count, copied.section) for copied in found.copied] == [(3, "duties")]


def test_the_ripple_map_begins_at_the_doorstep(results):
    found = ripple(results)
    assert found.rings
    assert set(found.rings[0]) | set(found.unreached) >= {row.function for row in results.rows()} - set(
        sum(found.rings[1:], ())
    )
    assert all(path.text for path in found.paths)


def test_a_function_without_a_job_is_named_outside_the_map(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    duties = "- Share the figures with the finance team.\n- Agree prices with the marketing team.\n"
    (folder / "a.md").write_text(f"# Sales Manager\n\n## Duties\n{duties}- Help customers choose what they need.\n")
    (folder / "b.md").write_text("# Marketing Manager\n\n## Duties\n- Plan campaigns with the sales team.\n")
    found = ripple(audited(folder, tmp_path / "r.jsonl"))
    assert found.outside == ("finance",)
    assert {path.taker for path in found.paths} <= {"customers", "sales", "marketing"}
    assert ("sales", "marketing") in {(path.giver, path.taker) for path in found.paths}


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        (
            "Share what you learn with Sales, product and engineering teams.",
            {"sales", "product-management", "engineering"},
        ),
        ("Agree it with production planning and the plant.", {"operations", "manufacturing"}),
        ("Hand it over, and tell people what it does for the product.", set()),
        ("Work with IT and the help desk.", {"information-technology", "customer-service"}),
        ("Meet legal requirements together with the legal team.", {"legal-compliance"}),
        ("Tune the data warehouse with engineers, so that reports load sooner.", {"engineering"}),
        ("Work with dancers and the production team on the next show.", set()),
        ("Work with the production team and the warehouse staff.", {"manufacturing", "supply-chain-logistics"}),
        ("Optimise operations and share what was learned with others.", set()),
        ("Direct the unit's operations with colleagues.", set()),
        ("Assure the quality of design delivery with partners.", set()),
        ("Work with colleagues on the maintenance of our systems.", set()),
        ("Coordinate with Sales, Quality and Finance.", {"sales", "quality-assurance", "finance"}),
        ("Write sales collateral with partners.", set()),
        ("Pass it on to Design, and learn from others to design better.", {"design-creative"}),
        ("Work across functions, including finance and operations.", {"finance", "operations"}),
        ("Look after the life of a system, including maintenance.", set()),
    ],
)
def test_functions_are_known_by_the_names_that_texts_give_them(text, functions):
    assert named(text) == functions


def test_a_plan_for_each_function(results):
    found = plans(results.rows())
    assert {plan.function for plan in found} == {row.function for row in results.rows()}
    assert all(len(plan.gaps) == 3 and "{" not in plan.opening + plan.story + plan.question for plan in found)
    assert "{" not in "".join(gap.advice for plan in found for gap in plan.gaps)
    groups = {group.name: group for group in overview(results.rows()).functions}
    assert all(plan.median == groups[plan.function].median for plan in found), "plan and table show the same figure"


def test_a_plan_for_each_department_where_these_are_known(results):
    rows = [replace(row, unit=f"Team {number % 2}") for number, row in enumerate(results.rows() * 3)]
    found = plans(rows)
    assert sorted(plan.name for plan in found) == ["Team 0", "Team 1"]
    assert len({plan.opening for plan in found}) == 2, "groups that stand side by side read different lines"


def test_proposals_are_ready_with_the_command_that_applies_them(tmp_path, monkeypatch):
    folder = tmp_path / "our jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text("# Accounts Receivable Clerk\n" + CLERK.split("\n", 1)[1])
    found = audited(folder, tmp_path / "results.jsonl")
    made = proposed(found, plans(found.rows()), Task())
    (one,) = made.values()
    assert one.count >= len(one.proposals) > 0
    for kind in ("md", "html"):
        text = html.unescape(write(kind, found, tmp_path).read_text())
        assert one.command in text
        assert " ".join(one.proposals[0].proposed.split()[-4:]) in text
    program, *arguments = shlex.split(one.command)
    assert program == "jdrewrite"
    subprocess.run([sys.executable, "-m", program, *arguments], check=True, capture_output=True)
    written = (folder / "clerk.rewritten.md").read_text()
    assert all(each.proposed in written for each in one.proposals)
    assert find([str(folder)]) == [str(folder / "clerk.md")], "what was written beside it is no second job"

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("what has not changed is not proposed again")

    monkeypatch.setattr("jdrewrite.proposing.proposals", fail)
    assert proposed(found, plans(found.rows()), Task()) == made
    (folder / "clerk.md").unlink()
    assert proposed(found, plans(found.rows()), Task()) == {}


def test_the_baseline_fails_on_what_is_new_or_worse(results, tmp_path):
    write_baseline(results, tmp_path / "b.json")
    known = read(tmp_path / "b.json")
    assert worse(results, known, "suggestion") == []
    folder = tmp_path / "jobs"
    folder.mkdir()
    place = folder / "clerk.md"
    place.write_text(CLERK.replace(", so that customers can check what they owe", " to maximise revenue"))
    later = audited(folder, tmp_path / "later.jsonl")
    path = next(name for name in known.documents if name.endswith("clerk.md"))
    moved = type(known)(version=known.version, documents={str(place): known.documents[path]})
    levels = {each.level for each in worse(later, moved)}
    assert levels == {"warning", "score"}


def test_a_bad_baseline_is_an_error(tmp_path):
    with pytest.raises(MissingInput):
        read(tmp_path / "none.json")
    (tmp_path / "b.json").write_text('{"version": 99, "documents": {}}')
    with pytest.raises(BrokenInput):
        read(tmp_path / "b.json")


def test_compared_with_itself_nothing_moved(results):
    found = compare(results, results)
    assert (found.better, found.worse, found.same) == ((), (), 2)
    assert make(results).documents.keys() == {row.path for row in results.rows()}


def test_a_better_text_is_told_with_its_reasons(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "clerk.md").write_text(CLERK.replace("to improve cash flow", "so that customers can settle them in time"))
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    (change,) = found.better
    assert change.after > change.before
    assert change.lenses["frame"] > 0
    assert any("money" in message or "cash" in message for message in change.gone)


def test_what_compare_says_has_its_files_and_its_reasons(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    baker = "# Baker\n\n## Duties\n- Bake the bread of the day.\n- Clean the ovens.\n- Weigh the flour.\n"
    for name, text in (
        ("clerk", CLERK),
        ("packer", PACKER),
        ("baker", baker),
        ("gone", baker.replace("Baker", "Cook")),
    ):
        (folder / f"{name}.md").write_text(text)
    before = audited(folder, tmp_path / "a.jsonl")
    (folder / "gone.md").unlink()
    (folder / "packer.md").write_text("")
    (folder / "new.md").write_text("# Guard\n\n- Guard the gate of the works by night.\n")
    (folder / "baker.md").write_text(baker.replace("Weigh the flour", "Weigh the flour to cut costs"))
    found = compare(before, audited(folder, tmp_path / "b.jsonl"))
    assert [Path(path).name for path in found.added] == ["new.md"]
    assert [Path(path).name for path in found.removed] == ["gone.md"]
    assert [Path(path).name for path in found.unread] == ["packer.md"]
    moved = {Path(change.path).name: change for change in (*found.worse, *found.otherwise)}
    assert any("cost" in message for message in moved["baker.md"].come), "a warning that came is no 'same'"
    assert found.same == 1
    assert (
        found.median_before
        == overview([r for r in before.rows() if Path(r.path).stem in ("clerk", "baker")]).whole.median
    )


def test_compare_counts_a_text_that_stands_twice_once(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    for name, text in (("clerk", CLERK), ("packer", PACKER), ("packer-2", PACKER), ("packer-3", PACKER)):
        (folder / f"{name}.md").write_text(text)
    seen = audited(folder, tmp_path / "a.jsonl")
    found = compare(seen, seen)
    assert (found.same, sum(trend.count for trend in found.functions), found.removed) == (2, 2, ())
    assert found.median_after == overview(seen.rows()).whole.median
