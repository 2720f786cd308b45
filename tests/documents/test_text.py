import contextlib
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import read_bytes, render
from jdrewrite.errors import InputError
from jdrewrite.language.words import plain
from jdrewrite.model import BlockKind, Edit

SAMPLE = """Accounts Clerk

Our firm makes hinges. It has made them
since 1910, in one place.

DUTIES
* Enter vendor invoices
  into the ledger
* Answer the telephone
● Keep the files
1. Count the cash
2. Close the books

Requirements:
- Two years of experience
"""


def read(text: str, encoding: str = "utf-8"):
    return read_bytes(text.encode(encoding), "clerk.txt")


def test_blocks_are_what_a_reader_sees():
    blocks = [(b.kind, b.text) for b in read(SAMPLE).blocks]
    assert blocks == [
        (BlockKind.HEADING, "Accounts Clerk"),
        (BlockKind.PARAGRAPH, "Our firm makes hinges. It has made them\nsince 1910, in one place."),
        (BlockKind.HEADING, "DUTIES"),
        (BlockKind.BULLET, "Enter vendor invoices\ninto the ledger"),
        (BlockKind.BULLET, "Answer the telephone"),
        (BlockKind.BULLET, "Keep the files"),
        (BlockKind.BULLET, "Count the cash"),
        (BlockKind.BULLET, "Close the books"),
        (BlockKind.HEADING, "Requirements:"),
        (BlockKind.BULLET, "Two years of experience"),
    ]


def test_title_and_lines():
    document = read(SAMPLE)
    assert document.title == "Accounts Clerk"
    assert [b.line for b in document.blocks] == [1, 3, 6, 7, 9, 10, 11, 12, 14, 15]


def test_an_edit_touches_only_the_words_that_change():
    document = read(SAMPLE)
    block = document.blocks[3]
    text = "Enter vendor invoices into the ledger so that suppliers are paid"
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text=text)]).decode()
    assert out == SAMPLE.replace("  into the ledger\n", "  into the ledger so that suppliers are paid\n")


def test_a_new_line_takes_the_dress_of_its_neighbour():
    document = read(SAMPLE)
    inserted = {4: "* Ask customers\n", 7: "3. Ask customers\n"}
    for index, expected in inserted.items():
        edit = Edit(block=document.blocks[index].id, start=0, end=0, text="Ask customers", insert=True)
        assert expected.strip() in render(document, [edit]).decode().split("\n")


def test_a_new_paragraph_stands_apart_as_its_neighbours_do():
    document = read("Clerk\n\nDuties\n\nEnter invoices for the shop. Sort the post.\n\nAsk us.\n")
    new = Edit(block=document.blocks[2].id, start=0, end=0, text="Answer the telephone.", insert=True)
    assert "Sort the post.\n\nAnswer the telephone.\n\nAsk us." in render(document, [new]).decode()


def test_old_encodings_and_windows_line_ends_survive():
    raw = "Café manager\r\n\r\n- Greet guests\r\n- Count the cash\r\n".encode("latin-1")
    document = read_bytes(raw, "cafe.txt")
    assert document.blocks[0].text == "Café manager"
    assert any("encoding" in note for note in document.notes)
    edit = Edit(block=document.blocks[1].id, start=0, end=12, text="Greet guests warmly")
    assert render(document, [edit]) == raw.replace(b"Greet guests", b"Greet guests warmly")


def test_utf16_and_byte_order_marks_survive():
    for encoding in ("utf-16", "utf-8-sig"):
        raw = "Nurse\n\n- Care for patients\n".encode(encoding)
        document = read_bytes(raw, "nurse.txt")
        assert document.blocks[0].text == "Nurse"
        edit = Edit(block=document.blocks[1].id, start=0, end=17, text="Care for our patients")
        assert render(document, [edit]).decode(encoding) == "Nurse\n\n- Care for our patients\n"


def test_terminal_codes_never_reach_the_reader():
    document = read(
        "Clerk of the works\n\n- Enter \x1b[31minvoices\u200b from vendors into the ledger of the firm each day\x07\n"
    )
    assert document.blocks[1].text == "Enter [31minvoices from vendors into the ledger of the firm each day"
    assert render(document) == document.source


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=400))
def test_without_edits_the_bytes_come_back(text):
    raw = text.encode()
    with contextlib.suppress(InputError):
        assert render(read_bytes(raw, "any.txt")) == raw


