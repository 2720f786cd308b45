"""New lines for what the whole job description leaves out; each is a commitment that needs agreement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import starmap

import msgspec

from jdrewrite.catalogue import CUSTOMERS
from jdrewrite.model import Anchor, BlockKind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.choosing import lines_for
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.position import Position
from jdrewrite.rewriting.offline.purposes import has_purpose, is_told, purposes_of
from jdrewrite.rewriting.offline.style import Style
from jdrewrite.rewriting.offline.through import is_of_any_job, is_of_title, style_for, to_colleagues
from jdrewrite.rewriting.offline.worth import LEAST_OF_TITLED, Rated, Worth, best
from jdrewrite.rewriting.offline.writer import NAME, Writer
from jdrewrite.rewriting.placing.places import after_requirements, before_duties, goes_on, lead_of, place_of_lines
from jdrewrite.rewriting.placing.subsections import place_of_duty

_LENSES: tuple[Lens, ...] = ("voice", "measure", "across", "authority")
"""Lenses for which a line is proposed among the duties, in the order of what it brings."""
_NOT_FOR_COLLEAGUES = frozenset({"authority", "measure"})
_NEARLY = 0.1
"""Difference in worth that tells nothing: so that jobs of one function are not all given the same line."""
_GOOD = 0.75
"""Worth from which readers take lines of either origin alike."""


class Adding:
    """Proposes new lines."""

    def __init__(self, writer: Writer, at: Position, worth: Worth) -> None:
        """Add to what a writer writes.

        Args:
            writer: of the job description.
            at: what is known of the job.
            worth: of proposals for it.
        """
        self._assessment = writer.assessment
        self._style = msgspec.structs.replace(writer.style, receivers=at.receivers)
        self._at = at
        self._worth = worth
        # Two job descriptions that are read one after the other are not given the same reasons.
        self._turn = int(hashlib.sha256(at.post.key.encode()).hexdigest()[:4], 16)

    def every(self) -> Iterator[Rated]:
        """Yield a purpose where there is none, and one line for each lens through which nothing is said."""
        yield from self._purpose()
        missing = {f.lens for f in self._assessment.findings if f.statement is None and f.rule.endswith(".missing")}
        # Who works for colleagues alone decides nothing for those served and is not measured by them.
        if self._at.for_colleagues:
            missing -= _NOT_FOR_COLLEAGUES
        if place := place_of_lines(self._assessment.statements):
            if goes_on(lead_of(self._assessment.statements, place)):
                missing -= _NOT_FOR_COLLEAGUES
            for lens in (lens for lens in _LENSES if lens in missing):
                yield from self._best((self._duty(wording, lens, place), wording) for wording in self._lines(lens))
        asked = after_requirements(self._assessment.statements)
        if asked and "people" in missing:
            yield from self._best((self._manner(wording, asked), wording) for wording in self._lines("people"))

    def _purpose(self) -> list[Rated]:
        """Return the purpose that is worth most, where the text has none and there is a place for it."""
        statements = self._assessment.statements
        place = before_duties(statements)
        configured = self._assessment.configured
        if not place or has_purpose(statements) or configured.disables("purpose.missing") or "frame" in configured.off:
            return []
        found = purposes_of(self._at, self._style.person, self._assessment.customer_word)
        before = statements[: statements.index(place) + 1]
        found = [wording for wording in found if not is_told(wording.line, before)]
        if self._assessment.customer_word.direct == "inside":
            found = [to_colleagues(wording) for wording in found]
        return best((self._rated(self._opening(wording, place), wording) for wording in found), 1)

    def _lines(self, lens: Lens) -> list[Wording]:
        inside = self._at.meets_colleagues if lens == "people" else self._at.lands_inside
        found = lines_for(lens, self._at.post, inside=inside)
        return [to_colleagues(line, alone=lens == "people") for line in found] if self._at.colleagues_first else found

    def _best(self, proposals: Iterator[tuple[Proposal, Wording]]) -> Iterator[Rated]:
        """Yield the line for a lens that is worth most; of those that are good, or worth nearly as much, the nearest.

        The nearest of all are those of the occupation that the title names, wherever they are worth their place.
        A line of the job's own says more than one that holds of any job, and of these one that names those served. Of
        395 pairs of lines for one lens of which readers said different things, the one worth more (by weights that do
        not know the source) was better in 66 %, the nearer one in 46 %. But weighed without their source readers took
        78 % of 397 lines of the job's own above ``_GOOD``, and 79 % of 357 of any job.
        """
        rated = list(starmap(self._rated, proposals))
        most = max((each.worth for each in rated), default=0.0)
        found = [each for each in rated if each.worth >= min(_GOOD, most - _NEARLY)]
        own = [each for each in found if not is_of_any_job(each.proposal.source)]
        named = [each for each in found if self._style.customers in each.proposal.proposed]
        near = [each for each in rated if each.worth >= most - _NEARLY]
        titled = best(
            (each for each in rated if is_of_title(each.proposal.source) and each.worth >= LEAST_OF_TITLED), 1
        )
        yield from (titled or own or named or near)[:1]

    def _opening(self, wording: Wording, place: Statement) -> Proposal:
        style = style_for(self._style, self._assessment, wording)
        return self._proposal(place, style.fill(wording.text), "frame", wording, style)

    def _duty(self, wording: Wording, lens: Lens, place: Statement) -> Proposal:
        style = style_for(self._style, self._assessment, wording)
        line = style.line(wording.text)
        where = place_of_duty(self._assessment.statements, line) or place
        return self._proposal(where, _ended_like(where, line), lens, wording, style)

    def _manner(self, wording: Wording, asked: Statement) -> Proposal:
        style = style_for(self._style, self._assessment, wording)
        text = style.fill(wording.text)
        if asked.text[:1].islower():
            text = text[:1].lower() + text[1:]
        text = _ended_like(asked, text + ("." if asked.text.endswith(".") else ""))
        return self._proposal(asked, text, "people", wording, style)

    def _rated(self, proposal: Proposal, wording: Wording) -> Rated:
        return Rated(proposal, self._worth.of(proposal, wording.line))

    def _proposal(self, after: Statement, text: str, lens: Lens, wording: Wording, style: Style) -> Proposal:
        # What ends on colleagues says what the work is for, but names nobody whom the organisation serves.
        gains: tuple[Lens, ...] = ("customer", lens) if lens == "frame" and CUSTOMERS in wording.line else (lens,)
        return Proposal(
            id="",
            kind="add",
            engine=NAME,
            anchor=Anchor(block=after.block, start=after.end, end=after.end),
            statement=None,
            original=None,
            proposed=text,
            lenses=gains,
            rationale=reasons.added(lens, self._whom(text, style), self._turn),
            source=wording.source,
        )

    def _whom(self, text: str, style: Style) -> str:
        """Return those of whom a reason speaks: whom the line names, else whom the work reaches first.

        Those who receive the work go before those served, unless the line names these; a line that names nobody is for
        the same people as the others of its job.
        """
        if style.customers in text:
            return style.customers
        first = [word for word in (style.receivers, style.colleagues) if word]
        named = [word for word in first if word in text]
        inside = first if self._assessment.customer_word.direct == "inside" else []
        return next(iter((*named, *inside)), style.customers)


def _ended_like(item: Statement, line: str) -> str:
    """Return a line that ends as the item before it, where that goes on to the next: "...;"."""
    sign = item.text[-1:]
    return line.rstrip(".") + sign if item.kind is BlockKind.BULLET and sign in {";", ","} else line
