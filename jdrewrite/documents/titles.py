"""Finds the job title of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from jdrewrite.model import Block, BlockKind

_LABEL = re.compile(
    r"^(?:job |position |role |working )?(?:title|position|role|designation)\s*[:|]\s*(.{3,90})$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(about|overview|(role|job|position) (summary|overview|description|purpose)|summary|purpose|job (description|summary|purpose|overview)|position (description|summary|overview)|"
    r"(key |main |primary |core |essential )?(duties|responsibilit|requirements|qualifications)|description|role description|"
    r"the (role|team|position|company|opportunity)|who we are|what you|basic information|location|company|introduction|job grade|"
    r"department|reports? to|levels?|strateg|current|status|performance|benefits|salary|essential)\w*",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(job description|position description|role profile|role|position|job title|vacancy)\s*[:–-]\s*",
    re.IGNORECASE,
)
_LOOKED_AT = 12
"""Blocks at the top in which a title may stand."""
_NEAR_TOP = 3
"""A heading further down is a title only if it is of the first level."""


def title_of(blocks: Sequence[Block], name: str) -> str:
    """Return the title that the text gives, or the file's name made readable.

    Args:
        blocks: in reading order.
        name: path of the file.
    """
    top = blocks[:_LOOKED_AT]
    for block in top:
        labelled = _LABEL.match(block.text.strip())
        if labelled and "\n" not in block.text and _is_words(labelled.group(1).strip()):
            return labelled.group(1).strip()
    for index, block in enumerate(top):
        if index > _NEAR_TOP and block.level != 1:
            continue
        text = _PREFIX.sub("", block.text.strip())
        if block.kind is BlockKind.HEADING and 2 < len(text) < 110 and not _SECTION.match(text) and _is_words(text):
            return text.rstrip(":")
    first = top[0].text.strip() if top else ""
    if top and (top[0].bold or top[0].kind is BlockKind.CELL) and 2 < len(first) < 80 and not _SECTION.match(first):
        return first
    return readable(name)


def readable(name: str) -> str:
    """Return a file's name as words: ``senior-buyer_2024.md`` becomes ``Senior buyer 2024``."""
    stem = re.sub(r"[-_.](?:md|txt|docx?)$", "", PurePath(name).stem) if name != "-" else "Job description"
    words = re.sub(r"[-_.\s]+", " ", stem).strip()
    return words[:1].upper() + words[1:] if words else "Job description"


def _is_words(text: str) -> bool:
    return (
        sum(c.isalpha() for c in text) > len(text) / 2 and (text[0].isalnum() or text[0] in "([") and "{{" not in text
    )
