"""New lines in the middle of a numbered list: the items behind them are numbered on, which is no edit of theirs."""

import io

import docx
import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.documents.numbering_on import told
from jdrewrite.model import Tracking
from jdrewrite.verifying import verify_documents
from tests.documents.helpers import behind, change


def rendered(raw, name, *edits, **options):
    document = read_bytes(raw if isinstance(raw, bytes) else raw.encode(), name)
    made = [behind(document, words, new) for words, new in edits]
    return render(document, made, **options)


@pytest.mark.parametrize(
    ("name", "raw", "wanted"),
    [
        ("a.txt", "1. One.\n2. Two.\n3. Three.\n", "1. One.\n2. New.\n3. Two.\n4. Three.\n"),
        ("a.txt", "(a) One.\r\n(b) Two.\r\n", "(a) One.\r\n(b) New.\r\n(c) Two.\r\n"),
        ("a.md", "8. One.\n9. **Two**.\n", "8. One.\n9. New.\n10. **Two**.\n"),
        ("a.md", "> 1) One.\n> 2) Two.\n", "> 1) One.\n> 2) New.\n> 3) Two.\n"),
        ("a.md", "1. One.\n1. Two.\n", "1. One.\n1. New.\n1. Two.\n"),
        ("a.md", "1. One.\n2. Two.\n\nApart.\n\n3. Three.\n", "1. One.\n2. New.\n3. Two.\n\nApart.\n\n4. Three.\n"),
        ("a.md", "1. One.\n2. Two.\n\n# B\n\n1. Other.\n", "1. One.\n2. New.\n3. Two.\n\n# B\n\n1. Other.\n"),
        ("a.md", "1. One.\n2. Two.\n\n1. Other.\n", "1. One.\n2. New.\n3. Two.\n\n1. Other.\n"),
        ("a.md", "1. A.\n2. B.\n\n1. One.\n2. Two.\n", "1. A.\n2. B.\n\n1. One.\n2. New.\n3. Two.\n"),
        ("a.md", "1. A.\n2. One.\n\n1. B.\n", "1. A.\n2. One.\n\n3. New.\n\n1. B.\n"),
        ("a.md", "1. One.\n2. Two.\n2. Three.\n", "1. One.\n2. New.\n3. Two.\n4. Three.\n"),
        ("a.md", "1. One.\n\n   More.\n\n1. Two.\n", "1. One.\n1. New.\n\n   More.\n\n1. Two.\n"),
        ("a.html", "<p>1. One.<br>2. Two.</p>", "<p>1. One.<br>\n2. New.<br>3. Two.</p>"),
        ("a.html", "<ol><li>One.</li><li>Two.</li></ol>", "<ol><li>One.</li>\n<li>New.</li><li>Two.</li></ol>"),
    ],
)
def test_items_behind_a_new_line_are_numbered_on(name, raw, wanted):
    assert rendered(raw, name, ("One.", "New.")).decode() == wanted


def test_new_lines_at_several_places_and_other_changes_of_the_same_items():
    document = read_bytes(b"1. One.\n2. Two.\n3. Three.\n", "a.txt")
    edits = [behind(document, "One", n) for n in ("New.", "Newer.")] + [behind(document, "Two", "Last.")]
    out = render(document, [*edits, change(document, "Three", "Four")])
    assert out == b"1. One.\n2. New.\n3. Newer.\n4. Two.\n5. Last.\n6. Four.\n"


def test_what_hangs_on_an_item_of_markdown_stays_on_it_when_its_number_grows():
    raw = "8. One.\n9. Two.\n   - In it.\n\n   More.\n10. Three.\n    - There.\n"
    out = rendered(raw, "a.md", ("One.", "New."))
    assert out.decode() == "8. One.\n9. New.\n10. Two.\n    - In it.\n\n    More.\n11. Three.\n    - There.\n"
    again = read_bytes(out, "a.md")
    assert [(b.number, b.level) for b in again.blocks if b.text == "In it."] == [("", 1)]


