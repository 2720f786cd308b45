"""A line is the same thing for all who cut, count or number them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jdrewrite.documents.border import MOST_LINES, check_length
from jdrewrite.documents.markdown_lines import Lines
from jdrewrite.errors import UnsupportedInput
from jdrewrite.language import lines

TEXTS = some.text(alphabet="ab \n\r\x0b\x0c\x1c\x85\u2028")


@given(TEXTS)
def test_cutting_and_counting_agree(text):
    spans = lines.spans(text)
    assert [text[start:end] for start, end in spans] == lines.rows(text)
    assert len(spans) == lines.breaks(text) + 1
    assert Lines(text).spans == spans
    for number, (start, _) in enumerate(spans):
        assert lines.breaks(text, 0, start) == number


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_limit_counts_them(end):
    check_length(end * MOST_LINES, "long.txt")
    with pytest.raises(UnsupportedInput, match="50,001 lines"):
        check_length(end * (MOST_LINES + 1), "long.txt")
