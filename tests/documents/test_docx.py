import io
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta

import docx
import pytest

from jdrewrite.config import config
from jdrewrite.documents import read, read_bytes, render, write
from jdrewrite.errors import BrokenInput, InputError
from jdrewrite.model import BlockKind, Edit


@pytest.fixture(scope="module")
def word() -> bytes:
    made = docx.Document()
    made.add_heading("Billing Clerk", 0)
    made.add_paragraph("Our firm makes hinges.")
    made.add_heading("Duties", 1)
    bullet = made.add_paragraph(style="List Bullet")
    bullet.add_run("Send ")
    bullet.add_run("bills").bold = True
    bullet.add_run(" to every customer.")
    made.add_paragraph("Count\tthe cash.", style="List Number")
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Grade"
    table.cell(0, 1).text = "Seven"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_blocks(word):
    document = read_bytes(word, "clerk.docx")
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.HEADING, "Billing Clerk"),
        (BlockKind.PARAGRAPH, "Our firm makes hinges."),
        (BlockKind.HEADING, "Duties"),
        (BlockKind.BULLET, "Send bills to every customer."),
        (BlockKind.BULLET, "Count\tthe cash."),
        (BlockKind.CELL, "Grade"),
        (BlockKind.CELL, "Seven"),
    ]
    assert document.title == "Billing Clerk"
    assert render(document) == word


def test_runs_keep_their_formatting_and_other_parts_their_bytes(word):
    document = read_bytes(word, "clerk.docx")
    block = document.blocks[3]
    new = "Send bills to every customer, so that they can pay in time."
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text=new)])
    paragraph = docx.Document(io.BytesIO(out)).paragraphs[3]
    assert paragraph.text == new
    assert [(r.text, r.bold) for r in paragraph.runs][:2] == [("Send ", None), ("bills", True)]
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(io.BytesIO(out)) as made:
        assert old.namelist() == made.namelist()
        for name in old.namelist():
            if name != "word/document.xml":
                assert old.read(name) == made.read(name)


def test_a_new_bullet_joins_the_list(word):
    document = read_bytes(word, "clerk.docx")
    edit = Edit(block=document.blocks[3].id, start=0, end=0, text="Listen to customers.", insert=True)
    again = docx.Document(io.BytesIO(render(document, [edit])))
    assert again.paragraphs[4].text == "Listen to customers."
    assert again.paragraphs[4].style.name == "List Bullet"


def test_a_new_line_behind_a_bold_line_is_not_bold():
    made = docx.Document()
    made.add_paragraph().add_run("Billing Clerk").bold = True
    made.add_paragraph("Sends bills to every customer.")
    out = io.BytesIO()
    made.save(out)
    document = read_bytes(out.getvalue(), "clerk.docx")
    edit = Edit(block=document.blocks[0].id, start=0, end=0, text="The role helps customers.", insert=True)
    title, new, _ = docx.Document(io.BytesIO(render(document, [edit]))).paragraphs
    assert [(run.text, run.bold) for run in (*title.runs, *new.runs)] == [
        ("Billing Clerk", True),
        ("The role helps customers.", None),
    ]


def test_existing_revisions_are_read_as_they_look(word):
    parts = zipfile.ZipFile(io.BytesIO(word))
    xml = parts.read("word/document.xml").decode()
    xml = xml.replace(
        "<w:t>Our firm makes hinges.</w:t></w:r>",
        '<w:t xml:space="preserve">Our firm makes </w:t></w:r><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">'
        '<w:r><w:t>good</w:t></w:r></w:ins><w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r>'
        '<w:delText>bad</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> hinges.</w:t></w:r>',
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in parts.namelist():
            made.writestr(name, xml.encode() if name == "word/document.xml" else parts.read(name))
    document = read_bytes(out.getvalue(), "clerk.docx")
    assert document.blocks[1].text == "Our firm makes good hinges."


@pytest.mark.parametrize("cut", [10, 100, 2000, -30])
def test_a_truncated_file_is_broken(word, cut):
    with pytest.raises(BrokenInput) as error:
        read_bytes(word[:cut], "clerk.docx")
    assert "clerk.docx" in str(error.value)


def test_bombs_and_entities_are_refused(word):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b" " * 2_000_000)
    with pytest.raises(BrokenInput, match="not safe"):
        read_bytes(bomb.getvalue(), "bomb.docx")
    entity = io.BytesIO()
    with zipfile.ZipFile(entity, "w") as made:
        made.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(BrokenInput, match="entities"):
        read_bytes(entity.getvalue(), "entity.docx")


def test_protected_and_old_word_files_are_told_apart():
    with pytest.raises(BrokenInput, match="password"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "secret.docx")


@pytest.mark.shared
def test_real_word_files_survive_an_edit_of_every_block(shared):
    files = sorted((shared / "docx").glob("*.docx"))
    assert files
    for path in files:
        document = read(path)
        assert render(document) == path.read_bytes()
        edits = [
            Edit(block=b.id, start=len(b.text), end=len(b.text), text=" and so on")
            for b in document.blocks
            if not b.locked
        ]
        again = read_bytes(render(document, edits), path.name)
        assert [b.text for b in again.blocks] == [
            b.text if b.locked else b.text + " and so on" for b in document.blocks
        ], path.name


@pytest.mark.office
def test_libreoffice_opens_what_was_written(word, soffice, tmp_path):
    document = read_bytes(word, "clerk.docx")
    block = document.blocks[3]
    edits = [
        Edit(block=block.id, start=len(block.text), end=len(block.text), text=" Customers can pay in time."),
        Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True),
    ]
    path = write(document, edits, tmp_path / "out.docx")
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "out.txt").read_text(encoding="utf-8-sig")
    assert "Send bills to every customer. Customers can pay in time." in text
    assert "Listen to customers." in text


def test_a_text_named_docx_is_refused():
    with pytest.raises(InputError):
        read_bytes(b"just words", "clerk.docx")


@pytest.mark.parametrize("author", ["", "Jo Field"])
def test_a_word_file_that_is_made_says_of_itself_what_is_true(tmp_path, monkeypatch, author):
    settings = tmp_path / "config.toml"
    settings.write_text(f'[word]\nauthor = "{author}"\n' if author else "")
    monkeypatch.setenv("JDREWRITE_CONFIG", str(settings))
    config.cache_clear()
    source = read_bytes(b"# Billing Clerk\n\n- Send bills to every customer.\n", "clerk.md")
    edit = Edit(block=source.blocks[1].id, start=0, end=len(source.blocks[1].text), text="Send bills.")
    before = datetime.now(UTC) - timedelta(seconds=2)
    for clean in (True, False):
        path = write(source, [edit], tmp_path / "made.docx", force=True, clean=clean)
        told = docx.Document(str(path)).core_properties
        assert (told.title, told.author, told.last_modified_by, told.comments) == ("Billing Clerk", author, author, "")
        assert before <= told.created == told.modified <= datetime.now(UTC)
        with zipfile.ZipFile(path) as made:
            names = set(made.namelist())
            assert not {"docProps/thumbnail.jpeg", "docProps/app.xml"} & names
            assert not any(b"python-docx" in made.read(name) for name in names)
    config.cache_clear()
