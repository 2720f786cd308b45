import pytest

from jdrewrite.documents import rows
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
