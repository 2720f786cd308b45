"""What is set anew in another format keeps its numbers and its lines."""

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import read_bytes, render
from jdrewrite.documents.counting import readings, written
from jdrewrite.documents.formats import text_format
from jdrewrite.documents.listing import Shape, numbered
from jdrewrite.documents.moving import moved_edits
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
        ("h. One.\ni. Two.\ni. Came in.\nj. Three.\n", ["h.", "i.", "j.", "k."]),
        ("b. One.\nc. Two.\nc. Came in.\nd. Three.\n", ["b.", "c.", "d.", "e."]),
        ("i. One.\ni. Came in.\n", ["i.", "ii."]),
    ],
)
def test_numbers_of_typed_lists(text, wanted):
    assert labels(read_bytes(text.encode(), "a.txt")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (b"<ol start=3><li>One.</li><li>Two.<ul><li>In it.</li></ul></li><li>Three.</li></ol>", ["3.", "4.", "", "5."]),
        (b"<ol type=i><li>One.<li>Two.</ol><ol><li>Three.</ol>", ["i.", "ii.", "1."]),
        (b"<ol type=i start=5><li>One.<li>Two.</ol>", ["v.", "vi."]),
        (b"<ol type=I start=39><li>One.<li>Two.<li>Three.</ol>", ["XXXIX.", "XL.", "XLI."]),
        (b"<ol type=A start=25><li>One.<li>Two.<li>Three.</ol>", ["Y.", "Z.", "AA."]),
        (b"<ol type=a start=632><li>One.<li>Two.</ol>", ["xh.", "xi."]),
        (b"<ol><li>One.<li value=5>Two.<li>Three.</ol>", ["1.", "5.", "6."]),
        (b"<ol reversed><li>One.<li>Two.<ol><li>In it.</ol><li>Three.</ol>", ["3.", "2.", "1.", "1."]),
        (b"<ol reversed><li>One.<li value=7>Two.<li>Three.", ["3.", "7.", "6."]),
        (b"<ol reversed start=9 type=a><li>One.<li>Two.</ol>", ["i.", "h."]),
        (b"<ol start=-4><li value=-2>One.<li>Two.</ol>", ["1.", "2."]),
        (b"<ol reversed start=1><li>One.<li>Two.<li>Three.</ol>", ["1.", "0.", ""]),
        (b"<ol type=i start=3999><li>One.<li>Two.</ol>", ["mmmcmxcix.", "4000."]),
    ],
)
def test_numbers_of_pages(text, wanted):
    assert labels(read_bytes(text, "a.html")) == wanted


@pytest.mark.parametrize(
    "page",
    [
        b"<ol type=i>" + b"<li>One.</li>" * 42 + b"</ol>",
        b"<ol type=A>" + b"<li>One.</li>" * 60 + b"</ol>",
        b"<ol type=a start=699>" + b"<li>One.</li>" * 8 + b"</ol>",
        b"<ol reversed type=a>" + b"<li>One.</li>" * 30 + b"</ol>",
        b"<ol type=I start=3997>" + b"<li>One.</li>" * 6 + b"</ol>",
    ],
)
def test_one_list_is_one_list(page):
    items = numbered(read_bytes(page, "a.html").blocks)
    assert {item.list for item in items.values()} == {0}
    assert len({item.sign for item in items.values()}) == len(items) > 1


def test_lists_that_count_down_do_so_in_html():
    document = read_bytes(b"<ol reversed><li>One.<li>Two.<li>Three.</ol>", "a.html")
    again = text_format("html").read(text_format("html").compose(document), "b.html")
    assert labels(again) == labels(document) == ["3.", "2.", "1."]
    assert {item.list for item in numbered(again.blocks).values()} == {0}
    assert b"".join(text_format("html").compose(document).splitlines()).count(b"<ol") == 1


def test_numbers_of_any_size_are_written_at_once():
    document = read_bytes(b"999999999. Answer letters.\n", "a.md")
    assert text_format("text").compose(document) == b"999999999. Answer letters.\n"
    for counted in "iI":
        assert Shape("(", counted, ")").sign(10**4000) == f"({10**4000})"


@given(st.integers(0, 1_000_000), st.sampled_from("1aAiI"))
def test_what_is_written_is_read(value, counted):
    assert readings(written(value, counted))[counted] == value


@pytest.mark.parametrize(("said", "value"), [("iv", 4), ("xlii", 42), ("mcmxciv", 1994), ("mmmdccclxxxviii", 3888)])
def test_roman_numbers(said, value):
    assert written(value, "i") == said
    assert written(value, "I") == said.upper()
    assert next(iter(readings(said).items())) == ("i", value)


@pytest.mark.parametrize("said", ["iiii", "vx", "iix", "mmmm", "word"])
def test_what_is_no_roman_number(said):
    assert "i" not in readings(said)


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