@given(
    st.lists(
        st.text(alphabet="abcd efg,.()*_-[]<>&", min_size=3, max_size=40).filter(lambda t: t.strip(" ,.()*_-[]<>&")),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_edited_text_is_read_back_as_it_was_written(lines, data):
    source = "Title of the job\n\n" + "".join(f"- {line.strip()}\n" for line in lines)
    document = read(source)
    block = data.draw(st.sampled_from(document.blocks))
    new = "plain new words"
    again = read_bytes(render(document, [Edit(block=block.id, start=0, end=len(block.text), text=new)]), "x.txt")
    # White space between words is kept as it was, so two spaces may stay two.
    assert [plain(b.text) for b in again.blocks] == [
        new if b.id == block.id else plain(b.text) for b in document.blocks
    ]


def test_wide_encodings_with_and_without_a_mark():
    text = "Nurse\n\n- Care for patients, day and night\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"):
        mark = "\ufeff" if encoding == "utf-32-be" else ""
        raw = (mark + text).encode(encoding)
        for name in ("nurse.txt", "-"):
            document = read_bytes(raw, name)
            assert [block.text for block in document.blocks] == ["Nurse", "Care for patients, day and night"]
            edit = Edit(block="b2", start=0, end=4, text="Look")
            assert render(document, [edit]) == raw.replace(
                "Care".encode(document.encoding), "Look".encode(document.encoding)
            )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_break_and_the_indent_behind_it_go_as_one(end):
    raw = f"Clerk{end}{end}- Call in order to{end}  raise cash.{end}- Pay bills.{end}"
    document = read(raw)
    out = render(document, [Edit(block="b2", start=5, end=len("Call in order to\nraise cash"), text="daily")])
    assert out.decode() == f"Clerk{end}{end}- Call daily.{end}- Pay bills.{end}"


def test_a_block_does_not_run_into_the_next_one():
    document = read("Clerk\nWe make hinges.\n\n- Pay\nNext to last\n")
    edits = [
        Edit(block="b1", start=5, end=5, text=" for all the accounts of all the firms that make hinges in Leeds"),
        Edit(
            block="b3", start=0, end=0, text="Ask every one of all the many customers what they need today", insert=True
        ),
    ]
    again = read(render(document, edits).decode())
    assert [block.text for block in again.blocks] == [
        "Clerk" + edits[0].text, "We make hinges.", "Pay", edits[1].text, "Next to last"
    ]  # fmt: skip


LIST = "Clerk\n\nDUTIES\nUpdate the records of voters in the data base of the county every day\nLead outreach\nPrepare ballots for mailing and check each address against the list\nCount\n"


def test_a_list_of_duties_without_bullets_is_a_line_each_and_stays_so():
    document = read(LIST)
    assert [b.text for b in document.blocks][2:] == LIST.split("\n")[3:-1]
    lead = next(b for b in document.blocks if b.text == "Lead outreach")
    said = "Lead outreach so that voters who would not come by themselves are reached in time"
    edit = Edit(block=lead.id, start=0, end=len(lead.text), text=said)
    assert render(document, [edit]).decode() == LIST.replace("Lead outreach", said)
    new = Edit(block=lead.id, start=len(lead.text), end=len(lead.text), text="Ask voters what was hard", insert=True)
    assert render(document, [new]).decode() == LIST.replace("Lead outreach", "Lead outreach\nAsk voters what was hard")


def test_wrapped_text_is_one_paragraph():
    wrapped = "The clerk keeps the records of voters in good order, answers what\nthey ask at the counter and on the telephone, and sends ballots to\nthose who cannot come. The clerk reports to the Recorder.\n"
    assert len(read(wrapped).blocks) == 1


SMALL = "accounts clerk\n\nduties\nprepare invoices\nanswer calls from customers and note down what they ask\nkeep the files in order\n"


def test_duties_in_lower_case_one_a_line_are_a_line_each_and_stay_so():
    document = read(SMALL)
    assert [b.text for b in document.blocks] == SMALL.replace("\n\n", "\n").split("\n")[:-1]
    block = document.blocks[-2]
    said = f"{block.text}, so that each customer gets an answer in the end"
    edits = [
        Edit(block=block.id, start=0, end=len(block.text), text=said),
        Edit(block=block.id, start=0, end=0, text="ask customers what was hard", insert=True),
    ]
    out = render(document, edits).decode()
    assert out == SMALL.replace(block.text, f"{said}\nask customers what was hard")
    assert len(read(out).blocks) == len(document.blocks) + 1


def test_a_line_of_a_list_in_lower_case_that_is_wrapped_stays_whole():
    document = read(
        "clerk\n\nprepare invoices\nanswer calls\nkeep the files of the year in order\nand locked\nlock up\ntidy\n"
    )
    assert document.blocks[3].text == "keep the files of the year in order\nand locked"


@pytest.mark.parametrize("width", [35, 45, 60, 72, 100])
def test_wrapped_text_stays_one_paragraph_at_any_width(width):
    said = (
        "the clerk keeps records of voters in good order, answers questions that come in at the counter, by letter "
        "or by telephone, works with staff of other offices, reports faults of machines and sends ballots out to "
        "people who cannot come; the clerk reports to the head of office."
    )
    assert len(read("Clerk\n\n" + textwrap.fill(said, width) + "\n").blocks) == 2


def test_a_bullet_goes_on_in_lower_case():
    assert len(read("Clerk\n\n- prepare\ninvoices\nkeep files\nlock doors\n- lock up\n").blocks) == 3


WRAPPED = [
    "We have been in the trade of tools for forty years, and Mill & Sons Timber know us well. Our yards stand in Leeds, "
    "in York and in Whitby, where Mill & Sons Timber had its first yard.",
    "You will receive goods and check them, put them away in the right place, and pick and pack what was ordered. You "
    "will count the stock each week, keep the aisles clean, and load trucks. You will work with Mill & Sons Timber.",
]


@given(st.sampled_from([50, 60, 72, 80, 100]), st.integers(0, 60), st.integers(1, 30), st.booleans())
def test_wrapped_text_stays_wrapped_where_words_change(width, at, more, added):
    paragraphs = "\n\n".join(textwrap.fill(text, width) for text in WRAPPED)
    document = read(f"Warehouse Associate\n\n{paragraphs}\n\nAsk us.\n")
    block = document.blocks[2]
    place = block.text.index(" ", at)
    edits = [Edit(block=block.id, start=place, end=place, text=" or more" * more)]
    if added:
        edits.append(Edit(block=block.id, start=0, end=0, text="You will ask what is missing. " * 5, insert=True))
    result = render(document, edits).decode()
    longest = max(map(len, paragraphs.splitlines()))
    assert max(map(len, result.splitlines())) <= longest
    assert textwrap.fill(WRAPPED[0], width) in result
    again = [plain(b.text) for b in read(result).blocks]
    assert plain(block.text[:place] + " or more" * more + block.text[place:]) in again
    assert len(again) == len(document.blocks) + added


def test_the_letter_o_is_a_list_sign_before_small_letters_too():
    blocks = read("Packer\n\nDuties:\no sort apples on the belt\no pack trays\n").blocks
    bullets = [(BlockKind.BULLET, text) for text in ("sort apples on the belt", "pack trays")]
    assert [(b.kind, b.text) for b in blocks[2:]] == bullets


def test_a_line_that_cannot_end_there_goes_on_with_a_capital():
    raw = "Clerk\n\nDuties\n- Receives and responds to requests under the Freedom of\nInformation Law.\n- Files maps.\n"
    assert "Receives and responds to requests under the Freedom of Information Law." in [
        " ".join(block.text.split()) for block in read(raw).blocks
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Keeper\n\n- open the gates and keep\n\n   the log of boats\n\n- mend ropes\n", ["open the gates and keep the log of boats", "mend ropes"]),
        ("Keeper\n\n- open the gates;\n\n   keep the log\n", ["open the gates;", "keep the log"]),
        ("Keeper\n\n- open the gates\n\nkeep the log\n", ["open the gates", "keep the log"]),
        ("Keeper\n\n- open the gates\n\n   Keep the log\n", ["open the gates", "Keep the log"]),
        ("Keeper\n\n- open the gates\n\n\n   keep the log\n", ["open the gates", "keep the log"]),
        ("Keeper\n\nPay by the hour (incl.\nLondon allowance)\n", ["Pay by the hour (incl. London allowance)"]),
        ("Keeper\n\nPay by the hour (incl.\nLondon allowance (A) and B\n", ["Pay by the hour (incl.", "London allowance (A) and B"]),
        ("Keeper\n\n1)Daily tasks\na)Open the gates.\nb)Keep the log.\n", ["Daily tasks", "Open the gates.", "Keep the log."]),
    ],
)  # fmt: skip
def test_what_goes_on_behind_a_line(text, rows):
    blocks = read_bytes(text.encode(), "jd.txt").blocks
    assert [" ".join(block.text.split()) for block in blocks[1:]] == rows


def test_an_item_over_an_empty_line_is_edited_in_place():
    text = "Keeper\n\n- open the gates and keep\n\n   the log of boats\n\n- mend ropes\n"
    document = read_bytes(text.encode(), "jd.txt")
    item = document.blocks[1]
    at = item.text.index("boats")
    edits = [
        Edit(block=item.id, start=at, end=at + 5, text="ships"),
        Edit(block=item.id, start=0, end=0, text="Ask crews.", insert=True),
    ]
    out = render(document, edits).decode()
    assert "the log of ships" in out
    assert "- Ask crews.\n" in out
    assert [" ".join(b.text.split()) for b in read_bytes(out.encode(), "jd.txt").blocks][
        1
    ] == "open the gates and keep the log of ships"
