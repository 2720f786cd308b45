"""Finds the stretches of a text that are not the job description's own: a form for applicants, notes about the posting.

Both hold lines that read like duties or demands ("Lead with the audits", "Five or more years"). A form shows by
questions with their answers below; notes show by a heading that speaks of the posting or of somebody's application, or
by quoting the text above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdrewrite.analysis.headings import heading_section, is_heading, plain_heading
from jdrewrite.model import ROLE_SECTIONS, Block, BlockKind, Section

_PAPERS = r"(?:resume|r\u00e9sum\u00e9|cv|cover letter)"
_POSTING = r"(?:posting|job (?:ad|advert|posting|description)|advert|jd)"
_OF_THE_POSTING = re.compile(
    rf"\b{_PAPERS}s? (?:adaptation|angles?|bullets?|hints?|ideas|keywords?|notes?|plan|points|strategy|tailoring)\b|"
    rf"\b(?:notes?|hints?|thoughts?|ideas?|strategy|keywords|points) (?:for|on|about) (?:my|the|this) "
    rf"(?:application|interview|{_PAPERS}|{_POSTING})\b|\bmy (?:application|fit|notes?|pitch|{_PAPERS})\b|"
    rf"\b(?:analysis|reading|breakdown|review) of (?:the|this) {_POSTING}\b|\b(?:posting|job ad|advert|jd) "
    rf"(?:analysis|breakdown|notes?)\b|\bats (?:keywords?|filters?)\b|\bwhy i (?:apply|fit|match|want)\b"
)
"""Headings that speak of the posting, or of an application in the applicant's own words."""
_MAY_BE_NOTES = re.compile(
    r"\b(?:analysis|comments?|gaps?|hints?|impressions?|insights?|keywords?|notes?|observations?|profile|red flags?|"
    r"signals?|strategy|takeaways?)\b"
)
_ABOUT_IT = re.compile(
    rf"\bjd\b|\b(?:the|this) (?:posting|job (?:ad|advert|posting)|advert)\b|\bmy (?:application|{_PAPERS})\b|"
    rf"\b{_PAPERS} bullets?\b|\b(?:frame|tailor|adapt|angle) (?:my |the |your )?{_PAPERS}\b|\bnot stated\b"
)
_QUOTE = re.compile(r"[\"\u201c]([^\"\u201c\u201d]{6,80})[\"\u201d]")
_QUOTED_WORDS = 2
_FEW, _MANY, _SHARE = 2, 4, 0.25
"""Lines that speak of the posting below a heading that may stand over notes, and below any other; share of all."""

_HEADINGS = 200
"""Headings of a text that are looked at: no job description has as many."""

_ASKED = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?(?:(?:how many|what|which)\b.*\b(?:do|does|did|have|are|best|following|your?)\b|"
    r"(?:do|did|have|are|were|can|will) you\b|please (?:describe|explain|indicate|list|rate|select)\b|"
    r"(?:describe|explain|rate|select) (?:in detail )?(?:your?|all)\b|"
    r"if you (?:answered|indicated|reported|selected)\b)"
)
_ANSWER = re.compile(
    r"^\W*(?:yes|no|n/?a|none(?: of the above)?|not applicable|required question|no \w*\s?experience|"
    r"(?:i (?:have|do not have) )?(?:less|more|fewer) than (?:one|an?|\d+) (?:years?|months?)\b.*|"
    r"(?:i have )?(?:\d+|one|two|three|four|five)(?:\+| or more| ?(?:-|to|or) ?\w+)? (?:or more )?years?"
    r"(?: or (?:more|less))?(?: of)?(?: experience)?|"
    r"i (?:certify|acknowledge|do not have|have read|understand)\b.*)\W*$"
)
_PAIRS = 2
"""Questions with an answer directly below from which a text holds a form."""
_NEAR = 2
"""Lines behind a question in which its answer stands."""


def asides(blocks: Sequence[Block]) -> dict[int, Section]:
    """Return the section of each block that belongs to a form or to notes, by its number.

    Args:
        blocks: the document's blocks, in reading order.
    """
    found: dict[int, Section] = {}
    for start, stop in _forms(blocks):
        found.update(dict.fromkeys(range(start, stop), "logistics"))
    for start, stop in _notes(blocks):
        found.update(dict.fromkeys(range(start, stop), "other"))
    return found


def _forms(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of each form: from its first question to the next heading of the role, or the end."""
    start, pairs = None, 0
    for number, block in enumerate(blocks):
        low = _low(block)
        if start is not None and is_heading(block) and heading_section(block.text) in ROLE_SECTIONS:
            if pairs >= _PAIRS:
                yield start, number
            start, pairs = None, 0
        elif _ASKED.search(low):
            answered = any(_ANSWER.search(_low(after)) for after in blocks[number + 1 : number + 1 + _NEAR])
            pairs += answered
            # A question without choices belongs to a form only among others: adverts ask "Do you like to cook?".
            start = number if start is None and answered else start
    if start is not None and pairs >= _PAIRS:
        yield start, len(blocks)


def _notes(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of all notes: from their heading to the next of its rank that opens a section."""
    heads = [number for number, block in enumerate(blocks) if number and is_heading(block)][:_HEADINGS]
    lows = list(map(_low, blocks)) if heads else []
    passed = 0
    for n, number in enumerate(heads):
        if number < passed:
            continue
        stop = _end(blocks, heads[n:])
        if _are_notes(lows, number, stop, plain_heading(blocks[number].text)):
            passed = stop
            yield number, stop


def _end(blocks: Sequence[Block], heads: Sequence[int]) -> int:
    """Return the number of the block at which what stands under the first of some headings ends."""
    head = blocks[heads[0]]
    deepest = head.level if head.kind is BlockKind.HEADING else None
    for behind in heads[1:]:
        block = blocks[behind]
        ends = deepest is None or (block.kind is BlockKind.HEADING and block.level <= deepest)
        if ends and heading_section(block.text):
            return behind
    return len(blocks)


def _are_notes(lows: Sequence[str], start: int, stop: int, head: str) -> bool:
    if _OF_THE_POSTING.search(head):
        return True
    if heading_section(head):
        return False
    telling = [low for low in lows[start + 1 : stop] if _QUOTE.search(low) or _ABOUT_IT.search(low)]
    least = max(_FEW if _MAY_BE_NOTES.search(head) else _MANY, _SHARE * (stop - start - 1))
    if len(telling) < least:
        return False
    above = "\n".join(lows[:start])
    return sum(_speaks_of_it(low, above) for low in telling) >= least


def _speaks_of_it(low: str, above: str) -> bool:
    """Tell whether a line speaks of the posting, or quotes what stands above it."""
    if _ABOUT_IT.search(low):
        return True
    quotes = (words.strip(" .,;") for words in _QUOTE.findall(low))
    return any(len(words.split()) >= _QUOTED_WORDS and words in above for words in quotes)


def _low(block: Block) -> str:
    return " ".join(block.text.lower().replace("\u2019", "'").split())
