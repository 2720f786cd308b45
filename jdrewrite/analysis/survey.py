"""Tells where each statement stands: under which heading, in which list, behind which notice.

Each block has a role in the layout, which its own words and the list it stands in tell. What is known above a block is
a value, made from the one above the block before.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from enum import Enum

import msgspec

from jdrewrite.analysis.asides import asides
from jdrewrite.analysis.fields import fields
from jdrewrite.analysis.headings import heading_section, is_heading, is_item, is_shouted, notice_section, plain_heading
from jdrewrite.analysis.inside_lists import inside_lists
from jdrewrite.analysis.section_model import Place
from jdrewrite.language.jobs import without_working_time
from jdrewrite.model import ROLE_SECTIONS, Block, BlockKind, Section

_GLUED = re.compile(r"^([A-Z][\w'\u2019/& ]{2,40}):\s+\S")
_DUTY: Section = "duties"
_ASKED: Section = "requirements"
_LEADS_TO_WHAT_IS_ASKED = re.compile(
    r"\b(?:experience|evidence|knowledge|understanding|track record) (?:of|in|with)\W*$|\b(?:able|ability) to\W*$",
    re.IGNORECASE,
)
"""Words before a colon that each line of the list goes on with: what is done there was done elsewhere."""
_TITLE_LABEL = re.compile(
    r"^(?:[A-Za-z]+ ){0,2}"
    r"(?:title|position|role|job|post|designation|posting|opportunit(?:y|ies)|careers?|vacancy|opening)"
    r"\s*[:|]\s*[-\u2013\u2014]?\s*",
    re.IGNORECASE,
)
"""What stands before a title to say that it is one."""
_ASKS = re.compile(r"(?:must (?:have|be) )?(?:the )?(?:abilit(?:y|ies)|able) to\W*", re.IGNORECASE)
"""Such a heading; below "You will be able to" stands what the role brings."""
_OFFERS = re.compile(
    r"(?:(?:our|the|your|employee|company|key|other|additional|full-time) ){0,2}(?:benefits?|perks?|total rewards)"
    r"(?:\W+(?:and |& )?(?:benefits?|perks?|rewards|compensation|package|overview|include))?\W*|"
    r"compensation (?:and|&) benefits?\W*|what (?:do )?(?:we|you) (?:offer|get)(?: you)?\W*|we offer(?: you)?\W*|"
    r"what'?s in it for you\W*"
)
"""Headings whose list holds what the holder gets, whatever its lines say ("Learning and development")."""


class _Role(Enum):
    """What a block is in the layout."""

    ASIDE = "of a form, of notes, or a field of the job's data"
    ITEM = "a numbered duty, set as a heading"
    SHOUTED = "an item of a list in capitals"
    ASKED = "a line of a list whose introduction says that it is asked"
    HEADING = "a heading"
    TEXT = "anything else"


class _Opened(msgspec.Struct, frozen=True):
    """The last heading that opened a section, or closed one with words that say nothing."""

    section: Section | None = None
    words: str = ""
    level: int = 0

    def holds(self, block: Block) -> bool:
        """Tell whether a heading is one of those below it."""
        return block.kind is BlockKind.HEADING and 0 < self.level < block.level


class _Above(msgspec.Struct, frozen=True):
    """What is known above a block."""

    opened: _Opened = _Opened()
    run: int = 0
    """Number of the stretch between two headings."""
    listed: bool = False
    """A list has begun in this stretch."""
    offers: bool = False
    """The heading says what the holder gets, and its list has not ended."""
    notice: Section | None = None


def survey(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Place | Section]:
    """Return for every statement where it stands, or its section where that is settled at once.

    Args:
        blocks: the document's blocks, in reading order.
        spans: for each block, the spans of its statements.
        title: the job's title; a heading that says just that is the title.
    """
    apart = asides(blocks)
    said = fields(blocks)
    # A field that is set as a heading is none; any other is weighed with what stands around it, and then what it says.
    apart = {n: section for n, section in said.items() if is_heading(blocks[n])} | apart
    roles = list(_roles(blocks, apart))
    aboves = _aboves(blocks, roles, title)
    found: list[Place | Section] = []
    for number, (block, role, own, above) in enumerate(zip(blocks, roles, spans, aboves, strict=True)):
        found += [
            apart.get(number) or _settled(block, role, title) or _place(above, block, number, said.get(number))
        ] * len(own)
    return found


def is_title(text: str, title: str) -> bool:
    """Tell whether a text says the job's title and nothing more."""
    wanted = title.strip().lower()
    if not wanted or wanted not in text.lower():
        return False  # as most texts do not, and that is seen without cutting anything off
    said = _TITLE_LABEL.sub("", text.strip().rstrip(":"), count=1)
    return wanted in {said.lower(), without_working_time(said).lower()}


