"""A small report of headings, sentences, lists and tables, as lines of text, Markdown, or a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

import msgspec

GENERATOR = "jdrewrite report"
"""Mark that every report carries, by which an audit knows that it is no job description."""
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d2733}"
    "table{border-collapse:collapse}th,td{padding:.25rem .7rem;border-bottom:1px solid #d9dfe6;text-align:left}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_ACTIVE = re.compile(r"([*_`\[\]<>\\|#])")
_FIGURE = re.compile(r"[+-]?[\d,.]+( ?%| points)?|-")


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


class Line(msgspec.Struct, frozen=True):
    """A sentence or paragraph."""

    text: str


class Bullets(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[str, ...]


class Grid(msgspec.Struct, frozen=True):
    """A table; cells that are figures stand to the right."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Line | Bullets | Grid


def text(parts: list[Part]) -> Iterator[tuple[str, bool]]:
    """Yield lines for a terminal, and whether each is a heading."""
    for part in parts:
        match part:
            case Heading(words, level):
                if level > 1:
                    yield "", False
                yield words, True
            case Line(words):
                yield words, False
            case Bullets(items):
                yield from ((f"- {item}", False) for item in items)
            case Grid(names, rows):
                widths = [max(len(row[i]) for row in (names, *rows)) for i in range(len(names))]
                for row in (names, *rows):
                    cells = (_aligned(cell, width, i) for i, (cell, width) in enumerate(zip(row, widths, strict=True)))
                    yield "  ".join(cells).rstrip(), False


def markdown(parts: list[Part]) -> str:
    """Return Markdown; nothing in a text is taken as a mark."""
    out: list[str] = []
    for part in parts:
        match part:
            case Heading(words, level):
                out.append(f"{'#' * level} {_marked(words)}")
            case Line(words):
                out.append(_marked(words))
            case Bullets(items):
                out.append("\n".join(f"- {_marked(item)}" for item in items))
            case Grid(names, rows):
                lines = [names, tuple("---" for _ in names), *rows]
                out.append("\n".join(f"| {' | '.join(_marked(cell) for cell in row)} |" for row in lines))
    return "\n\n".join([*out, f"<!-- {GENERATOR} -->"]) + "\n"


def html(parts: list[Part]) -> str:
    """Return a page that needs nothing else and runs nothing."""
    title = next((escape(part.text) for part in parts if isinstance(part, Heading)), "Report")
    body: list[str] = []
    for part in parts:
        match part:
            case Heading(words, level):
                body.append(f"<h{level}>{escape(words)}</h{level}>")
            case Line(words):
                body.append(f"<p>{escape(words)}</p>")
            case Bullets(items):
                body.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")
            case Grid(names, rows):
                head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
                cells = "\n".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
                body.append(f"<table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="{GENERATOR}">'
        f"<title>{title}</title>"
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><style>{_STYLE}</style></head>\n<body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _aligned(cell: str, width: int, place: int) -> str:
    return cell.ljust(width) if place == 0 else cell.rjust(width)


def _marked(words: str) -> str:
    return _ACTIVE.sub(r"\\\1", " ".join(words.split()))


def _cell(words: str) -> str:
    kind = ' class="n"' if _FIGURE.fullmatch(words) else ""
    return f"<td{kind}>{escape(words)}</td>"
