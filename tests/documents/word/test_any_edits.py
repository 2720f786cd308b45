"""Any edits of any hard file: taken back they leave the original, accepted they read as the clean text does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from jdrewrite.documents import read_bytes, render
from jdrewrite.model import Block, Edit, Tracking
from tests.documents.word.build import part
from tests.documents.word.hard import HARD
from tests.documents.word.order import faults
from tests.documents.word.resolve import resolved, words_of
from tests.documents.word.test_hard import stories, texts
from tests.part import tries

BY = Tracking(author="Jo Field", date="2026-11-25T14:00:00Z")
WORDS = st.text(st.sampled_from("ab ,.’é\t\n😀\u00a0"), min_size=1, max_size=12)
DOCUMENTS = {name: read_bytes(data, "hard.docx") for name, data in HARD.items()}


@st.composite
def edits_of(draw: st.DrawFn, block: Block) -> list[Edit]:
    """No edit, or up to three spans that do not overlap, and perhaps a new line."""
    if block.locked or draw(st.booleans()):
        return []
    cuts = sorted(draw(st.lists(st.integers(0, len(block.text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    found = [Edit(block=block.id, start=start, end=end, text=draw(WORDS), comment="why") for start, end in spans]
    if draw(st.booleans()):
        found.append(Edit(block=block.id, start=0, end=0, text=draw(WORDS).strip() or "x", insert=True, comment="new"))
    return found


@given(st.data(), st.sampled_from(sorted(HARD)))
@settings(max_examples=tries(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_edits(data, name):
    source, document = HARD[name], DOCUMENTS[name]
    edits = [edit for block in document.blocks for edit in data.draw(edits_of(block))]
    tracked, clean = render(document, edits, tracking=BY), render(document, edits)
    for story in stories(source):
        before = resolved(source, accept=True, part=story, author="nobody")
        assert resolved(tracked, accept=False, part=story, author="Jo Field") == before
        after = resolved(tracked, accept=True, part=story, author="Jo Field")
        assert after == resolved(clean, accept=True, part=story, author="jdrewrite")
        assert faults(etree.fromstring(part(tracked, story))) == []
    assert words_of(tracked, "Ann", "Jo Field") == words_of(source, "Ann", "")
    assert words_of(clean, "Ann", "jdrewrite") == words_of(source, "Ann", "")
    if any(character.isalnum() for character in "".join(resolved(clean, accept=True))):
        assert texts(tracked) == texts(clean)
