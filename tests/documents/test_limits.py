"""Files made to hang or to fill the memory: each ends in an error with a way out, or in a result."""

import subprocess
import sys

import pytest

from jdrewrite.documents import files, html_tokens, hunks, json_file, read, read_bytes
from jdrewrite.errors import BrokenInput, EmptyInput, UnsupportedInput


def test_a_file_of_a_gigabyte_is_not_read_at_all(tmp_path):
    path = tmp_path / "jobs.csv"
    with path.open("wb") as file:
        file.write(b"title,description\n")
        file.truncate(1_000_000_000)
    with pytest.raises(UnsupportedInput, match="1000 MB"):
        read(path)


def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "clerk.txt"
    path.write_text("Clerk\n\n- Enter bills\n")
    seen = []

    def fstat(number, real=files.os.fstat):
        if seen:
            with path.open("a") as file:
                file.write("- Pay\n")
        seen.append(number)
        return real(number)

    monkeypatch.setattr(files.os, "fstat", fstat)
    with pytest.raises(BrokenInput, match="changed while it was being read"):
        read(path)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("[" * 30_000, "x.md"),
        ("![" * 30_000, "x.md"),
        ("<a " * 20_000, "x.html"),
        ("<p>word" * 20_000, "x.html"),
        ("<p>" + "word " * 500_000, "x.html"),
    ],
)
def test_too_much_of_something(raw, name, monkeypatch):
    monkeypatch.setattr(html_tokens, "MOST_TAGS", 5000)
    page = f"<!DOCTYPE html><html><body>{raw}" if name.endswith("html") else raw + "word"
    with pytest.raises(UnsupportedInput) as error:
        read_bytes(page.encode(), name)
    assert error.value.way_out


def test_a_block_of_html_with_too_much_markup_is_shown_as_it_is_written(monkeypatch):
    monkeypatch.setattr(html_tokens, "MOST_TAGS", 5)
    raw = "<div>\n" + "<b>Pay</b>" * 5 + "\n</div>"
    assert read_bytes(raw.encode(), "x.md").blocks[0].text == raw


def test_json_without_end(monkeypatch):
    monkeypatch.setattr(json_file, "MOST_OBJECTS", 50)
    for raw in ('{"description": "x"},' * 60, '"a": "b",' * 400):
        with pytest.raises(BrokenInput, match="more objects"):
            read_bytes(f'{{"all": [{raw}'.encode(), "x.json")


@pytest.mark.parametrize(("name", "line"), [("x.md", "- a\n"), ("x.txt", "a\r\n"), ("x.txt", "a\r"), ("x.md", "\n")])
def test_lines_without_end(name, line):
    with pytest.raises(UnsupportedInput, match="60,000 lines"):
        read_bytes(line.encode() * 60_000 + b"words", name)


def test_columns_without_end():
    with pytest.raises(EmptyInput):
        read_bytes(b"title,description\n" + b"," * 3_000_000 + b"\n", "x.csv")


HANGING = {
    "comments before no page": ("x.md", "b'<!---->' * 40 + b'x words here'"),
    "front matter without an end": ("-", "b'---\\r\\n' + b'a: b\\r\\n' * 40 + b'words'"),
    "a title of blanks": ("x.md", "b'---\\ntitle: x' + b' ' * 900_000 + b'y\\n---\\n\\nwords'"),
    "an encoding that takes hours": (
        "x.html", "b'<html><head><meta charset=punycode></head><body><p>a-' + b'99999' * 190_000 + b'</p>'"
    ),
    "tags without an end": ("x.md", "b'<a ' * 300_000 + b'words'"),
    "tags in one paragraph": ("x.md", "b'<b>' * 300_000 + b'words'"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HANGING)
def test_none_hangs(kind):
    """In a process of its own, which would be stopped only after a hundred times what it takes."""
    name, made = HANGING[kind]
    code = (
        "from jdrewrite.documents import read_bytes\nfrom jdrewrite.errors import InputError\n"
        f"try: print(read_bytes({made}, {name!r}).blocks[-1].text[-5:])\nexcept InputError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.strip()


def test_long_texts_are_compared_word_by_word_and_never_for_minutes():
    old = " ".join(f"w{number}" for number in range(20_000))
    new = " ".join(f"w{number}" if number % 10 else f"Z{number} new" for number in range(20_000))
    found = hunks.hunks(old, new)
    assert hunks.patched(old, found) == new
    assert len(found) == 4_000
    for one, other in (("a b " * 40_000, "b a " * 40_000), ("a " * 50_000, "a " * 49_000 + "b")):
        assert hunks.patched(one, hunks.hunks(one, other)).split() == other.split()
