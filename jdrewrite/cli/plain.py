"""Makes text from outside safe to show: a job description must not steer the screen it is read on."""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    # A bounded middle that cannot hold another beginning: hostile text must not make this slow.
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9d]{0,2000}(?:\x07|\x1b\\|\x9c)"  # titles, links, the clipboard
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x90\x98\x9c\x9e\x9f]{0,2000}(?:\x1b\\|\x9c)"  # device strings
    r"|(?:\x1b\[|\x9b)[0-?]{0,40}[ -/]{0,4}[@-~]"  # colours, movement, erasing
    r"|\x1b[ -/]{0,4}[0-~]"  # the short ones
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_NOT_RAW_IN_JSON = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return the text without terminal control codes.

    Marks that turn the reading direction go too, and halves of characters; line feeds and tabs stay.
    """
    text = _SEQUENCES.sub("", text)
    text = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    return _SURROGATES.sub("\ufffd", _DIRECTIONS.sub("", text))


def one_line(text: str) -> str:
    """Return the cleaned text with each run of white space as one space."""
    return " ".join(clean(text).split())


def encodable(text: str) -> str:
    """Return the text as UTF-8 can hold it: a file name may have bytes that are no characters."""
    return _SURROGATES.sub("\ufffd", text)


def escape_json(text: str) -> str:
    r"""Return JSON that says the same without raw control characters; JSON escapes only those below space."""
    return _NOT_RAW_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
