"""Files made to hang or to fill the memory: each ends in an error with a way out, or in a result."""

import pytest

from jdrewrite.documents import files, html_tokens, json_file, read, read_bytes
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


def test_json_without_end(monkeypatch):
    monkeypatch.setattr(json_file, "MOST_OBJECTS", 50)
    for raw in ('{"description": "x"},' * 60, '"a": "b",' * 400):
        with pytest.raises(BrokenInput, match="more objects"):
            read_bytes(f'{{"all": [{raw}'.encode(), "x.json")


def test_columns_without_end():
    with pytest.raises(EmptyInput):
        read_bytes(b"title,description\n" + b"," * 3_000_000 + b"\n", "x.csv")
