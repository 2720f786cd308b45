"""The modules of the formats by name, and what the user calls them; the table itself is ``jdrewrite.formats``."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from jdrewrite.documents.protocols import Format, Records
from jdrewrite.errors import UnsupportedInput
from jdrewrite.formats import FORMATS, format_for_path
from jdrewrite.model import Document


def text_format(name: str) -> Format:
    """Return the module of a format that holds one text; it is loaded when it is first needed."""
    return cast("Format", import_module(FORMATS[name].module))


def records_format(name: str) -> Records:
    """Return the module of a format that holds texts as values; it is loaded when it is first needed."""
    return cast("Records", import_module(FORMATS[name].module))


def targets() -> list[str]:
    """Return the formats in which any document can be written, as the user names them."""
    return [entry.endings[0].removeprefix(".") for entry in FORMATS.values() if entry.made]


def format_named(word: str) -> str:
    """Return the format that a word means: its name, or an ending.

    Raises:
        UnsupportedInput: there is no such format.
    """
    if word in FORMATS:
        return word
    found = format_for_path(f"x.{word}") if word else None
    if found is None:
        raise UnsupportedInput(word, "there is no such format", f"choose one of: {', '.join(targets())}")
    return found


def own_format(document: Document) -> str:
    """Return the format in which a document's file is written when nobody asks for another."""
    own = document.place.format if document.place else document.format
    return FORMATS[own].instead or own
