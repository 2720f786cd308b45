"""What is said, in whole sentences: no sign, colour or column carries a meaning."""

from __future__ import annotations

from jdrewrite.editing import Desk, Row, Session, looking, verdicts
from jdrewrite.editing.movement import LEAST, LENS_NAMES, by_reading, told
from jdrewrite.editing.places import Places, named, place_of
from jdrewrite.editing.session import progress
from jdrewrite.language.counted import counted
from jdrewrite.model import Assessment, BlockKind, Proposal, Verdict
from jdrewrite.rounding import figure

_KINDS = {
    "reframe": "reframe: the same facts, with customers as the purpose",
    "connect": "connect: adds what this does for customers",
    "add": "a new line: agree on it with the manager first",
}
SERVES = "Say whom with 'serves', such as 'serves county auditors'"
_LEVELS = {"strength": "Strength", "warning": "Warning", "suggestion": "Suggestion"}


def row(session: Session, current: Row | None) -> tuple[str, ...]:
    """Tell everything about one row."""
    if current is None:
        return ("There is nothing to show.",)
    lines = [_head(current)]
    proposal = current.proposal
    if proposal is None:
        lines.append(current.text)
    else:
        lines += _proposal(session.desk, proposal)
    if current.locked:
        lines.append("Locked.")
    if current.note:
        lines.append(f"Note: {current.note}")
    for finding in current.findings:
        lines.append(f"{_LEVELS[finding.level]}: {finding.message} {finding.suggestion}".rstrip())
    return tuple(lines)


def _head(current: Row) -> str:
    where = f"{'Line' if current.line is not None else 'New line'} {current.place}"
    kind = "heading" if current.kind is BlockKind.HEADING else current.section or "text"
    return f"{where}, {kind}."


def _proposal(desk: Desk, proposal: Proposal) -> list[str]:
    decision = desk.decision(proposal.id)
    kind = "your words" if proposal.engine == "person" else _KINDS[proposal.kind]
    lines = [f"Proposal, {decision.state}, {kind}."]
    if proposal.original:
        lines.append(f"Now: {proposal.original}")
    lines += [f"Proposed: {desk.text_of(proposal)}", f"Why: {desk.reason_of(proposal) or 'Decided of earlier.'}"]
    lines += verdict(desk.verdict_of(proposal))
    if decision.override:
        lines.append(f"Accepted all the same: {decision.override}")
    return lines


def verdict(found: Verdict | None) -> list[str]:
    """Tell what the judge says."""
    if found is None:
        return ["Judge: not asked yet."]
    if found.passed:
        return [f"Judge: {verdicts.approval(found)}."]
    facts = verdicts.against(found)
    return [("Judge: in doubt, look at this. " if found.doubtful else "Judge: refused. ") + "; ".join(facts) + "."]


def overview(session: Session) -> tuple[str, ...]:
    """Tell what is on the desk: title, score, how many proposals."""
    desk = session.desk
    done, count = progress(desk)
    lines = [f"{desk.document.title}, {desk.document.path}.", *(f"Note: {told}." for told in desk.remarks())]
    if session.after is not None and desk.assessment is not None:
        lines.append(scored(session))
    if desk.assessment is not None:
        lines.append(served(desk.assessment))
        lines.append(f"{done} of {count} proposals decided.")
        if left_out := desk.assessment.configured.left_out:
            lines.append(f"Left out: {left_out}.")
    return tuple(lines)


def scored(session: Session) -> str:
    """Tell the score in one sentence; nothing where the text is not read."""
    before, now, read = session.first, session.after, session.desk.assessment
    if before is None or now is None or read is None:
        return ""
    why = by_reading(before, read)
    told = f", was {figure(before.score.total, 0)}" if abs(now.score.total - before.score.total) >= LEAST / 2 else ""
    if told:
        told += f" ({why})" if why else " before your changes"
    level = f": {now.score.level}" if now.score.level else ""
    return f"Score {figure(now.score.total, 0)} of 100{told}{level}."


def served(now: Assessment) -> str:
    """Tell whom the job serves, and the way out where the text names nobody."""
    word = now.customer_word
    how = ", as you said" if word.source == "given" else f": {now.unnamed}. {SERVES}" if now.unnamed else ""
    return f"Serves {word.plural}{f', through {word.through}' if word.through else ''}{how}."


def function(now: Assessment) -> str:
    """Tell as work of which function the text is read."""
    name = now.function[0].name
    return f"Read as work of the function {name}; 'function' and another name corrects it."


def moved(session: Session) -> tuple[str, ...]:
    """Tell what moved the score."""
    return tuple(f"The score moved: {told(move)}." for move in session.moved[:3])


def reasons(now: Assessment, places: Places) -> tuple[str, ...]:
    """Tell every reason of the score.

    Args:
        now: of the result.
        places: what its lines are called.
    """
    lines = []
    for part in now.score.lenses:
        lines.append(f"{LENS_NAMES[part.lens].capitalize()}: {figure(part.points)} of {part.out_of:g}.")
        for reason in part.reasons:
            place = place_of(reason.line, reason.text, places)
            where = f", {named(place)}" if place else ""
            lines.append(f"  Plus {figure(reason.points)}{where}: {reason.text}")
        lines += [f"  Missing: {reason.text}" for reason in part.missing]
    return tuple(lines)


def listing(session: Session) -> tuple[str, ...]:
    """Tell every row in one line each, with what it is called."""
    return tuple(f"{current.place}. {_state(current)}{current.text}" for current in session.shown if current.text)


def _state(current: Row) -> str:
    states = {
        "open": "Proposal: ",
        "failed": "Refused proposal: ",
        "doubtful": "Proposal in doubt: ",
        "accepted": "Accepted: ",
        "rejected": "Rejected: ",
    }
    level = {"strength": "Strength: ", "warning": "Warning: ", "suggestion": "Suggestion: "}
    return {**states, **level}.get(current.tone, "")


def waiting(session: Session) -> str:
    """Tell how many proposals wait for a decision."""
    count = sum(looking.is_open(current) for current in session.shown)
    if not count:
        return "No proposal waits for you. 'edit' writes a line in your own words, 'help' tells the rest."
    told = counted(count, "proposal waits", "proposals wait")
    return f"{told} for you. Enter goes to the next, 'help' tells the rest."
