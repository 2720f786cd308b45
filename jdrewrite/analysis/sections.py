"""Tells what each statement belongs to: purpose, duties, requirements, praise of the employer, notices, ...

Headings are known by their words (``tables/sections.toml``); what the statement itself says, what stands
around it and the heading above are weighed together by a small model trained on labelled statements
(``section_model``), so that an equal-opportunity notice under "Responsibilities" is still a notice, and text
without headings is read too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdrewrite.analysis.asides import asides
from jdrewrite.analysis.headings import heading_section, is_heading, is_item, notice_section, plain_heading
from jdrewrite.analysis.items import parted
from jdrewrite.analysis.section_features import decided
from jdrewrite.analysis.section_model import Place, alone, label
from jdrewrite.language.words import plain
from jdrewrite.model import ROLE_SECTIONS, Block, BlockKind, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

LONE_HEADING = 5
"""Words up to which a line that stands alone and ends with a colon is a heading."""
_OF_THE_ROLE = frozenset({"purpose", "duties", "requirements", "measures"})
_GLUED = re.compile(r"^([A-Z][\w'\u2019/& ]{2,40}):\s+\S")
_DUTY: Section = "duties"
_ASKED: Section = "requirements"
_LEADS_TO_WHAT_IS_ASKED = re.compile(
    r"\b(?:experience|evidence|knowledge|understanding|track record) (?:of|in|with)\W*$|\b(?:able|ability) to\W*$",
    re.IGNORECASE,
)
"""Words before a colon that each line of the list goes on with: what is done there was done elsewhere."""


_OFFERS = re.compile(
    r"(?:(?:our|the|your|employee|company|key|other|additional|full-time) ){0,2}(?:benefits?|perks?|total rewards)"
    r"(?:\W+(?:and |& )?(?:benefits?|perks?|rewards|compensation|package|overview|include))?\W*|"
    r"compensation (?:and|&) benefits?\W*|what (?:do )?(?:we|you) (?:offer|get)(?: you)?\W*|we offer(?: you)?\W*|"
    r"what'?s in it for you\W*"
)
"""Headings whose list holds what the holder gets, whatever its lines say ("Learning and development")."""


def label_statements(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Section]:
    """Return the section of every statement, in reading order.

    Args:
        blocks: the document's blocks.
        spans: for each block, the spans of its statements.
        title: the job's title; a heading that says just that is the title.
    """
    parts = [part for block, own in zip(blocks, spans, strict=True) for part in parted(block, own)]
    found = survey([block for block, _ in parts], [own for _, own in parts], title)
    texts = [plain(block.text[start:end]) for block, own in zip(blocks, spans, strict=True) for start, end in own]
    placed = [(text, place) for text, place in zip(texts, found, strict=True) if isinstance(place, Place)]
    labels = label([text for text, _ in placed], [place for _, place in placed], title)
    # How to apply is no requirement, whatever stands above it.
    settled = (_settled(text, place, s) for s, (text, place) in zip(labels, placed, strict=True))
    return [next(settled) if isinstance(place, Place) else place for place in found]


def _settled(text: str, place: Place, guessed: Section) -> Section:
    """Return the section that words or heading settle, where the guess would make it the role's."""
    if guessed not in _OF_THE_ROLE:
        return guessed
    if settled := decided(text) or ("benefits" if place.offered else None):
        return settled
    return guessed if guessed == _ASKED else place.notice or guessed


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
    listed = asked = offered = False
    notice: Section | None = None
    apart = asides(blocks)
    for number, (block, own) in enumerate(zip(blocks, spans, strict=True)):
        if number in apart:
            found += [apart[number]] * len(own)
            continue
        if is_item(block):
            current, level, under, listed = _DUTY, block.level, block.text, False
            run += 1
            found += [_DUTY] * len(own)
            continue
        if asked and block.kind is BlockKind.BULLET:
            listed = True
            found += [_ASKED] * len(own)
            continue
        asked = block.kind is BlockKind.PARAGRAPH and bool(_LEADS_TO_WHAT_IS_ASKED.search(block.text))
        if is_heading(block):
            named = heading_section(block.text)
            is_title = _same(block.text, title)
            deeper = block.kind is BlockKind.HEADING and 0 < level < block.level
            listed = False
            offered = bool(_OFFERS.fullmatch(plain_heading(block.text)))
            run += 1
            notice = (
                None if is_title else notice_section(block.text) or (notice if _stays(block, named, deeper) else None)
            )
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
        offered = offered and not left
        listed = listed or block.kind is BlockKind.BULLET
        place = Place(
            heading=opened or current,
            under=glued.group(1) if glued and opened else under,
            kind=block.kind,
            left=left,
            block=number,
            run=run,
            glued=opened is not None,
            offered=offered and block.kind is BlockKind.BULLET,
            notice=notice,
        )
        found += [place] * len(own)
    return found


def _stays(heading: Block, named: Section | None, deeper: bool) -> bool:
    """Tell whether a heading may stand inside a notice: it opens nothing of the role, nor what is unknown."""
    return named not in ROLE_SECTIONS and (named is not None or deeper or heading.kind is not BlockKind.HEADING)


def _same(text: str, title: str) -> bool:
    return bool(title) and text.strip().rstrip(":").lower() == title.strip().lower()
