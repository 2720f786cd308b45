"""HTML: a saved job page, or a fragment. A page's ``JobPosting`` data are preferred, and both are kept in step."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from html import escape, unescape
from typing import Any

from jdrewrite.documents.border import check_length
from jdrewrite.documents.columns import Columns
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.html_text import PageReader, Where
from jdrewrite.documents.html_tokens import TooMuch
from jdrewrite.documents.hunks import Hunk, patched
from jdrewrite.documents.json_file import loaded
from jdrewrite.documents.json_spans import replaced
from jdrewrite.documents.parts import MOST_PARTS, Key, Part, kind_of, read_as
from jdrewrite.documents.patching import Manner, patch
from jdrewrite.documents.pieces import Piece, blocks_of
from jdrewrite.documents.posting import fragment, part_of, postings, strings_for
from jdrewrite.documents.titles import title_of
from jdrewrite.documents.within_piece import raw_changes
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.model import BlockKind, Document, Edit

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"utf-8|ascii|iso8859-\d+|cp(?:125\d|866|874|932|949|950)|koi8-[ru]|mac-roman|gbk|gb2312|gb18030|big5(?:hkscs)?"
    r"|euc_(?:jp|kr)|shift_jis|iso2022_jp"
)
"""What a page may name: the encodings of the web. Python knows others, which are none or take hours; and a page whose
beginning can be read is not in UTF-16, whatever it says."""
_ENOUGH = 300
"""Characters in ``main`` or ``article`` from which the rest of a page is left out."""
_SCRIPT = re.compile(r"application/ld\+json", re.IGNORECASE)
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font-family: sans-serif; line-height: 1.5; max-width: 45em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid; padding: .3em .6em; text-align: left; vertical-align: top; }}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def parts(data: bytes, name: str, columns: Columns) -> tuple[Part, ...]:
    """Return the job postings that a page declares; none is no error, the page itself is read then."""
    raw = decoded(data)[0]
    if not _SCRIPT.search(raw):
        return ()
    found: list[Part] = []
    for script in _reader(raw, name).scripts:
        if len(found) > MOST_PARTS:
            break
        try:
            value = loaded(script.text, name)
        except BrokenInput:
            continue  # data that cannot be read are as good as none: the page has the text too
        for each in postings(value, columns):
            found.append(part_of(each, str(len(found) + 1), (script.start,), columns))
    return tuple(found)


def read(data: bytes, name: str) -> Document:
    """Read what a person sees of a page.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    raw, encoding, notes = decoded(data)
    pieces, page_title = parse(raw, name)
    blocks = blocks_of(raw, pieces)
    check_length("\n".join(block.text for block in blocks), name)
    title, title_from = title_of(blocks, name)
    if page_title and not any(b.kind is BlockKind.HEADING and b.text.rstrip(":") == title for b in blocks):
        title, title_from = re.split(r"\s+[|–—-]\s+", page_title)[0], ""
    return Document(
        path=name,
        format="html",
        title=title,
        title_from=title_from,
        blocks=blocks,
        source=data,
        encoding=encoding,
        notes=notes,
    )


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the page with the edits; every character outside the changed words stays as it is.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    raw, encoding, _ = decoded(document.source)
    return _encoded(
        patch(document, raw, edits, Manner(lambda text: parse(text)[0], _safe, _neighbour, parted=False)), encoding
    )


def compose(document: Document) -> bytes:
    """Return any document as a plain page that needs nothing else."""
    return _PAGE.format(title=_escaped(document.title), body=fragment(list(document.blocks))).encode()


def put(data: bytes, new: Mapping[Key, str]) -> bytes:
    """Return the page with new texts in its data, and the same changes where the page shows the same words."""
    raw, encoding, _ = decoded(data)
    scripts = {script.start: script.text for script in PageReader(raw).scripts}
    work: list[Hunk] = []
    for start, text in scripts.items():
        own = {key[1:]: value for key, value in new.items() if key[0] == start}
        if not own:
            continue
        value = loaded(text, "")
        strings = strings_for(value, own)
        work += [(start + a, start + b, words) for a, b, words in replaced(text, strings, in_script=True)]
        for path, words in own.items():
            work += _mirrored(raw, _value(value, path), words)
    return _encoded(patched(raw, work), encoding)


