"""Finds the job title of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from jdrewrite.documents.title_codes import without_codes
from jdrewrite.documents.title_words import (
    BODY,
    FIELD,
    FURNITURE,
    HEADLINE,
    IN_TEXT,
    LABEL_ALONE,
    LABEL_BEFORE,
    LABEL_BEHIND,
    NO_JOB,
    OF_THE_JOB,
    PREFIX,
    SECTION,
    SECTION_WHOLE,
    STATE_OF_FILE,
    SUFFIX,
    TRADE_OR_SECTION,
    VALUE_BEHIND,
    WEAK_LABEL,
    WORDLESS_NAME,
    is_label,
    is_words,
)
from jdrewrite.language.jobs import mentions_a_job, names_a_job, without_working_time
from jdrewrite.model import Block, BlockKind, TitleFrom

_LOOKED_AT = 12
"""Blocks at the top in which a title may stand."""
_NEAR_TOP = 3
"""A heading further down is a title only if it is of the first level."""
_RANKS = frozenset({"senior", "junior", "lead", "full", "principal", "part", "new"})
"""Words that a title may begin with, and that are none alone."""
_PAGE = 60
"""Blocks at the top in which the title of a web page may stand, behind its menus."""
_NUMBERED = re.compile(
    r"^(?:(?:19|20)\d\d[-_. ]?(?:[01]\d[-_. ]?[0-3]\d)?|0\d+|\d{1,2}|\d{4,}|[0-3]?\d[-_. ][01]?\d[-_. ](?:19|20)\d\d)"
    r"[-_. ]+(?=\D)"
)
"""A running number or a date in front of a file's name; "911-dispatcher" has none."""
_CAPITAL = r"(?:[A-Z0-9(][^\s:]*|of|and|for|the|to|in|at|with|on|[-\u2013\u2014/&|,])"
_TITLE_LINE = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{1,8}}")
"""Words with capitals, as a title is written."""
_LETTERS = re.compile(r"[a-z]{2,}")
_END_OF_SENTENCE = re.compile(r"(?<=[a-z]{3})\.(?:\s|$)")
"""Behind a word; "Sr." goes on."""
_MOST = 110
"""Characters; a longer heading is a sentence."""


class Title(NamedTuple):
    """A title, and where it was found if not where a title stands."""

    text: str
    told_by: TitleFrom = ""


def title_of(blocks: Sequence[Block], name: str) -> Title:
    """Return the title that the text gives, or the file's name made readable, and which of them it is.

    Args:
        blocks: in reading order.
        name: path of the file.
    """
    top = blocks[:_LOOKED_AT]
    file_name = readable(name)
    labelled = _chosen(_in_line(top)) or _chosen(_in_rows(top)) or _in_form(top) or _over_duties(top[:2])
    said = Title(labelled or _heading(top[:1]) or _chosen(_in_next_block(top)) or _heading(top) or _first(top))
    if not labelled and not (mentions_a_job(said.text) and not FURNITURE.search(said.text)):
        # A web page begins with what is the same on all of its pages; nearly every title ends with an occupation.
        said = _job_further_down(blocks, said.text, file_name) or said
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


def _job_further_down(blocks: Sequence[Block], said: str, file_name: str) -> Title | None:
    """Return the title that stands behind the menu of a web page, or that the file's name tells; None for neither.

    Args:
        blocks: in reading order.
        said: what stands where a title would, and names no job.
        file_name: the file's name as words.
    """
    page = blocks[:_PAGE]
    strong = [value for weak, value in _in_line(page) if not weak and names_a_job(value)]
    if strong:
        return Title(strong[0], "line")
    lines = [block.text.strip() for block in page if block.kind is BlockKind.HEADING]
    lines += [block.text.strip() for block in page if block.kind in {BlockKind.PARAGRAPH, BlockKind.CELL}]
    jobs = [_bare(line) for line in lines if _TITLE_LINE.fullmatch(line) and _may_be_title(line) and names_a_job(line)]
    if names_a_job(file_name):
        told = set(_LETTERS.findall(file_name.lower()))
        if first := _opening(page, jobs, told, said):
            return Title(first)
        fits = next((job for job in jobs if _mostly_in(told, job)), "")
        return _of_line(fits, page) if fits else Title(file_name, "name")
    if said and (below := _below(page, said)):
        return Title(below)
    if (
        said
        and not BODY.search(said)
        and not any(FURNITURE.search(text) for text in (said, *(block.text.strip() for block in page)))
    ):
        return None
    where, named = _job_in_text(page)
    above = {_bare(block.text.strip()) for block in page[:where]}
    # A line below the sentence that names the job is one of its qualifications, unless it says the same.
    job = next((job for job in jobs if job in above or named.lower() in job.lower()), "")
    return _of_line(job, page) if job else Title(named, "sentence") if named else None


