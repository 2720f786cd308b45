"""Titles that a label tells: "Job title: Buyer", the column of a table, a form, "Responsibilities of the Buyer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdrewrite.documents.title_lines import bare, may_be_title
from jdrewrite.documents.title_words import (
    FIELD,
    LABEL_ALONE,
    LABEL_BEFORE,
    LABEL_BEHIND,
    OF_THE_JOB,
    WEAK_LABEL,
    is_label,
    is_words,
)
from jdrewrite.language.jobs import mentions_a_job, names_a_job
from jdrewrite.model import Block, BlockKind


def chosen(found: Iterator[tuple[bool, str]]) -> str:
    """Return what stands behind the first label: "Job title" before "Position"."""
    values = list(found)
    strong = [value for weak, value in values if not weak]
    return (strong or [value for _, value in values] or [""])[0]


def in_line(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield what a line labels as a title, and whether the label could mean something else."""
    for block in top:
        for line in block.text.split("\n"):
            labelled = LABEL_BEFORE.match(_own_field(line.strip(" #*\t")))
            if labelled and is_words(labelled.group(2).strip()):
                yield bool(WEAK_LABEL.fullmatch(labelled.group(1))), bare(labelled.group(2))


def _own_field(line: str) -> str:
    """Return a line of a form up to its next field: "Job Title: Clerk     Status: Exempt" is that of a clerk."""
    label, colon, value = line.partition(":")
    return f"{label}: {LABEL_BEHIND.sub('', value.strip())}" if colon else line


def in_rows(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield what stands in a row of a typed table below a label: "Code | Job Title", and "12 | Clerk" in the next."""
    lines = [line.strip() for block in top for line in block.text.split("\n")]
    for line, behind in pairwise(line for line in lines if line):
        labels, values = line.split("|"), behind.split("|")
        if len(labels) == len(values) > 1:
            for label, value in zip(map(str.strip, labels), map(str.strip, values), strict=True):
                alone = LABEL_ALONE.fullmatch(label)
                if alone and not WEAK_LABEL.fullmatch(alone.group(1)) and may_be_title(value) and not is_label(value):
                    yield False, bare(value)


def in_form(top: Sequence[Block]) -> str:
    """Return the title of a form without colons: "Title Clerk of Works", and below it "Location Harbour"."""
    lines = [line.strip() for block in top for line in block.text.split("\n") if line.strip()]
    for n, line in enumerate(lines):
        label, _, value = line.partition(" ")
        fields = sum(bool(FIELD.match(other)) for other in lines[n + 1 : n + 5])
        if label.lower() == "title" and fields > 1 and mentions_a_job(value) and may_be_title(value):
            return bare(value)
    return ""


def over_duties(top: Sequence[Block]) -> str:
    """Return the job of a first line that stands over its duties: "Role and responsibilities of the Lock Keeper:"."""
    for block in top:
        line = block.text.strip().rstrip(":")
        job = OF_THE_JOB.sub("", line)
        if job != line and names_a_job(job):
            return bare(job)
    return ""


def in_next_block(top: Sequence[Block]) -> Iterator[tuple[bool, str]]:
    """Yield the same of labels whose title stands in the next cell or line."""
    for block, behind in pairwise(top):
        alone = LABEL_ALONE.fullmatch(block.text.strip())
        value = behind.text.strip()
        table = block.kind is BlockKind.CELL and behind.kind is BlockKind.CELL
        if alone and (table or ":" in block.text) and may_be_title(value) and not is_label(value):
            yield bool(WEAK_LABEL.fullmatch(alone.group(1))), bare(value)
