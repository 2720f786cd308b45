"""A new line behind an item with a list below it comes behind that list, which keeps its item."""

from __future__ import annotations

import pytest

from jdrewrite.documents import read_bytes
from jdrewrite.documents.rendering import edited, render
from jdrewrite.editing.desk import Desk
from jdrewrite.model import Document, Edit, Tracking

MARKDOWN = """# Clerk

1. Run the desk:
   - open it
   - close it:
     - with the key
2. Pay bills:
   - weekly

Be kind.
"""
BESIDE = """<h1>Clerk</h1><ol><li>Run the desk:</li><ul><li>open it</li><li>close it:</li><ul><li>with the key</li></ul>
</ul><li>Pay bills:</li><ul><li>weekly</li></ul></ol><p>Be kind.</p>"""
TEXT = MARKDOWN.replace("# Clerk", "CLERK")
MEANT = [
    (0, "Run the desk:"),
    (1, "open it"),
    (1, "close it:"),
    (2, "with the key"),
    (1, "New: close it:"),
    (0, "New: Run the desk:"),
    (0, "Pay bills:"),
    (1, "weekly"),
    (0, "New: Pay bills:"),
]


def _sources() -> dict[str, Document]:
    first = read_bytes(MARKDOWN.encode(), "clerk.md")
    made = {name: render(first, (), name) for name in ("html", "docx")}
    return {
        "markdown": first,
        "text": read_bytes(TEXT.encode(), "clerk.txt"),
        "beside": read_bytes(BESIDE.encode(), "clerk.html"),
        **{name: read_bytes(data, f"clerk.{name}") for name, data in made.items()},
    }


def _behind(document: Document, *beginnings: str) -> list[Edit]:
    blocks = [block for block in document.blocks if block.text.startswith(beginnings)]
    return [Edit(block=b.id, start=0, end=0, text=f"New: {b.text}", insert=True) for b in blocks]


def _bullets(document: Document) -> list[tuple[int, str]]:
    least = min(block.level for block in document.blocks if block.kind == "bullet")
    return [(block.level - least, block.text) for block in document.blocks if block.kind == "bullet"]


@pytest.mark.parametrize("name", ["markdown", "text", "beside", "html", "docx"])
def test_the_list_below_keeps_its_item(name: str) -> None:
    document = _sources()[name]
    edits = _behind(document, "Run", "close", "Pay")
    result = edited(document, edits)
    assert _bullets(result) == MEANT
    assert [b.text for b in result.blocks if b.kind == "paragraph"][-1:] == ["Be kind."]
    others = {"markdown": "clerk.md", "html": "clerk.html", "docx": "clerk.docx"}
    for other, path in others.items():
        assert _bullets(read_bytes(render(document, edits, other), path)) == MEANT, other


def test_word_says_so_with_tracked_changes() -> None:
    document = _sources()["docx"]
    edits = _behind(document, "Run", "close", "Pay", "with")
    tracked = read_bytes(render(document, edits, tracking=Tracking(author="x")), "clerk.docx")
    assert _bullets(tracked) == [*MEANT[:4], (2, "New: with the key"), *MEANT[4:]]


def test_the_terminal_shows_it_where_it_will_stand() -> None:
    from jdrewrite.editing.rows import rows
    from jdrewrite.editing.wholetext import text
    from jdrewrite.model import Anchor, Proposal, Verdict

    document = _sources()["markdown"]
    block = next(block for block in document.blocks if block.text.startswith("Run"))
    new = Proposal(
        id="p1",
        kind="add",
        engine="person",
        anchor=Anchor(block=block.id, start=0, end=0),
        statement=None,
        original=None,
        proposed="Greet guests.",
        lenses=(),
        rationale="",
        source="",
        verdict=Verdict(passed=True),
    )
    desk = Desk(document=document).offered(new).accepted("p1")
    shown = [(row.place, row.text) for row in rows(desk)]
    assert shown[4:7] == [("6", "with the key"), ("6a", "Greet guests."), ("7", "Pay bills:")]
    assert "with the key\n- Greet guests.\n- Pay bills:" in text(desk)
