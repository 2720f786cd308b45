"""The verdict on words that a person writes: the one that ``verify`` gives of the file with this one change."""

from __future__ import annotations

from jdrewrite.documents import edited
from jdrewrite.language.words import plain
from jdrewrite.model import Assessment, Document, Edit, Verdict
from jdrewrite.verifying import verify, verify_documents


def verdict_in_place(old: str | None, new: str, document: Document, assessment: Assessment) -> Verdict:
    """Judge words in the place where they are to stand.

    Two lines that have hardly a word in common are one duty gone and another come, which two lines by themselves do not
    tell; so the whole document is compared. A new line is judged by itself: whether it is agreed, the person knows.

    Args:
        old: what is replaced, a statement or a paragraph; None for a new line.
        new: the words.
        document: as it was read.
        assessment: of it.

    Raises:
        ModelMissing: the language model is not installed.
    """
    place = _place(old, document, assessment) if old and new.strip() and old != new else None
    if place is None:
        return verify(old, new, context=assessment)
    block, start, end = place
    after = edited(document, (Edit(block=block, start=start, end=end, text=new),))
    return verify_documents(document, after, context=assessment)


def _place(old: str, document: Document, assessment: Assessment) -> tuple[str, int, int] | None:
    """Return the block and the span in which a text stands; None where it is a person's own, which is in no file."""
    for statement in assessment.statements:
        if statement.text == old:
            return statement.block, statement.start, statement.end
    return next(((b.id, 0, len(b.text)) for b in document.blocks if plain(b.text) == old), None)
