"""JSON lines: one object a line, each with a job description; lines that stay are copied byte for byte."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from jdrewrite.documents.columns import Columns
from jdrewrite.documents.encodings import decode, encode
from jdrewrite.documents.hunks import patched
from jdrewrite.documents.json_file import escaped, loaded
from jdrewrite.documents.json_spans import replaced
from jdrewrite.documents.parts import MOST_PARTS, Key, Part
from jdrewrite.documents.posting import part_of, postings, records, strings_for
from jdrewrite.documents.posting_export import posting_of
from jdrewrite.errors import UnsupportedInput
from jdrewrite.model import Document


def parts(data: bytes, name: str, columns: Columns) -> tuple[Part, ...]:
    """Return the job descriptions of a JSONL file; the address of a field begins with the line's index.

    Raises:
        BrokenInput: a line that is no valid JSON.
        UnsupportedInput: no line holds a job description.
    """
    found: list[Part] = []
    for index, line in enumerate(_lines(decode(data)[0])):
        if not line.strip("\ufeff \t\r\n"):
            continue
        if len(found) > MOST_PARTS:
            break
        value = loaded(line, f"{name}:{index + 1}")
        own = ([] if columns.text else postings(value, columns)) or records(value, columns)
        for number, each in enumerate(own, 1):
            label = str(index + 1) if len(own) == 1 else f"{index + 1}.{number}"
            found.append(part_of(each, label, (index,), columns, index + 1))
    if not found:
        reason = "no line in it holds a job description"
        raise UnsupportedInput(name, reason, "give a JobPosting a line, or name the value with --column")
    return tuple(found)


def put(data: bytes, new: Mapping[Key, str]) -> bytes:
    """Return the file with new texts."""
    raw, encoding, _ = decode(data)
    lines = _lines(raw)
    by_line: dict[int, dict[Key, str]] = {}
    for key, text in new.items():
        by_line.setdefault(int(key[0]), {})[key[1:]] = text
    for index, texts in by_line.items():
        strings = strings_for(loaded(lines[index], ""), texts)
        lines[index] = patched(lines[index], replaced(lines[index], strings))
    return encode("".join(lines), encoding, escaped)


def compose_all(documents: Sequence[Document]) -> bytes:
    """Return documents as one JobPosting a line."""
    return "".join(json.dumps(posting_of(document), ensure_ascii=False) + "\n" for document in documents).encode()


def values(data: bytes) -> dict[int, Any]:
    """Return the value of each line that is not blank, by its index."""
    lines = _lines(decode(data)[0])
    return {index: loaded(line, "") for index, line in enumerate(lines) if line.strip("\ufeff \t\r\n")}


def looks_so(text: str) -> bool:
    """Tell whether the first two lines of a text are JSON objects."""
    lines = [line for line in text.split("\n", 4)[:4] if line.strip()][:2]
    try:
        return bool(lines) and all(isinstance(json.loads(line, strict=False), dict) for line in lines)
    except (ValueError, RecursionError):
        return False


def _lines(raw: str) -> list[str]:
    """Return the lines with their line feeds; JSON strings may hold the other line breaks of Unicode."""
    lines = raw.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]
