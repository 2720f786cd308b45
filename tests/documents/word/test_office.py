"""LibreOffice accepts and rejects what was written: the rewrite, and the original, with styles and numbers."""

import json
import subprocess
from itertools import product
from pathlib import Path

import pytest

from jdrewrite.documents import read, read_bytes, render
from jdrewrite.model import Document, Edit, Tracking
from tests.documents.test_listing import LABELS, NUMBERED
from tests.documents.word.hard import HARD
from tests.documents.word.test_hard import WAYS, done
from tests.part import part

VIEWS = Path(__file__).with_name("office_views.py")
EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "word"
# LibreOffice without a screen crashes over UNO on files with comments: those are converted instead.
QUIET = Tracking(author="Jo Field", date="2026-11-25T14:00:00Z", comments=False)
LOUD = Tracking(author="Jo Field", date="2026-11-25T14:00:00Z")

UNKNOWN_THERE = {"controls", "others' comments"}
"""LibreOffice 7.4 takes no deletion in a content control for one, and crashes over UNO on comments."""


def views(jobs: list[tuple[Path, str]]) -> list[list]:
    """What LibreOffice shows of each file after an action; the same file with the same action is opened once."""
    content = {path: path.read_bytes() for path, _ in jobs}
    once = {(content[path], action): path for path, action in reversed(jobs)}
    wanted = json.dumps([[str(path), action] for (_, action), path in once.items()])
    done = subprocess.run(
        ["/usr/bin/python3", VIEWS], input=wanted, capture_output=True, text=True, timeout=500, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = dict(zip(once, json.loads(done.stdout), strict=True))
    return [seen[content[path], action] for path, action in jobs]


def edits_of(document: Document) -> list[Edit]:
    """Changes of every kind: in the middle, a new line, at the end, at the start."""
    made = []
    for number, block in enumerate(document.blocks):
        words = block.text.split(" ")
        fresh = " ".join([*words[:1], "fresh", *words[2:], "so", "that", "customers", "gain."])
        whole = {"start": 0, "end": len(block.text)}
        ends = {"start": len(block.text), "end": len(block.text)}
        kind = number % 5
        if block.locked:
            continue
        if kind == 4:
            made.append(Edit(block=block.id, **ends, text=", so that customers gain", comment="Says what for."))
        if kind in {1, 4}:
            made.append(
                Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True, comment="Voice.")
            )
        else:
            place, text = ((whole, fresh), None, (ends, ", and more"), (whole, f"Also {block.text}"))[kind]
            made.append(Edit(block=block.id, **place, text=text, comment="Says what for."))
    return made


def written(paths, folder: Path):
    for path in paths:
        document = read(path)
        edits = edits_of(document)
        tracked, clean = folder / f"tracked-{path.name}", folder / f"clean-{path.name}"
        tracked.write_bytes(render(document, edits, tracking=QUIET))
        clean.write_bytes(render(document, edits))
        yield path, tracked, clean


def check_round_trips(paths, folder: Path) -> None:
    files = list(written(paths, folder))
    assert files
    jobs = [
        job
        for path, tracked, clean in files
        for job in ((path, "open"), (tracked, "reject"), (clean, "open"), (tracked, "accept"))
    ]
    seen = views(jobs)
    for number, (path, *_) in enumerate(files):
        original, rejected, rewrite, accepted = seen[4 * number : 4 * number + 4]
        assert rejected == original, path.name
        assert accepted == rewrite, path.name
        assert accepted != original


@pytest.mark.office
def test_examples_are_accepted_and_rejected_in_libreoffice(soffice, tmp_path):
    check_round_trips(sorted(EXAMPLES.glob("*.docx")), tmp_path)


@pytest.mark.office
@pytest.mark.shared
def test_real_files_are_accepted_and_rejected_in_libreoffice(soffice, shared, tmp_path):
    check_round_trips(sorted((shared / "docx").glob("*.docx")), tmp_path)


@pytest.mark.office
def test_comments_are_there_when_libreoffice_converts(soffice, tmp_path):
    path = next(iter(sorted(EXAMPLES.glob("*.docx"))))
    document = read(path)
    (tmp_path / "loud.docx").write_bytes(render(document, edits_of(document), tracking=LOUD))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "odt",
            "--outdir",
            tmp_path,
            tmp_path / "loud.docx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    import zipfile

    content = zipfile.ZipFile(tmp_path / "loud.odt").read("content.xml").decode()
    assert content.count("<office:annotation ") == len(edits_of(document))
    assert content.count("<text:changed-region") >= len(edits_of(document))


@pytest.mark.long
@pytest.mark.office
def test_hard_files_are_accepted_and_rejected_in_libreoffice(soffice, tmp_path):
    jobs, names = [], []
    known = [name for name in HARD if name not in UNKNOWN_THERE]
    for name, (number, way) in part(product(known, enumerate(WAYS.values())), 3):  # eight ways: each comes in turn
        document = read_bytes(HARD[name], "hard.docx")
        original = tmp_path / f"{name}.docx"
        original.write_bytes(HARD[name])
        # Fields are computed anew: the words that they point at stay as they are.
        edits = done(way, [block for block in document.blocks if "the team first" not in block.text])
        tracked, clean = tmp_path / f"{name} {number}.docx", tmp_path / f"{name} {number} clean.docx"
        tracked.write_bytes(render(document, edits, tracking=QUIET))
        clean.write_bytes(render(document, edits))
        names.append(f"{name} {number}")
        # Others' changes are in some of the files: what becomes of them must be the same with ours and without.
        jobs += [(original, "reject"), (tracked, "reject"), (clean, "accept"), (tracked, "accept")]
    seen = views(jobs)
    wrong = []
    for number, name in enumerate(names):
        original, rejected, rewrite, accepted = seen[4 * number : 4 * number + 4]
        wrong += [(name, "reject", original, rejected)] if rejected != original else []
        wrong += [(name, "accept", rewrite, accepted)] if accepted != rewrite else []
    assert not wrong


@pytest.mark.long
@pytest.mark.office
def test_files_saved_by_libreoffice_are_accepted_and_rejected(soffice, tmp_path):
    saved = tmp_path / "saved"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            saved,
            *part(sorted(EXAMPLES.glob("*.docx")), 2),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    check_round_trips(sorted(saved.glob("*.docx")), tmp_path)


@pytest.mark.office
def test_numbers_and_lines_of_a_text_are_numbers_and_lines_in_word(soffice, tmp_path):
    document = read_bytes(NUMBERED, "a.md")
    first = next(block for block in document.blocks if block.text == "Send invoices.")
    edit = Edit(block=first.id, start=0, end=0, text="Hear customers.", insert=True)
    plain, changed = tmp_path / "plain.docx", tmp_path / "changed.docx"
    plain.write_bytes(render(document, (), "docx"))
    changed.write_bytes(render(document, [edit], "docx", tracking=QUIET))
    before, after, back = views([(plain, "open"), (changed, "accept"), (changed, "reject")])
    signs = [label for style, label, _, text in before if text and style.startswith("List")]
    assert [sign if sign[:1].isdigit() else "" for sign in signs] == LABELS
    texts = [text for *_, text in before]
    assert {"Reports to: Billing Manager\nLocation: Springfield", "Finance Department\nSecond Floor"} <= set(texts)
    assert not any("sent on the\n" in text for text in texts)  # it was wrapped
    numbers = [label for _, label, _, text in after if text and label[:1].isdigit()]
    assert numbers == ["1.", "2.", "3.", "4.", "7)", "8)"]
    assert back == before
