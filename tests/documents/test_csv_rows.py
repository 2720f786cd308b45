import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import (
    Columns,
    read,
    read_all,
    read_all_bytes,
    read_bytes,
    render,
    render_all,
    write,
    write_all,
)
from jdrewrite.errors import BrokenInput, EmptyInput, MissingInput, OutputError, UnsupportedInput
from tests.documents.helpers import change, seen

TABLE = (
    b"id,Job Title,Description,Requirements\r\n"
    b'1,Clerk,"We make hinges.\n\n- Enter vendor invoices\n- Pay them","Two years, of ""it"""\r\n'
    b'2,"Nurse","Care for patients",\r\n'
    b",,,\r\n"
)


def test_a_row_is_a_job_description():
    clerk, nurse = read_all_bytes(TABLE, "jobs.csv")
    assert (clerk.path, clerk.title) == ("jobs.csv#2", "Clerk")
    assert (nurse.path, nurse.title) == ("jobs.csv#3", "Nurse")
    assert seen(clerk) == [
        ("paragraph", "We make hinges."),
        ("bullet", "Enter vendor invoices"),
        ("bullet", "Pay them"),
        ("heading", "Requirements:"),
        ("paragraph", 'Two years, of "it"'),
    ]


def test_cells_go_back_in_place_and_other_rows_keep_their_bytes():
    clerk, nurse = read_all_bytes(TABLE, "jobs.csv")
    out = render_all(
        [(clerk, [change(clerk, "Pay them", "Pay them, so that suppliers gain"), change(clerk, "Two", "Three")])]
    )
    rows = list(csv.reader(io.StringIO(out.decode(), newline="")))
    assert rows[1][2] == "We make hinges.\n\n- Enter vendor invoices\n- Pay them, so that suppliers gain"
    assert rows[1][3] == 'Three years, of "it"'
    assert out.splitlines(keepends=True)[-2:] == TABLE.splitlines(keepends=True)[-2:]
    assert render_all([(clerk, []), (nurse, [])]) == TABLE


def test_found_by_content_alone_and_by_every_delimiter():
    for delimiter in ",;\t|":
        raw = f"title{delimiter}description\nClerk{delimiter}Enter bills\nNurse{delimiter}Care\n".encode()
        assert [d.title for d in read_all_bytes(raw, "-")] == ["Clerk", "Nurse"]


HEADS = ["title", "Title, grade", 'the "title"', "titles; grades"]


@given(
    st.sampled_from(HEADS),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_a_byte_order_mark_changes_nothing_of_what_is_read_and_stays(head, delimiter, quoting, encoding):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)
    writer.writerows([[head, "description", "department"], ["Clerk", "Enter bills.", "Accounts"]])
    data = out.getvalue().encode(encoding)
    (clerk,) = read_all_bytes(data, "jobs.csv")
    assert seen(clerk) == [("paragraph", "Enter bills.")]
    assert clerk == msgspec.structs.replace(
        read_all_bytes(out.getvalue().encode(), "jobs.csv")[0], encoding=clerk.encoding, place=clerk.place
    )
    assert render(clerk, [change(clerk, "Enter", "Pay")]).decode(encoding) == out.getvalue().replace("Enter", "Pay")
    assert render(clerk) == data
    assert [seen(found) for found in read_all_bytes(data, "-")] == [seen(clerk)]


@pytest.mark.parametrize(("first", "sign"), [("sep=;\r\n", ";"), ('\ufeff"sep=|"\n', "|"), ("SEP=^\r\n", "^")])
def test_the_line_that_tells_excel_what_parts_the_cells_stays(first, sign):
    raw = f"{first}Title,{sign}Description\r\nClerk{sign}Enter bills.\r\nCook{sign}Bake bread.\r\n"
    for name in ("jobs.csv", "-"):
        clerk, cook = read_all_bytes(raw.encode(), name, columns=Columns(title="title"))
        assert [(found.title, seen(found)) for found in (clerk, cook)] == [
            ("Clerk", [("paragraph", "Enter bills.")]),
            ("Cook", [("paragraph", "Bake bread.")]),
        ]
    assert render(cook, [change(cook, "bread", "rolls")]).decode() == raw.replace("bread", "rolls")
    assert render(cook).decode() == raw


