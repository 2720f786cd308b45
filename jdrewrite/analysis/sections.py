"""Tells what each statement belongs to: purpose, duties, requirements, praise of the employer, notices, ...

Headings are known by their words (``tables/sections.toml``); what the statement itself says, what stands
around it and the heading above are weighed together by a small model trained on labelled statements
(``section_model``), so that an equal-opportunity notice under "Responsibilities" is still a notice, and text
without headings is read too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdrewrite.analysis.employer import told_by_name
from jdrewrite.analysis.headings import names_purpose, plain_heading
from jdrewrite.analysis.items import parted
from jdrewrite.analysis.section_features import decided, names_title, of_employer
from jdrewrite.analysis.section_model import Place, alone, label
from jdrewrite.analysis.survey import is_title, survey
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.language.words import plain
from jdrewrite.model import ROLE_SECTIONS, BlockKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdrewrite.model import Block

LONE_HEADING = 5
"""Words up to which a line that stands alone and ends with a colon is a heading."""
_ASKED: Section = "requirements"
_AIM: Section = "purpose"
_DONE: Section = "duties"
_TO_DO = re.compile(r"to (?:\w+ly )?([a-z]+)\b", re.IGNORECASE)
_OF_APPLICANTS = frozenset("apply ask contact find learn read request see submit view".split())
"""What applicants are told to do: "To apply, send us a letter"."""
_HAS = re.compile(r"(?:must |should |to )?(?:pass|have|hold|possess) an? ", re.IGNORECASE)
_ACT = re.compile(r"(?:[\w &/-]{3,30}: )?([A-Za-z]+)\b")
_AIMS = re.compile(r"\b(?:purpose|objective|aim|mission|goal)\W*$", re.IGNORECASE)
"""Headings of one line that says what the job is for; "Objectives" heads a list of duties."""


def label_statements(
    blocks: Sequence[Block], spans: Sequence[Sequence[tuple[int, int]]], title: str = ""
) -> list[Section]:
    """Return the section of every statement, in reading order.

    Args:
        blocks: the document's blocks.
        spans: for each block, the spans of its statements.
        title: the job's title; a heading that says just that is the title.
    """
    parts = [part for block, own in zip(blocks, spans, strict=True) for part in parted(block, own)]
    found = survey([block for block, _ in parts], [own for _, own in parts], title)
    texts = [plain(block.text[start:end]) for block, own in zip(blocks, spans, strict=True) for start, end in own]
    placed = [(text, place) for text, place in zip(texts, found, strict=True) if isinstance(place, Place)]
    labels = label([text for text, _ in placed], [place for _, place in placed], title)
    # How to apply is no requirement, whatever stands above it.
    acts = [_is_to_do(text) for text, _ in placed]
    listed = [a and (b or c) for a, b, c in zip(acts, [False, *acts], [*acts[1:], False], strict=False)]
    settled = iter(
        [
            place.said
            or ("purpose" if first and _may_be_aim(text, place, s, title) else _settled(text, place, s, among))
            for s, (text, place), first, among in zip(labels, placed, _first_of_purpose(placed), listed, strict=True)
        ]
    )
    sections = [next(settled) if isinstance(place, Place) else place for place in found]
    own = told_by_name(texts, sections, title)
    return ["company" if number in own else section for number, section in enumerate(sections)]


def _first_of_purpose(placed: Sequence[tuple[str, Place]]) -> Iterator[bool]:
    """Yield for each statement whether it is the first below a heading that says in so many words: the purpose."""
    above = None
    for text, place in placed:
        here = (place.run, place.block if place.glued else None)
        first = here != above
        above = here
        yield (
            first
            and place.kind is BlockKind.PARAGRAPH
            and not (place.left or place.notice)
            and names_purpose(place.under)
            and decided(text) is None
        )


def _may_be_aim(text: str, place: Place, guessed: Section, title: str) -> bool:
    """Tell whether a sentence below a heading of a purpose does not speak of the employer instead."""
    # A bare "Summary" may be one of anything.
    bare = guessed == "company" and plain_heading(place.under) == "summary"
    return not (of_employer(text, title) or (bare and not (_is_to_do(text) or names_title(text, title))))


def _is_to_do(text: str) -> bool:
    """Tell whether a line says what is to be done: "To keep the gates in good order"."""
    act = _TO_DO.match(text)
    return act is not None and act.group(1).lower() not in _OF_APPLICANTS and is_duty_verb(act.group(1).lower())


def _is_listed_act(text: str, place: Place) -> bool:
    """Tell whether a line of a list of duties begins with what is done: "Hiring: Advertise posts, reply to letters"."""
    act = _ACT.match(text)
    listed = place.kind is BlockKind.BULLET and place.heading == _DONE and not (place.notice or place.glued)
    return listed and act is not None and is_duty_verb(act.group(1).lower())


def _settled(text: str, place: Place, guessed: Section, among: bool = False) -> Section:
    """Return the section that words or heading settle, where the guess would make it the role's.

    Args:
        text: the statement.
        place: where it stands.
        guessed: its section by the model.
        among: it is one of several lines that say what is to be done.
    """
    if among and guessed not in ROLE_SECTIONS:
        guessed = _AIM if names_purpose(place.under) or _AIMS.search(place.under) else _DONE
    if place.kind is BlockKind.PARAGRAPH and place.heading in ROLE_SECTIONS and _AIMS.search(place.under):
        # "Role purpose", and below it "To match volunteers with older people": nothing else is said so.
        act = _TO_DO.match(text)
        if act and is_duty_verb(act.group(1).lower()):
            return _AIM
    if _is_listed_act(text, place) and guessed not in ROLE_SECTIONS and decided(text) is None:
        return _DONE
    if guessed not in ROLE_SECTIONS and place.kind is BlockKind.BULLET and place.heading == _ASKED and _HAS.match(text):
        return _ASKED
    if guessed not in ROLE_SECTIONS and guessed != "other":
        return "legal" if guessed in {"company", "logistics"} and decided(text) == "legal" else guessed
    if settled := decided(text) or ("benefits" if place.offered else None):
        return settled
    return guessed if guessed in {_ASKED, "other"} else place.notice or guessed


def label_one(text: str, title: str = "") -> Section:
    """Return the section of a statement that stands alone.

    Args:
        text: one statement.
        title: the job's title, where it is known.
    """
    if is_title(text, title):
        return "title"
    if len(text.split()) <= LONE_HEADING and text.rstrip().endswith(":"):
        return "other"
    section = alone(plain(text), title)
    return (decided(plain(text)) if section in ROLE_SECTIONS else None) or section
