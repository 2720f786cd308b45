from jdrewrite.documents import read_bytes, render
from jdrewrite.model import BlockKind, Edit

SAMPLE = """---
layout: job
---
# Billing *Clerk*

**You will:**

* Send [bills](https://example.org/a(b)) to **every customer** &amp; file them.
  * Nested duty
- Answer questions\\
  by letter

| Grade | Place |
| --- | --- |
| 7 | Leeds |

● First typed bullet
● Second typed bullet
"""


def read(text: str = SAMPLE):
    return read_bytes(text.encode(), "clerk.md")


def texts(document):
    return [(b.kind.value, b.text) for b in document.blocks]


def test_blocks_hold_no_marks():
    document = read()
    assert texts(document) == [
        ("heading", "Billing Clerk"),
        ("paragraph", "You will:"),
        ("bullet", "Send bills to every customer & file them."),
        ("bullet", "Nested duty"),
        ("bullet", "Answer questions\nby letter"),
        ("cell", "Grade"),
        ("cell", "Place"),
        ("cell", "7"),
        ("cell", "Leeds"),
        ("bullet", "First typed bullet"),
        ("bullet", "Second typed bullet"),
    ]
    assert document.blocks[1].bold
    assert document.blocks[3].level == 1
    assert document.title == "Billing Clerk"
    assert document.blocks[0].line == 4


def test_marks_around_words_that_stay_are_kept():
    document = read()
    block = document.blocks[2]
    new = "Send bills to every customer & file them, so that customers can pay in time."
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text=new)]).decode()
    assert "**every customer** &amp; file them, so that customers can pay in time." in out
    assert "[bills](https://example.org/a(b))" in out
    assert out.replace(", so that customers can pay in time", "") == SAMPLE


def test_new_text_cannot_become_markup():
    document = read()
    block = document.blocks[3]
    out = render(document, [Edit(block=block.id, start=0, end=len(block.text), text="Nested *duty* <b> [x]")])
    assert read_bytes(out, "clerk.md").blocks[3].text == "Nested *duty* <b> [x]"


def test_insertions():
    document = read()
    for index in (2, 4, 1):
        block = document.blocks[index]
        out = render(document, [Edit(block=block.id, start=0, end=0, text="Listen to customers.", insert=True)])
        again = read_bytes(out, "clerk.md")
        assert again.blocks[index + 1].text == "Listen to customers."
        kind = BlockKind.PARAGRAPH if index == 1 else BlockKind.BULLET
        assert again.blocks[index + 1].kind is kind
        assert [b.text for b in again.blocks if b.text != "Listen to customers."] == [b.text for b in document.blocks]


def test_text_between_fences_can_be_edited_and_followed():
    text = "# Clerk\n\n```\nKeep the files\n```\n\n## Duties\n\n- Count the cash\n"
    document = read(text)
    block = document.blocks[1]
    assert block.text == "Keep the files"
    edits = [
        Edit(block=block.id, start=0, end=len(block.text), text="Keep all files"),
        Edit(block=block.id, start=0, end=0, text="Ask customers.", insert=True),
    ]
    again = read(render(document, edits).decode())
    assert [b.text for b in again.blocks] == ["Clerk", "Keep all files", "Ask customers.", "Duties", "Count the cash"]


def test_front_matter_stays_and_gives_the_title():
    for raw in (
        "---\ntitle: 'Head of Hinges'\ngrade: 7\n---\n\n# About\n\n- Enter bills\n",
        '+++\njob_title = "Head of Hinges"\n+++\n\n# About\n\n- Enter bills\n',
    ):
        document = read(raw)
        assert document.title == "Head of Hinges"
        assert [block.text for block in document.blocks] == ["About", "Enter bills"]
        edit = Edit(block="b2", start=0, end=5, text="Type")
        assert render(document, [edit]).decode() == raw.replace("Enter", "Type")
        assert read_bytes(raw.encode(), "-").format == "markdown"