def _roles(blocks: Sequence[Block], apart: Container[int]) -> Iterator[_Role]:
    """Yield the role of each block."""
    asked, above = False, None
    inside = inside_lists(blocks)
    shouted = [block.kind is BlockKind.BULLET and is_shouted(block) for block in blocks]
    for number, block in enumerate(blocks):
        if number in apart:
            yield _Role.ASIDE
        elif is_item(block):
            yield _Role.ITEM
        elif shouted[number] and any(shouted[max(0, number - 1) : number] + shouted[number + 1 : number + 2]):
            yield _Role.ASKED if asked else _Role.SHOUTED
        elif asked and block.kind is BlockKind.BULLET:
            yield _Role.ASKED
        else:
            asked = block.kind is BlockKind.PARAGRAPH and bool(_LEADS_TO_WHAT_IS_ASKED.search(block.text))
            asked = asked or (block.kind is BlockKind.HEADING and bool(_ASKS.fullmatch(block.text.strip())))
            heads = is_heading(block)
            if heads and (section := heading_section(block.text)):
                above = section
            yield _Role.HEADING if heads or (number in inside and above != _ASKED) else _Role.TEXT


def _aboves(blocks: Sequence[Block], roles: Sequence[_Role], title: str) -> Iterator[_Above]:
    """Yield what is known above each block."""
    above = _Above()
    for block, role in zip(blocks, roles, strict=True):
        yield above
        above = _below(above, block, role, title)


def _settled(block: Block, role: _Role, title: str) -> Section | None:
    """Return the section that a role settles by itself."""
    match role:
        case _Role.ITEM:
            return _DUTY
        case _Role.ASKED:
            return _ASKED
        case _Role.HEADING:
            return "title" if is_title(block.text, title) else "other"
        case _Role.TEXT if block.kind is not BlockKind.BULLET and is_title(block.text, title):
            return "title"
    return None


def _place(above: _Above, block: Block, number: int, said: Section | None) -> Place:
    """Return where the statements of a block of text stand; a heading in the same line goes before the one above."""
    glued = _GLUED.match(block.text)
    own = heading_section(glued.group(1)) if glued else None
    return Place(
        heading=own or above.opened.section,
        under=glued.group(1) if glued and own else above.opened.words,
        kind=block.kind,
        left=_leaves(above, block),
        block=number,
        run=above.run,
        glued=own is not None,
        offered=above.offers and block.kind is BlockKind.BULLET,
        notice=above.notice,
        said=said,
    )


def _below(above: _Above, block: Block, role: _Role, title: str) -> _Above:
    """Return what is known below a block."""
    match role:
        case _Role.ASIDE:
            return above
        case _Role.ITEM:
            opened = _Opened(_DUTY, block.text, block.level)
            return msgspec.structs.replace(above, opened=opened, run=above.run + 1, listed=False)
        case _Role.HEADING:
            return _below_heading(above, block, title)
        case _:
            return msgspec.structs.replace(
                above,
                listed=above.listed or block.kind is BlockKind.BULLET,
                offers=above.offers and not _leaves(above, block),
            )


def _below_heading(above: _Above, heading: Block, title: str) -> _Above:
    """Return what is known below a heading; the title opens nothing and closes nothing but a notice."""
    offers = bool(_OFFERS.fullmatch(plain_heading(heading.text)))
    if is_title(heading.text, title):
        return _Above(above.opened, above.run + 1, offers=offers)
    named = heading_section(heading.text)
    stays = _stays(heading, named, deeper=above.opened.holds(heading))
    return _Above(
        _opened(above.opened, heading, named),
        above.run + 1,
        offers=offers,
        notice=notice_section(heading.text) or (above.notice if stays else None),
    )


def _opened(before: _Opened, heading: Block, named: Section | None) -> _Opened:
    """Return what is open below a heading: one that says nothing closes what no higher heading holds open."""
    closes = bool(before.words) and heading.kind is BlockKind.HEADING and not before.holds(heading)
    return _Opened(named, heading.text, heading.level) if named or closes else before


def _leaves(above: _Above, block: Block) -> bool:
    """Tell whether a block stands behind the list of its heading.

    It has often left the list's subject: "We are an equal opportunity employer".
    """
    return above.listed and block.kind is BlockKind.PARAGRAPH


def _stays(heading: Block, named: Section | None, *, deeper: bool) -> bool:
    """Tell whether a heading may stand inside a notice: it opens nothing of the role, nor what is unknown."""
    return named not in ROLE_SECTIONS and (named is not None or deeper or heading.kind is not BlockKind.HEADING)