def test_dashes_between_words_stay_in_tracked_changes():
    document = read_bytes(b"- \\- \\- Lead the desk - day and night - with care each week\n- Count cash.\n", "a.md")
    first = document.blocks[0]
    edit = Edit(block=first.id, start=first.text.index("each"), end=len(first.text), text="every day")
    out = read_bytes(render(document, [edit], "docx", tracking=Tracking()), "a.docx")
    assert [b.text for b in out.blocks] == ["Lead the desk - day and night - with care every day", "Count cash."]


def test_texts_that_differ_by_a_dash_between_words_are_two():
    one, other = (
        read_bytes(text, "a.txt") for text in (b"Lead the desk - day and night.", b"Lead the desk day and night.")
    )
    assert moved_edits(one, other, []) is None
    assert moved_edits(one, one, []) == ()


PAGE = b"<ol start=3><li>One thing.</li><li>Two things.</li><li>Three things.</li><li>Four.</li></ol>"
TYPED = b"3. One thing.\n4. Two things.\n5. Three things.\n6. Four.\n"


def without(document, gone, behind=()):
    """The document without some of its blocks, and with a line behind some, as plain text."""
    blocks = [document.blocks[index] for index in gone]
    edits = [Edit(block=b.id, start=0, end=len(b.text), text="") for b in blocks]
    edits += [Edit(block=document.blocks[index].id, start=0, end=0, text="New.", insert=True) for index in behind]
    target = "text" if document.format != "text" else "html"
    return read_bytes(render(document, edits, target), "a.txt" if target == "text" else "a.html")


@pytest.mark.parametrize(("raw", "name"), [(PAGE, "a.html"), (TYPED, "a.txt"), (TYPED, "a.md")])
@pytest.mark.parametrize(
    ("gone", "behind", "wanted"),
    [
        ([1], [], ["One thing.", "Three things.", "Four."]),
        ([0], [], ["Two things.", "Three things.", "Four."]),
        ([0, 1, 3], [], ["Three things."]),
        ([1], [2], ["One thing.", "Three things.", "New.", "Four."]),
        ([1], [1], ["One thing.", "New.", "Three things.", "Four."]),
    ],
)
def test_numbers_go_on_over_items_that_went_out(raw, name, gone, behind, wanted):
    again = without(read_bytes(raw, name), gone, behind)
    assert [block.text for block in again.blocks] == wanted
    assert labels(again) == [f"{number}." for number in range(3, 3 + len(wanted))]


@pytest.mark.parametrize(
    ("signs", "wanted"), [(["-", "-", "-"], ["", ""]), (["a.", "b.", "c."], ["a.", "b."]), (["•", "•", "•"], ["", ""])]
)
def test_what_went_out_of_plain_text_leaves_no_sign(signs, wanted):
    raw = "\n".join(f"{sign} Answer letters." for sign in signs) + "\n"
    again = without(read_bytes(raw.encode(), "a.txt"), [1])
    assert [block.text for block in again.blocks] == ["Answer letters."] * 2
    assert labels(again) == wanted


def test_a_gap_of_the_source_stays():
    document = read_bytes(b"<ol><li>One thing.<li value=4>Two things.<li>Three things.<li>Four.</ol>", "a.html")
    assert labels(without(document, [2])) == ["1.", "4.", "5."]
    assert labels(without(document, [])) == ["1.", "4.", "5.", "6."]


def test_word_counts_down_with_lists_of_one_item():
    document = read_bytes(b"<ol reversed><li>One.<li>Two.<li>Three.</ol>", "a.html")
    made = docx.Document(io.BytesIO(text_format("docx").compose(document)))
    numbers = [p._p.pPr.numPr.numId.val for p in made.paragraphs if p._p.pPr is not None]
    assert len(set(numbers)) == 3


@pytest.mark.parametrize(
    ("name", "signs", "wanted"),
    [
        ("x.md", ("1)", "2)"), ("3)", "4)", "5)")),
        ("x.md", ("8.", "9."), ("10.", "11.", "12.")),
        ("x.txt", ("(a)", "(b)"), ("(c)", "(d)", "(e)")),
    ],
)
def test_new_items_behind_the_last_count_on_in_the_file(name, signs, wanted):
    raw = f"Clerk\n\n{signs[0]} Sort mail.\n{signs[1]} Open doors.\n\nEnd of it.\n"
    document = read_bytes(raw.encode(), name)
    block = next(block for block in document.blocks if block.text == "Open doors.")
    new = ["Feed cats.", "Water plants.", "Lock up."]
    edits = [Edit(block=block.id, start=0, end=0, text=text, insert=True) for text in new]
    rows = "".join(f"\n{sign} {text}" for sign, text in zip(wanted, new, strict=True))
    assert render(document, edits).decode() == raw.replace("Open doors.", f"Open doors.{rows}")
