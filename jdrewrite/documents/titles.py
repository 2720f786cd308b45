"""Finds the job title of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import PurePath

from jdrewrite.documents.title_codes import without_codes
from jdrewrite.documents.title_fields import chosen, in_form, in_line, in_next_block, in_rows, over_duties
from jdrewrite.documents.title_lines import LOOKED_AT, RANKS, Title, bare, may_be_title
from jdrewrite.documents.title_page import job_further_down
from jdrewrite.documents.title_words import (
    DUTIES,
    FURNITURE,
    HEADLINE,
    IN_TEXT,
    PREFIX,
    SECTION,
    STATE_OF_FILE,
    VALUE_BEHIND,
    WORDLESS_NAME,
    is_label,
)
from jdrewrite.language.jobs import mentions_a_job, names_a_job
from jdrewrite.model import Block, BlockKind

_NEAR_TOP = 3
"""A heading further down is a title only if it is of the first level."""
_NUMBERED = re.compile(
    r"^(?:(?:19|20)\d\d[-_. ]?(?:[01]\d[-_. ]?[0-3]\d)?|0\d+|\d{1,2}|\d{4,}|[0-3]?\d[-_. ][01]?\d[-_. ](?:19|20)\d\d)"
    r"[-_. ]+(?=\D)"
)
"""A running number or a date in front of a file's name; "911-dispatcher" has none."""


def title_of(blocks: Sequence[Block], name: str) -> Title:
    """Return the title that the text gives, or the file's name made readable, and which of them it is.

    Args:
        blocks: in reading order.
        name: path of the file.
    """
    top = blocks[:LOOKED_AT]
    file_name = readable(name)
    labelled = chosen(in_line(top)) or chosen(in_rows(top)) or in_form(top) or over_duties(top[:2])
    said = Title(labelled or _heading(top[:1]) or chosen(in_next_block(top)) or _heading(top) or _first(top))
    if not labelled and not (mentions_a_job(said.text) and not FURNITURE.search(said.text)):
        # A web page begins with what is the same on all of its pages; nearly every title ends with an occupation.
        said = job_further_down(blocks, said.text, file_name) or said
    if not said.text and WORDLESS_NAME.search(file_name):
        said = Title(_in_text(top), "sentence")
    found = said if said.text else Title(file_name, "name")
    if not labelled and (sought := _sought(found.text)):
        found = Title(sought, "sentence")
    if not (labelled or found.told_by or mentions_a_job(found.text)):
        found = found._replace(told_by="top")
    return found._replace(text=unescape(found.text))


def readable(name: str) -> str:
    """Return a file's name as words: ``senior-buyer_2024.md`` becomes ``Senior buyer``.

    A running number or a date in front is left out, so are ids and codes, the state of the file at the end, and what
    stands before the job in another part of the name: ``2026-04-08_harbour_lock-keeper.md`` becomes ``Lock keeper``.
    """
    stem = re.sub(r"[-_.](?:md|txt|docx?)$", "", PurePath(name).stem) if name != "-" else "Job description"
    while (shorter := without_codes(STATE_OF_FILE.sub("", stem))) != stem:  # "buyer-final-2.rewritten" has two
        stem = shorter
    bare = _NUMBERED.sub("", stem) or stem
    words = _spaced(bare)
    if not WORDLESS_NAME.search(words):
        parts = [_spaced(part) for part in re.split(r"_+", bare)]
        words = next((part for part in reversed(parts) if len(part.split()) > 1 and names_a_job(part)), words)
    return words[:1].upper() + words[1:] if words else "Job description"


def _spaced(name: str) -> str:
    return re.sub(r"[-_.\s]+", " ", name).strip()


def _heading(top: Sequence[Block]) -> str:
    """Return the heading that is the title: near the top, or of the first level; words of a web page are none."""
    printed = any(FURNITURE.search(block.text) for block in top[: _NEAR_TOP + 1])
    headings = [
        (index, block, PREFIX.sub("", block.text.strip()))
        for index, block in enumerate(top)
        if block.kind is BlockKind.HEADING
        and not VALUE_BEHIND.fullmatch(block.text.strip())
        and not (index and VALUE_BEHIND.fullmatch(top[index - 1].text.strip()))
        and not _is_of_the_duties(index, top)
    ]
    likely = [(index, block, text) for index, block, text in headings if may_be_title(text)]
    near = [text for index, block, text in likely if block.level == 1 or index <= _NEAR_TOP]
    # On a printed page the browser's own headings stand above the title, which is of the first level.
    first_level = [text for _, block, text in likely if block.level == 1] if printed else []
    chosen = first_level or near or ([text for *_, text in likely] if printed else [])
    return bare(chosen[0]) if chosen else ""


def _is_of_the_duties(index: int, top: Sequence[Block]) -> bool:
    """Tell whether a heading is one of the parts of the duties: it stands below theirs, and a job is named above."""
    above = top[:index]
    under = any(b.kind is BlockKind.HEADING and DUTIES.fullmatch(b.text.strip()) for b in above)
    return under and names_a_job(above[0].text) and not names_a_job(top[index].text)


def _first(top: Sequence[Block]) -> str:
    """Return the first block where it is bold or a cell, and no label of a table; or a first line in capitals."""
    if not top:
        return ""
    line = top[0].text.strip().partition("\n")[0].strip()
    if line.isupper() and " " in line and mentions_a_job(line) and may_be_title(line):
        return bare(line)
    if not (top[0].bold or top[0].kind is BlockKind.CELL):
        return ""
    table = top[0].kind is BlockKind.CELL and len(top) > 1 and top[1].kind is BlockKind.CELL
    text = top[0].text.strip()
    labels = table and any(is_label(b.text.strip()) for b in top)
    return bare(text) if 2 < len(text) < 80 and may_be_title(text) and not labels else ""


def _in_text(top: Sequence[Block]) -> str:
    """Return the title that a sentence names: "We are looking for a Data Engineer to ...", "As an Analyst, you ..."."""
    for block in top:
        for pattern in IN_TEXT:
            found = pattern.search(block.text)
            if found and not SECTION.match(found.group(1)) and found.group(1).lower() not in RANKS:
                return found.group(1).strip(" ,-")
    return ""


def _sought(line: str) -> str:
    """Return the job that a headline says is to be filled: "Museum of Clocks Seeks Experienced Clock Winder"."""
    headline = HEADLINE.match(line)
    job = bare(headline.group("job")) if headline else ""
    return job if job and names_a_job(job) and may_be_title(job) else ""
