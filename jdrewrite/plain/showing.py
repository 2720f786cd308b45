"""Commands that tell what is there: the text as it came and as it will be, its lines, the score and its reasons."""

from __future__ import annotations

from jdrewrite.editing.exporting import cautions, targets
from jdrewrite.editing.exporting import preview as previewed
from jdrewrite.editing.rows import rows
from jdrewrite.plain import telling
from jdrewrite.plain.state import Rule, State, Step, said


def view(which: str) -> Rule:
    """Return the command that tells the text as it came, as it will be, or what differs."""

    def show(state: State, _: str) -> Step:
        if which == "compare":
            lines = [
                line
                for row in rows(state.session.desk, "compare")
                if row.tone == "accepted"
                for line in (f"Before: {row.original or '(nothing)'}", f"After: {row.text}")
            ]
            return said(state, *(lines or ["Nothing is changed yet."]))
        seen = rows(state.session.desk, "original" if which == "original" else "result")
        return said(state, *(row.text for row in seen))

    return show


def score(state: State, _: str) -> Step:
    """Tell the score and what moved it."""
    return said(state, *telling.overview(state.session), *telling.moved(state.session))


def reasons(state: State, _: str) -> Step:
    """Tell every reason of the score."""
    after = state.session.after
    if after is None:
        return said(state, "The text is not read yet.")
    return said(state, *telling.reasons(after, state.session.places))


def preview(state: State, word: str) -> Step:
    """Tell what the file will hold."""
    desk = state.session.desk
    known = targets(desk.document)
    target = next((t for t in known if word in (t.key, t.ending.lstrip("."))), known[0])
    marks = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
    pieces = previewed(desk.document, desk.edits(), target)
    text = "".join(
        "".join((*marks[p.tone][:1], p.text, *marks[p.tone][1:])) if p.tone in marks else p.text for p in pieces
    )
    return said(state, f"As {target.name}:", *cautions(desk), *text.splitlines())


def listing(state: State, _: str) -> Step:
    """Tell all lines with their numbers."""
    return said(state, *telling.listing(state.session))
