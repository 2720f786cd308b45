"""Hostile Word files end in an error that tells the way out, or in a result; nothing is fetched, run or unpacked."""

import hashlib
import io
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from jdrewrite.documents import read, read_bytes, render, write
from jdrewrite.documents.word import package
from jdrewrite.errors import BrokenInput, InputError, OutputError, UnsupportedInput
from jdrewrite.model import Edit, Tracking
from tests.documents.word.build import NAMES, box, p, packed, part, table, word
from tests.documents.word.hard import HARD

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
GOOD = word(p("Send bills to customers."))


def with_part(name: str, data: bytes | str, source: bytes = GOOD) -> bytes:
    with zipfile.ZipFile(io.BytesIO(source)) as old:
        return packed({n: old.read(n) for n in old.namelist()} | {name: data})


def document_xml(inside: str, head: str = "") -> str:
    return f"{head}<w:document {NAMES}><w:body>{inside}</w:body></w:document>"


@pytest.mark.parametrize(
    "name",
    ["../../etc/cron.d/x", "/etc/x", "word/../../x", "..\\x"],
    ids=["climbs", "from the root", "climbs inside", "backslash"],
)
def test_a_part_whose_name_climbs_out_is_refused(name):
    with pytest.raises(BrokenInput, match="not safe to open"):
        read_bytes(with_part(name, b"x"), "x.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", ["&b;", "&c;", "no entity used"])
def test_entities_are_refused_in_every_encoding(encoding, inside):
    text = document_xml(p(inside), f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}').encode(encoding)
    with pytest.raises(BrokenInput, match="entities"):
        read_bytes(with_part("word/document.xml", text), "x.docx")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/media/image1.png"])
def test_a_bomb_inside_any_part_is_refused(name):
    with pytest.raises(BrokenInput, match="not safe to open"):
        read_bytes(with_part(name, b" " * 2_000_000), "x.docx")


def test_more_than_the_limit_is_refused_however_it_is_packed(monkeypatch):
    picture = with_part("word/media/image1.png", hashlib.shake_256(b"noise").digest(200_000))
    read_bytes(picture, "x.docx")
    monkeypatch.setattr(package, "MOST_UNPACKED", 200_000)
    with pytest.raises(BrokenInput, match="not safe to open"):
        read_bytes(picture, "x.docx")


def test_more_tags_or_words_than_any_job_description_are_refused():
    for inside in ("<w:p/>" * 700_000, p("word " * 500_000)):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(word(inside, p("words")))) as old, zipfile.ZipFile(out, "w") as loose:
            for name in old.namelist():
                loose.writestr(name, old.read(name))
        with pytest.raises(UnsupportedInput):
            read_bytes(out.getvalue(), "x.docx")


@pytest.mark.parametrize(
    "inside",
    ["<w:customXml>" * 5000 + p("deep") + "</w:customXml>" * 5000, "<w:p><w:r><w:t>no end", "<x/>"],
    ids=["deep", "open", "other"],
)
def test_xml_that_is_no_word_is_refused(inside):
    with pytest.raises(InputError):
        read_bytes(with_part("word/document.xml", document_xml(inside)), "x.docx")


def test_nested_tables_as_deep_as_they_may_be_are_read():
    cell, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    document = read_bytes(word(cell * 70 + p("Deep down.") + end * 70), "x.docx")
    assert [b.text for b in document.blocks] == ["Deep down."]


