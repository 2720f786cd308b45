"""Names of the Word markup (ECMA-376 Part 1, transitional) that the reader and the writer share."""

from __future__ import annotations

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_NS = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

W = f"{{{W_NS}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PARAGRAPH, RUN, TEXT, DELETED_TEXT = f"{W}p", f"{W}r", f"{W}t", f"{W}delText"
INSERTION, DELETION = f"{W}ins", f"{W}del"
MOVED_HERE, MOVED_AWAY = f"{W}moveTo", f"{W}moveFrom"
BOX = f"{W}txbxContent"
VALUE, ID, AUTHOR, DATE = f"{W}val", f"{W}id", f"{W}author", f"{W}date"

MARKS = frozenset({INSERTION, DELETION, MOVED_HERE, MOVED_AWAY})
"""Revision marks around runs, and as properties of a paragraph's end."""


def number_in(value: str | None) -> int | None:
    """Return the number that an attribute holds, None where it holds none that Word would write."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else None
