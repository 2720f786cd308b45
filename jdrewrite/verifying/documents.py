"""The verdict on a whole rewritten document, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import msgspec

from jdrewrite.errors import JdrewriteError
from jdrewrite.model import FACTS_OF_ORIGINAL, FACTS_OF_REWRITE, Assessment, Document, Fact, Verdict
from jdrewrite.verifying.belonging import exchanged
from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.commitments import AGREEMENT, commitments, said_before
from jdrewrite.verifying.judge import verify
from jdrewrite.verifying.lines import Line, Sides, changed_part, lines_of, locked_by, side_by_side
from jdrewrite.verifying.list_numbers import lost_numbers
from jdrewrite.verifying.moving import moved
from jdrewrite.verifying.pairing import with_turned
from jdrewrite.verifying.texts import text_of


class _Part(msgspec.Struct):
    """The verdict on one changed line."""

    old: Line
    new: Line
    verdict: Verdict


def verify_documents(
    before: Document, after: Document, *, context: Assessment | None = None, agreed: Collection[str] = ()
) -> Verdict:
    """Judge a rewritten document: lines that stayed are paired off, the rest by likeness; new ones are additions.

    A fact that moved from one line to another is kept where what it is said of moved with it. The lines of both
    documents stand with every fact that is not kept. A new line is a duty, a right or a ban of which the original
    says nothing: unless it is agreed it stands under ``invented``, and the verdict is in doubt at best. It is in doubt
    too where a numbered list has lost its numbers.

    Args:
        before: the document as it was.
        after: as it is now.
        context: the assessment of ``before``; it is analysed where there is none and the text can be.
        agreed: new lines that somebody who may do so agreed to, such as accepted proposals of the kind ``add``; they
            are still asked for figures, names, promises and requirements.

    Raises:
        ModelMissing: the language model is not installed.
    """
    unnumbered = lost_numbers(before, after)
    if _said(before) == _said(after):
        return Verdict(passed=not unnumbered, doubtful=bool(unnumbered), changed=unnumbered)
    context = context or _analysed(before)
    old = lines_of(before, locked_by(context) if context is not None else None)
    allowed = {" ".join(text.split()) for text in agreed}
    sides = with_turned(side_by_side(old, lines_of(after)), allowed)
    parts = [_judged(a, b, context) for a, b in sides.touched]
    missing = _missing(sides)
    taken_up = [line for line, facts in zip(sides.gone, missing, strict=True) if not facts]
    again = [line for line in sides.come if said_before(line, sides)]
    parts = [_without_moved(part, [p for p in parts if p is not part], taken_up, again) for part in parts]
    known = {*(line.text for line in again), *allowed}
    parts += [_added(line, known, context) for line in sides.come]
    across = (*_exchanged(sides, parts), *_asked_otherwise(sides))
    return _joined(parts, [fact for facts in missing for fact in facts], across, unnumbered)


def _said(document: Document) -> list[tuple[str, str]]:
    """Return what a document says, line by line, and how strictly it asks for it."""
    return [(block.text, line.asked) for block, line in zip(document.blocks, lines_of(document), strict=True)]


def _analysed(document: Document) -> Assessment | None:
    """Return what the analysis makes of the original, None where it can make nothing of it."""
    from jdrewrite.analysis import analyse

    try:
        return analyse(document)
    except JdrewriteError:
        return None


def _judged(a: Line, b: Line, context: Assessment | None) -> _Part:
    """Judge one changed line by the sentences of it that changed, as a proposal for them would be judged."""
    old, new = changed_part(a, b)
    return _Part(old, new, verify(old.text, new.text, context=context, section=_section(old)))


def _added(line: Line, known: Collection[str], context: Assessment | None) -> _Part:
    """Judge a new line; one that is not agreed, and that no other line gave up, is for a person to look at."""
    verdict = verify(None, line.text, context=context)
    if verdict.passed:
        unknown = () if line.text in known else commitments(line.text)
        # Told once, as a new line: the warning would say it again, and of an agreed line what is not so.
        told = tuple(fact for fact in verdict.warnings if fact.check != AGREEMENT)
        verdict = msgspec.structs.replace(
            verdict, passed=not unknown, doubtful=bool(unknown), invented=unknown, warnings=told
        )
    return _Part(Line("", 0), line, verdict)


def _section(line: Line) -> str:
    return "legal" if line.locked else "none"


def _missing(sides: Sides) -> list[list[Fact]]:
    """Return for each line that has no partner what is lost with it: nothing, where others took up all it says."""
    everything = " ".join([*(b.text for _, b in sides.touched), *(line.text for line in sides.come)])
    return [_lost_with(line, everything) for line in sides.gone]


def _lost_with(line: Line, everything: str) -> list[Fact]:
    locked = is_locked(line.text, None, _section(line))
    if not locked and everything and line.text:
        verdict = verify(line.text, everything)
        if not verdict.lost and not any(f.check in {"locked", "negation"} for f in verdict.changed):
            return []
    check = "locked" if locked else "blocks"
    return [Fact(check=check, text=line.text, start=0, end=len(line.text), original_line=line.line)]


def _without_moved(part: _Part, others: list[_Part], taken_up: list[Line], again: list[Line]) -> _Part:
    """Return a verdict in which what another line took up, or gave up, counts as kept.

    Args:
        part: the verdict on one changed line.
        others: those on the other changed lines.
        taken_up: lines without a partner, all of which others say now.
        again: new lines that say what another line said.
    """
    old, new, verdict = part.old.text, part.new.text, part.verdict
    gone = [
        f
        for f in verdict.lost
        if any(moved(f, old, new, p.new.text, p.old.text) for p in others)
        or any(moved(f, old, new, line.text) for line in again)
    ]
    come = [
        f
        for f in verdict.invented
        if any(moved(f, new, old, p.old.text, p.new.text) for p in others)
        or any(moved(f, new, old, line.text, old) for line in taken_up)
    ]
    turned = [f for f in verdict.changed if any(moved(_quoted(f), new, old, line.text, old) for line in taken_up)]
    return _Part(
        part.old,
        part.new,
        msgspec.structs.replace(
            verdict,
            lost=tuple(f for f in verdict.lost if f not in gone),
            kept=(*verdict.kept, *gone),
            invented=tuple(f for f in verdict.invented if f not in come),
            changed=tuple(f for f in verdict.changed if f not in turned),
        ),
    )


def _quoted(fact: Fact) -> Fact:
    """Return a fact with the words of the text of which it speaks."""
    quoted = re.search("“(.+?)”", fact.text)
    return msgspec.structs.replace(fact, text=quoted[1]) if quoted else fact


def _exchanged(sides: Sides, parts: list[_Part]) -> Iterable[Fact]:
    """Yield facts that changed places between lines, where no line by itself tells of it."""
    old = [a for a, _ in sides.touched] + list(sides.gone)
    new = [b for _, b in sides.touched] + list(sides.come)
    told = {f.text for part in parts for f in part.verdict.changed if f.check == "exchanged"}
    for found in exchanged([text_of(line.text) for line in old], [text_of(line.text) for line in new]):
        said = f"“{found.word}” belongs to “{found.now}” now: it belonged to “{found.was}”"
        if said not in told:
            start, end = found.span
            yield Fact(check="exchanged", text=said, start=start, end=end, line=new[found.line].line)


def _asked_otherwise(sides: Sides) -> Iterable[Fact]:
    """Yield lines that stood under "Required" and stand under "Preferred" now, or the other way round."""
    for a, b in (*sides.kept, *sides.touched):
        if a.asked and b.asked and a.asked != b.asked:
            said = f"“{b.text}” stands under what is {b.asked} now: it was {a.asked}"
            yield Fact(check="modality", text=said, start=0, end=len(b.text), line=b.line, original_line=a.line)


def _joined(parts: list[_Part], missing: list[Fact], across: tuple[Fact, ...], doubts: tuple[Fact, ...]) -> Verdict:
    """Join the verdicts of all lines, each fact with its lines; doubts by themselves leave the verdict in doubt."""
    found = {name: tuple(_placed(parts, name)) for name in (*FACTS_OF_ORIGINAL, *FACTS_OF_REWRITE)}
    found["lost"] = (*missing, *found["lost"])
    found["changed"] = (*found["changed"], *across, *doubts)
    wrong = [p.verdict for p in parts if p.verdict.lost or p.verdict.invented or p.verdict.changed]
    failed = bool(found["lost"] or found["invented"] or found["changed"])
    doubtful = failed and not missing and not across and all(verdict.doubtful for verdict in wrong)
    return Verdict(passed=not failed, doubtful=doubtful, **found)


def _placed(parts: list[_Part], name: str) -> Iterable[Fact]:
    """Yield the facts of all lines, with spans in the whole line."""
    for part in parts:
        start = part.old.start if name in FACTS_OF_ORIGINAL else part.new.start
        for fact in getattr(part.verdict, name):
            yield msgspec.structs.replace(
                fact,
                start=fact.start + start,
                end=fact.end + start,
                line=part.new.line,
                original_line=part.old.line,
            )
