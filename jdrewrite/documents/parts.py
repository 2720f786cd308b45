"""Documents whose text stands in fields of a file: how they are made of the fields, and taken apart again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from importlib import import_module

import msgspec

from jdrewrite.documents.border import check_length
from jdrewrite.errors import BrokenInput
from jdrewrite.model import Document, Field, Place

Key = tuple[int | str, ...]
MOST_PARTS = 20_000
"""Job descriptions in one file; more would not be read by a person, and are better split."""

_MARK = "\x1e"
"""Stands before the heading of a field inside the joined text. Readers do not see control characters."""
_PLAIN = f"<pre>{_MARK}"
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|i|span|table|section)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\w[^*\n]*\*\*|^ {0,3}[*+-] .*\]\(\S", re.MULTILINE)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a file that holds job descriptions."""

    label: str
    """What a person would call it: the row's number, the line's."""
    title: str
    texts: tuple[tuple[Field, str], ...]
    """The fields that hold text, each with its value."""
    function: str = ""
    """What the record itself calls the job's function."""
    line: int = 0
    """As ``Place.line``."""
    blank: bool = False
    """Nothing at all stands in the record."""


def documents_of(parts: Sequence[Part], data: bytes, name: str, format: str) -> tuple[Document, ...]:  # noqa: A002
    """Return one document for each part that has words in it.

    Args:
        parts: the records.
        data: the whole file.
        name: what to call it.
        format: of the file.

    Raises:
        UnsupportedInput: a text longer than any job description.
        BrokenInput: more job descriptions than can be meant.
    """
    told = [part for part in parts if _says_something(part)]
    if len(told) > MOST_PARTS:
        reason = f"it holds {len(told):,} job descriptions and the limit is {MOST_PARTS:,}"
        raise BrokenInput(name, reason, "split it into several files")
    several = len(told) > 1
    empty = tuple(part.label for part in parts if not part.blank and not _says_something(part))
    return tuple(
        _document(part, data, f"{name}#{part.label}" if several else name, format, empty if number == 0 else ())
        for number, part in enumerate(told)
    )


def _says_something(part: Part) -> bool:
    return any(any(c.isalnum() for c in text) for _, text in part.texts)


def _document(part: Part, data: bytes, name: str, format: str, empty: tuple[str, ...]) -> Document:  # noqa: A002
    texts = [(field, text) for field, text in part.texts if text.strip()]
    check_length("".join(text for _, text in texts), name)
    inner = kind_of("\n".join(text for _, text in texts))
    if any(_MARK in text for _, text in texts):
        texts = texts[:1]
    source = "".join(
        _dressed(inner, text) if number == 0 else _join(inner, field.heading) + _dressed(inner, text)
        for number, (field, text) in enumerate(texts)
    )
    encoded = source.encode("utf-8", errors="replace")
    document = read_as(inner, encoded, name)
    title = " ".join(part.title.split())
    return msgspec.structs.replace(
        document,
        path=name,
        title=title or document.title,
        title_from="" if title else document.title_from,
        function=" ".join(part.function.split()),
        place=Place(
            format=format,
            source=data,
            fields=tuple(field for field, _ in texts),
            label=part.label,
            line=part.line,
            empty=empty,
        ),
    )


def read_as(inner: str, source: bytes, name: str) -> Document:
    """Read the text of a field in the format that it is written in."""
    module = {"html": "html_page", "markdown": "markdown", "text": "text"}[inner]
    found: Document = import_module(f"jdrewrite.documents.{module}").read(source, name)
    return found


def kind_of(text: str) -> str:
    """Return in which format the value of a field is written."""
    if _TAG.search(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"


def values(document: Document) -> list[tuple[Key, str]]:
    """Return the text of each field of a document, to be put back in its place."""
    if document.place is None:
        return []
    rest = document.source.decode()
    found: list[str] = []
    for field in document.place.fields[1:]:
        joint = _join(document.format, field.heading)
        before, seen, after = rest.partition(joint)
        if not seen:
            raise BrokenInput(document.path, f"the heading '{field.heading}' is gone", "leave the headings as they are")
        found.append(before)
        rest = after
    return [(field.key, _undressed(text)) for field, text in zip(document.place.fields, [*found, rest], strict=True)]


def _dressed(inner: str, text: str) -> str:
    """Return plain text as it can stand beside HTML: its line breaks and signs have to count."""
    return text if inner != "html" or kind_of(text) == "html" else f"{_PLAIN}{escape(text, quote=False)}</pre>"


def _undressed(text: str) -> str:
    plain = text.startswith(_PLAIN) and text.endswith("</pre>")
    return unescape(text.removeprefix(_PLAIN).removesuffix("</pre>")) if plain else text


def _join(inner: str, heading: str) -> str:
    """Return what stands between two fields: the name of the second as a heading."""
    words = " ".join(heading.replace("_", " ").split())
    words = words[:1].upper() + words[1:]
    if inner == "html":
        safe = words.replace("&", "&amp;").replace("<", "&lt;")
        return f"\n<h2>{_MARK}{safe}</h2>\n"
    return f"\n\n## {_MARK}{words}\n\n" if inner == "markdown" else f"\n\n{_MARK}{words}:\n\n"


def grouped(documents: Iterable[Document]) -> dict[Key, str]:
    """Return the fields of several documents of one file."""
    return {key: text for document in documents for key, text in values(document)}
