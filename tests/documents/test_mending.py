import pytest

from jdrewrite.documents import read_bytes, render
from jdrewrite.model import BlockKind, Edit

SAMPLE = """Oﬃce Clerk

Our ﬁrm is the cityâ€™s oldest â€“ it makes â€œhingesâ€ of brass.

Duties:
!"Answer the ﬁrst call
!"Keep the ﬁles
!"Count the cash
"""


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_copying_has_broken_is_read_as_it_is_meant(name: str):
    blocks = read_bytes(SAMPLE.encode(), name).blocks
    texts = [(b.kind is BlockKind.BULLET, b.text) for b in blocks]
    assert (False, "Our firm is the city’s oldest – it makes “hinges” of brass.") in texts
    assert [text for bullet, text in texts if bullet] == ["Answer the first call", "Keep the files", "Count the cash"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_only_the_words_that_change_are_written(name: str):
    document = read_bytes(SAMPLE.encode(), name)
    assert render(document) == SAMPLE.encode()
    long = next(b for b in document.blocks if b.text.startswith("Our"))
    duty = next(b for b in document.blocks if b.text.startswith("Keep"))
    edits = [
        Edit(block=long.id, start=0, end=len(long.text), text=long.text.replace("oldest – it", "oldest, it")),
        Edit(block=duty.id, start=0, end=len(duty.text), text="Keep the ﬁles".replace("ﬁ", "fi") + " of members"),
    ]
    made = render(document, edits).decode()
    # Letters in a wrong encoding are written right in the whole text, and all else only where it changes.
    right = SAMPLE.replace("â€“", "–").replace("â€™", "’").replace("â€œ", "“").replace("â€", "”")
    assert made == right.replace(" –", ",").replace("ﬁles", "ﬁles of members")


def test_a_sign_that_stands_once_is_none_of_a_list():
    block = read_bytes(b"Clerk\n\n\xc2\xa7 Labour law binds us.\n", "a.txt").blocks[1]
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "§ Labour law binds us.")
