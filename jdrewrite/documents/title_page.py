"""Titles of web pages, which stand behind what is the same on all of their pages, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.documents.title_fields import in_line
from jdrewrite.documents.title_lines import LOOKED_AT, RANKS, Title, bare, may_be_title
from jdrewrite.documents.title_words import BODY, FURNITURE, IN_TEXT
from jdrewrite.language.jobs import names_a_job
from jdrewrite.model import Block, BlockKind

_PAGE = 60
"""Blocks at the top in which the title of a web page may stand, behind its menus."""
_CAPITAL = r"(?:[A-Z0-9(][^\s:]*|of|and|for|the|to|in|at|with|on|[-\u2013\u2014/&|,])"
_TITLE_LINE = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{1,12}}")
"""Words with capitals, as a title is written, with the employer behind it at most."""
_LETTERS = re.compile(r"[a-z]{2,}")
_END_OF_SENTENCE = re.compile(r"(?<=[a-z]{3})\.(?:\s|$)")
"""Behind a word; "Sr." goes on."""


def job_further_down(blocks: Sequence[Block], said: str, file_name: str) -> Title | None:
    """Return the title that stands behind the menu of a web page, or that the file's name tells; None for neither.

    Args:
        blocks: in reading order.
        said: what stands where a title would, and names no job.
        file_name: the file's name as words.
    """
    page = blocks[:_PAGE]
    strong = [value for weak, value in in_line(page) if not weak and names_a_job(value)]
    if strong:
        return Title(strong[0], "line")
    lines = [block.text.strip() for block in page if block.kind is BlockKind.HEADING]
    lines += [block.text.strip() for block in page if block.kind in {BlockKind.PARAGRAPH, BlockKind.CELL}]
    jobs = [bare(line) for line in lines if _TITLE_LINE.fullmatch(line) and may_be_title(line) and names_a_job(line)]
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
    above = {bare(block.text.strip()) for block in page[:where]}
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
    first = bare(page[0].text.strip()) if page else ""
    return first if first in jobs and (not said or told & set(_LETTERS.findall(first.lower()))) else ""


def _below(page: Sequence[Block], said: str) -> str:
    """Return the job in the line below a first one that names a department: "Catering", and below it "Head Cook"."""
    lines = [block.text.strip() for block in page[:2]]
    if len(lines) < 2 or bare(lines[0]) != said or not _TITLE_LINE.fullmatch(lines[1]):
        return ""
    return bare(lines[1]) if may_be_title(lines[1]) and names_a_job(lines[1]) else ""


def _of_line(job: str, page: Sequence[Block]) -> Title:
    """Return the title that a line of its own says; at the top it stands where a title does."""
    at_top = any(bare(block.text.strip()) == job for block in page[:LOOKED_AT])
    return Title(job, "" if at_top else "line")


def _mostly_in(told: set[str], job: str) -> bool:
    words = set(_LETTERS.findall(job.lower()))
    return 3 * len(words & told) >= 2 * len(words) and 3 * len(words & told) >= len(told)


def _job_in_text(page: Sequence[Block]) -> tuple[int, str]:
    """Return the index of the first block with a sentence of the surest kind that names a job, and the job."""
    for pattern in IN_TEXT:
        for index, block in enumerate(page):
            for found in pattern.finditer(block.text):
                job = _END_OF_SENTENCE.split(found.group(1))[0].strip(" ,-")
                if names_a_job(job) and may_be_title(job) and job.lower() not in RANKS:
                    return index, job
    return len(page), ""