@pytest.mark.parametrize(
    "said", ["See item 2.", "as in points 1 and 3", "Duty no. 3 comes first.", "The (2) above.", "#3"]
)
def test_a_list_to_whose_numbers_the_text_refers_stays_as_it_is_and_that_is_told(said):
    raw = f"1. One.\n2. Two.\n3. Three.\n\nNote:\n{said}\n"
    assert rendered(raw, "a.txt", ("One.", "New.")).decode() == raw.replace("2. Two", "2. New.\n2. Two")
    document = read_bytes(raw.encode(), "a.txt")
    edits = [behind(document, "One.", "New.")]
    (line,) = told(document, edits, "text")
    assert line.startswith("line 6 says “")
    assert "number them by hand" in line
    (line,) = told(document, edits, "docx")
    assert "check which item is meant" in line


@pytest.mark.parametrize(
    "said", ["See item 1.", "Lift 2 boxes.", "points of sale", "item 20", "Duty 3% of it", "Two above"]
)
def test_other_figures_keep_no_list_from_being_numbered_on(said):
    raw = f"1. One.\n2. Two.\n3. Three.\n\nNote:\n{said}\n"
    assert "4. Three" in rendered(raw, "a.txt", ("One.", "New.")).decode()
    document = read_bytes(raw.encode(), "a.txt")
    assert told(document, [behind(document, "One.", "New.")], "text") == []


def word(*rows, style=None):
    made = docx.Document()
    for row in rows:
        made.add_paragraph(row, style=style)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def numbers(data):
    return [(block.number, block.text) for block in read_bytes(data, "a.docx").blocks]


@pytest.mark.parametrize("tracking", [None, Tracking(author="Jo")])
@pytest.mark.parametrize("rows", [["1.\tOne.", "2.\tTwo.", "3.\tThree."], ["1. One.\n2. Two.\n3. Three."]])
def test_typed_numbers_of_word_are_numbered_on(rows, tracking):
    data = word(*rows)
    assert numbers(data) == [("1.", "One."), ("2.", "Two."), ("3.", "Three.")]
    out = rendered(data, "a.docx", ("One.", "New."), ("One.", "Newer."), tracking=tracking)
    assert numbers(out) == [("1.", "One."), ("2.", "New."), ("3.", "Newer."), ("4.", "Two."), ("5.", "Three.")]


def test_a_number_alone_before_a_paragraph_of_word_is_one_of_its_words():
    data = word("1. Purpose", "The clerk sends invoices.", "2. Duties", "401. One more")
    assert [text for _, text in numbers(data)][:3] == ["1. Purpose", "The clerk sends invoices.", "2. Duties"]


def test_numbers_that_word_counts_are_read_and_no_change_is_tracked_on_them():
    data = word("One.", "Two.", style="List Number")
    assert numbers(data) == [("1.", "One."), ("2.", "Two.")]
    out = rendered(data, "a.docx", ("One.", "New."), tracking=Tracking(author="Jo"))
    assert numbers(out) == [("1.", "One."), ("2.", "New."), ("3.", "Two.")]
    assert b"<w:del " not in docx.Document(io.BytesIO(out)).element.xml.encode()
    assert render(read_bytes(out, "a.docx"), (), "md") == b"1. One.\n2. New.\n3. Two.\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"# D\n\n3) One.\n4) Two.\n   - In.\n\nApart.\n\n5) Three.\n",
        b"(a) One.\n(b) Two.\n",
        b"<ol type=I><li>One<li>Two</ol>",
    ],
)
def test_numbers_come_back_from_word(raw):
    document = read_bytes(raw, "a.html" if b"<" in raw else "a.md" if b"#" in raw else "a.txt")
    again = numbers(render(document, (), "docx"))
    assert again == [(block.number, block.text) for block in document.blocks]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_the_judge_takes_no_renumbered_list_for_changed_figures(name):
    raw = b"1. Send 12 invoices.\n2. Post receipts.\n3. Answer callers.\n"
    before = read_bytes(raw, name)
    new = "Listen to callers."
    after = read_bytes(rendered(raw, name, ("Send", new)), name)
    assert [block.number for block in after.blocks] == ["1.", "2.", "3.", "4."]
    assert verify_documents(before, after, agreed=[new]).passed
