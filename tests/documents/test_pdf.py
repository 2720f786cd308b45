import hashlib
import json
import re
import zlib
from pathlib import Path

import pytest

from jdrewrite.documents import pdf as pdf_module
from jdrewrite.documents import read, read_bytes, render, write
from jdrewrite.documents.pdf import safety
from jdrewrite.errors import BrokenInput, InputError, OutputError, ProposalRefused, UnsupportedInput
from tests.documents.helpers import behind, change, seen
from tests.documents.pdf_maker import page, pdf

HAND = json.loads((Path(__file__).parent / "data/pdf_bullets.json").read_text())["bullets"]


def test_bullets_written_and_drawn_each_one_statement():
    document = read_bytes(
        pdf(
            page(
                (72, 720, "Accounts Clerk", 20),
                (72, 690, "The clerk keeps the books of the firm and answers whatever the vendors ask about"),
                (72, 677, "their invoices."),
                (72, 650, "Duties:"),
                (72, 630, "\u2022"),
                (90, 630, "Enter the invoices of all vendors into the ledger, on the day on which they"),
                (90, 617, "arrive"),
                (72, 604, "\u2022"),
                (90, 604, "Answer the telephone"),
                (90, 591, "Pay the vendors"),
                (90, 578, "Keep the files"),
                (72, 540, "1. Close the books"),
                marks=[(78, 593), (78, 580)],
            )
        ),
        "clerk.pdf",
    )
    assert document.title == "Accounts Clerk"
    assert seen(document) == [
        ("heading", "Accounts Clerk"),
        (
            "paragraph",
            "The clerk keeps the books of the firm and answers whatever the vendors ask about their invoices.",
        ),
        ("heading", "Duties:"),
        ("bullet", "Enter the invoices of all vendors into the ledger, on the day on which they arrive"),
        ("bullet", "Answer the telephone"),
        ("bullet", "Pay the vendors"),
        ("bullet", "Keep the files"),
        ("bullet", "Close the books"),
    ]


LONG = "the clerk sees that each vendor is paid on the day that was agreed"


def test_running_heads_page_numbers_and_a_statement_over_two_pages():
    def one(number, *texts):
        return page(
            (72, 770, "Hinge Works, role profile"),
            *texts,
            (72, 30, f"https://example.org/jobs {number}/2"),
            (300, 18, str(number)),
        )

    document = read_bytes(
        pdf(
            one(1, (72, 700, "Clerk", 20), (72, 100, f"Before the week ends {LONG} and that")),
            one(2, (72, 720, "nobody waits. In 2 of 3 cases this is so."), (72, 400, "Page layout is a skill.")),
        ),
        "clerk.pdf",
    )
    assert [text for _, text in seen(document)] == [
        "Clerk",
        f"Before the week ends {LONG} and that nobody waits. In 2 of 3 cases this is so.",
        "Page layout is a skill.",
    ]


def test_columns_are_read_one_after_the_other():
    left = [f"left line {n} of the first column" for n in "abcdef"]
    right = [f"right line {n} of the second one" for n in "abcdef"]
    left[-1] += "."
    rows = [(72, 700 - 13 * i, text) for i, text in enumerate(left)]
    rows += [(330, 700 - 13 * i, text) for i, text in enumerate(right)]
    mixed = sorted(rows, key=lambda row: -row[1])
    assert [t for _, t in seen(read_bytes(pdf(page(*mixed)), "x.pdf"))] == [" ".join(left), " ".join(right)]


def test_labels_and_values_stay_side_by_side():
    document = read_bytes(
        pdf(page((72, 700, "Title"), (200, 700, "Clerk"), (72, 670, "Department"), (200, 670, "Finance"))), "x.pdf"
    )
    assert [text for _, text in seen(document)] == ["Title", "Clerk", "Department", "Finance"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Enter the in-", "voices. All invoices count."], "Enter the invoices. All invoices count."),
        (["Work in the day-to-", "day business"], "Work in the day-to-day business"),
        (["Lead the cross-", "Functional team"], "Lead the cross-Functional team"),
    ],
)
def test_words_broken_at_the_end_of_a_line(lines, whole):
    document = read_bytes(pdf(page(*[(72, 700 - 13 * i, text) for i, text in enumerate(lines)])), "x.pdf")
    assert document.blocks[0].text == whole


