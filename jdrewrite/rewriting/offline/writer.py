"""What the writer of one job description knows, and what it has said so far, so that nothing is said twice."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from jdrewrite.catalogue import without_other_slots
from jdrewrite.model import DUTY_SECTIONS, Anchor, Assessment, BlockKind, Kind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline.anatomy import LONG, SHORT
from jdrewrite.rewriting.offline.clauses import Wording, can
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.sources import Sources
from jdrewrite.rewriting.offline.style import Style, style_of
from jdrewrite.rewriting.offline.through import style_for
from jdrewrite.rewriting.placing.lists import strays

NAME = "offline"


class Phrase(NamedTuple):
    """A statement with a wording of the catalogue in it."""

    wording: Wording
    style: Style
    """In which the wording was put."""
    text: str | None
    """None where the statement cannot take it."""

    @property
    def effect(self) -> str:
        """The wording as a clause."""
        text = self.style.fill(self.wording.text)
        return f"{self.style.customers} {can(text)}" if self.wording.is_ability else text


class Writer:
    """One job description that is being written."""

    def __init__(self, assessment: Assessment, heard: Heard) -> None:
        """Begin with nothing said.

        Args:
            assessment: the job description.
            heard: what customers said that bears on it.
        """
        self.assessment = assessment
        self.sources = Sources(assessment)
        self.heard = heard
        self.style = style_of(assessment.statements, assessment.customer_word)
        whole = " ".join(s.text for s in assessment.statements)
        # Two job descriptions that are read one after the other do not begin with the same reason.
        self.turn = int(hashlib.sha256(whole.encode()).hexdigest()[:4], 16)
        self._used: set[str] = set()
        self._strays = strays(assessment.statements)

    def is_writable(self, s: Statement) -> bool:
        """Tell whether a statement may be rewritten as a whole."""
        return self.is_touchable(s) and SHORT <= len(s.text.split()) <= LONG

    def is_touchable(self, s: Statement) -> bool:
        """Tell whether a statement, or a part of it, may be rewritten."""
        is_duty = s.section in DUTY_SECTIONS and s.kind is not BlockKind.HEADING and s.id not in self._strays
        return is_duty and not s.locked

    def style_for(self, s: Statement, wording: Wording) -> Style:
        """Return the style with the word for those whom a wording means in a line."""
        return style_for(self.style, self.assessment, wording, s)

    def ordered(self, choices: list[Wording], s: Statement) -> list[Wording]:
        """Return the wordings in an order that depends on the statement alone, those of which customers speak first."""
        keyed = sorted(
            choices, key=lambda w: hashlib.sha256(f"{s.fingerprint}/{without_other_slots(w.text)}".encode()).hexdigest()
        )
        return self.heard.first(keyed)

    def has_said(self, wording: Wording) -> bool:
        """Tell whether a wording stands in a proposal."""
        return wording.text in self._used

    def took(self, wording: Wording) -> None:
        """Note that a wording stands in a proposal."""
        self._used.add(wording.text)
        self.turn += 1

    def proposal(
        self, s: Statement, kind: Kind, text: str, lenses: tuple[Lens, ...], why: str, wording: Wording
    ) -> Proposal:
        """Return a proposal for a statement; ``why`` goes on with what customers said."""
        return Proposal(
            id="",
            kind=kind,
            engine=NAME,
            anchor=Anchor(block=s.block, start=s.start, end=s.end),
            statement=s.id,
            original=s.text,
            proposed=text,
            lenses=lenses,
            rationale=why + self.heard.said(wording),
            source=wording.source,
        )
