"""The rows that a front shows: one for each statement, and one for each proposed new line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from jdrewrite.analysis.statements import cut
from jdrewrite.documents.counting import written
from jdrewrite.documents.numbering_on import numbers_on
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.pieces import Piece, changed, marked
from jdrewrite.language.words import plain
from jdrewrite.model import Block, BlockKind, Finding, Proposal, Section, Statement

View = Literal["review", "compare", "original", "result"]
VIEWS: tuple[View, ...] = ("review", "compare", "original", "result")
SIGNS = {
    "strength": "+",
    "warning": "!",
    "suggestion": "?",
    "open": "~",
    "accepted": "✓",
    "rejected": "×",
    "failed": "✗",
    "doubtful": "≈",
}
"""Signs of the margin: colour is never the only one."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the job description as it is shown."""

    key: str
    """Stays the same while decisions change; the cursor is kept by it."""
    place: str = ""
    """How people and messages call it: ``12``, ``12.2``, or ``12a`` for a new line below 12."""
    line: int | None = None
    """1-based line or paragraph number in the file; None for a new line."""
    block: str
    text: str
    """As it stands in this view."""
    pieces: tuple[Piece, ...] = ()
    """The same in pieces; an open proposal shows what goes and what comes."""
    original: str = ""
    """As the document had it; empty for a new line."""
    kind: BlockKind
    level: int = 0
    number: str = ""
    """What it bears in a numbered list, ``3.``; empty for a sign, and for a new line that nobody accepted."""
    sign: str = " "
    tone: str = ""
    """What the sign means: a key of ``SIGNS``; an empty string for nothing."""
    section: Section | None = None
    first: bool = False
    """The first statement of its block."""
    locked: bool = False
    note: str = ""
    statement: Statement | None = None
    proposal: Proposal | None = None
    findings: tuple[Finding, ...] = ()


def rows(desk: Desk, view: View = "review") -> tuple[Row, ...]:
    """Return what is to be shown, in reading order.

    Args:
        desk: the present.
        view: ``review`` shows the text with signs and proposals, ``compare`` the same with the original beside it,
            ``original`` the text as it came, ``result`` the text as it will be written.
    """
    return tuple(_Maker(desk, view).all())


