import io
import zipfile

import openpyxl
import pytest

from jdrewrite.documents import Columns, read_all_bytes, render, render_all
from jdrewrite.documents import xlsx as xlsx_module
from jdrewrite.documents.files import write
from jdrewrite.errors import BrokenInput, InputError, OutputError, UnsupportedInput
from tests.documents.helpers import change, seen
from tests.spoilt_zip import WAYS, spoilt


def workbook(*rows, title="Jobs"):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


ROWS = (
    ["Our jobs"],
    ["Nr", "Role", "Job description", "Duties"],
    [1, "Clerk", "We make hinges.\n- Enter bills\n- =SUM(A1)", None],
    [],
    [2, "Nurse", "Care for patients", "- Listen"],
)


def cells(data):
    import openpyxl

    return [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()]


def test_rows_are_read_and_go_back():
    data = workbook(*ROWS)
    clerk, nurse = read_all_bytes(data, "jobs.xlsx")
    assert [(d.path, d.title) for d in (clerk, nurse)] == [("jobs.xlsx#3", "Clerk"), ("jobs.xlsx#5", "Nurse")]
    assert ("bullet", "=SUM(A1)") in seen(clerk)
    assert seen(nurse)[-1] == ("bullet", "Listen")
    out = render_all([(clerk, [change(clerk, "We make", "=We & <made>")]), (nurse, [change(nurse, "Listen", "Hear")])])
    before, after = cells(data), cells(out)
    assert after[2][2] == "=We & <made> hinges.\n- Enter bills\n- =SUM(A1)"
    assert after[4][3] == "- Hear"
    after[2][2], after[4][3] = before[2][2], before[4][3]
    assert after == before
    assert render(clerk, []) == data


def test_rows_in_which_something_stands_and_no_text_are_told():
    head = ["Role", "Department", "Job description"]
    data = workbook(head, ["Clerk", "Office", "Enter bills"], ["Porter", "Kitchen", None], [None, " "], [None, None])
    (clerk,) = read_all_bytes(data, "jobs.xlsx")
    assert clerk.place.empty == ("3",)


def with_formulas(*cells: str) -> bytes:
    """A workbook in whose column D stand formulas, as Excel writes them, with the texts that they made."""
    data = workbook(["Nr", "Role", "Job description", "Duties"], *([n, "Clerk", f"We make {n}."] for n in (1, 2)))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            content = old.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                for number, cell in enumerate(cells, 2):
                    end = content.index("</row>", content.index(f'<row r="{number}"'))
                    content = f'{content[:end]}<c r="D{number}" t="str">{cell}</c>{content[end:]}'
            new.writestr(part, content)
    return out.getvalue()


SHARED = (
    '<f t="shared" ref="D2:D3" si="0">B2&amp;" bills"</f><v>Enter bills</v>',
    '<f t="shared" si="0"/><v>Send bills</v>',
)
FILLED = ('<f t="array" ref="D2:D3">E2:E3</f><v>Enter bills</v>', "<v>Send bills</v>")


@pytest.mark.parametrize("cells", [SHARED, FILLED])
def test_a_text_that_a_formula_makes_is_not_written_over(tmp_path, cells):
    data = with_formulas(*cells)
    one, other = read_all_bytes(data, "jobs.xlsx")
    for document, words, where in ((one, "Enter", "D2"), (other, "Send", "D3")):
        with pytest.raises(OutputError, match=f"a formula makes the text of {where}, ") as error:
            write(document, [change(document, words, "Check")], tmp_path / "new.xlsx")
        assert "values" in error.value.way_out
        assert not (tmp_path / "new.xlsx").exists()
        assert b"Check bills" in render(document, [change(document, words, "Check")], "md")


@pytest.mark.parametrize(("more", "fits"), [(32_767 - 3, True), (32_767 - 2, False)])
def test_a_text_that_is_too_long_for_a_cell_is_not_written(more, fits):
    (document,) = read_all_bytes(workbook(["title", "description"], ["Clerk", "Send bills"]), "jobs.xlsx")
    edit = change(document, "Send bills", "\U0001f4e6 " + "x" * more)
    if fits:
        assert value_in(render(document, [edit]), "B2").endswith("x" * more)
        return
    with pytest.raises(UnsupportedInput, match="row 2, column 2 has 32,768 characters"):
        render(document, [edit])


