"""Lists that are typed as lines without signs, in Markdown."""

import pytest

from jdrewrite.documents import markdown, read_bytes, render
from jdrewrite.model import BlockKind, Edit

DUTIES = "# Clerk\n\nDuties\n\nReconciles the ledger daily\nReviews **cash** reports.\n2 audits a year\nPerforms other duties\n\nEnd.\n"


def blocks(raw):
    return [(block.line, block.text) for block in read_bytes(raw.encode(), "x.md").blocks]


def test_each_line_is_a_block_of_its_own():
    assert blocks(DUTIES)[2:] == [
        (5, "Reconciles the ledger daily"),
        (6, "Reviews cash reports."),
        (7, "2 audits a year"),
        (8, "Performs other duties"),
        (10, "End."),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "You keep the archive of the museum in order and help\nvisitors who look for papers in it.",
        "The archive belongs to the\nMuseum of Trade, and you keep\nEverything in order.",
        "All of the posts are open to citizens (residents of Samoa and Swains\nIslands) alone",
        "12 Harlem Avenue,\nHarwood Heights",
        "Acme mends bicycles.\nWe do it well.",
        "Reports about the stock of the whole region go to the office of Mrs. Jane\nSmith every week",
        "Finance Department\nSecond Floor",
        "Travel:\nOccasional travel to all the sites of the region",
        "One **two\nThree** four",
        "One<br>Two",
    ],
    ids=["small", "article", "brackets", "address", "prose", "full", "short", "label", "marks", "break"],
)
def test_text_that_runs_on_stays_one_block(rows):
    assert len(blocks(f"# Clerk\n\n{rows}\n")) == 2


def test_a_line_that_goes_on_belongs_to_the_one_before_it():
    rows = ["Sorts mail", "Opens the doors", "Waters plants of the house", "and the yard", "Feeds the cat", "Locks up"]
    assert [text for _, text in blocks("\n".join(["# Clerk", "", *rows]))][3] == f"{rows[2]}\n{rows[3]}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("quote", ["", "> ", "  "])
def test_edits_and_new_lines_stay_in_the_list(newline, quote):
    raw = newline.join(["# Clerk", "", f"{quote}Sorts the mail", f"{quote}Opens *all* doors", f"{quote}Waters plants"])
    document = read_bytes(raw.encode(), "x.md")
    second = document.blocks[2]
    edits = [
        Edit(block=second.id, start=0, end=5, text="Shuts"),
        Edit(block=second.id, start=0, end=0, text="Feeds the cat", insert=True),
    ]
    changed = raw.replace("Opens *all* doors", f"Shuts *all* doors{newline}{quote}Feeds the cat")
    assert render(document, edits).decode() == changed
    assert render(document).decode() == raw


def test_a_new_line_that_would_run_on_is_set_apart():
    document = read_bytes(DUTIES.encode(), "x.md")
    out = render(document, [Edit(block="b4", start=0, end=0, text="and of the till", insert=True)])
    texts = [block.text for block in read_bytes(out, "x.md").blocks]
    assert texts[3:6] == ["Reviews cash reports.", "and of the till", "2 audits a year"]


def test_lines_that_are_no_longer_a_list_are_kept_apart():
    raw = "# Clerk\n\nSorts mail\nOpens doors\nTidies up\nWaters\nplants\nLocks up\n"
    document = read_bytes(raw.encode(), "x.md")
    block = document.blocks[1]
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text="")])
    assert [b.text for b in read_bytes(out, "x.md").blocks][1:] == [b.text for b in document.blocks[2:]]


def test_a_bold_line_above_its_list_is_bold():
    found = read_bytes(b"# Clerk\n\n**Duties**\nSorts mail\nOpens doors\n", "x.md").blocks
    assert [(block.kind, block.bold) for block in found[1:]] == [
        (BlockKind.PARAGRAPH, bold) for bold in (True, False, False)
    ]


def test_the_last_line_of_a_block_is_that_behind_which_a_new_one_goes():
    document = read_bytes(b"# Clerk\n\nYou sort the mail\nand open doors.\n\nEnd\n- x<br>y\n- z\n", "x.md")
    assert [document.last_line(block.id) for block in document.blocks] == [1, 4, 6, 7, 8]


def test_a_line_has_its_own_marks_alone():
    raw = "# Clerk\n\n" + "".join(f"Opens **door *{number}*** now\n" for number in range(9))
    assert [len(piece.marks) for piece in markdown.parse(raw)[1:]] == [2] * 9


def test_a_typed_bullet_with_a_wrapped_line_is_one_wherever_it_stands():
    raw = "Clerk\n\n• &NotEqualTilde;\n• Post the receipts and  \nSend\n\nEnd\n"
    document = read_bytes(raw.encode(), "a.md")
    assert [block.text for block in document.blocks[1:3]] == ["&NotEqualTilde;", "Post the receipts and\nSend"]
    edit = Edit(block=document.blocks[1].id, start=0, end=1, text="&lt;")
    # The words of the first come to mean something else and are written anew, apart from those of the second.
    again = read_bytes(render(document, [edit]), "a.md")
    assert [block.text for block in again.blocks[1:3]] == ["&lt;NotEqualTilde;", "Post the receipts and\nSend"]


def test_a_new_line_goes_behind_all_marks_that_begin_with_a_line():
    document = read_bytes(b"Clerk\n\n[**Send** bills](<x y> 'z')\n  \\* Sort\n\nEnd\n", "a.md")
    edit = Edit(block=document.blocks[1].id, start=0, end=0, text="New", insert=True)
    out = render(document, [edit])
    assert b"[**Send** bills](<x y> 'z')\n" in out
    assert [block.text for block in read_bytes(out, "a.md").blocks] == ["Clerk", "Send bills", "New", "Sort", "End"]


@pytest.mark.parametrize(
    "rows",
    [
        ["prepare invoices", "answer calls from customers", "keep the files"],
        ["Sort the mail", "answer calls from customers", "Lock up"],
        ["keep the keys", "open doors"],
        ["two years of experience", "licence for vans", "20 kg to lift", "good with figures"],
    ],
    ids=["duties", "both", "pair", "requirements"],
)
def test_a_list_in_lower_case_is_a_line_each(rows):
    assert [text for _, text in blocks("\n".join(["# Clerk", "", *rows]))][1:] == rows


def test_a_sentence_that_ends_in_lower_case_is_one_with_its_beginning():
    rows = ["Who May Apply:", "All members of the union and others of the same trade who are not in its", "service yet"]
    assert len(blocks("\n".join(["# Clerk", "", *rows]))) == 2