def _opening(page: Sequence[Block], jobs: Sequence[str], told: set[str], said: str) -> str:
    """Return the job that the very first line is, where the file's name speaks of it or no heading is above it.

    Args:
        page: its first blocks.
        jobs: lines of it that are titles of jobs.
        told: words of the file's name.
        said: what stands where a title would.
    """
    first = _bare(page[0].text.strip()) if page else ""
    return first if first in jobs and (not said or told & set(_LETTERS.findall(first.lower()))) else ""


def _below(page: Sequence[Block], said: str) -> str:
    """Return the job in the line below a first one that names a department: "Catering", and below it "Head Cook"."""
    lines = [block.text.strip() for block in page[:2]]
    if len(lines) < 2 or _bare(lines[0]) != said or not _TITLE_LINE.fullmatch(lines[1]):
        return ""
    return _bare(lines[1]) if _may_be_title(lines[1]) and names_a_job(lines[1]) else ""


def _of_line(job: str, page: Sequence[Block]) -> Title:
    """Return the title that a line of its own says; at the top it stands where a title does."""
    at_top = any(_bare(block.text.strip()) == job for block in page[:_LOOKED_AT])
    return Title(job, "" if at_top else "line")


def _mostly_in(told: set[str], job: str) -> bool:
    words = set(_LETTERS.findall(job.lower()))
    return 3 * len(words & told) >= 2 * len(words) and 3 * len(words & told) >= len(told)


def _chosen(found: Iterator[tuple[bool, str]]) -> str:
    """Return what stands behind the first label: "Job title" before "Position"."""
    values = list(found)
    strong = [value for weak, value in values if not weak]
    return (strong or [value for _, value in values] or [""])[0]


