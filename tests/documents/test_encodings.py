"""A file in an old encoding loses no character of what is written into it, and another encoding is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.documents import read_all_bytes, read_bytes, render, render_all
from jdrewrite.documents.encodings import decode, encode
from jdrewrite.documents.remarks import remarks
from tests.documents.helpers import change

TEXT = "Café manager\n\n- Greet guests – all of them\n- Count the cash\n"
TABLE = "title,description\r\nCafé manager,Greet guests of the café.\r\n"
OLD = ["cp1252", "latin-1", "cp1251", "utf-8", "utf-16"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(OLD))
def test_no_character_is_lost(text: str, encoding: str) -> None:
    plain = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
    data = encode(text, encoding)
    assert text.translate(plain) in {
        data.decode(each, errors="ignore").translate(plain) for each in (encoding, "utf-8")
    }


@given(st.text(), st.sampled_from(OLD))
def test_json_says_by_numbers_what_an_encoding_has_not(text: str, encoding: str) -> None:
    from jdrewrite.documents.json_file import escaped

    raw = json.dumps(text, ensure_ascii=False)
    assert json.loads(encode(raw, encoding, escaped).decode(encoding)) == text


@pytest.mark.parametrize("name", ["cafe.txt", "cafe.md"])
def test_a_text_gets_an_encoding_that_has_its_letters(name: str) -> None:
    document = read_bytes(TEXT.encode("cp1252"), name)
    edit = change(document, "Count the cash", "Count ₹ → bank")
    assert render(document, [edit]).decode() == TEXT.replace("Count the cash", "Count ₹ → bank")
    [told] = remarks(document, [edit], document.format)
    assert told == "the file is in cp1252, which has no “₹”, “→”; with that it is written in UTF-8"
    assert remarks(document, [edit], "docx") == []
    plain = change(document, "Count the cash", "Count “cash”")
    assert remarks(document, [plain], document.format) == []
    assert render(document, [plain]) == TEXT.replace("the cash", "“cash”").encode("cp1252")


def test_what_stays_keeps_its_signs_where_a_plain_one_stands_in_for_another() -> None:
    assert encode("– ‘ Ω", "iso-8859-7") == "- ‘ Ω".encode("iso-8859-7")


def test_a_table_gets_a_mark_by_which_excel_knows_its_encoding() -> None:
    (document,) = read_all_bytes(TABLE.encode("cp1252"), "jobs.csv")
    edit = change(document, "Greet guests", "Greet → seat guests")
    out = render_all([(document, [edit])])
    assert out == TABLE.replace("Greet guests", "Greet → seat guests").encode("utf-8-sig")
    assert len(remarks(document, [edit], document.format)) == 1
    assert [b.text for b in read_all_bytes(out, "jobs.csv")[0].blocks] == ["Greet → seat guests of the café."]


def test_json_keeps_its_encoding() -> None:
    raw = '{"title": "Café manager", "description": "Greet guests of the café."}'
    (document,) = read_all_bytes(raw.encode("cp1252"), "job.json")
    edit = change(document, "Greet guests", "Greet → seat guests")
    out = render_all([(document, [edit])])
    assert out == raw.replace("Greet guests", "Greet \\u2192 seat guests").encode("cp1252")
    assert remarks(document, [edit], document.format) == []
    assert decode(out)[1] == "cp1252"
