"""What PDFium sees on each page: runs of characters with their boxes, small marks drawn as bullets, pictures."""

from __future__ import annotations

import ctypes
import re
import threading
from typing import Any

import msgspec

from jdrewrite.documents.border import MOST_CHARACTERS
from jdrewrite.documents.pdf.safety import MOST_PAGES
from jdrewrite.errors import BrokenInput, UnsupportedInput

_GAP = 1.2
"""Heights of a letter between two words from which they belong to different columns."""
_MARK_FROM, _MARK_TO = 1.4, 7.0
"""Points: the size of a bullet that is drawn, not written."""
_MOST_OBJECTS = 20_000
_ONE_AT_A_TIME = threading.Lock()
"""PDFium may not be called from two threads at once."""
_SOFT = "\x02\ufffe\u00ad"
"""What PDFium gives for the hyphen of a word that it sees broken at the end of a line."""
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_DROPPED = re.compile("[\u200b-\u200d\u2060\ufeff\x00\x01\x03-\x08\x0b-\x1f\x7f-\x9f]")


class Segment(msgspec.Struct):
    """Characters that stand side by side."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    """In points, from the lower left corner of the page."""
    bold: bool = False

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return self.top - self.bottom


class Page(msgspec.Struct):
    """One page."""

    width: float
    height: float
    segments: list[Segment]
    marks: list[tuple[float, float, float]]
    """Middle and size of each small mark that may be a bullet."""
    pictures: bool


def pages_of(data: bytes, name: str) -> list[Page]:
    """Return what is on the pages of a PDF.

    Raises:
        BrokenInput: damaged, or protected by a password.
        UnsupportedInput: longer than any job description.
    """
    import pypdfium2 as pdfium

    with _ONE_AT_A_TIME:
        try:
            pdf = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            locked = "password" in str(error).lower()
            reason = "it is protected by a password" if locked else "this PDF is damaged or cut off"
            way_out = (
                "save a copy without a password" if locked else "check that it opens, and save or download it again"
            )
            raise BrokenInput(name, reason, way_out) from None
        try:
            return _pages(pdf, name)
        except pdfium.PdfiumError:
            raise BrokenInput(name, "a page of this PDF is damaged", "check that it opens, and save it again") from None
        finally:
            pdf.close()


def _pages(pdf: Any, name: str) -> list[Page]:
    count = len(pdf)
    if count > MOST_PAGES:
        reason = f"it has {count:,} pages and the limit is {MOST_PAGES}"
        raise UnsupportedInput(name, reason, "split it, one job description a file")
    if not count:
        raise BrokenInput(name, "it has no pages", "check that it opens, and save or download it again")
    pages, characters = [], 0
    for index in range(count):
        page = pdf[index]
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            reason = f"it has more than {MOST_CHARACTERS:,} characters"
            raise UnsupportedInput(name, reason, "split it, one job description a file")
        left, bottom, right, top = page.get_cropbox()
        marks, pictures = _objects(page)
        segments = [s for s in _segments(text) if _inside(s, left, bottom, right, top)]
        for segment in segments:
            segment.left, segment.right = segment.left - left, segment.right - left
            segment.bottom, segment.top = segment.bottom - bottom, segment.top - bottom
        marks = [(x - left, y - bottom, size) for x, y, size in marks]
        pages.append(Page(right - left, top - bottom, segments, marks, pictures))
        text.close()
        page.close()
    return pages


def _inside(segment: Segment, left: float, bottom: float, right: float, top: float) -> bool:
    """Tell whether a run is on the page: what was cut away is still in the file."""
    across, up = (segment.left + segment.right) / 2, (segment.bottom + segment.top) / 2
    return left <= across <= right and bottom <= up <= top


def _segments(text: Any) -> list[Segment]:
    """Return the runs of characters of a page in the order of the file."""
    from pypdfium2 import raw

    found: list[Segment] = []
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    current: Segment | None = None
    space = False
    last = ("", 0.0, 0.0)
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character in "\r\n":
            current = None
            continue
        if character.isspace():
            space = True
            continue
        if _DROPPED.match(character) or not raw.FPDFText_GetLooseCharBox(text, index, reference):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        again = character == last[0] and abs(left - last[1]) < 1.0 and abs(bottom - last[2]) < 1.0
        if again and not (character == "f" and left == last[1]):  # both letters of a ligature have one box
            continue  # printed twice to look bold
        last = (character, left, bottom)
        character = "\u00ad" if character in _SOFT else character.translate(_LIGATURES)
        if current is None or _apart(current, left, bottom, top):
            current = Segment(character, left, bottom, right, top, _is_bold(raw, text, index))
            found.append(current)
        else:
            gap = left - current.right
            current.text += (" " if space or gap > 0.3 * current.height else "") + character
            current.right = max(current.right, right)
            current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
            if character.isalnum():
                current.bold = current.bold and (len(current.text) % 8 != 0 or _is_bold(raw, text, index))
        space = False
    # Some pages are drawn twice, one text over the other.
    return list({(s.text, round(s.left), round(s.bottom)): s for s in reversed(found)}.values())[::-1]


def _apart(current: Segment, left: float, bottom: float, top: float) -> bool:
    """Tell whether a character begins a new run."""
    height = max(current.height, top - bottom, 1.0)
    other_line = abs(bottom - current.bottom) > 0.5 * height and abs(top - current.top) > 0.3 * height
    return other_line or left < current.right - height or left - current.right > _GAP * height


def _is_bold(raw: Any, text: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name = ctypes.create_string_buffer(100)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 100, ctypes.byref(flags))
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"semibold", b"demi"))


def _objects(page: Any) -> tuple[list[tuple[float, float, float]], bool]:
    """Return middle and size of each small drawn mark, and whether there are pictures."""
    from pypdfium2 import raw

    marks, pictures = [], False
    for number, thing in enumerate(page.get_objects(max_depth=4)):
        if number > _MOST_OBJECTS:
            break
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures = True
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = thing.get_bounds()
            width, height = right - left, top - bottom
            if _MARK_FROM <= width <= _MARK_TO and _MARK_FROM <= height <= _MARK_TO and 0.75 < width / height < 1.33:
                marks.append(((left + right) / 2, (bottom + top) / 2, width))
    return marks, pictures
