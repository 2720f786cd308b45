"""Hand-made hard files: whatever is done to them can be taken back, and what others did stays theirs."""

import io
import zipfile

import pytest
from lxml import etree

import jdrewrite
from jdrewrite.documents import read_bytes, render
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Document, Edit, Tracking
from tests.documents.word.build import p, part, word
from tests.documents.word.hard import HARD
from tests.documents.word.order import faults
from tests.documents.word.resolve import W, resolved, words_of

BY = Tracking(author="Jo Field", date="2026-11-25T14:00:00Z")
MARKS = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")]


def whole(block, text: str) -> Edit:
    return Edit(block=block.id, start=0, end=len(block.text), text=text, comment=f"Why {block.id}.")


def middle(block) -> Edit:
    words = block.text.split(" ")
    return whole(block, " ".join([*words[:1], "good", *words[2:-1], "so", "that", "customers", "gain"]))


WAYS = {
    "other words in the middle": middle,
    "every word": lambda block: whole(block, "Quite another line, for customers."),
    "more at the end": lambda block: whole(block, f"{block.text} So customers gain."),
    "more at the start": lambda block: whole(block, f"Also: {block.text}"),
    "a line behind": lambda block: Edit(
        block=block.id, start=0, end=0, text="Listen to customers.", insert=True, comment="Voice."
    ),
    "more at the end and a line behind": lambda block: [
        whole(block, f"{block.text} So customers gain."),
        Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True, comment="Voice."),
        Edit(block=block.id, start=0, end=0, text="Act on it.", insert=True, comment="Voice."),
    ],
    "one letter": lambda block: Edit(block=block.id, start=4, end=5, text="X"),
    "nothing left but a word": lambda block: whole(block, block.text.split(" ")[-1]),
}


def edits_of(document: Document, way) -> list[Edit]:
    return done(way, [block for block in document.blocks if not block.locked])


def done(way, blocks) -> list[Edit]:
    """The edits of one way, which makes one of a block or several."""
    made = [way(block) for block in blocks]
    return [edit for edits in made for edit in (edits if isinstance(edits, list) else [edits])]


def stories(data: bytes) -> list[str]:
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    return [f"word/{kind}.xml" for kind in ("document", "header", "footer", "footnotes") if f"word/{kind}.xml" in names]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("data", HARD.values(), ids=HARD)
def test_everything_can_be_taken_back_and_nothing_of_others_is_touched(data, way):
    document = read_bytes(data, "hard.docx")
    edits = edits_of(document, way)
    tracked, clean = render(document, edits, tracking=BY), render(document, edits)
    for name in stories(data):
        before = resolved(data, accept=True, part=name, author="nobody")
        assert resolved(tracked, accept=False, part=name, author="Jo Field") == before
        assert resolved(tracked, accept=True, part=name, author="Jo Field") == resolved(
            clean, accept=True, part=name, author="jdrewrite"
        )
        root = etree.fromstring(part(tracked, name))
        assert faults(root) == []
        assert faults(etree.fromstring(part(clean, name))) == []
        ids = [e.get(f"{W}id") for e in root.iter(*MARKS)]
        assert len(set(ids)) == len(ids)
    assert words_of(tracked, "Ann", "Jo Field") == words_of(data, "Ann", "")
    assert words_of(clean, "Ann", "jdrewrite") == words_of(data, "Ann", "")
    assert texts(tracked) == texts(clean)
    if way is not WAYS["one letter"]:  # which says nothing of why
        assert faults(etree.fromstring(part(tracked, "word/comments.xml"))) == []


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_bytes(data, "hard.docx").blocks]


@pytest.mark.parametrize("data", HARD.values(), ids=HARD)
def test_one_change_leaves_all_other_elements_as_they_were(data):
    document = read_bytes(data, "hard.docx")
    last = next(b for b in document.blocks if b.text in {"We answer within a week.", "Below the table."})
    out = render(document, [whole(last, last.text.replace(".", " at most."))], tracking=Tracking(comments=False))
    before, after = (etree.fromstring(part(d)).findall(f"{W}body/*") for d in (data, out))
    same = [canonical(a) == canonical(b) for a, b in zip(before, after, strict=True)]
    assert same == [index != len(same) - 2 for index in range(len(same))]
    assert render(document, []) == data


