"""Plants faults in good rewrites by rule: one kind a function, each independent of the judge's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Corruption = Callable[[str], "str | None"]


def _replace(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Corruption:
    compiled = re.compile(pattern)

    def corrupt(text: str) -> str | None:
        changed = compiled.sub(new, text, count=1)
        return changed if changed != text else None

    return corrupt


def _append(clause: str) -> Corruption:
    def corrupt(text: str) -> str:
        return f"{text.rstrip().rstrip('.')}{clause}."

    return corrupt


def _into_duty(clause: str) -> Corruption:
    """Put a clause where the duty ends, before an effect that was hung on."""

    def corrupt(text: str) -> str | None:
        at = text.find(", so that ")
        return f"{text[:at]}{clause}{text[at:]}" if at > 0 else None

    return corrupt


def _next_number(match: re.Match[str]) -> str:
    return str(int(match.group()) + 1)


CORRUPTIONS: dict[str, Corruption] = {
    "figure-changed": _replace(r"(?<![\w.,])\d+(?![\w.,]*\d)", _next_number),
    "number-word": _replace(r"\b(?:two|three|four|five|six|eight|fifteen|eighty)\b", "seven"),
    "money": _replace(r"(?<=[$£])\d", "9"),
    "scale": _replace(r"(?<=\d)(?:bn|B\b| billion)", " million"),
    "scale-up": _replace(r"(?<=\d)(?:m|M| million)\b", " billion"),
    "half-of-day": _replace(r"(?<=\d)( ?)a\.?m\b\.?", r"\1pm"),
    "minus": _replace(r"(?<= )(?:[-\u2212]|minus )(?=\d)", ""),
    "comparator": _replace(r"[<≤](?= ?\d)", ">"),
    "frequency": _replace(r"\b(?:daily|weekly|monthly|quarterly|annual)\b", "fortnightly"),
    "each-day": _replace(r"\b(each|every) (?:day|week|month|quarter)\b", r"\1 year"),
    "must-to-may": _replace(r"\b[Mm]ust\b(?! not| never)(?!.* not )", "may"),
    "may-to-must": _replace(r"\b[Mm]ay\b(?! not)", "must"),
    "required-preferred": _replace(r"\brequired\b", "preferred"),
    "negation-lost": _replace(r"\b(?:[Nn]ever|[Dd]o not|not) (?=\w)", ""),
    "negation-added": _replace(r"^You will |^You (?!\w+ be)", "You will not "),
    "all-some": _replace(r"\b(?:all|every|each)\b(?=[^,]*)", "some"),
    "tool-swapped": _replace(
        r"\b(?:SAP|Jira|Tableau|HubSpot|SolidWorks|Python|AWS|Windows|LIMS|CRM|CDL|YouTube)\b", "Zoho"
    ),
    "tool-added": _into_duty(" using Salesforce"),
    "duty-added": _into_duty(" and train new colleagues"),
    "duty-added-end": _append(" and approve vendor contracts"),
    "duty-added-sentence": _append(". You also manage the office budget"),
    "means-added": _into_duty(" by interviewing suppliers"),
    "right-added": _into_duty(", deciding yourself what comes first"),
    "right-sentence": _append(". You may grant refunds without asking"),
    "guarantee-added": _append(", and this happens every time, without exception"),
    "hours-added": _into_duty(" within 4 hours"),
    "requirement-added": _append(". A master's degree is required"),
    "figure-added": _append(", reaching 95% satisfaction"),
    "report-added": _append(". You report to the vice president"),
}


NEEDS = {"negation-lost": r"\b(?:never|not)\b", "all-some": r"\b(?:all|every|each)\b"}
"""Faults that are one only if the original says it too: "are not held up" in an added effect is no fact of it."""


def corruptions(original: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of fault that can be planted in a rewrite, with the corrupted text."""
    for kind, corrupt in CORRUPTIONS.items():
        if kind in NEEDS and not re.search(NEEDS[kind], original, re.IGNORECASE):
            continue
        changed = corrupt(text)
        if changed is not None:
            yield kind, changed
