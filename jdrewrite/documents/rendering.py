"""From job descriptions and their edits to bytes, whatever their format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from jdrewrite.documents.formats import format_named, own_format, records_format, targets, text_format
from jdrewrite.documents.protocols import TrackingFormat
from jdrewrite.errors import UnsupportedInput
from jdrewrite.formats import FORMATS
from jdrewrite.model import Document, Edit, Tracking


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the document as whoever opens the result will read it.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
    """
    if not edits:
        return document
    if FORMATS[document.format].instead:
        from jdrewrite.documents.hunks import with_edits

        return with_edits(document, edits)
    source = text_format(document.format).render(document, edits)
    if document.place is None:
        again = text_format(document.format).read(source, document.path).serving(document.serves)
        return again if _retitled(document, edits) else _named_as(document, again)
    from jdrewrite.documents import parts

    again = parts.read_as(document.format, source, document.path)
    return msgspec.structs.replace(_named_as(document, again), place=document.place)


def _named_as(document: Document, again: Document) -> Document:
    return msgspec.structs.replace(again, title=document.title, title_from=document.title_from, serves=document.serves)


def _retitled(document: Document, edits: Sequence[Edit]) -> bool:
    """Tell whether the words are changed that are the title; one that a person has corrected stands nowhere."""
    texts = (" ".join(document.block(edit.block).text.split()) for edit in edits if not edit.insert)
    return any(document.title in text for text in texts)


def render(
    document: Document,
    edits: Sequence[Edit] = (),
    format: str | None = None,  # noqa: A002 - the user's word for it
    *,
    tracking: Tracking | None = None,
) -> bytes:
    """Return the bytes of the document's file with the edits applied.

    Args:
        document: as it was read.
        edits: in the coordinates of ``document``, in any order.
        format: another format than the document's own.
        tracking: write tracked changes, where the format written has them; None for clean text.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
        UnsupportedInput: there is no such format, or it cannot be made.
    """
    return render_all([(document, edits)], format, tracking=tracking)


def render_all(
    changed: Sequence[tuple[Document, Sequence[Edit]]],
    format: str | None = None,  # noqa: A002 - the user's word for it
    *,
    tracking: Tracking | None = None,
) -> bytes:
    """Return one file with several documents and their edits; in their own format, each goes back to its place.

    Args:
        changed: documents of one file, each with its edits. Those of the file that are left out stay as they are.
        format: another format than the documents' own.
        tracking: write tracked changes, where the format written has them; None for clean text.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
        UnsupportedInput: there is no such format, it cannot be made, or it does not hold several documents.
    """
    first, edits = changed[0]
    own = own_format(first)
    chosen = own if format is None else format_named(format)
    if chosen == own and first.place is not None:
        from jdrewrite.documents import parts

        touched = [edited(document, own_edits) for document, own_edits in changed if own_edits]
        return records_format(own).put(first.place.source, parts.grouped(touched)) if touched else first.place.source
    if len(changed) == 1 and edits and tracking is not None and FORMATS[chosen].tracks:
        return _tracked(first, edits, chosen, tracking)
    if len(changed) == 1 and chosen == first.format and first.place is None:
        return text_format(chosen).render(first, edits) if edits else first.source
    entry = FORMATS[chosen]
    results = [_set_anew(document, own_edits) for document, own_edits in changed]
    if not entry.made:
        raise UnsupportedInput(chosen, "a document of another format cannot be written so", _one_of())
    if entry.holds == "records":
        return records_format(chosen).compose_all(results)
    if len(changed) > 1:
        reason = f"it takes one job description, and there are {len(changed)}"
        raise UnsupportedInput(chosen, reason, "choose jsonl or json, or the format of the source")
    return text_format(chosen).compose(results[0])


def _set_anew(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the edited document for another format, where the numbers of its lists need not stay as they are."""
    from jdrewrite.documents.renumbering import counted_on

    return counted_on(document, edits, edited(document, edits)) if edits else document


def _tracked(document: Document, edits: Sequence[Edit], format: str, tracking: Tracking) -> bytes:  # noqa: A002
    """Return the document with tracked changes; one that came in another format is set anew first, unchanged."""
    target = cast("TrackingFormat", text_format(format))
    if format == document.format:
        return target.render(document, edits, tracking)
    plain = target.read(target.compose(document), document.path)
    from jdrewrite.documents.moving import moved_edits

    moved = moved_edits(document, plain, edits)
    if moved is None:
        return render(document, edits, format)
    return target.render(plain, moved, tracking)


def _one_of() -> str:
    return f"choose one of: {', '.join(targets())}"
