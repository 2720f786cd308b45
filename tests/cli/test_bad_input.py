"""Whatever a user may point at by mistake: one line with the way out and its code, or it just works."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import jdrewrite

from .conftest import JD, Run


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "/") + ".xml", data)
    return buffer.getvalue()


def open_document() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
    return buffer.getvalue()


def word_file(tmp_path: Path) -> bytes:
    source = jdrewrite.read_bytes(JD.encode(), "adviser.md")
    return jdrewrite.write(source, [], tmp_path / "made.docx").read_bytes()


BAD = {
    "empty.txt": (b"", "no words"),
    "empty.md": (b"", "no words"),
    "empty.docx": (b"", "cut off"),
    "blank.txt": (b" \n\n\t\r\n", "no words"),
    "signs.md": (b"---\n\n***\n", "no words"),
    "mark.txt": (b"\xef\xbb\xbf", "no words"),
    "random.txt": (bytes(range(256)) * 20, "binary"),
    "nul.txt": (b"Clerk\0\0\n- Pay invoices\n", "binary"),
    "random.docx": (bytes(range(1, 256)) * 20, "no Word file"),
    "protected.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "password"),
    "other.docx": (zipped(a=b"<a/>"), "no Word file"),
    "archive.zip": (zipped(a=b"<a/>"), "unpack an archive first, and 'jdrewrite audit' reads the folder"),
    "open.odt": (open_document(), "it is an OpenDocument file, which is not read yet; open it in LibreOffice or Word"),
    "damaged.docx": (b"PK\x03\x04" + bytes(100), "damaged"),
    "scan.pdf": (b"%PDF-1.7\n", "PDF"),
    "rich.rtf": (b"{\\rtf1 Clerk}", "rich text"),
    "big.txt": (b"- Help customers pay.\n" * 950_000, "characters"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n", "picture"),
}


@pytest.mark.parametrize("command", ["check", "rewrite"])
@pytest.mark.parametrize("name", list(BAD))
def test_one_line_with_the_way_out(run: Run, tmp_path: Path, name: str, command: str) -> None:
    data, said = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    result = run(command, path)
    assert result.exit_code == 3, result.stderr
    assert result.stderr.startswith(f"jdrewrite: {path}: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
    assert "; " in result.stderr
    assert path.read_bytes() == data


def test_a_word_file_cut_off(run: Run, tmp_path: Path) -> None:
    whole = word_file(tmp_path)
    path = tmp_path / "cut.docx"
    for share in (0.2, 0.5, 0.95):
        path.write_bytes(whole[: int(len(whole) * share)])
        result = run("check", path)
        assert result.exit_code == 3
        assert "damaged or cut off" in result.stderr


def test_a_bomb_is_not_unpacked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped(word_document=b"<w>" + bytes(2_000_000) + b"</w>"))
    result = run("check", path)
    assert result.exit_code == 3
    assert "not safe" in result.stderr


def test_a_folder_and_nothing(run: Run, tmp_path: Path) -> None:
    told = run("check", tmp_path).stderr
    assert "it is a folder" in told
    assert f"'jdrewrite audit {tmp_path}' reads a whole folder" in told
    assert f"'jdrewrite rewrite {tmp_path} -o NEW' rewrites one" in told
    assert "without quotation marks" in run("check", tmp_path / "*.md").stderr
    assert "there is no such file" in run("check", tmp_path / "none.md").stderr


def test_another_language_is_named_and_not_scored(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "buchhaltung.txt"
    path.write_text(
        "Buchhaltung\n\nSie sind für die Rechnungen verantwortlich und beantworten die Fragen "
        "unserer Kunden. Sie arbeiten mit einem Team von fünf Personen in unserem Büro zusammen.\n",
        encoding="utf-8",
    )
    result = run("check", path)
    assert result.exit_code == 6
    assert "German" in result.stderr


def test_a_page_without_a_job_is_not_scored_and_gets_no_proposals(run: Run, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    page = jobs / "01-lock-keeper.txt"
    page.write_text(
        "Skip to Main Content\n\nDepartments\n\nPay a Bill\n\nPage not found\n\n"
        "An error has occurred in this application.\n\nReturn to the home page.\n\nContact Us\n"
    )
    (jobs / "clerk.txt").write_text("Clerk\n\n- Answer calls from residents.\n- Keep the register of boats.\n")
    for command in ("check", "rewrite"):
        result = run(command, page)
        assert result.exit_code == 3
        assert "no duties found in it" in result.stderr
        assert "score" not in result.stdout.lower()
        assert "+ " not in result.stdout
    result = run("audit", jobs, "-o", tmp_path / "audit", "--jobs", "1")
    assert result.exit_code == 3
    told = (tmp_path / "audit" / "report.html").read_text(encoding="utf-8")
    assert "01-lock-keeper.txt" in told
    assert "no duties found in it" in told


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-8-sig"])
def test_old_encodings_just_work(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cafe.txt"
    text = "Waiter\n\nDuties\n\n- Serve every guest of the café.\n- Fetch the crème.\n"
    path.write_bytes(text.encode(encoding))
    result = run("check", path)
    assert result.exit_code == 0
    assert "café" in result.stdout


def test_an_endless_standard_input_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite.documents import border

    monkeypatch.setattr(border, "MOST_BYTES", 1000)
    result = run("check", "-", stdin="a line of text\n" * 1000)
    assert result.exit_code == 3
    assert "limit" in result.stderr
