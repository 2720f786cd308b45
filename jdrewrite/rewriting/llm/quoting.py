"""The border between a job description and a model: what is quoted into a prompt, and what comes back out of it."""

from __future__ import annotations

import re
import unicodedata

import msgspec

_MARKS = re.compile(
    r"<\|(.*?)\|>|</?s>|\[/?(?:INST|SYS)\]|<</?SYS>>|<(/?)(?:start|end)_of_turn>|<(/?)think>", re.IGNORECASE
)
"""Marks by which chat templates tell who speaks; a tokenizer may take them for real even inside a text."""
_LINES = re.compile(r"^(BEGIN|END)\b")
_LINK = re.compile(r"(?:https?|ftp|file|mailto|javascript|data):|\bwww\.|\S@\S+\.\w", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z!][^>]*>|```|\]\(|\{\{|\$\{|<\|", re.IGNORECASE)
_LONGEST = 240
"""Characters of an original's rewrite beyond twice its length; no honest effect needs more."""
_WHY = 160
_FEWEST = 5
"""Words of a new line at least."""
_SAMPLES = frozenset({"one sentence", "the whole statement, reworded", "the whole statement", "at most fifteen words"})
"""What the prompts show as a pattern, and weak models copy."""


def quoted(text: str) -> str:
    """Return a text as a JSON string on one line, without invisible characters and without template marks."""
    shown = _MARKS.sub(lambda m: re.sub(r"[<>|\[\]]", " ", m.group()), visible(text))
    return msgspec.json.encode(_LINES.sub(r"(\1)", shown)).decode()


def visible(text: str) -> str:
    """Return the text without control, format, private and unassigned characters, on one line."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(kept.split())


def oddity(text: str, original: str) -> str:
    """Return why a text cannot be part of a job description, whatever it says; empty where nothing is odd.

    Args:
        text: as it came from the model, made visible.
        original: the statement that it rewrites; empty for a new line.
    """
    if not text:
        return "it is empty"
    if text.lower().rstrip(".") in _SAMPLES:
        return "it repeats the pattern of the prompt"
    if not original and len(text.split()) < _FEWEST:
        return "it is too short to say anything"
    if len(text) > 2 * len(original) + _LONGEST:
        return "it is far longer than the original"
    if _LINK.search(text) and not _LINK.search(original):
        return "it brings in an address"
    if _MARKUP.search(text) and not _MARKUP.search(original):
        return "it brings in markup"
    return ""


def reason(text: str) -> str:
    """Return the model's reason for a change as it may be shown: short, visible, without addresses."""
    shown = visible(text)
    if not shown or shown.lower().rstrip(".") in _SAMPLES or _LINK.search(shown) or _MARKUP.search(shown):
        return "Proposed by the model."
    return shown if len(shown) <= _WHY else f"{shown[: _WHY - 1].rsplit(' ', 1)[0]}…"
