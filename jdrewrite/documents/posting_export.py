"""A document as a JobPosting: where it came from one, all other properties of it are kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jdrewrite.documents.json_spans import Path
from jdrewrite.documents.parts import values
from jdrewrite.documents.posting import fragment, strings_for
from jdrewrite.model import Document


def posting_of(document: Document) -> dict[str, Any]:
    """Return a document as a JobPosting of schema.org.

    Args:
        document: of any format, with its edits; its texts take the place of those in the posting that it came from.
    """
    original = _original(document)
    if original is not None:
        return original
    title, blocks = document.title, list(document.blocks)
    if blocks and blocks[0].text.strip() == title:
        blocks = blocks[1:]
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": title,
        "description": fragment(blocks),
    }


def _original(document: Document) -> dict[str, Any] | None:
    """Return the posting that holds the document, with the document's texts; None where it came from elsewhere."""
    place = document.place
    if place is None or place.format not in {"json", "jsonl", "html"}:
        return None
    new = dict(values(document))
    first = next(iter(new))
    inside = 0 if place.format == "json" else 1  # the line, or the place of the script
    whole: Any = _values(place.format, place.source)[int(first[0]) if inside else 0]
    found: Any = whole
    for step in first[inside:-1]:
        found = found[step]
    if "@type" not in found:
        return None
    context = whole.get("@context") if isinstance(whole, dict) else None
    made = {**({"@context": context} if context and "@context" not in found else {}), **found}
    texts: dict[Path, str] = {key[inside:][len(first) - 1 - inside :]: text for key, text in new.items()}
    lists: dict[str, list[list[str]]] = {}
    for path, said in strings_for(found, texts).items():
        name = str(path[0])
        if len(path) == 1:
            made[name] = said[0]
        else:
            lists.setdefault(name, [[each] for each in made[name]])[int(path[1])] = list(said)
    made.update({name: [each for said in rows for each in said] for name, rows in lists.items()})
    return made


@lru_cache(maxsize=1)
def _values(format: str, source: bytes) -> dict[int, Any]:  # noqa: A002 - the user's word for it
    """Return the JSON values of a file by their address in it."""
    from jdrewrite.documents import html_page, json_file, jsonl

    if format == "json":
        return {0: json_file.values(source)}
    return jsonl.values(source) if format == "jsonl" else html_page.values(source)
