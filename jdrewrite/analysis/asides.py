"""Finds the stretches of a text that are not the job description's own: a form for applicants, notes about the posting.

Both hold lines that read like duties or demands ("Lead with the audits", "Five or more years"). A form shows by
questions with answers to choose from below; notes show by a heading that speaks of the posting or of somebody's
application, or by quoting the text above them.
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
_OF_A_FORM = (
    r"(?:n/?a|none of the above|not applicable|required question|i (?:certify|acknowledge|have read|understand)\b.*)"
)
"""What no advert answers to its own question."""
_SCALE = (
    r"(?:(?:basic|beginner|novice|intermediate|proficient|advanced|expert|fluent|poor|fair|good|excellent)(?: \(.*\))?|"
    r"(?:(?:strongly|somewhat) )?(?:dis)?agree|neutral|never|rarely|sometimes|often|always)"
)
_ANSWER = re.compile(
    rf"^\W*(?:yes|no|none|{_OF_A_FORM}|{_SCALE}|no \w*\s?experience|"
    r"(?:i (?:have|do not have) )?(?:less|more|fewer) than (?:one|an?|\d+) (?:years?|months?)\b.*|"
    r"(?:i have )?(?:\d+|one|two|three|four|five)(?:\+| or more| ?(?:-|to|or) ?\w+)? (?:or more )?years?"
    r"(?: or (?:more|less))?(?: of)?(?: experience)?|i do not have\b.*)\W*$"
)
_FORM_ALONE = re.compile(rf"^\W*{_OF_A_FORM}\W*$")
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_ENDS = re.compile(r"^\W+|\W+$")
_YES_OR_NO = re.compile(r"\byes\b(?:\W|\bor\b)+no\W*$")
"""Both answers in one line, which may be the question's own."""
_TO_CHOOSE = re.compile(r"\b(?:of the following|(?:all|any) that apply|select|choose)\b")
_PAIRS = 2
"""Questions with choices directly below from which a text holds a form."""
_NEAR = 3
"""Lines behind a question in which its first two choices stand."""
_OTHER, _OWN_WORDS = 4, 12
"""Lines that are neither question nor answer with which a form goes on, and below a question that bids to choose."""


def asides(blocks: Sequence[Block]) -> dict[int, Section]:
    """Return the section of each block that belongs to a form or to notes, by its number.

    Args:
        blocks: the document's blocks, in reading order.
    """
    found: dict[int, Section] = {}
    lows = list(map(_low, blocks))
    for start, stop in _forms(blocks, lows):
        found.update(dict.fromkeys(range(start, stop), "logistics"))
    for start, stop in _notes(blocks, lows):
        found.update(dict.fromkeys(range(start, stop), "other"))
    return found


def _forms(blocks: Sequence[Block], lows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each stretch of a form: from its first question to its last, the next heading of the role, or the end."""
    start, last, most, pairs = None, 0, _OTHER, 0
    for number, (block, low) in enumerate(zip(blocks, lows, strict=True)):
        asked = _ASKED.search(low) is not None
        chosen = asked and _has_choices(lows, number)
        within = (start is not None or pairs > 0) and not chosen
        ends = within and is_heading(block) and heading_section(block.text) in ROLE_SECTIONS
        if start is not None and (ends or number - last > most):
            if pairs >= _PAIRS:
                yield start, number if ends else last + 1
            start, pairs = None, pairs if pairs >= _PAIRS and not ends else 0
        if asked and not ends:
            pairs += chosen
            # A question without choices belongs to a form only among others: adverts ask "Do you like to cook?".
            start = number if start is None and chosen else start
            last, most = number, _OWN_WORDS if _TO_CHOOSE.search(low) else _OTHER
        elif _ANSWER.search(low):
            last, most = number, _OTHER
        elif low.endswith("?") or _NUMBER.fullmatch(low):
            last = number
    if start is not None and pairs >= _PAIRS:
        yield start, len(blocks)


def _has_choices(lows: Sequence[str], number: int) -> bool:
    """Tell whether a question has two answers of which one is to be chosen; an advert gives its own: "Yes!"."""
    found: set[str] = set()
    if _YES_OR_NO.search(lows[number]):
        return True
    for low in lows[number + 1 : number + 1 + _NEAR]:
        if _YES_OR_NO.search(low) or _FORM_ALONE.search(low):
            return True
        if _ASKED.search(low) or low.endswith("?"):
            break
        if _ANSWER.search(low):
            found.add(_ENDS.sub("", low))
    return {"yes", "no"} <= found or len(found - {"yes", "no"}) > 1


def _notes(blocks: Sequence[Block], lows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of all notes: from their heading to the next of its rank that opens a section."""
    heads = [number for number, block in enumerate(blocks) if number and is_heading(block)][:_HEADINGS]
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
