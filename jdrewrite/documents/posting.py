"""Job descriptions inside JSON values: schema.org ``JobPosting``, and plain objects whose names say as much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from html import escape, unescape
from itertools import islice
from typing import Any

import msgspec

from jdrewrite.documents.columns import Columns, choose, position
from jdrewrite.documents.json_spans import Path
from jdrewrite.documents.listing import Item, numbered
from jdrewrite.documents.parts import MOST_PARTS, Part, kind_of
from jdrewrite.documents.tables import Table, laid_out
from jdrewrite.documents.wrapping import kept_apart
from jdrewrite.model import Block, BlockKind, Field

_SECTIONS = (
    "responsibilities qualifications experienceRequirements educationRequirements skills jobBenefits "
    "incentiveCompensation workHours specialCommitments"
).split()
"""Properties of a JobPosting that hold text beside its description."""
_DEEPEST = 60
_MOST_NAMES = 200
Lines = Mapping[str, Sequence[str]]
"""Of each block the lines that stay lines, by its id."""


class Found(msgspec.Struct, frozen=True):
    """An object that is a job description."""

    path: Path
    value: dict[str, Any]
    texts: tuple[str, ...]
    """Names of the values that hold its text."""
    title: str


def postings(value: Any, columns: Columns) -> list[Found]:
    """Return every JobPosting in a JSON value, in reading order; each has its own title, where the user names none."""
    found = (
        Found(path, each, ("description", *(name for name in _SECTIONS if name in each)), _title_of(each, columns))
        for path, each in _objects(value, ())
        if _is_posting(each) and _text_of(each.get("description"))
    )
    return list(islice(found, MOST_PARTS + 1))


def records(value: Any, columns: Columns) -> list[Found]:
    """Return the objects whose names say that they hold a job description, or that the user says hold one.

    Raises:
        UnsupportedInput: the user names a field that no object has.
    """
    found: list[Found] = []
    inside: set[Path] = set()
    for path, each in _objects(value, ()):
        if len(found) > MOST_PARTS:
            break
        if any(path[:depth] in inside for depth in range(len(path))):
            continue  # part of one that was found already
        names = [name for name, one in list(each.items())[:_MOST_NAMES] if _text_of(one) is not None]
        texts = tuple(_key(word, each) for word in columns.text)
        if not names or (texts and not set(texts) & set(names)):
            continue
        # The function may be missing in some objects: it is looked up where the part is made.
        told = Columns(text=texts, title=_key(columns.title, each) if columns.title else None)
        chosen = choose(names, told, [[_text_of(each[name]) or "" for name in names]])
        if chosen is not None:
            title = "" if chosen.title is None else _words(each[names[chosen.title]])
            found.append(Found(path, each, tuple(names[i] for i in chosen.texts), title))
            inside.add(path)
    return found


def _title_of(posting: Mapping[str, Any], columns: Columns) -> str:
    told = _words(posting.get(_key(columns.title, posting))) if columns.title else ""
    return told or _words(posting.get("title"))


def _key(word: str, value: Mapping[str, Any]) -> str:
    """Return the name in an object that a user means; the word itself where none is meant."""
    names = list(islice(value, _MOST_NAMES))
    found = position(word, names)
    return word if found is None else names[found]


def part_of(found: Found, label: str, before: Path = (), columns: Columns | None = None, line: int = 0) -> Part:
    """Return the part of a file that an object is.

    Args:
        found: the object.
        label: what a person would call it.
        before: what stands before the path of the object in the address of its fields.
        columns: what the user names; only the function is taken from it.
        line: of the file at which the object begins; 0 where that is not known.
    """
    texts: list[tuple[Field, str]] = []
    for name in found.texts:
        text = _text_of(found.value.get(name))
        if text:
            heading = "" if not texts else _spaced(name)
            texts.append((Field(key=(*before, *found.path, name), heading=heading), text))
    function = _words(found.value.get(_key(columns.function, found.value))) if columns and columns.function else ""
    return Part(label=label, title=found.title, texts=tuple(texts), function=function, line=line)


def strings_for(value: Any, new: Mapping[Path, str]) -> dict[Path, tuple[str, ...]]:
    """Return the JSON strings that say the new text, escaped as they were before.

    Each stands under the path of the string whose place it takes; of a list, those that follow it there are added.
    """
    found: dict[Path, tuple[str, ...]] = {}
    for path, text in new.items():
        old = _at(value, path)
        if isinstance(old, list):
            found.update({(*path, index): said for index, said in _items(old, text).items()})
        elif text != _text_of(old):
            found[path] = (escape(text, quote=False) if _is_escaped(old) else text,)
    return found


def _items(old: list[str], text: str) -> dict[int, tuple[str, ...]]:
    """Return what changes in a list of which each line of a text says one string: new ones behind their neighbours."""
    rows = [row.removesuffix("<br>").removeprefix("- ") for row in text.split("\n") if row.strip()]
    before = [" ".join(each.split()) for each in old]
    steps = SequenceMatcher(None, before, rows, autojunk=False).get_opcodes()
    if any(j - i > m - k for _, i, j, k, m in steps):  # equal ones were taken for each other
        steps = [("replace", 0, len(old), 0, len(rows))]
    found: dict[int, tuple[str, ...]] = {}
    for tag, i, j, k, m in steps:
        if tag == "replace":
            found.update((at, (row,)) for at, row in zip(range(i, j), rows[k:m], strict=False) if before[at] != row)
        extra = rows[k + j - i : m]
        if extra and j:
            found[j - 1] = (*found.get(j - 1, (old[j - 1],)), *extra)
        elif extra:
            found[0] = (*extra, old[0])
    return found


def fragment(blocks: list[Block]) -> str:
    """Return blocks as HTML without a page around them."""
    apart, items = kept_apart(blocks), numbered(blocks)
    rows: list[str] = []
    run: list[Block] = []
    for part in laid_out(blocks):
        if isinstance(part, Block):
            run.append(part)
            continue
        rows += [*_rows(run, apart, items), *_table(part, apart, items)]
        run = []
    return "\n".join([*rows, *_rows(run, apart, items)])


def _table(table: Table, apart: Lines, items: Mapping[str, Item]) -> Iterator[str]:
    yield "<table>"
    for number, row in enumerate(table.rows):
        tag = "th" if table.heads(number) else "td"
        cells = []
        for cell in row:
            lone = cell[0] if len(cell) == 1 and cell[0].kind in {BlockKind.CELL, BlockKind.PARAGRAPH} else None
            cells.append(f"<{tag}>{_shown(apart[lone.id]) if lone else _inside(cell, apart, items)}</{tag}>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _inside(cell: Sequence[Block], apart: Lines, items: Mapping[str, Item]) -> str:
    return "\n".join(_rows(cell, apart, items))


def _shown(lines: Sequence[str]) -> str:
    return "<br>\n".join(escape(line, quote=False) for line in lines)


def _rows(blocks: Sequence[Block], apart: Lines, items: Mapping[str, Item]) -> Iterator[str]:
    """Yield blocks outside of tables, or within one cell."""
    open_lists: list[tuple[str, int | None]] = []
    """Of each list that is open its element, and which numbered list it is; None for bullets."""
    for block in blocks:
        item = items.get(block.id)
        wanted = block.level + 1 if block.kind is BlockKind.BULLET else 0
        own = item.list if item else None
        while len(open_lists) > wanted or (wanted and len(open_lists) == wanted and open_lists[-1][1] != own):
            yield f"</{open_lists.pop()[0]}>"
        while len(open_lists) < wanted:
            tag = "ol" if item and len(open_lists) == wanted - 1 else "ul"
            yield _opening(item) if item and tag == "ol" else f"<{tag}>"
            open_lists.append((tag, own if tag == "ol" else None))
        tag = {"bullet": "li", "heading": f"h{min(6, max(1, block.level))}"}.get(block.kind, "p")
        yield f"<{tag}>{_shown(apart[block.id])}</{tag}>"
    yield from (f"</{tag}>" for tag, _ in reversed(open_lists))


def _opening(item: Item) -> str:
    """Return the tag that opens a numbered list at an item; HTML sets a point behind every number."""
    style = "" if item.shape.counted == "1" else f' type="{item.shape.counted}"'
    down = " reversed" if item.step < 0 else ""
    start = "" if item.value == 1 and not down else f' start="{item.value}"'
    return f"<ol{down}{style}{start}>"


def _objects(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every object with its path, outer ones first."""
    if len(path) > _DEEPEST:
        return
    if isinstance(value, dict):
        yield path, value
        for name, inner in value.items():
            yield from _objects(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _objects(inner, (*path, index))


def _is_posting(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    return any(str(kind).rpartition("/")[2].rpartition(":")[2] == "JobPosting" for kind in _listed(kinds))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text_of(value: Any) -> str | None:
    """Return the text of a value: a string, or a list of strings as bullets; None for all else."""
    if isinstance(value, str):
        return unescape(value) if _is_escaped(value) else value
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n".join(f"- {' '.join(each.split())}" for each in value)
    return None


def _is_escaped(value: Any) -> bool:
    """Tell whether a string is HTML that was escaped once more: ``&lt;p&gt;``."""
    return isinstance(value, str) and "<" not in value and "&lt;" in value and kind_of(unescape(value)) == "html"


def _words(value: Any) -> str:
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _spaced(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
