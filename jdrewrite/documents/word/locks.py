"""Content controls whose words are not free: locked ones, and those that show something from elsewhere (17.5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.documents.word.names import VALUE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdrewrite.documents.word.visible import Glyph

_CHOICES = ("comboBox", "dropDownList", "date")
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def lock_of(visible: list[Glyph]) -> str:
    """Return why the words of a paragraph cannot be changed; empty where they can.

    Word fills a bound control from the file's properties whenever it opens the file: a change there would be lost.
    """
    seen: set[_Element] = set()
    for leaf in dict.fromkeys(glyph.leaf for glyph in visible):
        for control in leaf.iterancestors(f"{W}sdt"):
            if control not in seen:
                seen.add(control)
                if reason := _reason(control):
                    return reason
    return ""


def _reason(control: _Element) -> str:
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return ""
    lock = properties.find(f"{W}lock")
    if lock is not None and lock.get(VALUE) in {"contentLocked", "sdtContentLocked"}:
        return "it stands in a locked content control"
    if properties.find(f"{W}dataBinding") is not None:
        return "it stands in a content control that Word fills from a property of the file"
    if any(properties.find(f"{W}{name}") is not None for name in _CHOICES) or properties.find(_CHECKBOX) is not None:
        return "it stands in a control to choose from"
    return ""
