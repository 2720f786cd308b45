"""The three pages of the tour, drawn from a real example as it is read."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from jdrewrite.editing import Row, Session
from jdrewrite.tui.drawing import score
from jdrewrite.tui.drawing.detail import KINDS, diff, verdict
from jdrewrite.tui.drawing.sheet import laid

EXAMPLE = """# Accounts Receivable Clerk

## Duties

- Prepare and send customer invoices for all shipments of the previous day.
- Contact accounts that are past due in order to improve cash flow.
- Answer questions about bills so that customers know what they pay for.
- Reconcile the ledger every month.

## Requirements

- Two years of experience with invoices.
"""
PAGES = 3
_LOOKS = {
    "heading": "bold $primary",
    "gone": "$error strike",
    "new": "$success underline",
    "strength": "$success underline",
    "warning": "bold $error underline",
    "aside": "$secondary",
    "suggestion": "$warning",
    "sign-open": "bold $primary",
    "sign-strength": "bold $success",
    "sign-warning": "bold $error",
    "sign-suggestion": "$warning",
}
_WAIT = ("The example is being read …\n", "italic $secondary")
Part = Content | str | tuple[str, str]


def page(number: int, session: Session, keys: Mapping[str, str], width: int) -> Content:
    """Draw a page.

    Args:
        number: 0 to 2.
        session: of the example, as far as it is read.
        keys: the first key of each command.
        width: cells.
    """
    parts = (_signs, _proposal, _score)[number](session, keys, width)
    return Content.assemble(*parts)


def _signs(session: Session, keys: Mapping[str, str], width: int) -> list[Part]:
    parts: list[Part] = [
        "Every job exists thanks to customers. jdrewrite shows where a job description says so, and where it could.\n\n"
    ]
    lines = laid(session.shown, width, "review")
    for line in lines:
        parts += [(text, _look(names)) for text, names in line.spans]
        parts.append("\n")
    parts += [
        "\nThe signs in the margin: ",
        ("+", "$success"),
        " a strength, ",
        ("!", "$error"),
        " the organisation's own good as the end, ",
        ("?", "$warning"),
        " a gap, ",
        ("~", "bold $primary"),
        " a proposal. What would go is ",
        ("struck out", "$error strike"),
        ", what would come is ",
        ("underlined", "$success underline"),
        f".\n\n{keys['next']} goes to the next proposal. The arrow keys and the mouse go anywhere.",
    ]
    return parts


def _proposal(session: Session, keys: Mapping[str, str], width: int) -> list[Part]:  # noqa: ARG001 - as its siblings
    parts: list[Part] = ["Each proposal tells why, and a judge has read it: did a fact get lost, was one invented?\n\n"]
    row = next((row for row in session.shown if row.tone == "open" and row.original), None)
    parts += _one(row) if row is not None else [_WAIT]
    for name, told in (
        ("accept", "accepts it and goes on"),
        ("reject", "rejects it; the line stays as it was"),
        ("edit", "lets you write the line yourself; the judge reads along"),
        ("wordings", "shows other wordings"),
        ("undo", "takes anything back, as often as you like"),
    ):
        parts += [("\n  " + f"{keys[name]:<8}", "bold $accent"), told]
    return parts


def _one(row: Row) -> list[Part]:
    if row.proposal is None:
        return [_WAIT]
    name, meaning = KINDS[row.proposal.kind]
    return [
        (f"{name}: {meaning}\n\n", "bold $primary"),
        *diff(row.original, row.proposal.proposed),
        (f"\n\n{row.proposal.rationale}\n", "italic"),
        *verdict(row.proposal.verdict, brief=True),
    ]


def _score(session: Session, keys: Mapping[str, str], width: int) -> list[Part]:
    parts: list[Part] = ["The score moves as you go, and every point has its reason.\n\n"]
    before, now = session.desk.assessment, session.after
    parts.append(score.panel(before, now, (), width) if before is not None and now is not None else _WAIT)
    parts += [
        "\n\nYour work is kept as you go: close the window, and it is here again the next time.\n",
        ("\n  " + f"{keys['export']:<8}", "bold $accent"),
        "writes the result: Word, Markdown, text. The original stays as it is",
        ("\n  " + f"{keys['help']:<8}", "bold $accent"),
        "helps, wherever you are",
        ("\n  " + f"{keys['quit']:<8}", "bold $accent"),
        "leaves",
    ]
    return parts


def _look(names: str) -> str:
    looks = [_LOOKS[name] for name in names.split() if name in _LOOKS]
    return looks[-1] if looks else ""
