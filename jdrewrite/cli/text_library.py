"""How the library reads on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from jdrewrite.cli.output import Page
from jdrewrite.cli.plain import clean, one_line
from jdrewrite.cli.text_check import unit
from jdrewrite.cli.worddiff import drawn
from jdrewrite.errors import LibraryDamaged
from jdrewrite.language.counted import counted
from jdrewrite.language.worddiff import word_diff
from jdrewrite.library import TAKEN, Decision, Library, Noted, StateSet, StoredDocument, Version
from jdrewrite.model import Document
from jdrewrite.rounding import figure


class _Weighed(msgspec.Struct, frozen=True):
    """What the state of the work on a document says of its score."""

    score: float | None = None


_SIGNS = {"accepted": "+", "edited": "+", "overridden": "!", "rejected": "x", "open": "~"}


def when(at: str) -> str:
    """Return a moment as people write it, in UTC."""
    return at[:16].replace("T", " ")


def listing(page: Page, library: Library, documents: Sequence[StoredDocument]) -> None:
    """Print one line for each document."""
    for document in documents:
        latest = document.latest
        score = "  -" if latest.score is None else f"{figure(latest.score, 0):>3}"
        lock = f", locked by {document.lock.who}" if document.lock else ""
        page.line(
            (document.id, "bold"),
            f"  {score}  {document.state:<9}  {when(document.changed_at)}  {document.title}",
            f"  ({counted(len(document.versions), 'version')}{_decided(library, document)}{lock})",
        )
    page.line()
    page.line(f"{counted(len(documents), 'document')} of {len(library.documents())} in {library.path}")


def _decided(library: Library, document: StoredDocument) -> str:
    """Return the score with what was decided since the latest version, as the terminal UI tells it; or nothing."""
    try:
        kept = library.load_session(document.id, _Weighed)
    except LibraryDamaged:  # whoever opens the document is told
        return ""
    if kept is None or kept.score is None or kept.score == document.latest.score:
        return ""
    return f", score {figure(kept.score, 0)} with what is decided"


def overview(page: Page, library: Library, document: StoredDocument) -> None:
    """Print what is known of one document."""
    page.line((document.title, "bold"), f"  {document.id}")
    page.line("From       ", document.latest.path)
    page.line("State      ", *_state(document))
    if document.lock:
        page.line("Locked     ", f"by {document.lock.who}, {when(document.lock.at)}", _because(document.lock.reason))
    for name, value in document.settings.items():
        page.line("Setting    ", f"{name} = {value}" if value else f"{name} is left to the text")
    page.line("Versions")
    for version in document.versions:
        _version(page, version, indent=2)
    for note in document.notes:
        page.line("Note       ", f"{when(note.at)} {note.who}: {note.text}")
    for session in library.sessions():
        if session.document == document.id:
            page.line("Session    ", f"{session.name}, last saved {when(session.saved_at)}")
    held = library.standing(document.id).values()
    page.line("Decisions  ", summary(held) or "none")
    for decision in held:
        shown(page, decision, indent=2)


def summary(decisions: Iterable[Decision]) -> str:
    """Return how many decisions there are of each outcome, in words; an empty string for none."""
    found = sorted(d.outcome for d in decisions)
    return ", ".join(f"{len(list(group))} {outcome}" for outcome, group in groupby(found))


def shown(page: Page, decision: Decision, indent: int = 0) -> None:
    """Print one decision: who, when, of what, and why."""
    by = f"{decision.who} (a command, unseen)" if decision.by == "batch" else decision.who
    page.line(
        f"{_SIGNS[decision.outcome]} {decision.outcome} {when(decision.at)} by {by}{_because(decision.reason)}",
        f"  [{decision.kind}, {decision.engine}, {decision.source or 'no source'}]",
        indent=indent,
    )
    wording = decision.wording if decision.outcome in TAKEN else decision.proposed
    pieces = word_diff(clean(one_line(decision.original or "")), clean(one_line(wording)))
    page.line(*drawn(pieces, colour=page.colour), indent=indent + 2)


def history(page: Page, rows: Sequence[Version | Decision | StateSet | Noted]) -> None:
    """Print everything that happened, oldest first."""
    for row in rows:
        if isinstance(row, Version):
            _version(page, row)
        elif isinstance(row, Decision):
            shown(page, row)
        elif isinstance(row, StateSet):
            page.line(f"= {row.state} {when(row.at)} by {row.who}{_because(row.reason)}")
        else:
            page.line(f"# note {when(row.at)} by {row.who}: {row.text}")


def changes(page: Page, before: Document, after: Document) -> int:
    """Print the blocks in which two versions differ, with their words; return how many."""
    from difflib import SequenceMatcher

    old, new = ([block.text for block in document.blocks] for document in (before, after))
    count = 0
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for number in range(max(j - i, m - k)):
            one = old[i + number] if i + number < j else ""
            two = new[k + number] if k + number < m else ""
            place = after.blocks[k + number] if k + number < m else before.blocks[i + number]
            page.line((f"{unit(after if k + number < m else before)} {place.line}", "dim"))
            page.line(*drawn(word_diff(clean(one), clean(two)), colour=page.colour), indent=2)
            count += 1
    return count


def _state(document: StoredDocument) -> tuple[str, ...]:
    if not document.states:
        return ("draft",)
    last = document.states[-1]
    return last.state, f", {when(last.at)} by {last.who}", _because(last.reason)


def _version(page: Page, version: Version, indent: int = 0) -> None:
    score = "not scored" if version.score is None else f"score {version.score:g}"
    of = f" from version {version.parent}" if version.parent else ""
    note = f": {version.note}" if version.note else ""
    page.line(
        f"{version.number}. {when(version.at)} {version.origin}{of} by {version.who}, {score}, "
        f"{version.size:,} bytes{note}",
        indent=indent,
    )


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""
