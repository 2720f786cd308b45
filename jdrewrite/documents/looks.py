"""What a text looks like, for those formats that are known by more than a name or a sign at the beginning.

Each is given the text and the format that the file's name tells, None where it tells none, as of standard input.
"""

from __future__ import annotations

import re

LOOKED_AT = 50_000
"""Characters at the beginning in which the marks of a format are looked for."""
_SPACE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|ul|ol|li|div|h[1-6]|br|table|strong|script)\b[^<>]{0,500}>", re.IGNORECASE)
_MARKS = re.compile(r"^#{1,6} \S|^\|.*\|\s*$|\*\*\w[^*\n]*\*\*|\]\(https?://", re.MULTILINE)
_FRONT = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n|\ufeff?---[ \t]*\r?\n(?:[\w-]+:[^\r\n]*\r?\n)+---")


def like_json(text: str, named: str | None) -> bool:
    """Tell whether a text is JSON: by its name, or all of it is one value and its name does not say JSON lines."""
    start = beginning(text)
    if start[:1] not in {"{", "["} or named == "jsonl":
        return False
    from jdrewrite.documents import json_file

    return named == "json" or json_file.looks_so(start)


def like_jsonl(text: str, named: str | None) -> bool:
    """Tell whether a text is lines of JSON: by its name, or its first lines are objects and all of it is no JSON."""
    start = beginning(text)
    if start[:1] not in {"{", "["} or named == "json":
        return False
    from jdrewrite.documents import json_file, jsonl

    return named == "jsonl" or (start[0] == "{" and jsonl.looks_so(start) and not json_file.looks_so(start))


def like_html(text: str, named: str | None) -> bool:
    """Tell whether a text is a page, whatever its name; or a part of one, where its name leaves that open."""
    head = text[:LOOKED_AT]
    if _is_page(head):
        return True
    if named == "html":
        return bool(_TAGS.search(head))
    return named in {None, "text"} and beginning(text)[:1] == "<" and len(_TAGS.findall(head)) > 2


def like_csv(text: str, named: str | None) -> bool:
    """Tell whether a text whose name says nothing is a table with job descriptions."""
    from jdrewrite.documents import csv_rows

    return named is None and csv_rows.looks_so(text[:LOOKED_AT])


def like_markdown(text: str, named: str | None) -> bool:
    """Tell whether a text whose name says nothing has marks of Markdown."""
    head = text[:LOOKED_AT]
    return named is None and bool(_FRONT.match(head) or _MARKS.search(head))


def beginning(text: str) -> str:
    """Return a text without what may stand before its first sign."""
    return text.lstrip("\ufeff \t\r\n")


def _is_page(head: str) -> bool:
    """Tell whether a text begins as a whole page does, behind any comments."""
    match = _SPACE.match(head)
    at = match.end() if match else 0
    while head.startswith("<!--", at):
        end = head.find("-->", at + 4)
        if end < 0:
            return False
        at = end + 3
        while head[at : at + 1].isspace():
            at += 1
    return bool(_PAGE.match(head, at))
