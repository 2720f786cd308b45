"""Where a new line stands: a purpose before the duties, a duty behind the last, a manner behind the requirements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from jdrewrite.language.stock import says_more
from jdrewrite.model import DUTY_SECTIONS, BlockKind, Section, Statement
from jdrewrite.rewriting.placing.lists import duties_of_lists

_LIST = 2
"""Requirements that make a list."""
_WORDS = 22
"""Words of an item, in the mean, up to which a list is one of what is asked of a person."""
_SAID = 8
"""Words of a line beyond which it says something, and is no title and no heading."""
_HEADING = 5
"""Words of a line that may be a heading without looking like one."""
_LEADS_IN = re.compile(r"[:,;]$|\b(?:for|to|by|includ\w+|following)[.:;,]?$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or)[,;]?$", re.IGNORECASE)
_HELPS_TO = re.compile(r"\b(?:help|assist|enable|support|allow)(?:s|ing)? (?:\w+ ){1,3}to:?$", re.IGNORECASE)
_OF_THE_WHOLE = re.compile(
    r"(?:position |job |role |general |brief |basic )*"
    r"(?:definition|summary|overview|purpose|profile|objective|description)s?:?$",
    re.IGNORECASE,
)
"""Headings below which a job is told as a whole, and so what it is there for."""
_EMPLOYER: frozenset[Section] = frozenset({"company", "benefits", "logistics"})


def before_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return behind what a purpose has its place: where the role begins, as near to its duties as it may.

    That is behind the last paragraph about the purpose, else before the heading of the duties. Where what stands there
    speaks of the employer under a heading of its own, it is below the heading of the duties. In a text without a
    paragraph before its duties it is behind what the text begins with; where no duties are named, the requirements
    stand for them (but for key words at the top).
    """
    named = any(_is_line_of(s, "duties") for s in statements)
    last = _last_paragraph(statements, "duties" if named else "requirements", named=named)
    blocks = [list(own) for _, own in groupby(statements, key=lambda s: s.block)]
    if last is None:
        return _behind_title(blocks) if named else None
    if not named:
        return last
    begin = _where_duties_begin(blocks)
    about = [own[-1] for own in blocks[:begin] if _is_about(own) and _is_paragraph(own) and not _leads_in(own)]
    if about:
        return about[-1]
    heads = begin
    while heads > 0 and (blocks[heads - 1][0].kind is BlockKind.HEADING or _leads_in(blocks[heads - 1])):
        heads -= 1
    before = blocks[heads - 1] if heads else None
    if before is None:  # the first block tells it all
        return blocks[begin - 1][-1] if begin else last
    if before[0].kind is BlockKind.BULLET:  # what is asked stands above the duties: a purpose is no item of it
        return last
    headed = any(own[0].kind is BlockKind.HEADING for own in blocks[1 : heads - 1])
    employer = all(s.section in _EMPLOYER for s in before)
    return blocks[begin - 1][-1] if heads < begin and (employer and headed) else before[-1]


def _leads_in(block: Sequence[Statement]) -> bool:
    """Tell whether a paragraph ends in words that a list goes on: "you are responsible for", "the following:"."""
    return block[0].kind is BlockKind.PARAGRAPH and bool(_LEADS_IN.search(block[-1].text))


def _behind_title(blocks: Sequence[Sequence[Statement]]) -> Statement | None:
    """Return the title, or the particulars below it, above the heading of the duties; None where there is neither.

    In a text that begins with the heading of its duties it is that heading.
    """
    heads = begin = _where_duties_begin(blocks)
    while heads > 0 and _heads(blocks[heads - 1]):
        if _OF_THE_WHOLE.match(blocks[heads - 1][-1].text):
            return blocks[heads - 1][-1]
        heads -= 1
    above = blocks[: max(1, heads)] if begin else []
    if any(own[0].section == "requirements" for own in above):  # what is asked stands above the duties
        above = [own for own in above if own[0].section == "title"]
    before = above[-1][-1] if above else None
    return before if before and before.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} else None


def _heads(block: Sequence[Statement]) -> bool:
    """Tell whether a block is a heading that is not the title, or a line that stands for one."""
    line = block[-1]
    short = line.section == "other" and len(line.text.split()) <= _HEADING and ":" not in line.text
    stands = line.kind is BlockKind.PARAGRAPH and (short or _leads_in(block))
    return line.section != "title" and (line.kind is BlockKind.HEADING or stands)


