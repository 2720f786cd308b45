"""What there is to say about one line: the proposal as a word diff, its verdict, the findings, the note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from jdrewrite.analysis.rules import rule
from jdrewrite.analysis.rules.page import SEEDS
from jdrewrite.editing import SIGNS, Desk, Row, verdicts
from jdrewrite.editing.pieces import Piece, changed, spaced
from jdrewrite.errors import DataError
from jdrewrite.model import Assessment, Finding, Proposal, Verdict

Part = Content | str | tuple[str, str]
KINDS = {
    "reframe": ("Reframe", "the same facts, with customers as the purpose"),
    "connect": ("Connect", "adds what this does for customers"),
    "add": ("New line", "agree on it with the manager first"),
}
_ADVICE = "agree with the manager first"
_STROKES = {"gone": "$error strike", "new": "$success underline", "": ""}
_LEVELS = {"strength": "$success", "warning": "$error", "suggestion": "$warning"}


def detail(
    desk: Desk,
    row: Row | None,
    offers: tuple[Proposal, ...],
    keys: Mapping[str, str],
    now: Assessment | None = None,
    *,
    short: bool = False,
) -> Content:
    """Draw one row in full; where there is nothing to say of it, what the whole leaves out.

    Args:
        desk: the present.
        row: where the cursor is.
        offers: other wordings that were asked for.
        keys: the first key of each command, as people write it.
        now: of the text as it stands, with what was accepted; the document as it came where nobody weighed it.
        short: for a small pane right below the text: what stands there is not said again.
    """
    parts: list[Part] = []
    if row is not None and row.locked:
        parts.append((f"⊘ Locked. {keys['lock']} unlocks it.\n\n", "$accent"))
    if row is not None and row.note:
        parts += [("✎ ", "$accent"), f"{row.note}\n\n"]
    if row is not None and row.proposal is not None:
        parts += _short(desk, row.proposal, keys) if short else _proposal(desk, row.proposal, keys)
    for number, other in enumerate(offers, 1):
        parts += [(f"Other wording {number}\n", "bold"), *diff(other.original or "", other.proposed), "\n"]
        parts += [*verdict(other.verdict, brief=True), "\n"]
    for found in row.findings if row is not None else ():
        parts += finding(found)
    if not parts and desk.assessment is not None:
        parts += [(f"{told}\n", "$warning") for told in notes(desk)]
        parts += ["\n"] if parts else []
        parts += _whole(now or desk.assessment)
    return Content.assemble(*parts)


def notes(desk: Desk) -> list[str]:
    """Return what is to be told of the file, such as the open changes of others or a guessed title, as sentences."""
    return [f"{told[:1].upper()}{told[1:]}." for told in (*desk.document.notes, *desk.remarks())]


def _proposal(desk: Desk, proposal: Proposal, keys: Mapping[str, str]) -> list[Part]:
    name, meaning = KINDS[proposal.kind]
    if proposal.engine == "person":
        name, meaning = "Your words", "written by hand"
    parts: list[Part] = [(name, "bold $primary"), (f"  {meaning}\n\n", "$secondary")]
    parts += diff(proposal.original or "", desk.text_of(proposal))
    parts += [(f"\n\n{_reason(desk, proposal)}\n\n", "italic")]
    parts += _judged(desk, proposal)
    return [*parts, (_ways(desk, proposal, keys) + "\n\n", "bold")]


def _short(desk: Desk, proposal: Proposal, keys: Mapping[str, str]) -> list[Part]:
    """Draw what the text itself does not show: the judge first, then the reason."""
    own = proposal.engine == "person"
    name = "Your words" if own else KINDS[proposal.kind][0]
    parts: list[Part] = [(f"{name}  ", "bold $primary"), *_judged(desk, proposal, brief=True)]
    if desk.decision(proposal.id).state == "open" and not desk.passed(proposal):
        parts += [*diff(proposal.original or "", desk.text_of(proposal)), "\n"]
    parts.append((f"{_reason(desk, proposal)}\n", "italic"))
    waits = desk.decision(proposal.id).state == "open" and desk.passed(proposal)
    return parts if waits else [*parts, (_ways(desk, proposal, keys) + "\n", "bold")]


def _reason(desk: Desk, proposal: Proposal) -> str:
    return desk.reason_of(proposal) or "Decided of earlier."


def _judged(desk: Desk, proposal: Proposal, *, brief: bool = False) -> list[Part]:
    found, why = desk.verdict_of(proposal), desk.decision(proposal.id).override
    told = proposal.kind == "add" and proposal.engine != "person"  # the name of the kind says it, and the rationale
    # Of an effect that is added, all that is underlined is the purpose.
    underlined = proposal.kind == "connect" and desk.text_of(proposal) == proposal.proposed
    return [
        *verdict(found, brief=brief, advised=told, purpose=not underlined),
        *([(f"Accepted all the same: {why}\n", "$warning")] if why else []),
    ]


def _ways(desk: Desk, proposal: Proposal, keys: Mapping[str, str]) -> str:
    """Return what can be done with a proposal, and with which keys."""
    decision = desk.decision(proposal.id)
    if decision.state == "open" and desk.passed(proposal):
        ways = ["accept", "reject", "edit", *(["wordings"] if proposal.original else [])]
        return "   ".join(f"{keys[name]} {name}" for name in ways)
    if decision.state == "open":
        return f"{keys['edit']} edit   {keys['reject']} reject   {keys['accept']} accept it with a reason"
    return f"{SIGNS[decision.state]} {decision.state}   {keys['reopen']} takes the decision back"


def diff(old: str, new: str) -> list[Part]:
    """Draw two wordings in one: what goes is struck out, what comes is underlined, whatever the colours."""
    pieces = spaced(changed(old, new)) if old else (Piece(new, "new"),)
    return [(piece.text, _STROKES.get(piece.tone, "")) for piece in pieces]


def drawn(pieces: Sequence[Piece]) -> Content:
    """Draw pieces as they are, what goes and what comes as everywhere."""
    return Content.assemble(*((piece.text, _STROKES.get(piece.tone, "")) for piece in spaced(pieces)))


def verdict(found: Verdict | None, *, brief: bool = False, advised: bool = False, purpose: bool = True) -> list[Part]:
    """Draw what the judge says.

    Args:
        found: the verdict.
        brief: without purposes and notes.
        advised: it is said already that a new line is to be agreed on.
        purpose: tell the new purpose.
    """
    if found is None:
        return [("not judged yet\n", "$secondary")]
    if found.passed:
        parts: list[Part] = [(f"✓ {verdicts.approval(found)}\n", "$success")]
    elif found.doubtful:
        parts = [("≈ the judge is in doubt: look whether other words say it\n", "bold $warning")]
    else:
        parts = [("✗ refused by the judge\n", "bold $error")]
    hue = "$warning" if found.doubtful else "$error"
    parts += [(f"  {told}\n", hue) for told in verdicts.against(found)]
    if not brief:
        parts += [(f"  new purpose: {fact.text}\n", "$secondary") for fact in found.added_purpose if purpose]
        parts += [
            (f"  note: {fact.text}\n", "$secondary")
            for fact in found.warnings
            if not (advised and _ADVICE in fact.text)
        ]
    return parts


def finding(found: Finding) -> list[Part]:
    """Draw a finding in full, with its why and where that is from."""
    parts: list[Part] = [(f"{SIGNS[found.level]} {found.message}\n", _LEVELS[found.level])]
    try:
        page = rule(found.rule)
        parts += [f"{page.why}\n", (f"  from “{SEEDS[page.seed]}”, rule {found.rule}\n", "$secondary")]
    except DataError:  # a rule of a project; its page is in the project file
        parts.append((f"  rule {found.rule}\n", "$secondary"))
    if found.suggestion:
        parts.append((f"→ {found.suggestion}\n", ""))
    return [*parts, "\n"]


def _whole(assessment: Assessment) -> list[Part]:
    missing = [found for found in assessment.findings if found.statement is None]
    if not missing:
        return [("Nothing to say about this line.\n", "$secondary")]
    parts: list[Part] = [("What the whole leaves out\n\n", "bold")]
    for found in missing:
        parts += finding(found)
    return parts
