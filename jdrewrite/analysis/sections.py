"""Tells what each statement belongs to: purpose, duties, requirements, praise of the employer, notices, ...

A heading that is known gives its section to what follows, until another heading comes; what the sentences themselves
say decides where there is no heading, and overrules one where it is plain (an equal-opportunity notice under
"Responsibilities" is still a notice). The words are data: ``tables/sections.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.language.lead import lead
from jdrewrite.model import Block, BlockKind, Section

HEADING_WORDS = 12
"""A longer paragraph is text, even if it is bold or ends with a colon."""
_HEADED = 4.4
"""Weight of the heading above a statement, beside the weights of its own words."""
_LEFT = 1.2
"""The same for a paragraph that comes after the list under that heading."""
_INTRODUCTION = 1.2
"""Weight of the employer's praise before the first heading, where it usually stands."""
_ACT = 1.6
"""Weight of opening with an act, as duties do: "Manage ...", "Manages ...", "Managing ..."."""
_GLUED = re.compile(r"^([A-Z][\w'’/& ]{2,40}):\s+\S")


class _Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    section: Section
    patterns: tuple[str, ...]
    weight: float = 1.0


class _Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: tuple[_Cue, ...]
    content: tuple[_Cue, ...]


@cache
def _cues() -> tuple[list[tuple[Section, re.Pattern[str]]], list[tuple[Section, re.Pattern[str], float]]]:
    text = (resources.tables() / "sections.toml").read_text(encoding="utf-8")
    cues = msgspec.convert(tomllib.loads(text), _Cues)
    headings = [(cue.section, re.compile("|".join(cue.patterns), re.IGNORECASE)) for cue in cues.heading]
    content = [(cue.section, re.compile("|".join(cue.patterns), re.IGNORECASE), cue.weight) for cue in cues.content]
    return headings, content


def label_statements(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Section]:
    """Return the section of every statement, in reading order.

    Args:
        blocks: the document's blocks.
        spans: for each block, the spans of its statements.
        title: the job's title; a heading that says just that is the title.
    """
    found: list[Section] = []
    current: Section | None = None
    level = 0
    met_heading = listed = False
    for block, own in zip(blocks, spans, strict=True):
        if _is_heading(block):
            named = heading_section(block.text)
            is_title = block.text.strip().rstrip(":").lower() == title.strip().lower()
            deeper = block.kind is BlockKind.HEADING and 0 < level < block.level
            listed = False
            if named and not is_title:
                current, level, met_heading = named, block.level, True
            elif not deeper and not is_title and block.kind is BlockKind.HEADING and met_heading:
                current, level = None, block.level
            found += ["title" if is_title else "other"] * len(own)
            continue
        glued = _GLUED.match(block.text)
        above = (heading_section(glued.group(1)) if glued else None) or current
        # A paragraph behind a list has often left the list's subject: "We are an equal opportunity employer".
        left = listed and block.kind is BlockKind.PARAGRAPH
        listed = listed or block.kind is BlockKind.BULLET
        found += [
            _section(block.text[start:end], above, block.kind, met_heading=met_heading, left=left) for start, end in own
        ]
    return found


def label_one(text: str, title: str = "") -> Section:
    """Return the section of a statement that stands alone.

    Args:
        text: one statement.
        title: the job's title, where it is known.
    """
    if title and text.strip().lower() == title.strip().lower():
        return "title"
    words = text.split()
    if len(words) <= 5 and heading_section(text) and text.rstrip().endswith(":"):
        return "other"
    return _section(text, None, BlockKind.BULLET, met_heading=True)


def heading_section(text: str) -> Section | None:
    """Return the section that a heading opens, None where its words say nothing."""
    bare = re.sub(r"[*_#:`]+", " ", text).strip()
    return next((section for section, pattern in _cues()[0] if pattern.search(bare)), None)


def _is_heading(block: Block) -> bool:
    words = len(block.text.split())
    if block.kind is BlockKind.HEADING:
        return words <= 2 * HEADING_WORDS
    if words > HEADING_WORDS or block.kind is BlockKind.CELL:
        return False
    shouting = block.text.isupper() and words > 0 and len(block.text) > 4
    if re.match(r"(?:key |main )?(?:objective|duty|task|goal) ?\\?\d", block.text, re.IGNORECASE):
        return False
    return block.bold or shouting or (block.text.rstrip().endswith(":") and block.kind is BlockKind.PARAGRAPH)


def _section(text: str, above: Section | None, kind: BlockKind, *, met_heading: bool, left: bool = False) -> Section:
    """Weigh the heading above against what the statement itself says."""
    weights: dict[Section, float] = {}
    for section, pattern, weight in _cues()[1]:
        hits = len(pattern.findall(text))
        if hits:
            weights[section] = weight * (1.0 + 0.3 * min(2, hits - 1))
    if above:
        weights[above] = weights.get(above, 0.0) + (_LEFT if left else _HEADED)
        if above == "purpose" and kind is BlockKind.BULLET:
            # Bullets under "About the role" are its duties.
            weights["duties"] = weights.get("duties", 0.0) + _HEADED
    elif not met_heading:
        weights["company"] = weights.get("company", 0.0) + _INTRODUCTION
    elif kind is BlockKind.BULLET:
        weights["duties"] = weights.get("duties", 0.0) + 0.5
    if lead(text) and "company" not in weights:
        weights["duties"] = weights.get("duties", 0.0) + _ACT
    return max(weights, key=lambda section: weights[section]) if weights else above or "other"