class _Maker:
    """Looks things up once for all rows."""

    def __init__(self, desk: Desk, view: View) -> None:
        self.desk, self.view = desk, view
        self.sentences: Counter[int] = Counter()
        self.additions: Counter[int] = Counter()
        self.replacing: dict[str, list[Proposal]] = {}
        self.adding: dict[str, list[Proposal]] = {}
        self.behind: dict[str, list[Block]] = {}
        """By the block behind which new lines come, their neighbours: itself, or items whose list below ends there."""
        self.numbers = numbers_on(desk.document, desk.edits()) if view == "result" else {}
        for proposal in desk.proposals:
            target = self.adding if proposal.original is None else self.replacing
            target.setdefault(proposal.anchor.block, []).append(proposal)
        for block in reversed(desk.document.blocks):
            if block.id in self.adding:
                self.behind.setdefault(desk.document.last_below(block.id).id, []).append(block)
        self.findings: dict[str, list[Finding]] = {}
        for finding in desk.assessment.findings if desk.assessment else ():
            if finding.statement:
                self.findings.setdefault(finding.statement, []).append(finding)

    def all(self) -> list[Row]:
        statements = iter(self.desk.assessment.statements if self.desk.assessment else ())
        found: list[Row] = []
        for block, spans in cut(self.desk.document):
            those = [next(statements, None) for _ in spans]
            whole = self._whole_block(block, len(spans))
            if whole is not None:
                found.append(self._row(block, (0, len(block.text)), those[0], whole, 0))
            else:
                for number, span in enumerate(spans):
                    found.append(self._row(block, span, those[number], self._for_span(block, *span), number))
            for like in self.behind.get(block.id, ()):
                found += self._additions(like)
        return found

    def _additions(self, like: Block) -> Iterator[Row]:
        line = self.desk.document.last_line(like.id)
        item, shown = self.numbers.get(like.id), 0
        for proposal in self.adding[like.id]:
            self.additions[line] += 1
            place = f"{line}{written(self.additions[line], 'a')}"
            if (new := self._addition(proposal, like.kind, place)) is not None:
                shown += 1
                number = item.shape.sign(item.value + item.step * shown) if item else ""
                yield msgspec.structs.replace(new, number=number)

    def _whole_block(self, block: Block, count: int) -> Proposal | None:
        """Return the accepted wording of a whole paragraph of several sentences."""
        if count < 2 or self.view == "original":
            return None
        return next(
            (
                p
                for p in self.replacing.get(block.id, ())
                if p.statement is None and self.desk.decision(p.id).state == "accepted"
            ),
            None,
        )

    def _for_span(self, block: Block, start: int, end: int) -> Proposal | None:
        """Return the proposal that counts for a statement: the accepted, else the last one made."""
        those = [p for p in self.replacing.get(block.id, ()) if (p.anchor.start, p.anchor.end) == (start, end)]
        taken = [p for p in those if self.desk.decision(p.id).state == "accepted"]
        counting = taken or those
        return counting[-1] if counting else None

    def _place(self, line: int) -> str:
        self.sentences[line] += 1
        return f"{line}.{self.sentences[line]}" if self.sentences[line] > 1 else str(line)

    def _row(
        self,
        block: Block,
        span: tuple[int, int],
        statement: Statement | None,
        proposal: Proposal | None,
        number: int,
    ) -> Row:
        text = plain(block.text[slice(*span)])
        line = statement.line if statement else self.desk.document.line_of(block, span[0])
        findings = self._still_true(statement, proposal)
        mark = statement.fingerprint if statement else ""
        shown, pieces = self._words(text, proposal, findings)
        tone = "" if self.view == "result" else _tone(self.desk, proposal, findings)
        return Row(
            key=statement.id if statement else f"{block.id}.{number}",
            place=self._place(line),
            line=line,
            block=block.id,
            text=shown,
            pieces=pieces,
            original=text,
            kind=block.kind,
            level=block.level,
            number=self.numbers[block.id].sign if block.id in self.numbers else block.number,
            sign=SIGNS.get(tone, " "),
            tone=tone,
            section=statement.section if statement else None,
            first=number == 0,
            locked=mark in self.desk.locks or (statement is not None and statement.locked),
            note=self.desk.notes.get(mark, ""),
            statement=statement,
            proposal=proposal,
            findings=findings,
        )

    def _still_true(self, statement: Statement | None, proposal: Proposal | None) -> tuple[Finding, ...]:
        """Return what was found in the words that are shown; of words that were replaced nothing is true any more."""
        replaced = proposal is not None and self.desk.decision(proposal.id).state == "accepted"
        if statement is None or (replaced and self.view != "original"):
            return ()
        found = tuple(self.findings.get(statement.id, ()))
        # What is proposed stands there: an example beside it would be the same again, or other advice.
        proposes = (
            proposal is not None and self.desk.decision(proposal.id).state == "open" and self.desk.passed(proposal)
        )
        return tuple(map(_without_example, found)) if proposes else found

    def _words(
        self, text: str, proposal: Proposal | None, findings: tuple[Finding, ...]
    ) -> tuple[str, tuple[Piece, ...]]:
        if proposal is None or self.view == "original":
            return text, (Piece(text),) if self.view == "result" else marked(text, findings)
        state = self.desk.decision(proposal.id).state
        wording = self.desk.text_of(proposal)
        if state == "accepted":
            return wording, (Piece(wording),) if self.view == "result" else changed(text, wording)
        if state == "open" and self.view in {"review", "compare"} and self.desk.passed(proposal):
            return text, changed(text, wording)
        return text, (Piece(text),) if self.view == "result" else marked(text, findings)

    def _addition(self, proposal: Proposal, kind: BlockKind, place: str) -> Row | None:
        state = self.desk.decision(proposal.id).state
        if self.view == "original" or (self.view == "result" and state != "accepted"):
            return None
        text = self.desk.text_of(proposal)
        tone = "" if self.view == "result" else _tone(self.desk, proposal, ())
        return Row(
            key=proposal.id,
            place=place,
            block=proposal.anchor.block,
            text=text,
            pieces=(Piece(text, "" if self.view == "result" else "new"),),
            kind=BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind,
            sign=SIGNS.get(tone, " "),
            tone=tone,
            first=True,
            proposal=proposal,
        )


def _without_example(finding: Finding) -> Finding:
    """Return a finding without the example of its suggestion."""
    suggestion = finding.suggestion.partition("For instance: ")[0].rstrip()
    return msgspec.structs.replace(finding, suggestion=suggestion)


def _tone(desk: Desk, proposal: Proposal | None, findings: tuple[Finding, ...]) -> str:
    if proposal is not None:
        state = desk.decision(proposal.id).state
        if state != "open" or desk.passed(proposal):
            return state
        verdict = desk.verdict_of(proposal)
        return "doubtful" if verdict is not None and verdict.doubtful else "failed"
    levels = {finding.level for finding in findings}
    return next((level for level in ("warning", "strength", "suggestion") if level in levels), "")
