"""Tells the fields of a job's data by their labels: "Reports to: Head Gardener", a label above or beside its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from jdrewrite.analysis.headings import plain_heading
from jdrewrite.analysis.section_features import cues
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import Block, BlockKind, Section

_LABELLED = re.compile(r"\W{0,4}(?P<label>[^\W\d_][^:|\n]{1,40}?)\s*[:|]\s*(?P<value>\S.*)", re.DOTALL)
_IS_ASKED = re.compile(r"(?:essential|desirable|preferred)(?: (?:criteria|requirements?|attributes?|skills?))?")
"""The head of a column in which criteria stand, or marks for those in the first column."""
_NAME_OF_CRITERIA = 5
"""Words of a cell at most that only names criteria: "Knowledge and understanding"."""
_TELLS = re.compile(r"[^\W\d_]{3}")
_WORDS = 20
"""Words of a value and its label at most: what is longer tells of more than one field."""
_APART = 10
"""Words of a value that stands in a line or cell of its own."""
_LABELS = 7
"""Words of a label."""


@cache
def _fields() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().field]


@cache
def _facts() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().fact]


def fields(blocks: Sequence[Block]) -> dict[int, Section]:
    """Return the section of each block that says a field of the job's data or the value of one, by its number.

    A label that is set as a heading is left to the headings.

    Args:
        blocks: the document's blocks, in reading order.
    """
    found = dict(_in_line(blocks)) | dict(_of_criteria(blocks))
    for number, (block, behind) in enumerate(pairwise(blocks)):
        section = _of_label(block)
        if section is None or number in found:
            continue
        if block.kind is BlockKind.CELL:
            found[number] = "other"
        if _is_value(block, behind):
            found[number + 1] = section
    for number, behind in enumerate(blocks[1:], 1):
        # An address goes on in the next line.
        if blocks[number - 1].text.endswith(",") and number - 1 in found and behind.kind is BlockKind.PARAGRAPH:
            found.setdefault(number, found[number - 1])
    return found


def _in_line(blocks: Sequence[Block]) -> Iterator[tuple[int, Section]]:
    """Yield the blocks that hold a label and its value, or a fact that needs no label."""
    for number, block in enumerate(blocks):
        if len(block.text.split()) > _WORDS:
            continue
        text = block.text.strip()
        said = _LABELLED.fullmatch(text)
        section = _section(said["label"]) if said and not _is_act(said["value"]) else None
        if section := section or (None if text.endswith(":") else _named(_facts(), plain_heading(text))):
            yield number, section


def _of_criteria(blocks: Sequence[Block]) -> Iterator[tuple[int, Section]]:
    """Yield the cells of each table of what is essential and what desirable: the criteria, and the rest."""
    cells = [(number, block, block.cell) for number, block in enumerate(blocks) if block.cell]
    for _, own in groupby(cells, lambda row: row[2].table):
        table = list(own)
        heads = {cell.column: plain_heading(block.text) for _, block, cell in table if cell.row == 0}
        asked = {column for column, head in heads.items() if _IS_ASKED.fullmatch(head)}
        if not asked:
            continue
        for number, block, cell in table:
            criterion = cell.column in asked or (not cell.column and len(block.text.split()) > _NAME_OF_CRITERIA)
            told = cell.row and criterion and _TELLS.search(block.text)
            yield number, "requirements" if told else "other"


def _of_label(block: Block) -> Section | None:
    """Return the section of what stands behind a label; None for any other block."""
    stands = block.kind in {BlockKind.HEADING, BlockKind.CELL} or block.text.rstrip().endswith(":")
    return _section(block.text) if stands and len(block.text.split()) <= _LABELS else None


def _section(label: str) -> Section | None:
    return _named(_fields(), plain_heading(label))


def _named(known: Sequence[tuple[Section, re.Pattern[str]]], text: str) -> Section | None:
    return next((section for section, pattern in known if pattern.fullmatch(text)), None)


def _is_act(text: str) -> bool:
    """Tell whether a value says what is done: "Lead the crew", and not "Lead Keeper"."""
    first, *behind = text.split(maxsplit=2)
    return is_duty_verb(first.lower()) and bool(behind) and behind[0].islower()


def _is_value(label: Block, block: Block) -> bool:
    """Tell whether a block says the value of the label above or before it, and nothing more."""
    text = block.text.strip()
    words = text.split()
    beside = BlockKind.CELL if label.kind is BlockKind.CELL else BlockKind.PARAGRAPH
    if block.kind is not beside or len(words) > _APART or text.endswith((":", "?")):
        return False
    return bool(words) and _of_label(block) is None and not _is_act(text)
