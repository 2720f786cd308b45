"""Reads a Word file: every paragraph of every story becomes a block, or several where lines stand for paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from jdrewrite.documents.border import check_length, check_size_of_text
from jdrewrite.documents.listing import sign_of
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.documents.titles import title_of
from jdrewrite.documents.word.cells import Cells
from jdrewrite.documents.word.counted import Counted
from jdrewrite.documents.word.locks import lock_of
from jdrewrite.documents.word.names import AUTHOR, MARKS, PARAGRAPH, TEXT, W
from jdrewrite.documents.word.package import Package
from jdrewrite.documents.word.stories import paragraphs, stories
from jdrewrite.documents.word.styles import Styles
from jdrewrite.documents.word.visible import glyphs
from jdrewrite.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from lxml.etree import _Element

Span = tuple[int, int]
_SIGN = re.compile(rf"\s*(?:{DOT}|{DASH})")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
_NAMED = 3
"""Authors of revisions who are named in a note; more are counted."""


def read(data: bytes, name: str) -> Document:
    """Read a Word file.

    Raises:
        BrokenInput: not a Word file, damaged, or unsafe to open.
        UnsupportedInput: longer than any job description, or in the strict variant of the format.
    """
    package = Package(data, name)
    roots = stories(package)
    _bounded(roots, name)
    styles = styles_of(package)
    blocks = tuple(_blocks(roots, styles, counted_of(package, styles)))
    check_length("\n".join(block.text for block in blocks), name)
    title, title_from = title_of(blocks, name)
    return Document(
        path=name,
        format="docx",
        title=title,
        title_from=title_from,
        blocks=blocks,
        source=data,
        notes=tuple(_notes(package, roots)),
    )


def _bounded(roots: Mapping[str, _Element], name: str) -> None:
    """Refuse what is far too long before every character of it is looked at; text boxes are there twice."""
    length = sum(len(leaf.text or "") for root in roots.values() for leaf in root.iter(TEXT))
    check_size_of_text(length // 2, name)


def styles_of(package: Package) -> Styles:
    """Return the styles of the document."""
    part = next(iter(package.related(package.main, "styles")), "word/styles.xml")
    return Styles(package.xml(part) if package.has(part) else None)


def counted_of(package: Package, styles: Styles) -> Counted:
    """Return what counts the numbered paragraphs of the document."""
    part = next(iter(package.related(package.main, "numbering")), "word/numbering.xml")
    return Counted(package.xml(part) if package.has(part) else None, styles)


def _blocks(roots: Mapping[str, _Element], styles: Styles, counted: Counted) -> Iterator[Block]:
    number = 0
    cells = Cells(roots.values())
    found = [(paragraph, glyphs(paragraph), counted.sign(paragraph)) for _, paragraph in paragraphs(roots)]
    words = ["".join(glyph.character for glyph in visible) for _, visible, _ in found]
    listed = _typed_lists([(paragraph.getparent(), text) for (paragraph, *_), text in zip(found, words, strict=True)])
    for index, ((paragraph, visible, counts), full) in enumerate(zip(found, words, strict=True)):
        if not visible:
            continue
        for first, (start, end) in enumerate(_lines(full)):
            typed = _SIGN.match(full, start, end)
            if typed is None and (first or "\n" in full or (index in listed and not counts)):
                typed = _NUMBERED.match(full, start, end)
            begin = typed.end() if typed and full[typed.end() : end].strip() else start
            text = full[begin:end].strip()
            if not text:
                continue
            number += 1
            begin += len(full[begin:end]) - len(full[begin:end].lstrip())
            cell = cells.of(paragraph)
            kind, level = _kind(paragraph, styles, typed=bool(typed), first=first == 0, in_table=cell is not None)
            yield Block(
                id=f"b{number}",
                kind=kind,
                text=text,
                line=index + 1,
                level=level,
                bold=styles.is_bold(paragraph, visible),
                locked=lock_of(visible),
                number=sign_of(typed.group()) if typed else counts if first == 0 and kind is BlockKind.BULLET else "",
                cell=cell,
                locator=(index, begin, full[start:begin].strip()),
            )


def _typed_lists(rows: Sequence[tuple[_Element | None, str]]) -> set[int]:
    """Return which paragraphs begin with a typed number and follow each other as their numbers do.

    One that stands alone may number a chapter, or begin with a figure.

    Args:
        rows: what holds each paragraph, and its words.
    """
    found: set[int] = set()
    filled = [(index, around, text) for index, (around, text) in enumerate(rows) if text.strip()]
    for (index, around, text), (behind, next_around, next_text) in pairwise(filled):
        one, other = _NUMBERED.match(text), _NUMBERED.match(next_text)
        if one and other and around is next_around and _value(other) == _value(one) + 1:
            found |= {index, behind}
    return found


def _value(typed: re.Match[str]) -> int:
    return int("".join(c for c in typed.group() if c.isdigit()))


def _lines(full: str) -> Iterator[Span]:
    """Cut a paragraph where its line breaks stand for ends of paragraphs: before list signs and at empty lines."""
    start = 0
    for found in re.finditer(r"\n\s*", full):
        rest = found.end()
        listed = _SIGN.match(full, rest) or _NUMBERED.match(full, rest)
        if found.start() > start and (listed or found.group().count("\n") > 1):
            yield start, found.start()
            start = rest
    yield start, len(full)


def _kind(paragraph: _Element, styles: Styles, *, typed: bool, first: bool, in_table: bool) -> tuple[BlockKind, int]:
    """Return what a paragraph is, and its level; lines behind its first are plain unless they have a list sign."""
    heading = styles.heading_level(paragraph) if first else 0
    if heading:
        return BlockKind.HEADING, heading
    depth = styles.list_depth(paragraph) if first or typed else None
    if depth is not None or typed:
        return BlockKind.BULLET, depth or 0
    return (BlockKind.CELL if in_table else BlockKind.PARAGRAPH), 0


def _notes(package: Package, roots: Mapping[str, _Element]) -> Iterator[str]:
    """Yield what a person should know before editing."""
    marks = [m for root in roots.values() for m in root.iter(*sorted(MARKS)) if m.getparent() is not None]
    if marks:
        authors = sorted({m.get(AUTHOR) or "somebody" for m in marks})
        named = ", ".join(authors[:_NAMED]) + (f" and {len(authors) - _NAMED} more" if len(authors) > _NAMED else "")
        plural = "changes wait" if len(marks) > 1 else "change waits"
        yield f"{len(marks)} tracked {plural} for a decision ({named}): read as if accepted, and left to be decided"
    if package.ending() in {".docm", ".dotm"}:
        yield "it has macros: they are kept as they are and never run"
    for part in package.related(package.main, "settings"):
        guard = package.xml(part).find(f"{W}documentProtection")
        if guard is not None and guard.get(f"{W}enforcement") in {"1", "true", "on"}:
            yield "Word keeps people from editing it freely: they may not be able to accept changes"
    main = roots[package.main]
    if next(main.iter(f"{W}altChunk"), None) is not None:
        yield "it embeds another file, whose words are not read"
    if package.related(package.main, "diagramData") or package.related(package.main, "chart"):
        yield "it has a diagram or a chart, whose words are not read"
    if next(main.iter(PARAGRAPH), None) is None:
        yield "it has no paragraphs"
