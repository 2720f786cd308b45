"""What the tests of any edits share: hard texts, edits of them, and what a reader should see then."""

from __future__ import annotations

import re
from itertools import takewhile

from hypothesis import strategies as st

from jdrewrite.model import Block, BlockKind, Document, Edit

SPACES = [" ", "\t", "\u00a0", "  "]
PLAIN = [
    "Send",
    "the",
    "bills",
    "naïve",
    "🙂",
    "customer’s",
    "9",
    "R&D",
    "a-b",
    "x",
    "A",
    "\u2028",
    "z\u200bz",
    ",",
    ".",
    ":",
]
SIGNS = list("*_`[]()<>\\#-+|~!&;=\"'{}$@/")
SIGNS += ["&lt;", "&amp;", "&#65;", "**", "](", "1.", "<b>", "--", "```", "\\*", "&copy", "<!--", "lt;", "amp;", "x)"]


def words(extra: list[str]) -> st.SearchStrategy[str]:
    """New words for a text, of plain ones and hard ones."""
    return st.lists(st.sampled_from([*PLAIN, *SPACES, " ", " ", "\n", *extra]), min_size=1, max_size=6).map("".join)


@st.composite
def edits_of(draw: st.DrawFn, block: Block, new: st.SearchStrategy[str]) -> list[Edit]:
    """No edit, or up to two spans that do not overlap, and perhaps a new line."""
    if draw(st.booleans()):
        return []
    cuts = sorted(draw(st.lists(st.integers(0, len(block.text)), max_size=4)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    found = [Edit(block=block.id, start=start, end=end, text=draw(new)) for start, end in spans]
    if draw(st.booleans()):
        found.append(Edit(block=block.id, start=0, end=0, text="New " + draw(new), insert=True))
    return found


@st.composite
def edits_of_all(draw: st.DrawFn, document: Document, new: st.SearchStrategy[str]) -> list[Edit]:
    """Edits of any blocks of a document."""
    return [edit for block in document.blocks for edit in draw(edits_of(block, new))]


def meant(document: Document, edits: list[Edit]) -> list[str]:
    """What a reader should see of each block."""
    found: list[str] = []
    behind: dict[str, list[str]] = {}
    for block in reversed(document.blocks):
        added = [edit.text for edit in edits if edit.block == block.id and edit.insert]
        behind.setdefault(last_below(document, block), []).extend(added)
    for block in document.blocks:
        text = block.text
        own = [edit for edit in edits if edit.block == block.id]
        for edit in sorted((e for e in own if not e.insert), key=lambda e: (e.start, e.end))[::-1]:
            text = text[: edit.start] + edit.text + text[edit.end :]
        new = behind.get(block.id, [])
        found += (
            [" ".join([text, *new])] if block.kind is BlockKind.CELL and document.format != "html" else [text, *new]
        )
    return [said for text in found if (said := bare(text))]


def last_below(document: Document, block: Block) -> str:
    """Id of the last item of the list below a block, or of the block itself: behind it a new one comes."""
    at = document.blocks.index(block)
    level = block.level if block.kind is BlockKind.BULLET else 99
    below = takewhile(lambda b: b.kind is BlockKind.BULLET and b.level > level, document.blocks[at + 1 :])
    return [block.id, *(other.id for other in below)][-1]


def shown(document: Document) -> list[str]:
    """What a reader sees of each block."""
    return [said for block in document.blocks if (said := bare(block.text))]


def bare(text: str) -> str:
    """A text without what no reader sees, and without a sign at its beginning by which it is taken for a bullet."""
    text = " ".join(re.sub("[\u200b\u00ad\ufeff]", "", text).split()) + " "
    return re.sub("^(?:[-*+•\u2212»–—#>]+ ?|(?:\\(?\\w{1,2}[.)]|o) )+", "", text).strip()


def untouched(raw: str, spans: list[tuple[int, int]], out: str) -> bool:
    """Whether all of a text outside some spans is still there, in its order."""
    at, done = 0, 0
    for start, end in [*spans, (len(raw), len(raw))]:
        kept = raw[done:start]
        found = out.find(kept, at)
        if found < 0:
            return False
        at, done = found + len(kept), end
    return True
