"""Where each value of a JSON text stands, so that one string can be replaced and all else stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Path = tuple[int | str, ...]
_ENDS_SCRIPT = re.compile(r"<(?=!--|script)", re.IGNORECASE)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)", re.DOTALL
)
"""An escape in a string; what the group holds is half of a character, which no file can be written with."""
_TOKEN = re.compile(r'[\s,:]*(?:("[^"\\]*(?:\\.[^"\\]*)*")|([{\[])|([}\]])|([^\s,:{}\[\]"]+))', re.DOTALL)


def whole(raw: str) -> str:
    """Return a JSON text of the same length, with the sign for an unknown character where it has half of one."""
    return _ESCAPE.sub(lambda found: "\\ufffd" if found[1] else found[0], raw) if "\\ud" in raw.lower() else raw


def strings(raw: str) -> dict[Path, tuple[int, int]]:
    """Return the span of each string value of a valid JSON text, quotes included, by its path from the root."""
    found: dict[Path, tuple[int, int]] = {}
    path: list[int | str] = []
    inside: list[str] = []
    name_next = False
    for match in _TOKEN.finditer(raw):
        text, opened, closed, _ = match.groups()
        if closed:
            inside.pop()
            if inside:
                name_next = _step(path, inside)
            continue
        if text and name_next:
            path[-1] = json.loads(text, strict=False)
            name_next = False
            continue
        if opened:
            inside.append(opened)
            path.append("" if opened == "{" else 0)
            name_next = opened == "{"
            continue
        if text:
            found[tuple(path)] = match.span(1)
        if inside:
            name_next = _step(path, inside)
    return found


def _step(path: list[int | str], inside: list[str]) -> bool:
    """Go on to the next place in the container around; tell whether a name comes there."""
    del path[len(inside) :]
    last = path[-1]
    if inside[-1] == "[" and isinstance(last, int):
        path[-1] = last + 1
    return inside[-1] == "{"


def replaced(raw: str, new: Mapping[Path, Sequence[str]], *, in_script: bool = False) -> list[tuple[int, int, str]]:
    """Return the changes that put new strings at some paths; strings that say the same already are left alone.

    Args:
        raw: a valid JSON text.
        new: for each path the string that stands there, and in a list those that are added behind it.
        in_script: the JSON stands in a script element, which a string with ``</`` in it would end.
    """
    found = []
    raw = whole(raw)
    spans = strings(raw)
    ascii_only = "\\u" in raw and raw.isascii()

    def literal(text: str) -> str:
        said = json.dumps(text, ensure_ascii=ascii_only)
        return _ENDS_SCRIPT.sub(r"\\u003c", said.replace("</", "<\\/")) if in_script else said

    for path, (text, *added) in new.items():
        start, end = spans[path]
        if json.loads(raw[start:end], strict=False) != text:
            found.append((start, end, literal(text)))
        if added:
            space = raw[len(raw[:start].rstrip()) : start]
            found.append((end, end, "".join(f",{space}{literal(each)}" for each in added)))
    return found
