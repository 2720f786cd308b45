"""The page of one rule, as ``jdrewrite explain`` prints it."""

from __future__ import annotations

import re

from jdrewrite.model import Rule

SEEDS = {
    "000": "Improve customer experience by eliminating customer-focus boundaries (Hunsaker)",
    "001": "Staying customer focused from the inside out (Walters)",
    "002": "How are you establishing a customer focus in your organization? (Walters)",
    "003": "5 ways to bring a customer experience focus to everyone (Dlin)",
    "004": "Customer experience for the future: context is king (Hunsaker)",
    "guide": "settled case of the lens guide",
    "project": "this project's own rule",
}


_SLOT = re.compile(r"\{(\w+)\}(\.?)")
_IN_GENERAL = {"customers": "customers", "evidence": "“...”"}
"""What stands in a slot on a page that speaks of no text; in any other, dots."""


def page(entry: Rule) -> str:
    """Return a rule's page as plain text."""
    rows = [
        entry.id,
        "=" * len(entry.id),
        f"lens        {entry.lens}: {entry.value}",
        f"level       {entry.level}",
        f"says        {_said(entry.message)}",
        f"why         {entry.why}",
        f"source      {SEEDS[entry.seed]}",
    ]
    if entry.suggestion:
        rows.append(f"suggestion  {_said(entry.suggestion)}")
    if entry.fires:
        rows += ["", "Fires on:", *(f"  - {text}" for text in entry.fires)]
        rows += ["Stays quiet on:", *(f"  - {text}" for text in entry.quiet)]
    if entry.patterns:
        rows += ["", f"Patterns ({entry.kind}):", *(f"  {pattern}" for pattern in entry.patterns)]
    return "\n".join(rows)


def _said(text: str) -> str:
    """Return what a rule says, without the names of what a text fills in."""
    return _SLOT.sub(lambda slot: _IN_GENERAL[slot[1]] + slot[2] if slot[1] in _IN_GENERAL else "...", text)
