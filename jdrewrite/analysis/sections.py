"""Tells what each statement belongs to: purpose, duties, requirements, praise of the employer, notices, ...

Headings are known by their words (``tables/sections.toml``); what the statement itself says, what stands
around it and the heading above are weighed together by a small model trained on labelled statements
(``section_model``), so that an equal-opportunity notice under "Responsibilities" is still a notice, and text
without headings is read too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.section_features import cues, decided
from jdrewrite.analysis.section_model import Place, alone, label
from jdrewrite.language.words import plain
from jdrewrite.model import Block, BlockKind, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING_WORDS = 12
"""A longer paragraph is text, even if it is bold or ends with a colon."""
LONE_HEADING = 5
"""Words up to which a line that stands alone and ends with a colon is a heading."""
_OF_THE_ROLE = frozenset({"purpose", "duties", "requirements", "measures"})
_GLUED = re.compile(r"^([A-Z][\w'\u2019/& ]{2,40}):\s+\S")
_ITEM = re.compile(r"(?:key |main )?(?:objective|duty|task|goal) ?\\?#?\\?\d", re.IGNORECASE)
"""A numbered duty is a statement, even in bold."""
_ITEM_WORDS = 5
"""Words from which a numbered duty that is set as a heading says what is done."""
_DUTY: Section = "duties"
_ASKED: Section = "requirements"
_LEADS_TO_WHAT_IS_ASKED = re.compile(
    r"\b(?:experience|evidence|knowledge|understanding|track record) (?:of|in|with)\W*$|\b(?:able|ability) to\W*$",
    re.IGNORECASE,
)
"""Words before a colon that each line of the list goes on with: what is done there was done elsewhere."""


@cache
def _headings() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().heading]


def label_statements(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Section]:
    """Return the section of every statement, in reading order.

    Args:
        blocks: the document's blocks.
        spans: for each block, the spans of its statements.
        title: the job's title; a heading that says just that is the title.
    """
    found = survey(blocks, spans, title)
    texts = [plain(block.text[start:end]) for block, own in zip(blocks, spans, strict=True) for start, end in own]
    placed = [(text, place) for text, place in zip(texts, found, strict=True) if isinstance(place, Place)]
    labels = label([text for text, _ in placed], [place for _, place in placed], title)
    # How to apply is no requirement, whatever stands above it.
    settled = ((decided(text) if s in _OF_THE_ROLE else None) or s for s, (text, _) in zip(labels, placed, strict=True))
    return [next(settled) if isinstance(place, Place) else place for place in found]


def label_one(text: str, title: str = "") -> Section:
    """Return the section of a statement that stands alone.

    Args:
        text: one statement.
        title: the job's title, where it is known.
    """
    if _same(text, title):
        return "title"
    if len(text.split()) <= LONE_HEADING and text.rstrip().endswith(":"):
        return "other"
    section = alone(plain(text), title)
    return (decided(plain(text)) if section in _OF_THE_ROLE else None) or section


def survey(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Place | Section]:
    """Return for every statement where it stands, or its section at once if it is a heading."""
    found: list[Place | Section] = []
    current: Section | None = None
    under = ""
    level = run = 0
    listed = asked = False
    for number, (block, own) in enumerate(zip(blocks, spans, strict=True)):
        if _is_item(block):
            current, level, under, listed = _DUTY, block.level, block.text, False
            run += 1
            found += [_DUTY] * len(own)
            continue
        if asked and block.kind is BlockKind.BULLET:
            listed = True
            found += [_ASKED] * len(own)
            continue
        asked = block.kind is BlockKind.PARAGRAPH and bool(_LEADS_TO_WHAT_IS_ASKED.search(block.text))
        if _is_heading(block):
            named = heading_section(block.text)
            is_title = _same(block.text, title)
            deeper = block.kind is BlockKind.HEADING and 0 < level < block.level
            listed = False
            run += 1
            if named and not is_title:
                current, level, under = named, block.level, block.text
            elif not deeper and not is_title and block.kind is BlockKind.HEADING and under:
                current, level, under = None, block.level, block.text
            heading: Section = "title" if is_title else "other"
            found += [heading] * len(own)
            continue
        glued = _GLUED.match(block.text)
        opened = heading_section(glued.group(1)) if glued else None
        # A paragraph behind a list has often left the list's subject: "We are an equal opportunity employer".
        left = listed and block.kind is BlockKind.PARAGRAPH
        listed = listed or block.kind is BlockKind.BULLET
        place = Place(
            heading=opened or current,
            under=glued.group(1) if glued and opened else under,
            kind=block.kind,
            left=left,
            block=number,
            run=run,
            glued=opened is not None,
        )
        found += [place] * len(own)
    return found


def _same(text: str, title: str) -> bool:
    return bool(title) and text.strip().rstrip(":").lower() == title.strip().lower()


def heading_section(text: str) -> Section | None:
    """Return the section that a heading opens, None where its words say nothing."""
    bare = re.sub(r"[*_#:`]+", " ", text).strip().lower().replace("\u2019", "'")
    return next((section for section, pattern in _headings() if pattern.search(bare)), None)


def _is_item(block: Block) -> bool:
    """Tell whether a heading is a numbered duty: "Objective 1: Keep the registers of all schools"."""
    titled = block.kind is BlockKind.HEADING and _ITEM.match(block.text) is not None
    return titled and len(block.text.split()) > _ITEM_WORDS


def _is_heading(block: Block) -> bool:
    words = len(block.text.split())
    if block.kind is BlockKind.HEADING:
        return words <= 2 * HEADING_WORDS
    if words > HEADING_WORDS or block.kind is BlockKind.CELL:
        return False
    shouting = block.text.isupper() and words > 0 and len(block.text) > 4
    if _ITEM.match(block.text):
        return False
    return block.bold or shouting or (block.text.rstrip().endswith(":") and block.kind is BlockKind.PARAGRAPH)
