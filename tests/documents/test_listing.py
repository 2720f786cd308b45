"""What is set anew in another format keeps its numbers and its lines."""

import io
import zipfile

import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.documents.formats import text_format
from jdrewrite.documents.listing import numbered
from jdrewrite.model import Edit, Tracking

NUMBERED = b"""# Billing Clerk

Reports to: Billing Manager
Location: Springfield

Finance Department\\
Second Floor

The clerk prepares invoices for all shipments that the plants sent on the
previous day, and answers what carriers and colleagues ask about them in the
course of a week.

1. Send invoices.
2. Reconcile payments.
   - Post receipts.
   - Correct errors.
3. Answer questions.

Requirements:

7) A diploma
8) Two years of experience
"""
LABELS = ["1.", "2.", "", "", "3.", "7)", "8)"]


def labels(document):
    items = numbered(document.blocks)
    return [items[b.id].sign if b.id in items else "" for b in document.blocks if b.kind == "bullet"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. One.\n2. Two.\n\nApart.\n\n3. Three.\n", ["1.", "2.", "3."]),
        ("1) One.\n2) Two.\n\nApart.\n\n1) Three.\n", ["1)", "2)", "1)"]),
        ("a) One.\nb) Two.\n(1) Three.\n", ["a)", "b)", "(1)"]),
        ("h. One.\ni. Two.\nj. Three.\n", ["h.", "i.", "j."]),
        ("i. One.\n", ["i."]),
        ("- One.\n- Two.\n", ["", ""]),
        ("4. One.\n4. Came in.\n5. Two.\n", ["4.", "5.", "6."]),
    ],
)
def test_numbers_of_typed_lists(text, wanted):
    assert labels(read_bytes(text.encode(), "a.txt")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (b"<ol start=3><li>One.</li><li>Two.<ul><li>In it.</li></ul></li><li>Three.</li></ol>", ["3.", "4.", "", "5."]),
        (b"<ol type=i><li>One.<li>Two.</ol><ol><li>Three.</ol>", ["i.", "ii.", "1."]),
    ],
)
def test_numbers_of_pages(text, wanted):
    assert labels(read_bytes(text, "a.html")) == wanted


@pytest.mark.parametrize("target", ["markdown", "text", "html"])
def test_numbers_and_lines_stay_in_text(target):
    document = read_bytes(NUMBERED, "a.md")
    assert labels(document) == LABELS
    again = text_format(target).read(text_format(target).compose(document), "a")
    signs = LABELS if target != "html" else [label.replace(")", ".") for label in LABELS]  # HTML has points only
    assert labels(again) == signs
    rows = [row for block in again.blocks for row in block.text.split("\n")]
    assert {"Reports to: Billing Manager", "Location: Springfield", "Finance Department", "Second Floor"} <= set(rows)
    assert sum("The clerk" in row and "of a week" in row for row in rows) == 1  # it was wrapped, and may be so anew


def test_a_bullet_with_a_second_sign_has_tracked_changes_in_word():
    document = read_bytes(b"- \\- \\- Send bills to customers.\n- Count cash.\n", "a.md")
    first = document.blocks[0]
    edit = Edit(block=first.id, start=len(first.text) - 1, end=len(first.text), text=" in time.")
    out = render(document, [edit], "docx", tracking=Tracking())
    assert b"<w:ins " in zipfile.ZipFile(io.BytesIO(out)).read("word/document.xml")
    assert [b.text for b in read_bytes(out, "a.docx").blocks] == ["Send bills to customers in time.", "Count cash."]
