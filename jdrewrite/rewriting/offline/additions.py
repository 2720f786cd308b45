"""New lines for what the whole job description leaves out; each is a commitment that needs agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdrewrite.analysis.advice import pick
from jdrewrite.catalogue import GENERAL, Function
from jdrewrite.model import Anchor, Assessment, BlockKind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.style import Style

_LENSES: tuple[Lens, ...] = ("voice", "measure", "across", "authority")
"""Lenses for which a line is proposed, in the order of what it brings."""


_SURE = 0.7
"""Confidence in the function from which its purpose may be that of the role: a special trade has one of its own."""

_PURPOSES: dict[str, tuple[str, ...]] = {
    "you": ("The purpose of your work is to {}.", "In this role, you will {}.", "Your role is there to {}."),
    "third": (
        "The purpose of this role is to {}.",
        "This role exists to {}.",
        "The position exists to {}.",
    ),
}
for _person in ("imperative", "gerund", "role"):
    _PURPOSES[_person] = _PURPOSES["third"]


def _has_purpose(statements: Sequence[Statement]) -> bool:
    """Tell whether a sentence before the duties, or the purpose itself, says what good the role does."""
    purposes = [s for s in statements if s.section == "purpose"]
    return any(s.labels.frame == "stewardship" or s.labels.sight for s in purposes)


def additions(assessment: Assessment, function: Function, style: Style, engine: str) -> Iterator[Proposal]:
    """Yield a purpose where there is none, and one line for each lens through which nothing is said."""
    key = assessment.statements[0].fingerprint if assessment.statements else function.slug
    missing = {f.lens for f in assessment.findings if f.statement is None and f.rule.endswith(".missing")}
    opening = before_duties(assessment.statements)
    # What is true of every job is no purpose of this one.
    sure = assessment.function[0].confidence >= _SURE and function.slug != GENERAL
    if opening and sure and not _has_purpose(assessment.statements):
        text = style.fill(pick(_PURPOSES[style.person], key).format(pick(function.purpose, key)))
        yield _proposal(opening, text, "frame", f"{function.slug}/purpose", style, engine)
    place = after_duties(assessment.statements)
    if place is None:
        return
    blocks = {
        "voice": function.voice.lines,
        "authority": function.authority.lines,
        "measure": function.measures.lines,
        "across": function.across.lines,
    }
    for lens in _LENSES:
        if lens in missing:
            text = style.line(pick(blocks[lens], key + lens))
            yield _proposal(place, text, lens, f"{function.slug}/{lens}", style, engine)


def _proposal(after: Statement, text: str, lens: Lens, source: str, style: Style, engine: str) -> Proposal:
    gains: tuple[Lens, ...] = ("customer", "frame") if lens == "frame" else (lens,)
    return Proposal(
        id="",
        kind="add",
        engine=engine,
        anchor=Anchor(block=after.block, start=after.end, end=after.end),
        statement=None,
        original=None,
        proposed=text,
        lenses=gains,
        rationale=reasons.added(lens, style.customers),
        source=source,
    )


def before_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last paragraph before the first duty: a purpose belongs there, in the same dress."""
    before: Statement | None = None
    for s in statements:
        if s.section == "duties" and s.kind is not BlockKind.HEADING:
            return before
        if s.kind is BlockKind.PARAGRAPH and s.section in {"company", "purpose", "other"} and len(s.text.split()) > 8:
            before = s
    return None


def after_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last duty, of the kind that most duties are."""
    # Behind a table cell there is no place for a line of its own.
    duties = [s for s in statements if s.section == "duties" and s.kind in {BlockKind.BULLET, BlockKind.PARAGRAPH}]
    bullets = [s for s in duties if s.kind is BlockKind.BULLET]
    chosen = bullets if len(bullets) * 2 >= len(duties) else duties
    return chosen[-1] if chosen else None
