"""How a word diff of two short texts is drawn in lines of text."""

from __future__ import annotations

from jdrewrite.cli.output import Part
from jdrewrite.language.worddiff import Op


def drawn(pieces: list[tuple[Op, str]], *, colour: bool) -> list[Part]:
    """Return the parts of a line: struck red and underlined green; without colour as marks."""
    styles: dict[Op, str] = {"same": "", "gone": "red strike", "new": "green underline"}
    marks: dict[Op, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    if colour:
        return [(text, styles[op]) for op, text in pieces]
    return [f"{marks[op][0]}{text}{marks[op][1]}" for op, text in pieces]
