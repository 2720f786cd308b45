import jdrewrite
from jdrewrite.analysis.items import parted
from jdrewrite.documents import read_bytes, render
from jdrewrite.language.sentences import sentences
from jdrewrite.model import Block, BlockKind, Edit

TEXT = (
    "We run a store. DUTIES: • Count the pallets each day • Order what is short. It comes on Friday. • Sweep the "
    "floor. Shifts change each week. Ask us."
)


def test_items_are_bullets_and_what_stands_around_them_is_not():
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text=TEXT, line=1)
    parts = parted(block, sentences(TEXT))
    assert [(part.kind.value, part.text) for part, _ in parts] == [
        ("paragraph", "We run a store."),
        ("paragraph", "DUTIES:"),
        ("bullet", "Count the pallets each day"),
        ("bullet", "Order what is short. It comes on Friday."),
        ("bullet", "Sweep the floor."),
        ("paragraph", "Shifts change each week. Ask us."),
    ]
    assert [span for _, own in parts for span in own] == sentences(TEXT)


def test_an_item_is_written_back_in_its_place():
    source = f"# Storekeeper\n\n{TEXT}\n".encode()
    document = read_bytes(source, "a.md")
    found = jdrewrite.analyse(document).statements
    item = next(s for s in found if s.text == "Count the pallets each day")
    assert item.kind is BlockKind.BULLET
    new = f"{item.text} so that orders leave whole"
    made = render(document, [Edit(block=item.block, start=item.start, end=item.end, text=new)])
    assert made == source.replace(item.text.encode(), new.encode())
