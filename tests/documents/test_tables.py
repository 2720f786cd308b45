"""A table stays a table where a document is set anew in another format."""

import io
import subprocess

import docx
import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.model import BlockKind, Edit, Tracking
from tests.documents.helpers import behind, change, seen
from tests.documents.word.build import p, table, word

SHARES = b"""# Payroll clerk

| Duty | Share |  |
|:-----|------:|--|
| Send the bills \\| letters | 60% |  |
| | **5** % | |

After the table.
"""
ROWS = [["Duty", "Share"], ["Send the bills | letters", "60%"], ["", "5 %"]]


def rows_of(data):
    """The rows of each table of a Word file."""
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in docx.Document(io.BytesIO(data)).tables]


def test_a_markdown_table_is_a_table_in_word_and_in_html():
    document = read_bytes(SHARES, "a.md")
    data = render(document, (), "docx")
    assert rows_of(data) == [ROWS]
    assert seen(read_bytes(data, "a.docx")) == seen(document)
    page = render(document, (), "html").decode()
    assert "<tr><th>Duty</th><th>Share</th></tr>\n<tr><td>Send the bills | letters</td><td>60%</td></tr>" in page
    assert "<tr><td></td><td>5 %</td></tr>\n</table>\n<p>After the table.</p>" in page


def test_its_head_is_one_in_word_too_and_its_cells_are_no_headings():
    data = render(read_bytes(SHARES, "a.md"), (), "docx")
    again = read_bytes(data, "a.docx")
    assert [block.cell.head for block in again.blocks if block.cell] == [True, True, False, False, False]
    assert not any(block.bold for block in again.blocks if block.cell)


@pytest.mark.parametrize("through", ["docx", "html"])
def test_it_comes_back_as_the_same_table(through):
    document = read_bytes(SHARES, "a.md")
    there = read_bytes(render(document, (), through), f"a.{through}")
    back = render(there, (), "md")
    assert b"| Duty | Share |\n| --- | --- |\n| Send the bills \\| letters | 60% |\n|  | 5 % |\n" in back
    assert seen(read_bytes(back, "a.md")) == seen(document)


def test_edits_of_cells_are_tracked_in_the_table():
    document = read_bytes(SHARES, "a.md")
    edits = [change(document, "Send the bills", "Send the right bills"), behind(document, "60%", "Of ten")]
    data = render(document, edits, "docx", tracking=Tracking(author="Jo"))
    again = read_bytes(data, "a.docx")
    assert [block.text for block in again.blocks if block.cell and block.cell.row == 1] == [
        "Send the right bills | letters",
        "60%",
        "Of ten",
    ]
    assert rows_of(render(document, edits, "docx"))[0][1] == ["Send the right bills | letters", "60% Of ten"]


def test_two_tables_in_a_row_stay_two_in_word():
    one = b"| a | b |\n|---|---|\n| 1 | 2 |\n"
    data = render(read_bytes(one + b"\n" + one, "a.md"), (), "docx")
    assert rows_of(data) == [[["a", "b"], ["1", "2"]]] * 2
    body = docx.Document(io.BytesIO(data)).element.body
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "sectPr"]


def test_lists_and_headings_in_cells_stay_in_them():
    page = b"<table><tr><th>Duties<td><p>You:</p><ul><li>Send<li>Sort</ul><tr><th><h3>Pay</h3><td>10 a day</table>"
    document = read_bytes(page, "a.html")
    data = render(document, (), "docx")
    assert rows_of(data) == [[["Duties", "You:\nSend\nSort"], ["Pay", "10 a day"]]]
    again = read_bytes(data, "a.docx")
    assert [b.kind for b in again.blocks if b.text in {"Send", "Pay"}] == [BlockKind.BULLET, BlockKind.HEADING]
    assert b"<td><p>You:</p>\n<ul>\n<li>Send</li>\n<li>Sort</li>\n</ul></td>" in render(again, (), "html")
    assert b"|" not in render(document, (), "md")  # a cell of Markdown has one line


def test_cells_that_reach_over_others_keep_the_columns_of_the_rest():
    page = b"<table><tr><td rowspan=2>Pay<td>Low<td>1<tr><td>High<td>2<tr><td colspan=2>All<td>3</table>"
    there = rows_of(render(read_bytes(page, "a.html"), (), "docx"))
    assert there == [[["Pay", "Low", "1"], ["", "High", "2"], ["All", "", "3"]]]
    merged = b"<table><tr><td colspan=999999999 rowspan=-1>a<td>b</table>"
    assert rows_of(render(read_bytes(merged, "a.html"), (), "docx")) == [[["a", "b"]]]


def test_tables_of_word_are_tables_of_markdown_unless_one_holds_another():
    flat = read_bytes(word(table([p("Grade"), p("Seven")]) + p("End")), "a.docx")
    assert render(flat, (), "md") == b"| Grade | Seven |\n| --- | --- |\n\nEnd\n"
    nested = read_bytes(word(table([p("Grade"), table([p("Pay"), p("Ten")]) + p("Seven")])), "a.docx")
    assert render(nested, (), "md") == b"Grade\n\n| Pay | Ten |\n| --- | --- |\n\nSeven\n"


def test_a_new_line_behind_a_cell_of_a_page_stays_in_the_table():
    document = read_bytes(b"<table><tr><td>Send<td>Daily</table>", "a.html")
    block = document.blocks[0]
    edits = [Edit(block=block.id, start=0, end=0, text="Sort", insert=True)]
    assert rows_of(render(document, edits, "docx")) == [[["Send\nSort", "Daily"]]]


def test_libreoffice_opens_it_as_a_table(soffice, tmp_path):
    (tmp_path / "a.docx").write_bytes(render(read_bytes(SHARES, "a.md"), (), "docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [soffice, profile, "--headless", "--convert-to", "html", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    page = read_bytes((tmp_path / "a.html").read_bytes(), "a.html")
    cells = [block for block in page.blocks if block.cell]
    assert [block.text for block in cells] == ["Duty", "Share", "Send the bills | letters", "60%", "5 %"]
    assert [block.bold for block in cells] == [True, True, False, False, False]
