import pytest

from jdrewrite.documents import rows
from jdrewrite.documents.nameless import with_all_rows
from jdrewrite.errors import EmptyInput


def test_json_strings_may_hold_any_line_break_of_unicode(tmp_path):
    path = tmp_path / "answers.jsonl"
    path.write_text('{"name": "x", "answer": "one\u2028two\x85three"}\r\n{"name": "y", "answer": "four"}\n', "utf-8")
    assert rows.rows(path).rows == (("x", "one\u2028two\x85three"), ("y", "four"))


@pytest.mark.parametrize("text", ['{"foo": ""}\n', "foo,bar\n,\n", '{"foo": null}\n{"foo": " "}\n'])
def test_a_table_of_empty_rows_is_empty(tmp_path, text):
    path = tmp_path / "answers.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(EmptyInput):
        rows.rows(path)


@pytest.mark.parametrize(
    ("first", "is_name"),
    [
        ("The room was dirty", False),
        ("Nobody answered the phone for an hour.", False),
        ("comment", True),
        ("Comments from the desk in May", True),
        ("What could we do better next time", True),
        ("A thing you would change next time?", True),
    ],
)
def test_a_column_without_a_name_loses_no_row(tmp_path, first, is_name):
    path = tmp_path / "comments.csv"
    path.write_text(f"{first}\nThe invoice was wrong\n", "utf-8")
    table = rows.rows(path)
    assert [row[0] for row in with_all_rows(table).rows] == [*([] if is_name else [first]), "The invoice was wrong"]
    assert with_all_rows(table, "1") is table