def test_a_scan_says_so_and_what_to_do():
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    )
    data = pdf(b"q 600 0 0 700 0 0 cm /Im Do Q", extra=(image + b"\nstream\n\x00\nendstream",))
    with pytest.raises(UnsupportedInput, match=r"scan.*text recognition"):
        read_bytes(data, "scan.pdf")


def test_it_is_never_changed_and_written_in_another_format(tmp_path):
    data = pdf(page((72, 700, "Clerk", 20), (72, 650, "\u2022 Enter invoices"), (72, 637, "\u2022 Pay")))
    document = read_bytes(data, "clerk.pdf")
    edits = [change(document, "invoices", "all invoices"), behind(document, "Pay", "Listen")]
    with pytest.raises(ProposalRefused):
        pdf_module.render(document, edits)
    with pytest.raises(OutputError, match=r"never written; write it as new\.docx"):
        write(document, edits, tmp_path / "new.pdf")
    expected = ["Clerk", "Enter all invoices", "Pay", "Listen"]
    for target in ("new.docx", "new.md", "new.txt", "new.html"):
        made = read(write(document, edits, tmp_path / target, clean=True))
        assert [text for _, text in seen(made)] == expected
    assert [text for _, text in seen(read_bytes(render(document, edits), "made"))] == expected


def test_damaged_and_hostile_files(monkeypatch):
    good = pdf(page((72, 700, "Clerk")))
    for cut in (5, 60, 200, len(good) // 2):
        with pytest.raises(InputError):
            read_bytes(good[:cut], "cut.pdf")
    loops = (pdf(page((72, 700, "Clerk")), kids=b"2 0 R"), pdf(kids=b"2 0 R 2 0 R 2 0 R"))
    for loop in loops:
        with pytest.raises(InputError):
            read_bytes(loop, "loop.pdf")
    many = pdf(page((72, 700, "Clerk")), kids=b"4 0 R " * 100_000).replace(b"/Count 1", b"/Count 100000")
    with pytest.raises(InputError):
        read_bytes(many, "many.pdf")
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im 90 0 R >> >> /Length 700 >>\nstream\n"
        + b"/Im Do\n" * 200
        + b"\nendstream"
    )
    with pytest.raises(BrokenInput, match="draw more"):
        read_bytes(pdf(b"/Im Do", extra=(form, form, form)), "forms.pdf")
    monkeypatch.setattr(safety, "MOST_UNPACKED", 1_000_000)
    for bomb in (zlib.compress(b" " * 3_000_000), zlib.compress(zlib.compress(b" " * 3_000_000))):
        body = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(bomb), bomb)
        with pytest.raises(BrokenInput, match="not safe"):
            read_bytes(pdf(page((72, 700, "Clerk")), extra=(body,)), "bomb.pdf")


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(HAND))
def test_every_bullet_of_real_files_is_one_statement(shared, name):
    found = [block.text for block in read(shared / f"pdf/{name}.pdf").blocks if block.kind == "bullet"]
    assert [_hash(text) for text in found] == HAND[name]


def _hash(text: str) -> str:
    return hashlib.sha256(re.sub(r"\W+", " ", text.lower()).strip().encode()).hexdigest()[:12]


@pytest.mark.shared
def test_no_stamp_of_a_browser_stands_in_a_statement(shared):
    stamp = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2}, \d{1,2}:\d{2}\b|\b\d+ of \d+$|\S+/\S+ \d+/\d+$")
    files = sorted((shared / "pdf").glob("*.pdf"))
    assert len(files) == 50
    for path in files:
        document = read(path)
        assert document.blocks
        assert [block.text for block in document.blocks if stamp.search(block.text)] == [], path.name
