"""How a verdict reads on a screen."""

from __future__ import annotations

from collections.abc import Iterable

from jdrewrite.cli.output import Page
from jdrewrite.cli.plain import one_line
from jdrewrite.model import Fact, Verdict, told_once

_KEPT = 12
"""Facts of changed lines that are named as kept; of the others their number."""
_FAILING = ("lost", "invented", "changed")
WHAT = {
    "acts": "something that is done",
    "blocks": "a whole line",
    "content": "what the work is about",
    "figures": "a figure",
    "frequency": "how often or how much",
    "guarantees": "a promise",
    "joined": "beside what was there",
    "locked": "a line on law or pay, or a notice",
    "members": "one of several",
    "modality": "how strictly it binds",
    "names": "a name",
    "qualifications": "which kind",
    "rates": "how often",
    "reporting": "who leads whom",
    "rights": "a right to decide",
}
"""What the bare words of a fact are, by its check; others say it themselves."""


def word(verdict: Verdict | None) -> tuple[str, str]:
    """Return the outcome in one word, and its colour."""
    if verdict is None:
        return "not verified", "yellow"
    if verdict.doubtful:
        return "in doubt", "yellow"
    return ("passed", "green") if verdict.passed else ("refused", "red")


def why(verdict: Verdict) -> str:
    """Return what was lost, invented or changed, in one line; empty where nothing was."""
    groups = _groups(verdict)
    return "; ".join(f"{name} {_quoted(name, facts)}" for name, facts in groups if facts)


def counts(verdict: Verdict) -> str:
    """Return how many facts were lost, invented and changed."""
    return ", ".join(f"{len(facts)} {name}" for name, facts in _groups(verdict) if facts)


def is_new_line(fact: Fact) -> bool:
    """Tell whether a fact is a whole new line that nobody agreed to, and not something made up in a line."""
    return fact.check == "agreement"


def _groups(verdict: Verdict) -> list[tuple[str, list[Fact]]]:
    """Return the facts for which a rewrite does not pass, without the whole new lines."""
    others = {"changed": verdict.invented}
    return [
        (name, list(told_once([f for f in getattr(verdict, name) if not is_new_line(f)], others.get(name, ()))))
        for name in _FAILING
    ]


def show(page: Page, verdict: Verdict, units: tuple[str, str] = ("line", "line")) -> None:
    """Print a verdict: the outcome first, then every fact that a person should see, with its lines.

    Args:
        page: where it is printed.
        verdict: on a statement, whose facts have no lines, or on a document.
        units: what the numbers count in the original and in the rewrite: lines, or paragraphs in Word.
    """
    outcome, colour = word(verdict)
    page.line("Verdict    ", (outcome, colour))
    rows = (
        ("- lost", told_once(verdict.lost), "red"),
        ("+ invented", told_once([f for f in verdict.invented if not is_new_line(f)]), "red"),
        ("+ new line, to be agreed with the manager", [f for f in verdict.invented if is_new_line(f)], "yellow"),
        ("~ changed", told_once(verdict.changed, verdict.invented), "red"),
        ("  added purpose", verdict.added_purpose, "green"),
        ("  warning", verdict.warnings, "yellow"),
    )
    for name, facts, style in rows:
        for fact in facts:
            what = _what(name[2:], fact, "  ")
            page.line((f"{name}: ", style), one_line(fact.text), what, _where(fact, units), indent=2)
    if verdict.kept:
        kept = list(dict.fromkeys(f"“{one_line(fact.text)}”" for fact in verdict.kept))
        more = f" and {len(kept) - _KEPT} more" if len(kept) > _KEPT else ""
        page.line(("  kept: ", "green"), ", ".join(kept[:_KEPT]), more, indent=2)


def _where(fact: Fact, units: tuple[str, str]) -> str:
    """Return where to look: " in line 12 of the original, line 14 of the rewrite"; nothing for single statements."""
    numbers = ((units[0], fact.original_line, "original"), (units[1], fact.line, "rewrite"))
    places = [f"{unit} {number} of the {side}" for unit, number, side in numbers if number]
    return f" in {', '.join(places)}" if places else ""


def _quoted(name: str, facts: Iterable[Fact]) -> str:
    return ", ".join(f'"{one_line(fact.text)}"{_what(name, fact, " ")}' for fact in facts)


def _what(name: str, fact: Fact, gap: str) -> str:
    """Return what a fact is that is told in bare words of the texts, in brackets; the others are told in sentences."""
    bare = name in {"lost", "invented"} and fact.check in WHAT and not fact.text.startswith("“")
    return f"{gap}({WHAT[fact.check]})" if bare else ""
