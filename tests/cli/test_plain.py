import json
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.cli.plain import clean, encodable, escape_json, one_line


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1bPdevice string\x1b\\after", "after"),
        ("\x1b(Bcharset", "charset"),
        ("\x1b]0;a title without an end", "0;a title without an end"),
        ("bell\x07 back\x08space\x7f", "bell backspace"),
        ("over\rwritten", "overwritten"),
        ("invoice \u202egnp.exe", "invoice gnp.exe"),
        ("tab\tand\nline\r\nstay", "tab\tand\nline\nstay"),
        ("café — naïve “quotes”", "café — naïve “quotes”"),
        ("half \ud83d of it", "half \ufffd of it"),
    ],
)
def test_control_codes_are_removed(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    left = clean(text)
    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t"]
    left.encode()


@given(st.text(alphabet="ab \x1b[]0;m\x07\x9b\\PX(B", max_size=30))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("beginning", ["\x1b]", "\x9d", "\x1bP", "\x90", "\x1b[", "\x9b1", "\x1b"])
def test_hostile_text_of_a_megabyte_takes_no_time(beginning: str) -> None:
    started = time.perf_counter()
    clean(beginning * 500_000)
    assert time.perf_counter() - started < 5


def test_one_line_has_no_line_feeds() -> None:
    assert one_line(" a\n\n  b\tc\x1b[1m ") == "a b c"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_escaped_json_says_the_same(text: str) -> None:
    escaped = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(escaped) == text
    assert not [c for c in escaped if unicodedata.category(c) == "Cc"]


def test_a_file_name_that_is_no_text_can_be_encoded() -> None:
    assert encodable("r\udce9sum\udce9.txt").encode() == "r\ufffdsum\ufffd.txt".encode()
