import os
import stat

import msgspec
import pytest

from jdrewrite.documents import edited, read, read_all, read_bytes, render, write
from jdrewrite.documents.files import file_of, save
from jdrewrite.errors import (
    BrokenInput,
    EmptyInput,
    MissingInput,
    OutputError,
    OutputExists,
    ProposalRefused,
    UnsupportedInput,
)
from jdrewrite.model import Edit

TEXT = b"Clerk\n\n- Enter invoices into the ledger\n"


@pytest.fixture
def clerk(tmp_path):
    path = tmp_path / "clerk.txt"
    path.write_bytes(TEXT)
    return path


def test_what_is_no_job_description_is_refused_with_a_way_out(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "huge.txt").write_bytes(b"word " * 5_300_000)
    (tmp_path / "long.txt").write_bytes(b"word " * 250_000)
    (tmp_path / "jd.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "jd.doc").write_bytes(b"old words")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nonsense")
    cases = {
        "missing.txt": MissingInput,
        ".": UnsupportedInput,
        "empty.txt": EmptyInput,
        "binary.txt": UnsupportedInput,
        "huge.txt": UnsupportedInput,
        "long.txt": UnsupportedInput,
        "jd.pdf": BrokenInput,
        "jd.doc": UnsupportedInput,
        "broken.docx": BrokenInput,
        "x" * 400: MissingInput,
    }
    for name, kind in cases.items():
        with pytest.raises(kind) as error:
            read(tmp_path / name)
        assert error.value.exit_code == 3
        assert error.value.way_out
        assert "\n" not in str(error.value)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnsupportedInput, match="device or a pipe"):
        read(tmp_path / "pipe")


def test_nothing_is_overwritten_unasked(clerk):
    document = read(clerk)
    with pytest.raises(OutputExists):
        write(document, [], clerk)
    edit = Edit(block="b2", start=0, end=5, text="Type")
    assert write(document, [edit], clerk, force=True) == clerk
    assert clerk.read_bytes() == TEXT.replace(b"Enter", b"Type")


def test_the_permissions_of_an_overwritten_file_stay(clerk):
    clerk.chmod(0o640)
    write(read(clerk), [], clerk, force=True)
    assert stat.S_IMODE(clerk.stat().st_mode) == 0o640


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o007])
def test_the_permissions_of_a_new_file_are_those_of_the_system(tmp_path, monkeypatch, mask):
    before = os.umask(mask)
    try:
        with monkeypatch.context() as patched:
            # Whoever asks for the mask changes it, and another thread makes a file with it meanwhile.
            patched.setattr(os, "umask", lambda _: pytest.fail("the mask of the process is changed"))
            save(tmp_path / "new.txt", TEXT)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o666 & ~mask
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]


@pytest.mark.parametrize("target", ["no/such/folder/x.txt", ".", "x.pdf"])
def test_impossible_targets(clerk, target):
    with pytest.raises(OutputError) as error:
        write(read(clerk), [], clerk.parent / target)
    assert error.value.exit_code == 4


def test_a_failed_write_leaves_nothing_behind(clerk, monkeypatch):
    document = read(clerk)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputError, match="No space left"):
        write(document, [], clerk.parent / "new.txt")
    assert sorted(p.name for p in clerk.parent.iterdir()) == ["clerk.txt"]


def test_edits_that_do_not_fit_are_refused(clerk):
    document = read(clerk)
    overlapping = [Edit(block="b2", start=0, end=9, text="a"), Edit(block="b2", start=5, end=12, text="b")]
    for edits in (
        [Edit(block="b9", start=0, end=1, text="x")],
        [Edit(block="b2", start=0, end=999, text="x")],
        overlapping,
    ):
        with pytest.raises(ProposalRefused):
            write(document, edits, clerk.parent / "out.txt")


@pytest.mark.parametrize("target", ["out.md", "out.txt", "out.docx"])
def test_other_formats_hold_the_same_words(clerk, target):
    path = write(read(clerk), [], clerk.parent / target)
    assert [b.text for b in read(path).blocks] == ["Clerk", "Enter invoices into the ledger"]


def test_standard_input_has_a_name():
    assert read_bytes(TEXT, "-").path == "-"


@pytest.mark.shared
def test_every_real_job_description_reads_and_comes_back(shared):
    files = sorted((shared / "jds").glob("*/*.md"))
    assert len(files) > 1000
    for path in files:
        document = read(path)
        assert document.blocks
        edit = Edit(block=document.blocks[-1].id, start=0, end=0, text="Inserted line.", insert=True)
        edits = [] if document.blocks[-1].kind == "cell" else [edit]
        out = read_bytes(render(document, edits), path.name)
        assert len(out.blocks) == len(document.blocks) + len(edits), path.name


def test_a_link_is_written_through(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    save(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_one_row_is_not_called_by_the_number_of_another(tmp_path):
    table = tmp_path / "one.csv"
    table.write_text("title,description\nClerk,Enter invoices into the ledger every day.\n")
    (only,) = read_all(table)
    assert read(f"{table}#{only.place.label}").title == "Clerk"
    with pytest.raises(MissingInput, match="holds one job description"):
        read(f"{table}#99")


def test_a_sign_in_the_name_of_a_file_is_part_of_it(tmp_path):
    path = tmp_path / "C#-developer.json"
    path.write_text('{"title": "Developer", "description": "Enter invoices into the ledger every day."}')
    assert file_of(read(path)) == path
    many = tmp_path / "jobs.csv"
    many.write_text("title,description\nClerk,Enter invoices.\nNurse,Care for patients.\n")
    assert file_of(read(f"{many}#{read_all(many)[1].place.label}")) == many


def test_a_corrected_title_stays_with_edits_and_a_changed_one_is_read_anew(clerk):
    document = read(clerk)
    duty, heading = document.blocks[-1], document.blocks[0]
    edits = [Edit(block=duty.id, start=0, end=len(duty.text), text="Enter invoices")]
    assert edited(document, edits).title == "Clerk"
    corrected = msgspec.structs.replace(document, title="Accountant")
    assert edited(corrected, edits).title == "Accountant"
    edits = [Edit(block=heading.id, start=0, end=len(heading.text), text="Bookkeeper")]
    assert edited(document, edits).title == "Bookkeeper"


def test_a_pipe_stays_a_pipe(tmp_path):
    pipe = tmp_path / "out"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(pipe, TEXT)
    assert os.read(reader, 100) == TEXT
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]
