"""Tracked changes: accepting all gives the rewrite, rejecting all the original, and nothing else changes."""

import io
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from jdrewrite.documents import read_bytes, render
from jdrewrite.model import Edit, Tracking
from tests.documents.word.resolve import W, resolved
from tests.part import tries

BY = Tracking(author="Jo Field", date="2026-11-25T14:00:00Z")


def word() -> bytes:
    made = docx.Document()
    made.add_heading("Billing Clerk", 0)
    made.add_paragraph("Our firm makes hinges.")
    bullet = made.add_paragraph(style="List Bullet")
    for piece, bold in zip(
        ["Se", "nd ", "cor", "rect", " bills", " to", " every ", "cust", "omer."], "001110000", strict=True
    ):
        bullet.add_run(piece).bold = True if bold == "1" else None
    made.add_paragraph("Count\tthe cash.", style="List Number")
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Grade"
    table.cell(0, 1).text = "Seven"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


WORD = word()
DOCUMENT = read_bytes(WORD, "clerk.docx")
ORIGINAL = resolved(WORD, accept=True)


def xml(data: bytes, part: str = "word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def rewritten(block, text, **more) -> Edit:
    return Edit(block=block.id, start=0, end=len(block.text), text=text, **more)


def test_words_are_marked_one_by_one_and_keep_their_letters():
    block = DOCUMENT.blocks[2]
    new = "Send clear bills to every customer, so that they can pay in time."
    out = render(DOCUMENT, [rewritten(block, new, comment="Says what it is for.")], tracking=BY)
    assert resolved(out, accept=False) == ORIGINAL
    assert resolved(out, accept=True) == [new if t == block.text else t for t in ORIGINAL]
    root = xml(out)
    assert ["".join(d.itertext()) for d in root.iter(f"{W}del")] == ["correct"]
    inserted = list(root.iter(f"{W}ins"))
    assert ["".join(i.itertext()) for i in inserted] == ["clear", ", so that they can pay in time"]
    assert inserted[0].find(f"{W}r/{W}rPr/{W}b") is not None
    assert inserted[1].find(f"{W}r/{W}rPr/{W}b") is None
    for mark in [*inserted, *root.iter(f"{W}del")]:
        assert mark.get(f"{W}author") == "Jo Field"
        assert mark.get(f"{W}date") == "2026-11-25T14:00:00Z"
    ids = [e.get(f"{W}id") for e in root.iter(f"{W}ins", f"{W}del")]
    assert len(set(ids)) == len(ids)


def test_the_reason_is_a_comment_on_the_changed_words():
    block = DOCUMENT.blocks[2]
    edits = [
        rewritten(block, "Send correct bills to our customers.", comment="Names them."),
        Edit(
            block=block.id, start=0, end=0, text="Listen to customers.", insert=True, comment="Agree with the manager."
        ),
    ]
    out = render(DOCUMENT, edits, tracking=BY)
    comments = docx.Document(io.BytesIO(out)).comments
    assert {(c.text, c.author, c.initials) for c in comments} == {
        ("Names them.", "Jo Field", "JF"),
        ("Agree with the manager.", "Jo Field", "JF"),
    }
    root = xml(out)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {e.get(f"{W}id") for e in root.iter(f"{W}{tag}")} == {"0", "1"}
    silent = render(DOCUMENT, edits, tracking=Tracking(comments=False))
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(silent)).namelist()
    assert b"comment" not in zipfile.ZipFile(io.BytesIO(silent)).read("word/document.xml")


def test_nothing_else_changes():
    out = render(DOCUMENT, [rewritten(DOCUMENT.blocks[1], "Our firm makes good hinges.")], tracking=BY)
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        assert old.namelist() == new.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["word/document.xml"]
    before, after = (xml(data).findall(f"{W}body/*") for data in (WORD, out))
    changed = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if canonical(a) != canonical(b)]
    assert changed == [1]


def canonical(element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def test_a_new_bullet_has_the_list_and_its_end_is_marked():
    block = DOCUMENT.blocks[2]
    edit = Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True)
    out = render(DOCUMENT, [edit], tracking=BY)
    made = docx.Document(io.BytesIO(out)).paragraphs[3]
    assert made.style.name == "List Bullet"
    assert made._p.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert resolved(out, accept=False) == ORIGINAL
    assert resolved(out, accept=True) == [*ORIGINAL[:3], "Listen to customers.", *ORIGINAL[3:]]


def test_a_line_behind_the_last_of_a_cell_takes_its_end():
    block = DOCUMENT.blocks[-1]
    edit = Edit(block=block.id, start=0, end=0, text="Reviewed each year", insert=True)
    out = render(DOCUMENT, [edit], tracking=BY)
    assert resolved(out, accept=False) == ORIGINAL
    assert resolved(out, accept=True) == [*ORIGINAL, "Reviewed each year"]


WORDS = st.text(st.sampled_from("ab ,.’é\t\n😀\u00a0"), min_size=1, max_size=20).filter(lambda t: t.strip())


