"""What came back of an earlier session, told so that nobody takes what is there for lost."""

from __future__ import annotations

from pathlib import PurePath

from jdrewrite.editing.carry import Kept, digest, settled
from jdrewrite.editing.session import Session
from jdrewrite.language.words import plain


def lost(session: Session, earlier: Kept) -> int:
    """Return how many decisions of an earlier session have no place in the text as it is now."""
    there = {p.id for p in session.desk.proposals}
    return sum(key not in there for key in earlier.decisions)


def returned(session: Session, earlier: Kept) -> str:
    """Return in words what came back of an earlier session; an empty text where it left nothing."""
    if not (earlier.decisions or earlier.notes or earlier.locks):
        return ""
    document, here = session.desk.document, {p.id for p in session.desk.proposals}
    asked = {key for key, said in earlier.decisions.items() if said.state == "open"}
    if not earlier.source or earlier.source == digest(document):
        if not (earlier.notes or earlier.locks) and settled(document, earlier).issuperset(earlier.decisions):
            return "The lines that you accepted are in this text."  # an export that was looked at before
        again = len(asked) < len(earlier.decisions) or earlier.notes or earlier.locks
        told = "Your decisions of the last time are here again. " if again else ""
        return f"{told}{_waiting(len(asked & here), '')}".strip()
    accepted, written = _accepted(earlier), _written(session, earlier)
    if written and earlier.path and earlier.path != document.path:
        return f"This text comes from {PurePath(earlier.path).name}: {_are_in_it(len(written), len(accepted))}."
    there = here | written
    count, stand = len(earlier.decisions) - len(asked), sum(key in there for key in earlier.decisions.keys() - asked)
    wait = _waiting(len(asked & there), PurePath(earlier.path).name)
    if earlier.path and earlier.path != document.path:
        if not count and wait:
            return wait
        if not count:
            return f"Your notes on {PurePath(earlier.path).name}, which has the same lines, are here too."
        told = f"This text has lines of {PurePath(earlier.path).name}: {stand} of {count} decisions stand here too."
        return f"{told} {wait}".strip()
    told = f"The file has changed since the last time: {stand} of {count} decisions stand"
    told = f"{told}, the lines of the others are gone or worded otherwise." if stand < count else f"{told}."
    return f"{told} {_waiting(len(asked & there), '')}".strip()


def _waiting(count: int, name: str) -> str:
    """Return what is said of new lines that were agreed for another file; an empty text for none."""
    if not count:
        return ""
    lines, wait = ("1 new line", "waits") if count == 1 else (f"{count} new lines", "wait")
    return f"{lines} agreed for {name or 'another file'} {wait} for you: what holds for one job may not for another."


def _accepted(earlier: Kept) -> dict[str, str]:
    """Return the wordings that were accepted, here or in another file, by the id of their proposals."""
    found = {p.id: (p, earlier.decisions[p.id]) for _, p in earlier.proposals if p.id in earlier.decisions}
    texts = {
        key: d.text if d.text is not None else p.proposed for key, (p, d) in found.items() if d.state != "rejected"
    }
    return {key: plain(text) for key, text in texts.items() if text.strip()}


def _written(session: Session, earlier: Kept) -> frozenset[str]:
    """Return the ids of those whose wording is part of the text already: an export was opened, or written back."""
    text = plain(" ".join(block.text for block in session.desk.document.blocks))
    there = {p.id for p in session.desk.proposals}  # the old line is: a shorter wording may be a part of it
    return frozenset(key for key, wording in _accepted(earlier).items() if wording in text and key not in there)


def _are_in_it(count: int, of: int) -> str:
    if count < of:
        return f"{count} of the {of} lines accepted there are in it"
    return "the line accepted there is in it" if of == 1 else f"the {of} lines accepted there are in it"