def _last_paragraph(statements: Sequence[Statement], first: Section, *, named: bool) -> Statement | None:
    """Return the last whole sentence of a paragraph before the first line of a section."""
    before: Statement | None = None
    for s in statements:
        if _is_line_of(s, first) and (named or before):
            return before
        if (
            s.kind is BlockKind.PARAGRAPH
            and s.section in {"company", "purpose", "other"}
            and len(s.text.split()) > _SAID
        ):
            before = s
    return None


def _where_duties_begin(blocks: Sequence[Sequence[Statement]]) -> int:
    """Return the first block that speaks of duties, and mostly of the role: praise may hold what reads like one."""
    duties = [index for index, own in enumerate(blocks) if any(_is_line_of(s, "duties") for s in own)]
    return next((index for index in duties if _is_about(blocks[index])), duties[0])


def _is_about(block: Sequence[Statement]) -> bool:
    """Tell whether most words of a block speak of the role."""
    own = sum(len(s.text.split()) for s in block if s.section in DUTY_SECTIONS)
    return 2 * own >= sum(len(s.text.split()) for s in block)


def _is_paragraph(block: Sequence[Statement]) -> bool:
    return block[0].kind is BlockKind.PARAGRAPH and max(len(s.text.split()) for s in block) > _SAID


def _is_line_of(s: Statement, section: Section) -> bool:
    return s.section == section and s.kind is not BlockKind.HEADING


def place_of_lines(statements: Sequence[Statement]) -> Statement | None:
    """Return behind what a new line has its place: the last duty, or what stands before the requirements."""
    if any(_is_line_of(s, "duties") for s in statements):
        return after_duties(statements)
    return before_duties(statements)


def after_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last duty, of the kind that most duties are; what says that there is more to do stays the last."""
    # Behind a table cell there is no place for a line of its own.
    duties = [s for s in duties_of_lists(statements) if s.kind in {BlockKind.BULLET, BlockKind.PARAGRAPH}]
    bullets = [s for s in duties if s.kind is BlockKind.BULLET]
    chosen = bullets if len(bullets) * 2 >= len(duties) else duties
    # "Other duties as assigned" closes a list.
    while len(chosen) > 1 and says_more(chosen[-1].text) and chosen[-2].block != chosen[-1].block:
        chosen.pop()
    return _before_and(chosen) if chosen else None


def _before_and(listed: Sequence[Statement]) -> Statement:
    """Return the last item of a list, or the last that is not tied to the next: "...; and" joins the last two."""
    if len(listed) > _LIST and _AND.search(listed[-2].text) and listed[-3].block != listed[-2].block:
        return listed[-3]
    return listed[-1]


def goes_on(lead: str) -> bool:
    """Tell whether a list goes on from help that is given to others: "help us to:"; a right of one's own cannot."""
    return bool(_HELPS_TO.search(lead))


def lead_of(statements: Sequence[Statement], place: Statement) -> str:
    """Return the line above the list in which something has its place; empty where there is none."""
    before = statements[: statements.index(place)] if place.kind is BlockKind.BULLET else ()
    return next((s.text for s in reversed(before) if s.kind is not BlockKind.BULLET), "")


def after_requirements(statements: Sequence[Statement]) -> Statement | None:
    """Return the last line of the longest list of requirements: what is asked of a person has its place behind it.

    Rules of an examination, or notes, are whole sentences, and no list of what is asked.
    """
    lists = [list(items) for asked, items in groupby(statements, key=_is_asked) if asked]
    words = Counter[str]()
    for s in statements:
        words[s.block] += len(s.text.split())
    fit = [own for own in lists if len(own) >= _LIST and _in_the_mean(own, words) <= _WORDS]
    return _before_and(max(reversed(fit), key=len)) if fit else None


def _in_the_mean(listed: Sequence[Statement], words: Mapping[str, int]) -> float:
    """Return the words of an item of a list; what else stands in the same item counts."""
    items = {s.block for s in listed}
    return sum(words[item] for item in items) / len(items)


def _is_asked(s: Statement) -> bool:
    return s.section == "requirements" and s.kind is BlockKind.BULLET