def _reader(raw: str, name: str) -> PageReader:
    try:
        return PageReader(raw)
    except TooMuch:
        reason = "it has more markup or text than any page that a person reads"
        raise UnsupportedInput(name, reason, "copy the text of the job description into a file of its own") from None


def values(data: bytes) -> dict[int, Any]:
    """Return the data of a page that can be read, by where each script of them stands."""
    found: dict[int, Any] = {}
    for script in PageReader(decoded(data)[0]).scripts:
        with contextlib.suppress(BrokenInput):
            found[script.start] = loaded(script.text, "")
    return found


def parse(raw: str, name: str = "") -> tuple[list[Piece], str]:
    """Cut a page into pieces, without what stands around the text; return its title too.

    Raises:
        UnsupportedInput: more markup or text than any page has.
    """
    reader = _reader(raw, name)
    kept = list(zip(reader.pieces, reader.places, strict=True))
    if reader.is_page:
        core = [pair for pair in kept if pair[1].core]
        if sum(len(piece.text) for piece, _ in core) >= _ENOUGH:
            kept = [pair for pair in kept if pair[1].core or (pair[0].kind is BlockKind.HEADING and pair[0].level == 1)]
        kept = [pair for pair in kept if not _is_around(*pair)]
    return [piece for piece, _ in kept], reader.page_title


def _is_around(piece: Piece, where: Where) -> bool:
    """Tell whether a piece belongs to the page and not to the job description."""
    heading = piece.kind is BlockKind.HEADING
    return where.furniture or (where.header and not heading) or (where.linked and not heading)


def decoded(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return text, encoding and notes; a page's own word on its encoding counts where it fits."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = named.group(1).decode("ascii")
        try:
            text = data.decode(encoding) if _ENCODINGS.fullmatch(codecs.lookup(encoding).name) else None
            if text is not None and text.encode(encoding) == data:
                return text, encoding.lower(), ()
        except (UnicodeError, LookupError):
            pass
    return decode(data)


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, errors="xmlcharrefreplace")


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _safe(words: str, piece: Piece, index: int | None) -> str:  # noqa: ARG001 - the same wherever it stands
    return _escaped(words)


def _neighbour(raw: str, piece: Piece, text: str, newline: str) -> str:
    """Return a new block in the dress of its neighbour: the same element with the same class."""
    opening = re.sub(r"""\s+id\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", "", piece.prefix, flags=re.IGNORECASE)
    tag = re.match(r"<(li|p|h[1-6]|dd|dt)\b", opening, re.IGNORECASE)
    if tag and tag.group(1)[0].lower() == "h":
        opening, name = "<p>", "p"
    elif tag:
        name = tag.group(1)
    else:
        broken = "<br>" if piece.prefix.startswith("<") else ""
        return f"{broken}{newline}{re.sub(r'<[^>]*>', '', piece.following or piece.prefix)}{text}"
    line = raw[raw.rfind("\n", 0, piece.start) + 1 : piece.start]
    indent = line[: len(line) - len(line.lstrip())]
    return f"{newline}{indent}{opening}{text}</{name}>"


def _mirrored(raw: str, old: str, new: str) -> list[Hunk]:
    """Return the changes to the visible page that make it say what its data say now."""
    inner = kind_of(old)
    before = [block.text for block in read_as(inner, old.encode(errors="replace"), "").blocks]
    after = [block.text for block in read_as(inner, new.encode(errors="replace"), "").blocks]
    shown = {" ".join(piece.text.split()): piece for piece in reversed(PageReader(raw).pieces)}
    work: list[Hunk] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for old_text, new_text in zip(before[i:j], after[k:m], strict=False):
            piece = shown.get(" ".join(old_text.split()))
            if piece is not None:
                work += raw_changes(raw, piece, new_text, _safe)
        anchor = shown.get(" ".join(before[j - 1].split())) if j else None
        for added in after[k + (j - i) : m]:
            if anchor is not None:
                work.append((anchor.end, anchor.end, _neighbour(raw, anchor, _escaped(added), "\n")))
    return work


def _value(value: object, path: Key) -> str:
    for step in path:
        value = value[step]  # type: ignore[index]
    if isinstance(value, list):
        return "\n".join(f"- {' '.join(str(each).split())}" for each in value)
    text = str(value)
    return unescape(text) if "<" not in text and "&lt;" in text else text
