"""Tells a heading from text, and what a heading opens."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jdrewrite.analysis.section_features import cues
from jdrewrite.model import Block, BlockKind, Section

REMEMBERED = 4096
"""Different headings whose sections are kept: each is asked for several times, and texts share them."""
HEADING_WORDS = 12
"""A longer paragraph is text, even if it is bold or ends with a colon."""
_ITEM = re.compile(r"(?:key |main )?(?:objective|duty|task|goal) ?\\?#?\\?\d", re.IGNORECASE)
"""A numbered duty is a statement, even in bold."""
_ITEM_WORDS = 5
"""Words from which a numbered duty that is set as a heading says what is done."""
_ABBREVIATION = 4
"""Characters of a line in capitals that may be one."""
_BARE = re.compile(
    r"(?:(?:key|main|core|essential|job|minimum|preferred|required|our|the|principal|primary) ){0,2}"
    r"(?:about (?:us|you|the (?:role|job|team|company))|apply(?: now| here| today)?|benefits|"
    r"compensation|dut(?:y|ies)|how to apply|perks|"
    r"qualifications|requirements|responsibilities|skills|tasks|what (?:we|you) offer|what you(?:'ll| will) do|"
    r"who (?:we|you) are|"
    r"(?:main )?(?:dut(?:y|ies)|responsibilities|tasks) of (?:the|this) (?:job|role|post|position)|"
    r"(?:essential|desirable|preferred) criteria|person specification|what you will (?:bring|get|need)|"
    r"(?:the )?skills (?:you will need|required)|our (?:mission|offer|values|vision)|"
    r"terms of employment|employment terms|"
    r"(?:main |overall |primary |context and )?purpose(?: of the (?:\w+ )?(?:role|job|position|post))?|"
    r"(?:role|position|post|general|job) (?:overview|purpose|summary)|"
    r"(?:overview|summary|purpose)(?: of (?:the )?(?:role|job|position|post))?|personal (?:attributes|qualities))"
    r"(?: (?:and|&) (?:benefits|duties|perks|qualifications|requirements|responsibilities|skills|tasks))?"
)
"""A line of plain text that says just this is a heading, though nothing sets it off."""

_PURPOSE = re.compile(
    r"(?:(?:main|overall|primary|core|general|context and) )?"
    r"(?:purpose(?: of (?:the|this) (?:\w+ ){0,2}(?:role|job|position|post))?|"
    r"(?:role|job|position|post) (?:purpose|overview|summary|goal)|"
    r"(?:overview|summary|goal) of (?:(?:the|this) )?(?:role|job|position|post)|basic function|summary)"
)
"""A heading that says that what stands below it is what the role is for."""


@cache
def _sections() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().heading]


@lru_cache(maxsize=REMEMBERED)
def heading_section(text: str) -> Section | None:
    """Return the section that a heading opens, None where its words say nothing."""
    bare = plain_heading(text)
    return next((section for section, pattern in _sections() if pattern.search(bare)), None)


def names_purpose(text: str) -> bool:
    """Tell whether a heading says in so many words that the role's purpose stands below it."""
    return _PURPOSE.fullmatch(plain_heading(text)) is not None


@cache
def _notices() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().notice]


def notice_section(text: str) -> Section | None:
    """Return the section of all that stands under a heading of a notice, None for any other heading."""
    bare = plain_heading(text)
    return next((section for section, pattern in _notices() if pattern.search(bare)), None)


def plain_heading(text: str) -> str:
    """Return the words of a heading in lower case, without marks of layout."""
    return re.sub(r"[*_#:`]+", " ", text).strip().lower().replace("\u2019", "'")


def is_item(block: Block) -> bool:
    """Tell whether a heading is a numbered duty: "Objective 1: Keep the registers of all schools"."""
    titled = block.kind is BlockKind.HEADING and _ITEM.match(block.text) is not None
    return titled and len(block.text.split()) > _ITEM_WORDS


def is_shouted(block: Block) -> bool:
    """Tell whether a block is in capitals throughout, and no abbreviation."""
    return block.text.isupper() and len(block.text) > _ABBREVIATION


def is_heading(block: Block) -> bool:
    """Tell whether a block stands above others, set as a heading or only looking like one."""
    words = len(block.text.split())
    if block.kind is BlockKind.HEADING:
        return words <= 2 * HEADING_WORDS
    if words > HEADING_WORDS or block.kind is BlockKind.CELL or _ITEM.match(block.text):
        return False
    if block.bold or is_shouted(block):
        return True
    introduces = block.text.rstrip().endswith(":")
    return block.kind is BlockKind.PARAGRAPH and (introduces or is_bare_heading(block.text))


def is_bare_heading(text: str) -> bool:
    """Tell whether a text is a heading by its words alone: "Main duties"."""
    return _BARE.fullmatch(plain_heading(text)) is not None