@given(st.data())
@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_edits_can_be_taken_back_and_read_as_accepted(data):
    edits = []
    for block in DOCUMENT.blocks:
        kind = data.draw(st.sampled_from(["none", "replace", "insert", "span"]))
        if kind == "replace":
            edits.append(rewritten(block, data.draw(WORDS), comment="why"))
        elif kind == "insert":
            edits.append(Edit(block=block.id, start=0, end=0, text=data.draw(WORDS).strip(), insert=True))
        elif kind == "span":
            start = data.draw(st.integers(0, len(block.text)))
            end = data.draw(st.integers(start, len(block.text)))
            edits.append(Edit(block=block.id, start=start, end=end, text=data.draw(WORDS)))
    tracked, clean = render(DOCUMENT, edits, tracking=BY), render(DOCUMENT, edits)
    assert resolved(tracked, accept=False) == ORIGINAL
    assert resolved(tracked, accept=True) == resolved(clean, accept=True)
    assert [b.text for b in read_bytes(tracked, "x.docx").blocks] == [
        b.text for b in read_bytes(clean, "x.docx").blocks
    ]


@pytest.mark.shared
def test_real_files_can_be_taken_back(shared):
    for path in sorted((shared / "docx").glob("*.docx")):
        document = read_bytes(path.read_bytes(), path.name)
        edits = [
            Edit(block=b.id, start=len(b.text), end=len(b.text), text=" and so on", comment="why")
            for b in document.blocks
            if not b.locked
        ]
        out = render(document, edits, tracking=BY)
        assert resolved(out, accept=False) == resolved(path.read_bytes(), accept=True), path.name
        assert [b.text for b in read_bytes(out, path.name).blocks] == [
            b.text if b.locked else b.text + " and so on" for b in document.blocks
        ]


def test_a_text_in_another_format_is_set_and_then_changed():
    source = b"# Clerk\n\nOur firm makes\nhinges.\n\n- Send *correct* bills\n- Count the cash\n"
    document = read_bytes(source, "clerk.md")
    block = document.blocks[2]
    edits = [
        rewritten(block, "Send correct bills, so that customers can pay in time", comment="Says what for."),
        Edit(block=block.id, start=0, end=0, text="Listen to customers", insert=True),
    ]
    out = render(document, edits, "docx", tracking=BY)
    before = ["Clerk", "Our firm makes hinges.", "Send correct bills", "Count the cash"]
    assert resolved(out, accept=False) == before
    changed = ["Send correct bills, so that customers can pay in time", "Listen to customers"]
    assert resolved(out, accept=True) == [*before[:2], *changed, before[3]]
    assert [c.text for c in docx.Document(io.BytesIO(out)).comments] == ["Says what for."]
    assert resolved(render(document, edits, "docx"), accept=False) == resolved(out, accept=True)


def test_a_written_file_carries_the_name_in_the_settings(tmp_path, monkeypatch):
    from jdrewrite.config import config
    from jdrewrite.documents import write

    (tmp_path / "config.toml").write_text('[word]\nauthor = "Mara Lind"\ncomments = false\n')
    monkeypatch.setenv("JDREWRITE_CONFIG", str(tmp_path / "config.toml"))
    config.cache_clear()
    try:
        edits = [rewritten(DOCUMENT.blocks[1], "Our firm makes good hinges.", comment="why")]
        out = write(DOCUMENT, edits, tmp_path / "out.docx").read_bytes()
        clean = write(DOCUMENT, edits, tmp_path / "clean.docx", clean=True).read_bytes()
    finally:
        config.cache_clear()
    (mark,) = xml(out).iter(f"{W}ins")
    assert mark.get(f"{W}author") == "Mara Lind"
    assert mark.get(f"{W}date").endswith(":00Z")
    assert b"comment" not in zipfile.ZipFile(io.BytesIO(out)).read("word/document.xml")
    assert clean == render(DOCUMENT, edits)
    assert not list(xml(clean).iter(f"{W}ins", f"{W}del"))


def test_control_characters_in_new_words_do_not_reach_the_file():
    edits = [rewritten(DOCUMENT.blocks[1], "Our\x00 firm\x1b[31m makes\ud800 hin\x0bges\uffff.", comment="\x07why\x00")]
    out = render(DOCUMENT, edits, tracking=Tracking(author="Jo\x00\x1b", date="2026-11-25T14:00:00Z"))
    assert "Our firm[31m makes hin\nges." in resolved(out, accept=True)
    assert [c.author for c in docx.Document(io.BytesIO(out)).comments] == ["Jo"]


def test_words_before_the_first_stand_before_it():
    document = read_bytes(word(), "jd.docx")
    block = document.blocks[-1]
    edit = Edit(block=block.id, start=0, end=0, text="Also: ")
    assert read_bytes(render(document, [edit]), "jd.docx").blocks[-1].text == f"Also: {block.text}"
