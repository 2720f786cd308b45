"""A page as bytes, in one of the three formats in which it is printed or sent on."""

from __future__ import annotations

from jdrewrite.model import Document


def written(page: Document, ending: str) -> bytes:
    """Return a page of this package in a format.

    Args:
        page: made here, with nothing behind it that would have to be kept.
        ending: ``.md``, ``.html`` or ``.docx``.
    """
    if ending == ".docx":
        from jdrewrite.documents.word.compose import compose as word

        return word(page)
    if ending == ".html":
        from jdrewrite.documents.html_page import compose as html

        return html(page)
    from jdrewrite.documents.markdown import compose as markdown

    return markdown(page)
