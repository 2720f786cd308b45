"""A folder of job descriptions is rewritten into another of the same shape."""

import re
import shutil

import pytest

from tests.conftest import ROOT


def folder_of(tmp_path):
    place = tmp_path / "jobs"
    (place / "sub").mkdir(parents=True)
    shutil.copy(ROOT / "examples/word/accounts-receivable-specialist.docx", place / "clerk.docx")
    shutil.copy(ROOT / "examples/text/production-operator.txt", place / "sub/operator.txt")
    (place / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    (place / "README.md").write_text("# About this folder\n")
    return place


def test_the_tree_is_mirrored_and_a_bad_file_is_told(run, tmp_path):
    place = folder_of(tmp_path)
    result = run("rewrite", str(place), "-o", str(tmp_path / "out"))
    names = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert names == ["clerk.docx", "sub/operator.txt", "summary.md"]
    assert result.exit_code == 3
    assert "broken.docx" in result.stderr
    summary = (tmp_path / "out/summary.md").read_text()
    assert summary.count("\n| ") == 4  # head, rule, two job descriptions
    assert "broken.docx" in summary
    assert (tmp_path / "out/sub/operator.txt").read_text() != (place / "sub/operator.txt").read_text()


def test_a_text_without_a_job_is_told_as_an_audit_tells_it_and_counts_nowhere(run, tmp_path):
    place = tmp_path / "jobs"
    place.mkdir()
    shutil.copy(ROOT / "examples/text/production-operator.txt", place / "operator.txt")
    (place / "notes.txt").write_text("Shopping list\n\n- milk\n- bread\n- eggs\n")
    told = f"{place / 'notes.txt'}: no duties found in it, so it does not read as a job description"
    audited = run("audit", str(place), "-o", str(tmp_path / "audit"))
    rewritten = run("rewrite", str(place), "-o", str(tmp_path / "out"))
    assert (audited.exit_code, rewritten.exit_code) == (3, 3)
    assert told in audited.stdout
    way_out = "leave it out if it is none"
    assert way_out in " ".join(audited.stdout.split())
    assert way_out in rewritten.stderr
    assert audited.stdout.startswith("1 job description")
    assert told in rewritten.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["operator.txt", "summary.md"]
    assert "1 job description;" in (tmp_path / "out/summary.md").read_text()
    named = run("rewrite", str(place / "notes.txt"), "--title", "Lock keeper", "-o", str(tmp_path / "named.txt"))
    assert named.exit_code == 0


def test_word_files_carry_tracked_changes(run, tmp_path):
    import zipfile

    run("rewrite", str(folder_of(tmp_path)), "-o", str(tmp_path / "out"))
    assert b"<w:ins " in zipfile.ZipFile(tmp_path / "out/clerk.docx").read("word/document.xml")


def test_nothing_is_overwritten_unasked(run, tmp_path):
    place = folder_of(tmp_path)
    (place / "broken.docx").unlink()
    run("rewrite", str(place), "-o", str(tmp_path / "out"))
    (tmp_path / "out/sub/operator.txt").write_text("mine")
    assert run("rewrite", str(place), "-o", str(tmp_path / "out")).exit_code == 4
    assert (tmp_path / "out/sub/operator.txt").read_text() == "mine"
    assert run("rewrite", str(place), "-o", str(tmp_path / "out"), "--force").exit_code == 0


def test_a_run_that_was_killed_is_made_whole_by_another(run, tmp_path, monkeypatch):
    place = folder_of(tmp_path)
    (place / "broken.docx").unlink()
    (place / "sub" / "jobs.csv").write_text('title,description\nClerk,"- Bill clients."\nCook,"- Cook for guests."\n')
    run("rewrite", str(place), "-o", str(tmp_path / "whole"))
    whole = (tmp_path / "whole" / "summary.md").read_text()
    run("rewrite", str(place), "-o", str(tmp_path / "out"))
    (tmp_path / "out" / "summary.md").unlink()  # a kill comes before it is written
    (tmp_path / "out" / "sub" / "jobs.csv").unlink()
    again = run("rewrite", str(place), "-o", str(tmp_path / "out"))
    assert again.exit_code == 0
    assert (tmp_path / "out" / "summary.md").read_text() == whole
    for file in ("| clerk.docx |", "| sub/operator.txt |", "| sub/jobs.csv#2 |", "| sub/jobs.csv#3 |"):
        assert file in whole
    assert "Not rewritten" not in whole


def test_a_folder_needs_a_folder(run, tmp_path):
    place = folder_of(tmp_path)
    for arguments in ([], ["-o", "-"], ["-o", str(place)]):
        assert run("rewrite", str(place), *arguments).exit_code == 2


def test_a_dry_run_writes_nothing_and_tells_of_each_file(run, tmp_path):
    place = folder_of(tmp_path)
    (place / "german.txt").write_text("Wir suchen eine freundliche Person für unsere Kundschaft in Köln. " * 10)
    for more in ((), ("-o", str(tmp_path / "out"))):
        result = run("rewrite", str(place), "--dry-run", *more)
        assert "nothing was sent" in result.stdout
        assert "german.txt: the text is" in result.stderr
        assert result.exit_code == 6
        assert re.search(r"operator\.txt: score [\d.]+ -> [\d.]+; \d+ of \d+ proposals accepted", result.stdout)
        assert "2 of 2 job descriptions would be changed. Nothing was written" in result.stdout
        assert "broken.docx" in result.stderr
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", [("--sheet", "s.html"), ("--reject", "p1"), ("--library", "l"), ("--format", "json")])
def test_what_is_for_files_is_refused_and_not_passed_over(run, tmp_path, words):
    result = run("rewrite", str(folder_of(tmp_path)), "-o", str(tmp_path / "out"), *words)
    assert result.exit_code == 2
    assert f"jdrewrite: {words[0]}" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_in_the_place_of_a_result_is_told_and_the_others_are_written(run, tmp_path):
    place = folder_of(tmp_path)
    (place / "broken.docx").unlink()
    (tmp_path / "out" / "clerk.docx").mkdir(parents=True)
    for more in ((), ("--force",)):
        result = run("rewrite", place, "-o", tmp_path / "out", *more)
        assert result.exit_code == 4
        assert f"{tmp_path / 'out/clerk.docx'}: it is a folder" in result.stderr
        assert (tmp_path / "out/sub/operator.txt").is_file()
    assert "Not rewritten" in (tmp_path / "out/summary.md").read_text()


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_folder_in_the_place_of_the_summary_is_told(run, tmp_path, more):
    place = folder_of(tmp_path)
    (place / "broken.docx").unlink()
    (tmp_path / "out" / "summary.md").mkdir(parents=True)
    result = run("rewrite", place, "-o", tmp_path / "out", *more)
    assert result.exit_code == 4
    assert f"{tmp_path / 'out/summary.md'}: it is a folder" in result.stderr
    assert (tmp_path / "out/clerk.docx").is_file()


WHOLE = "{}\n\nDuties:\n- Keep the place in order every day.\n- Help visitors find it.\n\nRequirements:\n- A good voice.\n\n"


def test_a_text_with_several_jobs_is_told_wherever_it_is_rewritten(run, tmp_path):
    source = tmp_path / "jobs"
    source.mkdir()
    page = source / "page.md"
    page.write_text("".join(WHOLE.format(f"# {title}") for title in ("Baker", "Ferry Steward")))
    told = "several jobs in one text, 2 titles were seen: Baker, Ferry Steward"
    shown = run("rewrite", page)
    assert f"{told}." in shown.stdout
    assert "rewritten as one" in shown.stdout
    written = run("rewrite", page, "-o", tmp_path / "new.md")
    assert told in written.stderr
    folder = run("rewrite", source, "-o", tmp_path / "out")
    assert "1 text with several jobs in one" in folder.stderr
    assert told in (tmp_path / "out" / "summary.md").read_text()


def two_of_a_name(tmp_path):
    place = tmp_path / "jobs"
    place.mkdir()
    shutil.copy(ROOT / "examples/word/accounts-receivable-specialist.docx", place / "clerk.docx")
    shutil.copy(ROOT / "examples/markdown/registered-nurse.md", place / "clerk.md")
    return place


@pytest.mark.parametrize("more", [(), ("--force",)])
@pytest.mark.parametrize(
    ("to", "names"),
    [
        ((), ["clerk.docx", "clerk.md"]),
        (("--to", "md"), ["clerk.docx.md", "clerk.md"]),
        (("--to", "docx"), ["clerk.docx", "clerk.md.docx"]),
        (("--to", "html"), ["clerk.docx.html", "clerk.md.html"]),
    ],
)
def test_originals_that_differ_in_their_ending_alone_have_a_result_each(run, tmp_path, to, names, more):
    out = tmp_path / "out"
    result = run("rewrite", two_of_a_name(tmp_path), "-o", out, *to, *more)
    assert result.exit_code == 0
    assert sorted(p.name for p in out.iterdir()) == [*names, "summary.md"]
    summary = (out / "summary.md").read_text()
    assert all(f"| {name} |" in summary for name in names)


def test_a_page_keeps_its_own_result_beside_a_word_file_of_its_name(run, tmp_path):
    place = two_of_a_name(tmp_path)
    (place / "clerk.md").unlink()
    shutil.copy(next((ROOT / "examples").rglob("*.pdf")), place / "clerk.pdf")
    result = run("rewrite", place, "-o", tmp_path / "out", "--force")
    assert result.exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["clerk.docx", "clerk.pdf.docx", "summary.md"]


def test_no_result_takes_the_place_of_another_or_of_the_summary(run, tmp_path):
    place = two_of_a_name(tmp_path)
    shutil.copy(place / "clerk.md", place / "clerk.docx.md")
    shutil.copy(place / "clerk.md", place / "summary.md")
    result = run("rewrite", place, "-o", tmp_path / "out", "--to", "md", "--force")
    assert result.exit_code == 4
    for name in ("clerk.docx", "summary.md"):
        assert f"{place / name}: its result would have the name of another one" in result.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["clerk.docx.md", "clerk.md", "summary.md"]
    assert "2 job descriptions;" in (tmp_path / "out" / "summary.md").read_text()