def canonical(element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def test_a_link_keeps_its_words_and_new_words_stay_outside():
    document = read_bytes(HARD["link inside"], "x.docx")
    edits = [
        whole(document.blocks[0], "Read the good team page before you send bills."),
        whole(document.blocks[1], "See our customers, who wait for help"),
    ]
    root = etree.fromstring(part(render(document, edits, tracking=BY)))
    links = ["".join(t.text for t in link.iter(f"{W}t")) for link in root.iter(f"{W}hyperlink")]
    assert links == ["the good team page", "our customers"]
    outside = root.findall(f"{W}body/{W}p")[1].find(f"{W}ins/{W}r")
    assert outside.find(f"{W}rPr/{W}rStyle") is None


def test_a_field_goes_whole_or_stays_whole():
    document = read_bytes(HARD["fields"], "x.docx")
    gone = [
        whole(document.blocks[1], "Send bills of a team to customers."),
        whole(document.blocks[2], "Copy all letters"),
    ]
    out = render(document, gone, tracking=BY)
    root = etree.fromstring(part(out))
    assert len(list(root.iter(f"{W}delInstrText"))) == 2
    assert all(next(f.iterancestors(f"{W}del"), None) is not None for f in root.iter(f"{W}fldChar"))
    assert "Send bills of a team to customers." in resolved(out, accept=True)
    clean = etree.fromstring(part(render(document, gone)))
    assert not list(clean.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"))
    kept = whole(document.blocks[1], "Send bills of the team to all customers.")
    signs = list(etree.fromstring(part(render(document, [kept], tracking=BY))).iter(f"{W}fldChar"))
    assert len(signs) == 3
    assert all(next(sign.iterancestors(f"{W}del"), None) is None for sign in signs)


def test_both_copies_of_a_text_box_change_and_it_has_one_comment():
    document = read_bytes(HARD["text boxes"], "x.docx")
    out = render(document, [whole(document.blocks[1], "Bills reach customers weekly.")], tracking=BY)
    root = etree.fromstring(part(out))
    assert ["".join(i.itertext()) for i in root.iter(f"{W}ins")] == ["weekly", "weekly"]
    assert len(list(root.iter(f"{W}commentReference"))) == 1
    assert next(root.iter(f"{W}commentReference")).getparent().getparent().getparent().tag == f"{W}body"


def test_comments_on_notes_and_headers_stand_in_the_body():
    document = read_bytes(HARD["notes and headers"], "x.docx")
    edits = [whole(block, f"{block.text} Yes.") for block in document.blocks]
    out = render(document, edits, tracking=BY)
    assert len(list(etree.fromstring(part(out)).iter(f"{W}commentReference"))) == len(edits)
    for name in ("footnotes", "header", "footer"):
        assert b"comment" not in part(out, f"word/{name}.xml")


def test_comments_of_others_stay():
    document = read_bytes(HARD["others' comments"], "x.docx")
    out = render(document, edits_of(document, middle), tracking=BY)
    comments = etree.fromstring(part(out, "word/comments.xml"))
    assert [(c.get(f"{W}id"), c.get(f"{W}author")) for c in comments] == [
        ("7", "Ann"),
        ("8", "Jo Field"),
        ("9", "Jo Field"),
    ]


def test_a_locked_control_is_read_and_refuses_edits():
    document = read_bytes(HARD["controls"], "x.docx")
    locked = next(b for b in document.blocks if b.locked)
    with pytest.raises(ProposalRefused, match="locked content control"):
        render(document, [whole(locked, "Open.")], tracking=BY)
    assert "Click here" not in " ".join(b.text for b in document.blocks)


def test_open_changes_of_others_are_told():
    document = read_bytes(HARD["others' changes"], "x.docx")
    assert "Ann" in document.notes[0]
    assert document.blocks[0].text == "Send correct and clear bills to customers."


def test_a_new_line_among_lines_has_their_sign():
    document = read_bytes(HARD["lines"], "x.docx")
    edits = [Edit(block=document.blocks[n].id, start=0, end=0, text="Ask customers", insert=True) for n in (1, 3)]
    assert resolved(render(document, edits, tracking=BY), accept=True) == [
        "Duties:\n• Send bills to customers.\n• Ask customers\n• Count the cash.",
        "1. Sort the post\n2. Ask customers\n3. Open the door",
        "We answer within a week.",
    ]


def test_a_locked_line_is_scored_and_nothing_is_proposed_for_it():
    duties = [p("Duties", style="H1"), p("Prepare customer invoices and send them.", style="LB")]
    lock = f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{duties[1]}</w:sdtContent></w:sdt>'
    title = p("Billing clerk", style="H1")
    for body, count in ((duties[1], 1), (lock, 0)):
        document = read_bytes(word(title, duties[0], body), "clerk.docx")
        assessment = jdrewrite.analyse(document)
        assert [s.locked for s in assessment.statements if s.text.startswith("Prepare")] == [count == 0]
        proposals = jdrewrite.propose(assessment, kinds=("reframe", "connect"))
        assert len(proposals) == count


def test_a_guarded_file_is_told():
    guard = '<w:documentProtection w:edit="readOnly" w:enforcement="{}"/>'
    notes = [read_bytes(word(p("Send bills."), settings=guard.format(n)), "x.docx").notes for n in (0, 1)]
    assert notes[0] == ()
    assert "accept changes" in notes[1][0]
