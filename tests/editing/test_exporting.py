import io
import zipfile

import msgspec
import pytest

import jdrewrite
from jdrewrite.documents import FORMATS, render
from jdrewrite.documents.tracking import tracking_now
from jdrewrite.editing import acts
from jdrewrite.editing.exporting import cautions, preview, proposed_path, targets
from jdrewrite.editing.looking import is_open
from jdrewrite.model import Edit
from tests.editing.conftest import DOUBTED, PASSED, REFUSED, row_of


def text(pieces):
    return "".join(piece.text for piece in pieces)


@pytest.fixture(scope="module")
def changed(session):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    return acts.add_line(now, row_of(now, "telephone"), "Ask callers what they need.", PASSED).desk


def test_every_format_that_can_be_made_is_offered_the_own_one_first(document):
    found = targets(document)
    assert found[0].format == "text"
    assert {t.format for t in found} == {name for name, entry in FORMATS.items() if entry.made}
    assert len({t.key for t in found}) == len(found)
    assert [t.tracked for t in found if t.format == "docx"] == [True, False]


def test_an_override_is_told_in_the_comment_with_what_the_judge_held_against_it_and_the_reason(session):
    row = row_of(session, "telephone")
    desk = acts.reword(session, row, "Ring back.", REFUSED, "agreed with the manager").desk
    (edit,) = desk.edits()
    assert edit.comment.endswith("The judge refused it (lost: 12). Accepted all the same: agreed with the manager")
    doubted = acts.reword(session, row, "Ring back.", DOUBTED, "it says so").desk
    assert "The judge was in doubt about it (perhaps lost: customer" in doubted.edits()[0].comment
    fine = acts.reword(session, row, "Ring back.", PASSED).desk
    assert "judge" not in fine.edits()[0].comment
    word = jdrewrite.read_bytes(render(desk.document, (), "docx"), "clerk.docx")
    place = next(block.id for block in word.blocks if "telephone" in block.text)
    data = render(word, (msgspec.structs.replace(edit, block=place),), "docx", tracking=tracking_now())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "comments" in name]
    assert any("The judge refused it (lost: 12). Accepted all the same: agreed with the manager" in p for p in parts)


def test_before_an_export_it_is_told_what_did_not_pass_and_what_is_open(session):
    waiting = len([row for row in session.shown if is_open(row)])
    assert cautions(session.desk) == [f"{waiting} proposals are still open: the text stays as it is there."]
    row = row_of(session, "telephone")
    desk = acts.reword(session, row, "Ring back.", REFUSED, "agreed").desk
    assert cautions(desk)[0] == f"Line {row.place} did not pass the judge and was accepted all the same."
    for proposal in desk.proposals:
        if desk.decision(proposal.id).state == "open":
            desk = desk.rejected(proposal.id)
    assert len(cautions(desk)) == 1


def test_the_preview_is_what_will_be_written(changed):
    for target in targets(changed.document):
        seen = text(preview(changed.document, changed.edits(), target))
        assert "so that customers can pay" in seen, target
        assert "Ask callers what they need." in seen, target
        if target.format in {"text", "markdown"}:
            assert seen.strip() == jdrewrite.render(changed.document, changed.edits(), target.format).decode().strip()


def test_tracked_changes_show_both_wordings(changed):
    tracked = next(t for t in targets(changed.document) if t.tracked)
    pieces = preview(changed.document, changed.edits(), tracked)
    assert ", so that customers can pay" in [p.text for p in pieces if p.tone == "new"]
    assert "Ask callers what they need." in [p.text for p in pieces if p.tone == "new"]


def test_the_proposed_file_is_never_the_original(document):
    for target in targets(document):
        assert proposed_path(document, target).name == f"clerk.rewritten{target.ending}"


def test_codes_do_not_reach_the_screen():
    document = jdrewrite.read_bytes(b"Clerk\n\n- Enter \x1b[31m invoices \x9b now.\n", "a.txt")
    for target in targets(document):
        assert not any(ord(c) < 32 and c != "\n" for c in text(preview(document, (), target)))


def test_tracked_changes_are_read_in_phrases():
    document = jdrewrite.read_bytes(b"Clerk\n\n- Keep files current in order to improve cash flow.\n", "a.txt")
    block = document.blocks[-1]
    new = "Keep files current so that customers can cash flow."
    edit = Edit(block=block.id, start=0, end=len(block.text), text=new)
    pieces = preview(document, (edit,), next(t for t in targets(document) if t.tracked))
    assert [(p.text, p.tone) for p in pieces if p.tone] == [
        ("in order to improve", "gone"),
        ("so that customers can", "new"),
    ]


def test_a_file_with_a_sign_in_its_name_keeps_its_name(tmp_path):
    path = tmp_path / "C#-developer.json"
    path.write_text('{"title": "Developer", "description": "Enter invoices into the ledger every day."}')
    document = jdrewrite.read(path)
    assert proposed_path(document, targets(document)[0]).name == "C#-developer.rewritten.json"


def test_another_format_is_previewed_in_its_own_encoding():
    document = jdrewrite.read_bytes("Café clerk\n\n- Enter invoices into the “ledger”.\n".encode("cp1252"), "clerk.txt")
    for target in targets(document):
        assert "Café" in text(preview(document, (), target))
