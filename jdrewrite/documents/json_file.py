"""JSON: a ``JobPosting``, several of them, or objects with a job description in one of their values."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from jdrewrite.documents.columns import Columns
from jdrewrite.documents.encodings import decode, encode
from jdrewrite.documents.hunks import patched
from jdrewrite.documents.json_spans import replaced, whole
from jdrewrite.documents.parts import Key, Part
from jdrewrite.documents.posting import part_of, postings, records, strings_for
from jdrewrite.documents.posting_export import posting_of
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.model import Document

MOST_OBJECTS = 300_000
"""Objects in one text; 20,000 postings with all that belongs to them have fewer."""


def parts(data: bytes, name: str, columns: Columns) -> tuple[Part, ...]:
    """Return the job descriptions of a JSON file.

    Raises:
        BrokenInput: no valid JSON.
        UnsupportedInput: no value holds a job description.
    """
    value = loaded(decode(data)[0], name)
    found = ([] if columns.text else postings(value, columns)) or records(value, columns)
    if not found:
        reason = "no value in it holds a job description"
        raise UnsupportedInput(name, reason, "give a JobPosting, or name the value with --column")
    return tuple(part_of(each, str(number), columns=columns) for number, each in enumerate(found, 1))


def put(data: bytes, new: Mapping[Key, str]) -> bytes:
    """Return the file with new texts; every character outside the strings that change stays as it is."""
    raw, encoding, _ = decode(data)
    return encode(patched(raw, replaced(raw, strings_for(loaded(raw, ""), new))), encoding, escaped)


def escaped(character: str) -> str:
    """Return how a string of JSON says a character by its number."""
    return json.dumps(character)[1:-1]


def compose_all(documents: Sequence[Document]) -> bytes:
    """Return documents as JobPosting: one object, or a list of them."""
    made: Any = [posting_of(document) for document in documents]
    return (json.dumps(made[0] if len(made) == 1 else made, ensure_ascii=False, indent=2) + "\n").encode()


def values(data: bytes) -> Any:
    """Return the value of a file."""
    return loaded(decode(data)[0], "")


def loaded(raw: str, name: str) -> Any:
    r"""Return the value of a JSON text; raw line breaks in strings, which many pages have, are allowed.

    Half of a character (``\ud800`` alone) is read as the sign for an unknown one: with it nothing can be written.

    Raises:
        BrokenInput: no valid JSON, or nested deeper than any document.
    """
    if _is_endless(raw):
        reason = "it has more objects and values than a file of job descriptions"
        raise BrokenInput(name, reason, "split it into several files")
    try:
        return json.loads(whole(raw.lstrip("\ufeff")), strict=False)
    except json.JSONDecodeError as error:
        reason = f"it is no valid JSON ({error.msg.lower()} in line {error.lineno}, column {error.colno})"
        raise BrokenInput(name, reason, "check that it is whole, and mend that place") from None
    except (RecursionError, ValueError):
        raise BrokenInput(name, "its JSON is not safe to open", "ask for another copy") from None


def looks_so(text: str) -> bool:
    """Tell whether a text is one JSON value that may hold a job description."""
    if text[:1] not in {"{", "["}:
        return False
    if _is_endless(text):
        return True
    try:
        return isinstance(json.loads(text, strict=False), dict | list)
    except (ValueError, RecursionError):
        return False


def _is_endless(raw: str) -> bool:
    return raw.count("{") > MOST_OBJECTS or raw.count('"') > 10 * MOST_OBJECTS