def _in_line(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield what a line labels as a title, and whether the label could mean something else."""
    for block in top:
        for line in block.text.split("\n"):
            labelled = LABEL_BEFORE.match(_own_field(line.strip(" #*\t")))
            if labelled and is_words(labelled.group(2).strip()):
                yield bool(WEAK_LABEL.fullmatch(labelled.group(1))), _bare(labelled.group(2))


def _own_field(line: str) -> str:
    """Return a line of a form up to its next field: "Job Title: Clerk     Status: Exempt" is that of a clerk."""
    label, colon, value = line.partition(":")
    return f"{label}: {LABEL_BEHIND.sub('', value.strip())}" if colon else line


def _in_rows(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield what stands in a row of a typed table below a label: "Code | Job Title", and "12 | Clerk" in the next."""
    lines = [line.strip() for block in top for line in block.text.split("\n")]
    for line, behind in pairwise(line for line in lines if line):
        labels, values = line.split("|"), behind.split("|")
        if len(labels) == len(values) > 1:
            for label, value in zip(map(str.strip, labels), map(str.strip, values), strict=True):
                alone = LABEL_ALONE.fullmatch(label)
                if alone and not WEAK_LABEL.fullmatch(alone.group(1)) and _may_be_title(value) and not is_label(value):
                    yield False, _bare(value)


def _in_form(top: Sequence[Block]) -> str:
    """Return the title of a form without colons: "Title Clerk of Works", and below it "Location Harbour"."""
    lines = [line.strip() for block in top for line in block.text.split("\n") if line.strip()]
    for n, line in enumerate(lines):
        label, _, value = line.partition(" ")
        fields = sum(bool(FIELD.match(other)) for other in lines[n + 1 : n + 5])
        if label.lower() == "title" and fields > 1 and mentions_a_job(value) and _may_be_title(value):
            return _bare(value)
    return ""


def _over_duties(top: Sequence[Block]) -> str:
    """Return the job of a first line that stands over its duties: "Role and responsibilities of the Lock Keeper:"."""
    for block in top:
        line = block.text.strip().rstrip(":")
        job = OF_THE_JOB.sub("", line)
        if job != line and names_a_job(job):
            return _bare(job)
    return ""


def _in_next_block(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield the same of labels whose title stands in the next cell or line."""
    for block, behind in pairwise(top):
        alone = LABEL_ALONE.fullmatch(block.text.strip())
        value = behind.text.strip()
        table = block.kind is BlockKind.CELL and behind.kind is BlockKind.CELL
        if alone and (table or ":" in block.text) and _may_be_title(value) and not is_label(value):
            yield bool(WEAK_LABEL.fullmatch(alone.group(1))), _bare(value)


def _heading(top: Sequence[Block]) -> str:
    """Return the heading that is the title: near the top, or of the first level; words of a web page are none."""
    printed = any(FURNITURE.search(block.text) for block in top[: _NEAR_TOP + 1])
    headings = [
        (index, block, PREFIX.sub("", block.text.strip()))
        for index, block in enumerate(top)
        if block.kind is BlockKind.HEADING
        and not VALUE_BEHIND.fullmatch(block.text.strip())
        and not (index and VALUE_BEHIND.fullmatch(top[index - 1].text.strip()))
    ]
    likely = [(index, block, text) for index, block, text in headings if _may_be_title(text)]
    near = [text for index, block, text in likely if block.level == 1 or index <= _NEAR_TOP]
    # On a printed page the browser's own headings stand above the title, which is of the first level.
    first_level = [text for _, block, text in likely if block.level == 1] if printed else []
    chosen = first_level or near or ([text for *_, text in likely] if printed else [])
    return _bare(chosen[0]) if chosen else ""


def _first(top: Sequence[Block]) -> str:
    """Return the first block where it is bold or a cell, and no label of a table; or a first line in capitals."""
    if not top:
        return ""
    line = top[0].text.strip().partition("\n")[0].strip()
    if line.isupper() and " " in line and mentions_a_job(line) and _may_be_title(line):
        return _bare(line)
    if not (top[0].bold or top[0].kind is BlockKind.CELL):
        return ""
    table = top[0].kind is BlockKind.CELL and len(top) > 1 and top[1].kind is BlockKind.CELL
    text = top[0].text.strip()
    labels = table and any(is_label(b.text.strip()) for b in top)
    return _bare(text) if 2 < len(text) < 80 and _may_be_title(text) and not labels else ""


def _in_text(top: Sequence[Block]) -> str:
    """Return the title that a sentence names: "We are looking for a Data Engineer to ...", "As an Analyst, you ..."."""
    for block in top:
        for pattern in IN_TEXT:
            found = pattern.search(block.text)
            if found and not SECTION.match(found.group(1)) and found.group(1).lower() not in _RANKS:
                return found.group(1).strip(" ,-")
    return ""


def _job_in_text(page: Sequence[Block]) -> tuple[int, str]:
    """Return the index of the first block with a sentence of the surest kind that names a job, and the job."""
    for pattern in IN_TEXT:
        for index, block in enumerate(page):
            for found in pattern.finditer(block.text):
                job = _END_OF_SENTENCE.split(found.group(1))[0].strip(" ,-")
                if names_a_job(job) and _may_be_title(job) and job.lower() not in _RANKS:
                    return index, job
    return len(page), ""


def _sought(line: str) -> str:
    """Return the job that a headline says is to be filled: "Museum of Clocks Seeks Experienced Clock Winder"."""
    headline = HEADLINE.match(line)
    job = _bare(headline.group("job")) if headline else ""
    return job if job and names_a_job(job) and _may_be_title(job) else ""


def _may_be_title(text: str) -> bool:
    return (
        2 < len(text) < _MOST
        and (not SECTION.match(text) or bool(TRADE_OR_SECTION.match(text) and names_a_job(text)))
        and not SECTION_WHOLE.fullmatch(text.rstrip())
        and not FURNITURE.search(text)
        and not NO_JOB.search(text)
        and is_words(PREFIX.sub("", text))
    )


def _bare(text: str) -> str:
    """Return a title without what says only that it is one: "Buyer: job description"."""
    said = without_working_time(SUFFIX.sub("", PREFIX.sub("", text.strip()))).rstrip(" :-–—|")
    if mentions_a_job(of := OF_THE_JOB.sub("", said)):
        said = of
    return said or text.strip().rstrip(":")
