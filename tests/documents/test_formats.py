"""Every format of the table is found, read and given back; a new one needs its module and its entry, no more."""

import sys
from pathlib import Path

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.cli.text_check import unit
from jdrewrite.documents import read_all_bytes, read_bytes, render, render_all
from jdrewrite.documents.formats import own_format, targets
from jdrewrite.documents.sniffing import format_of
from jdrewrite.editing import exporting
from jdrewrite.errors import UnsupportedInput
from jdrewrite.formats import FORMATS, Entry
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
MARKDOWN = (EXAMPLES / "markdown" / "legal-counsel.md").read_bytes()


def sample(key: str) -> bytes:
    """Return a file of a format: an example, or, where any document can be written so, one that is."""
    if FORMATS[key].made:
        return render(read_bytes(MARKDOWN, "legal-counsel.md"), (), key)
    folders = ("tables", "pdf")
    (path,) = [path for folder in folders for path in (EXAMPLES / folder).iterdir() if path.suffix == f".{key}"]
    return path.read_bytes()


@pytest.mark.parametrize("key", FORMATS)
def test_a_file_of_each_ending_is_read_as_its_format_and_comes_back(key):
    data = sample(key)
    for ending in FORMATS[key].endings:
        name = f"a file{ending}"
        documents = read_all_bytes(data, name)
        assert {document.place.format if document.place else document.format for document in documents} == {key}
        assert analyse(documents[0]).statements
        if own_format(documents[0]) == key:
            assert render_all([(document, ()) for document in documents]) == data
        with pytest.raises(UnsupportedInput):
            read_bytes(b"\x89PNG", name)  # and nothing that is something else


@pytest.mark.parametrize("key", FORMATS)
def test_each_stands_in_the_document_on_formats(key):
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = " ".join(line.lower() for line in page.split("\n") if line.startswith("|"))
    assert FORMATS[key].called.lower().removesuffix(")") in rows


MODULE = '''
"""A format of one text: words behind a sign, one line each."""

from jdrewrite.documents.pieces import Piece, document_of
from jdrewrite.language import lines
from jdrewrite.model import BlockKind


def read(data, name):
    return document_of(data, name, "tried", parse)


def parse(raw):
    spans = [(start + 2, end) for start, end in lines.spans(raw) if raw[start : start + 2] == "> "]
    return [Piece(BlockKind.BULLET, raw[a:b], list(range(a, b)), a - 2, b) for a, b in spans]


def render(document, edits):
    return document.source


def compose(document):
    return "".join(f"> {block.text}\\n" for block in document.blocks).encode()


def looks_so(text, named):
    return named is None and text.startswith("> ")
'''
TEXT = b"> Maximise revenue from fees. <!-- jdrewrite: ignore frame.* -->\n> Maximise revenue from rents.\n"


@pytest.fixture
def tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "tried_format.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "tried_format", raising=False)

    def put(**more: object) -> None:
        entry = Entry(module="tried_format", called="Lines behind a sign", endings=(".tried",), **more)
        monkeypatch.setitem(FORMATS, "tried", entry)

    yield put
    sys.modules.pop("tried_format", None)


def test_a_new_format_needs_its_module_and_its_entry(tried):
    tried(comments=True, counts="row", looks="tried_format:looks_so")
    document = read_bytes(TEXT, "jobs.tried")
    assert document.format == own_format(document) == "tried"
    assert format_of(TEXT, "-") == "tried"
    assert format_of(TEXT, "jobs.txt") == "text"
    assert render(document, ()) == TEXT
    assert "tried" in targets()
    assert render(read_bytes(MARKDOWN, "a.md"), (), "tried").startswith(b"> ")
    (offered, *_) = exporting.targets(document)
    assert (offered.name, offered.ending) == ("Lines behind a sign", ".tried")
    assert unit(document) == "row"
    found = analyse(document)
    assert {f.line for f in found.silenced if f.statement} == {1}
    assert "frame" in {f.lens for f in found.findings if f.line == 2}


def test_a_new_format_may_be_one_that_was_refused(tried):
    data = b"{\\rtf1\n> Prepare letters.\n"
    with pytest.raises(UnsupportedInput, match="rich text"):
        read_bytes(data, "a.rtf")
    tried(sign=b"{\\rtf")
    assert read_bytes(data, "a.rtf").format == "tried"


def test_no_comment_speaks_where_the_format_has_none(tried):
    tried()
    assert not analyse(read_bytes(TEXT, "jobs.tried")).silenced