@pytest.mark.parametrize("cells", [SHARED, FILLED])
def test_beside_a_formula_texts_are_written(cells):
    data = with_formulas(*cells)
    one, _ = read_all_bytes(data, "jobs.xlsx")
    out = render(one, [change(one, "We make", "You make")])
    assert value_in(out, "C2") == "You make 1."
    assert value_in(out, "D2") != "Enter bills", "the formula is gone"
    assert cells[1].encode() in zipfile.ZipFile(io.BytesIO(out)).read("xl/worksheets/sheet1.xml")


def value_in(data: bytes, name: str) -> object:
    return openpyxl.load_workbook(io.BytesIO(data)).active[name].value


def test_every_other_part_is_copied():
    data = workbook(*ROWS)
    clerk, _ = read_all_bytes(data, "jobs.xlsx")
    out = render(clerk, [change(clerk, "hinges", "doors")])
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_sheets_by_their_names_and_columns_that_are_told():
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook(*ROWS)))
    other = book.create_sheet("More")
    other.append(["title", "description"])
    other.append(["Cook", "Cook meals"])
    out = io.BytesIO()
    book.save(out)
    assert [d.path for d in read_all_bytes(out.getvalue(), "-")] == ["-#Jobs!3", "-#Jobs!5", "-#More!2"]
    data = workbook(["a", "b"], ["Clerk", "Enter bills"])
    with pytest.raises(UnsupportedInput, match="a, b"):
        read_all_bytes(data, "jobs.xlsx")
    assert len(read_all_bytes(data, "jobs.xlsx", columns=Columns(text=("b",)))) == 1
    with pytest.raises(UnsupportedInput, match="no column named"):
        read_all_bytes(data, "jobs.xlsx", columns=Columns(text=("z",)))


@pytest.mark.parametrize("how", WAYS)
def test_a_workbook_of_which_a_part_cannot_be_read_is_damaged_and_no_fault_of_the_program(how):
    with pytest.raises(BrokenInput, match="password" if how == "password" else "damaged"):
        read_all_bytes(spoilt(workbook(*ROWS), "xl/workbook.xml", how), "jobs.xlsx")


def test_damaged_and_hostile_workbooks(monkeypatch):
    data = workbook(*ROWS)
    for cut in range(100, len(data), 400):
        with pytest.raises(BrokenInput):
            read_all_bytes(data[:cut], "jobs.xlsx")
    with pytest.raises(BrokenInput, match="none"):
        read_all_bytes(b"just words", "jobs.xlsx")

    def with_part(name, content):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(part, content if part == name else old.read(part))
        return out.getvalue()

    with pytest.raises(BrokenInput, match="not safe"):
        read_all_bytes(with_part("xl/worksheets/sheet1.xml", b" " * 6_000_000), "bomb.xlsx")
    with pytest.raises(BrokenInput, match="entities"):
        read_all_bytes(with_part("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'), "e.xlsx")
    with pytest.raises(InputError):
        read_all_bytes(with_part("xl/worksheets/sheet1.xml", b"<nonsense"), "n.xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        sheet = kept.read("xl/worksheets/sheet1.xml")
    far = b'<row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    with pytest.raises(BrokenInput, match="beyond 1,048,576"):
        read_all_bytes(with_part("xl/worksheets/sheet1.xml", sheet.replace(b"</sheetData>", far)), "far.xlsx")
    monkeypatch.setattr(xlsx_module, "MOST_ROWS", 2)
    with pytest.raises(BrokenInput, match="rows"):
        read_all_bytes(data, "jobs.xlsx")


def test_a_cell_that_is_not_there_is_not_passed_over():
    book, made = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "description"])
    book.active.append(["Clerk", "Send bills"])
    book.save(made)
    with pytest.raises(BrokenInput, match="row 99, column 2"):
        xlsx_module.put(made.getvalue(), {("xl/worksheets/sheet1.xml", 99, 1): "lost"})
