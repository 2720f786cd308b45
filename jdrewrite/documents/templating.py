"""Tags of a site's templates (Liquid, Jekyll, Jinja) in Markdown: they are no text of the job.

What is hidden is put behind characters that no reader sees, one for one, so that every offset stays the same and the
file keeps its tags.
"""

from __future__ import annotations

import re

HIDDEN = "\u200b"
"""Stands for each character of what is hidden; ``inline`` leaves it out of the text."""
_TAG = re.compile(r"\{%-?\s*(\w*)(?:[^%\n]|%(?!\}))*?%\}")
_OUTPUT = re.compile(r"\{\{(?:[^{}\n])*\}\}")
_SHOWN = re.compile(r"[^\r\n]")
_LINE = re.compile(r"[^\r\n]+")
_SIGNS = " \t*_#>|-"
_WORD = re.compile(r"[^\W\d_]{3,}")


def without_tags(text: str) -> str:
    """Return the text with tags, comments and lines that only print a value hidden.

    A value in the middle of a sentence stays, as the sentence would have a hole without it.

    Args:
        text: Markdown, as it stands in the file.
    """
    if "{%" in text:
        for start, end in reversed(_tags(text)):
            text = text[:start] + _SHOWN.sub(HIDDEN, text[start:end]) + text[end:]
    return _LINE.sub(lambda m: _line(m.group()), text) if "{{" in text else text


def _tags(text: str) -> list[tuple[int, int]]:
    """Return where tags stand, and comments from their first tag to their last; a comment may hold others."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for tag in _TAG.finditer(text):
        spans.append(tag.span())
        if tag[1] == "comment":
            opened.append(len(spans) - 1)
        elif tag[1] == "endcomment" and opened:
            first = opened.pop()
            spans[first:] = [(spans[first][0], tag.end())]
    return spans


def _line(line: str) -> str:
    """Hide a line that only prints a value ("Job title: {{ page.title }}"), and values in a heading."""
    if "{{" not in line:
        return line
    rest = _OUTPUT.sub("", line).replace(HIDDEN, "").strip(_SIGNS)
    if not _WORD.search(rest) or rest.endswith(":"):
        return HIDDEN * len(line)
    if line.lstrip().startswith("#"):
        return _OUTPUT.sub(lambda m: HIDDEN * len(m.group()), line)
    return line
