"""Word files: every paragraph of the body in reading order, and edits that touch only the words that change."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jdrewrite.documents.border import check_length
from jdrewrite.documents.docx_edit import edit_paragraph, insert_after
from jdrewrite.documents.docx_text import Styles, text_of
from jdrewrite.documents.hunks import by_block, changes
from jdrewrite.documents.titles import title_of
from jdrewrite.errors import BrokenInput
from jdrewrite.model import Block, BlockKind, Document, Edit

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_UNPACKED = 200_000_000
"""Bytes; a zip that unpacks to more is a bomb or no job description."""
MOST_RATIO = 200
"""How many times larger a part may become; XML of real documents reaches about 30."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPED = re.compile(r"\s*[•●▪◦‣⁃∙·○■➢➤✓✔\uf0b7\uf0a7]\s*|\s*[-–—]\s+")
_AGAIN = "check that it opens in Word, and save it again as .docx"


def read(data: bytes, name: str) -> Document:
    """Read a Word file.

    Raises:
        BrokenInput: not a Word file, damaged, or unsafe to open.
        UnsupportedInput: longer than any job description.
    """
    body, styles = _open(data, name)
    blocks = tuple(_blocks(body, styles))
    check_length("\n".join(block.text for block in blocks), name)
    return Document(path=name, format="docx", title=title_of(blocks, name), blocks=blocks, source=data)


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the Word file with the edits; all other parts and all untouched runs stay as they are.

    Raises:
        ProposalRefused: the edits do not fit the document.
        BrokenInput: the source cannot be read again.
    """
    from lxml import etree

    grouped = by_block(document.blocks, edits)
    body, _ = _open(document.source, document.path)
    paragraphs = list(_paragraphs(body))
    for block in document.blocks:
        own = grouped.get(block.id, [])
        paragraph, shift = paragraphs[int(block.locator[0])], int(block.locator[1])
        edit_paragraph(paragraph, [(start + shift, end + shift, text) for start, end, text in changes(block, own)])
        after = paragraph
        for edit in own:
            if edit.insert:
                after = insert_after(after, edit.text, plain=block.kind is BlockKind.HEADING)
    root = body.getroottree()
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _repacked(document.source, xml)


def compose(document: Document) -> bytes:
    """Return any document as a plain Word file with headings and bullets."""
    import docx

    made = docx.Document()
    for block in document.blocks:
        text = " ".join(block.text.split())
        if block.kind is BlockKind.HEADING:
            made.add_heading(text, level=min(9, max(1, block.level)))
        else:
            made.add_paragraph(text, style="List Bullet" if block.kind is BlockKind.BULLET else None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _open(data: bytes, name: str) -> tuple[_Element, Styles]:
    """Return the body and the styles of a Word file that is safe to open."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check(packed, name)
            xml = packed.read(_main_part(packed, name))
            styles = packed.read("word/styles.xml") if "word/styles.xml" in packed.namelist() else b""
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        reason = "it is protected by a password" if "password" in str(error) else "it is damaged or cut off"
        raise BrokenInput(name, reason, _AGAIN) from None
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml or b"<!DOCTYPE" in styles[:4096]:
        raise BrokenInput(
            name, "it declares XML entities, which no Word file does", "do not open it; ask for another copy"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False)
    try:
        root = etree.fromstring(xml, parser)
        body = root.find(f"{_W}body")
        if body is None:
            raise BrokenInput(name, "it has no text body", _AGAIN)
        return body, Styles(etree.fromstring(styles, parser) if styles else None)
    except etree.XMLSyntaxError:
        raise BrokenInput(name, "its XML is damaged", _AGAIN) from None


def _check(packed: zipfile.ZipFile, name: str) -> None:
    """Refuse zip bombs before anything is unpacked."""
    parts = packed.infolist()
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > 1_000_000 and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts
    )
    if total > MOST_UNPACKED or swollen or len(parts) > 5000:
        raise BrokenInput(
            name, f"it unpacks to {total / 1e6:,.0f} MB, which is not safe to open", "ask for another copy"
        )


def _main_part(packed: zipfile.ZipFile, name: str) -> str:
    if "word/document.xml" in packed.namelist():
        return "word/document.xml"
    raise BrokenInput(name, "it is a zip file, but no Word file", "give a .docx, .md or .txt file")


def _paragraphs(parent: _Element) -> Iterator[_Element]:
    """Yield the paragraphs of the body in reading order: tables and content controls included, text boxes not."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag in {
            f"{_W}tbl",
            f"{_W}tr",
            f"{_W}tc",
            f"{_W}sdt",
            f"{_W}sdtContent",
            f"{_W}customXml",
            f"{_W}ins",
        }:
            yield from _paragraphs(child)


def _blocks(body: _Element, styles: Styles) -> Iterator[Block]:
    number = 0
    for index, paragraph in enumerate(_paragraphs(body)):
        full = text_of(paragraph)
        typed = _TYPED.match(full)
        left = len(full) - len(full.lstrip())
        shift = typed.end() if typed and full[typed.end() :].strip() else left
        text = full[shift:].rstrip()
        if not text:
            continue
        number += 1
        kind, level = _kind(paragraph, styles, typed=bool(typed))
        yield Block(
            id=f"b{number}",
            kind=kind,
            text=text,
            line=index + 1,
            level=level,
            bold=styles.is_bold(paragraph),
            locator=(index, shift),
        )


def _kind(paragraph: Any, styles: Styles, *, typed: bool) -> tuple[BlockKind, int]:
    """Return what a paragraph is, and its level."""
    heading = styles.heading_level(paragraph)
    if heading:
        return BlockKind.HEADING, heading
    depth = styles.list_depth(paragraph)
    if depth is not None or typed:
        return BlockKind.BULLET, depth or 0
    inside = next((a for a in paragraph.iterancestors() if a.tag == f"{_W}tc"), None)
    return (BlockKind.PARAGRAPH if inside is None else BlockKind.CELL), 0


def _repacked(source: bytes, xml: bytes) -> bytes:
    """Return the package with another main part; every other part is copied as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = xml if part.filename == "word/document.xml" else old.read(part.filename)
            new.writestr(part, data, compress_type=part.compress_type)
    return out.getvalue()