def test_external_references_are_kept_and_never_fetched(monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    links = (
        '<Relationship Id="e1" Type="http://x/attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/>'
        '<Relationship Id="e2" Type="http://x/header" Target="http://192.0.2.1/header.xml" TargetMode="External"/>'
        '<Relationship Id="e3" Type="http://x/footer" Target="../../../etc/passwd"/>'
    )
    data = word(p("Send bills to customers."), links=links)
    document = read_bytes(data, "x.docx")
    out = render(document, [Edit(block="b1", start=0, end=4, text="Mail", comment="why")], tracking=Tracking())
    assert part(out, "word/_rels/document.xml.rels").count(b"192.0.2.1") == 2
    assert [b.text for b in document.blocks] == ["Send bills to customers."]


def test_macros_are_told_kept_and_never_under_another_name(tmp_path):
    data = with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 code", word(p("Send bills to customers."), main=MACROS))
    (tmp_path / "macros.docm").write_bytes(data)
    document = read(tmp_path / "macros.docm")
    assert any("macros" in note for note in document.notes)
    edits = [Edit(block="b1", start=0, end=4, text="Mail")]
    with pytest.raises(OutputError, match=r"name it out\.docm"):
        write(document, edits, tmp_path / "out.docx")
    out = write(document, edits, tmp_path / "out.docm")
    assert part(out.read_bytes(), "word/vbaProject.bin") == b"\xd0\xcf\x11\xe0 code"
    plain = read_bytes(b"Clerk\n\n- Send bills\n", "clerk.txt")
    with pytest.raises(OutputError, match=r"name it plain\.docx"):
        write(plain, [], tmp_path / "plain.docm")


def test_a_strict_file_is_told_apart():
    text = document_xml(p("Strict.")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with pytest.raises(UnsupportedInput, match="Word document"):
        read_bytes(with_part("word/document.xml", text), "x.docx")


@pytest.mark.parametrize("share", range(1, 20))
def test_a_file_cut_off_anywhere_ends_in_an_error(share):
    data = HARD["text boxes"]
    with pytest.raises(InputError) as error:
        read_bytes(data[: len(data) * share // 20], "cut.docx")
    assert "cut.docx" in str(error.value)


@pytest.mark.parametrize("at", range(40, 4000, 97))
def test_a_damaged_byte_ends_in_an_error_or_a_result(at):
    data = bytearray(HARD["text boxes"])
    data[at % len(data)] ^= 0xFF
    try:
        document = read_bytes(bytes(data), "bad.docx")
        render(document, [Edit(block=document.blocks[0].id, start=0, end=1, text="X")], tracking=Tracking())
    except InputError as error:
        assert "bad.docx" in str(error)  # noqa: PT017 - both ends are right


def test_a_file_of_300_pages_is_read_and_written():
    data = word(
        *[
            p(
                f"Send bill {n} of the day to the customer. ",
                "Keep the file in good order. " * 3,
                style="LB" if n % 2 else "",
            )
            for n in range(6000)
        ],
        table([p("End")]),
    )
    document = read_bytes(data, "long.docx")
    assert len(document.blocks) == 6001
    edits = [Edit(block=b.id, start=0, end=4, text="Mail", comment="why") for b in document.blocks[:6000:500]]
    again = read_bytes(render(document, edits, tracking=Tracking()), "long.docx")
    assert sum(b.text.startswith("Mail bill") for b in again.blocks) == 12


SCRIPT = """
import sys
from pathlib import Path
from jdrewrite.documents import read
from jdrewrite.errors import InputError
try:
    print(len(read(sys.argv[1]).blocks))
except InputError as error:
    print(error)
# What getrusage tells of a new process begins with the memory of the one that started it; this begins at nothing.
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.parametrize(
    "data",
    [
        word("<w:p/>" * 60_000, p("words")),
        word(p("é 中x" * 150_000)),
        word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 40_000 + "</w:p>"),
        word(p("x", *[box(p(f"In box {n}")) for n in range(1500)])),
    ],
    ids=["tags", "characters", "runs", "boxes"],
)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc to tell the memory of a process")
def test_large_files_stay_within_500_megabytes(data, tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as loose:
        for name in old.namelist():
            loose.writestr(name, old.read(name))
    (tmp_path / "large.docx").write_bytes(out.getvalue())
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path / "large.docx"], capture_output=True, text=True, check=True
    )
    assert int(done.stdout.split()[-1]) < 500_000


@pytest.mark.parametrize("number", ["\u00b2", "9" * 5000, "-1", "", "x"])
def test_numbers_that_are_none(number):
    listed = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    listed += f'<w:outlineLvl w:val="{number}"/></w:pPr><w:r><w:t>Pay bills</w:t></w:r></w:p>'
    marked = f'<w:p><w:ins w:id="{number}" w:author="Ann"><w:r><w:t>Call customers</w:t></w:r></w:ins></w:p>'
    source = with_part("word/document.xml", document_xml(listed + marked))
    document = read_bytes(source, "x.docx")
    assert [block.text for block in document.blocks] == ["Pay bills", "Call customers"]
    edit = Edit(block=document.blocks[0].id, start=0, end=3, text="Check", comment="why")
    out = render(document, [edit], tracking=Tracking(author="Jo", date="2026-11-26T12:00:00Z", comments=True))
    assert read_bytes(out, "x.docx").blocks[0].text == "Check bills"


def test_very_many_changes_of_one_paragraph():
    words = [f"w{number}" for number in range(3_000)]
    document = read_bytes(word(p(" ".join(words))), "x.docx")
    new = " ".join(w if number % 5 else f"Z{w}" for number, w in enumerate(words))
    edit = Edit(block="b1", start=0, end=len(document.blocks[0].text), text=new)
    out = render(document, [edit], tracking=Tracking(author="Jo", date="2026-11-26T12:00:00Z"))
    assert read_bytes(out, "x.docx").blocks[0].text == new
    assert part(out, "word/document.xml").count(b"<w:ins ") == 600