def test_a_column_that_is_told():
    raw = b"a,b,c\nClerk,x,Enter bills\n"
    with pytest.raises(UnsupportedInput, match="a, b, c"):
        read_all_bytes(raw, "jobs.csv")
    for name in ("c", "3", "C"):
        (found,) = read_all_bytes(raw, "jobs.csv", columns=Columns(text=(name,), title="a"))
        assert (found.path, found.title, seen(found)[0][1]) == ("jobs.csv", "Clerk", "Enter bills")
    with pytest.raises(UnsupportedInput, match="no column named"):
        read_all_bytes(raw, "jobs.csv", columns=Columns(text=("d",)))


def test_a_long_text_under_a_name_that_says_nothing():
    raw = ('nr,stuff\n1,"' + "Serve the guests well. " * 20 + '"\n').encode()
    assert len(read_all_bytes(raw, "jobs.csv")) == 1


def test_html_in_one_cell_and_plain_text_beside_it():
    raw = b'description,requirements\n<p>Enter bills</p><ul><li>Pay</li></ul>,"- R&D <5 years\n- A pen"\n'
    (row,) = read_all_bytes(raw, "jobs.csv")
    assert ("bullet", "R&D <5 years") in seen(row)
    out = render(row, [change(row, "A pen", "Pens & ink"), change(row, "bills", "bills & more")])
    assert list(csv.reader(io.StringIO(out.decode())))[1] == [
        "<p>Enter bills &amp; more</p><ul><li>Pay</li></ul>",
        "- R&D <5 years\n- Pens & ink",
    ]


def test_a_cell_never_becomes_a_formula():
    (row,) = read_all_bytes(b"title,description\nClerk,Enter bills\n", "jobs.csv")
    out = render(row, [change(row, "Enter", "=HYPERLINK(1) Enter")])
    assert list(csv.reader(io.StringIO(out.decode())))[1][1] == "'=HYPERLINK(1) Enter bills"


def test_a_table_cut_off_in_a_cell_is_refused():
    with pytest.raises(BrokenInput, match="cut off"):
        read_all_bytes(TABLE[:70], "jobs.csv")
    with pytest.raises(EmptyInput):
        read_all_bytes(b"title,description\n,\n", "jobs.csv")


def test_one_of_many_by_its_name(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_bytes(TABLE)
    assert read(f"{path}#3").title == "Nurse"
    assert [d.title for d in read_all(f"{path}#3")] == ["Nurse"]
    with pytest.raises(UnsupportedInput, match=r"2 job descriptions.*jobs\.csv#2"):
        read(path)
    with pytest.raises(MissingInput, match="no such job description"):
        read(f"{path}#7")


def test_writing_all_and_one(tmp_path):
    clerk, nurse = read_all_bytes(TABLE, "jobs.csv")
    out = write_all([(clerk, []), (nurse, [change(nurse, "Care", "Care kindly")])], tmp_path / "out.csv")
    assert out.read_bytes() == TABLE.replace(b'"Nurse","Care for patients"', b"Nurse,Care kindly for patients")
    assert b"kindly" in write(nurse, [change(nurse, "Care", "Care kindly")], tmp_path / "one.csv").read_bytes()
    lines = write_all([(clerk, []), (nurse, [])], tmp_path / "all.jsonl").read_bytes()
    assert [d.title for d in read_all_bytes(lines, "all.jsonl")] == ["Clerk", "Nurse"]
    assert read(write(nurse, [], tmp_path / "nurse.docx")).blocks[0].text == "Care for patients"
    for target in ("all.docx", "all.md", "all.xlsx"):
        with pytest.raises(OutputError):
            write_all([(clerk, []), (nurse, [])], tmp_path / target)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), min_size=1),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_is_not_changed_stays_whatever_is_in_it(cells, quoting):
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=quoting)
    writer.writerow(["title", "description"])
    for cell in cells:
        writer.writerow(["Clerk", cell])
    writer.writerow(["Clerk", "Enter the bills"])
    data = out.getvalue().encode()
    documents = read_all_bytes(data, "jobs.csv")
    last = documents[-1]
    changed = list(csv.reader(io.StringIO(render(last, [change(last, "bills", "invoices")]).decode(), newline="")))
    before = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert changed == [*before[:-1], ["Clerk", "Enter the invoices"]]


def test_standard_input_as_one_job_description():
    assert read_bytes(b"title,description\nClerk,Enter bills\n", "-").title == "Clerk"
