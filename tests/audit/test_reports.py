"""The reports of one audit agree with each other, and nothing in a job description becomes markup or a formula."""

import csv
import html
import io
import json
import re

from openpyxl import load_workbook

from jdrewrite.audit import overview
from jdrewrite.audit.plan import plans
from jdrewrite.audit.reports import REPORTS, pages, write
from jdrewrite.model import LENSES
from tests.audit.conftest import CLERK, audited


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


def test_characters_that_xml_has_not_are_left_out_of_tables(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    # Text copied from a PDF has U+FFFE where a word is broken at the end of a line.
    text = CLERK.replace("invoices, so", "in\ufffevoices\uffff, so")
    (folder / "clerk.md").write_text(text, encoding="utf-8")
    odd = audited(folder, tmp_path / "results.jsonl")
    for kind in REPORTS:
        write(kind, odd, tmp_path)
    book = load_workbook(tmp_path / "report.xlsx")
    lines = [str(row[4]) for row in book["Statements"].values]
    assert any("customer invoices, so that" in line for line in lines), lines


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


def test_every_report_for_people_tells_what_a_project_changes(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "jdrewrite.toml").write_text(
        '[rules]\ndisable = ["authority.*"]\n[[suppress]]\nrule = "frame.inward.*"\nreason = "agreed"\n'
    )
    results = audited(folder, tmp_path / "results.jsonl")
    for kind in ("html", "md"):
        text = write(kind, results, tmp_path).read_text(encoding="utf-8").replace("\\", "")
        assert "rules.disable = authority.*" in text
        assert "authority is left out" in text
        assert "1 finding is silenced" in text
    for kind in REPORTS:
        write(kind, results, tmp_path)


def test_every_report_knows_a_rule_of_the_project_s_own(tmp_path):
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "jdrewrite.toml").write_text(
        '[[rule]]\nid = "frame.inward.ours"\nlens = "frame"\nvalue = "inward"\npatterns = ["credit notes"]\n'
    )
    results = audited(folder, tmp_path / "results.jsonl")
    told = {kind: write(kind, results, tmp_path).read_text(errors="replace") for kind in REPORTS}
    assert {kind for kind in ("jsonl", "sarif", "github") if "frame.inward.ours" not in told[kind]} == set()
    (run,) = json.loads((tmp_path / "report.sarif").read_text())["runs"]
    own = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "frame.inward.ours")
    assert "project" in own["shortDescription"]["text"]
    assert own["defaultConfiguration"] == {"level": "warning"}
    assert all(gap.lens != "authority" for plan in plans(results.rows()) for gap in plan.gaps)
