"""Findings: what stands there (strengths, inward ends) and what is missing, each with its rule and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdrewrite.analysis import advice
from jdrewrite.analysis.rules import Book, Rule
from jdrewrite.catalogue import GENERAL, Function, functions, motive_in, outputs_in, quiet, singular
from jdrewrite.model import ROLE_SECTIONS, WORK_SECTIONS, BlockKind, Evidence, Finding, Labels, Lens, Statement

_HELD = 6
"""Remarks of the kind "says what is done, not what customers have of it": more would be noise."""
_GOES_ON = re.compile(r" ([a-z]{3,}s)\b(?!['’])")
_NO_NAMES = frozenset("as is was has does its this plus always sometimes besides towards".split())
"""What ends as nouns in the plural do."""
_GLOBAL: tuple[tuple[str, Lens], ...] = (
    ("customer.missing", "customer"),
    ("purpose.missing", "frame"),
    ("sight.missing", "sight"),
    ("voice.missing", "voice"),
    ("authority.missing", "authority"),
    ("measure.missing", "measure"),
    ("across.missing", "across"),
    ("people.missing", "people"),
)


def findings(statements: Sequence[Statement], function: Function, customers: str, rules: Book) -> tuple[Finding, ...]:
    """Return all findings, in the order of the text, those about the whole last.

    Args:
        statements: labelled statements of one job description.
        function: the catalogue entry that suggestions follow.
        customers: the plural word for those served.
        rules: the rules in force.
    """
    role = [s for s in statements if s.section in ROLE_SECTIONS and s.kind is not BlockKind.HEADING]
    aims = _aims_of_employer(statements)
    found = [
        f for s in role for f in _present(s, function, customers, rules) if s.id not in aims or f.level == "strength"
    ]
    found = _once(found + _effects_missing([s for s in role if s.id not in aims], function, customers, rules))
    order = {s.id: n for n, s in enumerate(statements)}
    found.sort(key=lambda f: (order[f.statement or ""], f.start, f.rule))
    return (*found, *_whole(role, function, customers, rules))


def _aims_of_employer(statements: Sequence[Statement]) -> frozenset[str]:
    """Return the ids of the items that go on a sentence about the employer: "we build services that:".

    They may read like duties, and are what the whole organisation is there for: nothing is missing in them.
    """
    aims: set[str] = set()
    lead: Statement | None = None
    for s in statements:
        if s.kind is not BlockKind.BULLET:
            lead = s
        elif lead is not None and lead.section == "company" and lead.text.rstrip().endswith(":"):
            aims.add(s.id)
    return frozenset(aims)


def _present(statement: Statement, function: Function, customers: str, rules: Book) -> Iterator[Finding]:
    """Yield one finding for each lens through which the statement says something.

    Args:
        statement: a line.
        function: whose motives give an example of another end.
        customers: the plural word for those served.
        rules: the rules in force.
    """
    told: set[str] = set()
    for first in statement.evidence:
        if (
            first.lens in told
            or first.lens in rules.off
            or (first.lens == "customer" and not _more_than_named(statement.labels))
        ):
            continue
        told.add(first.lens)
        yield _finding(statement, _plainest(statement, first), function, customers, rules)


def _plainest(statement: Statement, first: Evidence) -> Evidence:
    """Return the evidence of a lens that names those served itself, where one does, else the first."""
    named = [e for e in statement.evidence if e.lens == "customer" and e.value == "external"]
    same = [e for e in statement.evidence if (e.lens, e.value) == (first.lens, first.value)]
    holds = (e for e in same if any(e.start <= one.start and one.end <= e.end for one in named))
    return next(holds, first)


def _once(found: list[Finding]) -> list[Finding]:
    """Leave out what else is asked of words that are already named as an end of the organisation's own."""
    ends = [f for f in found if f.rule.startswith("frame.inward.")]

    def named(f: Finding) -> bool:
        return any(f.statement == end.statement and f.start < end.end and end.start < f.end for end in ends)

    return [f for f in found if not f.rule.startswith(("measure.internal.", "sight.here")) or not named(f)]


def _more_than_named(labels: Labels) -> bool:
    return labels.frame != "neutral" or labels.sight or labels.voice


def _finding(statement: Statement, evidence: Evidence, function: Function, customers: str, rules: Book) -> Finding:
    entry = rules.rule(evidence.rule)
    excerpt = statement.text[evidence.start : evidence.end]
    suggestion = advice.fill(entry.suggestion, customers)
    motive = motive_in(function, statement.text) if entry.value == "inward" else None
    wording = [*(f"{{customers}} can {text}" for text in motive.ability), *motive.state] if motive else []
    if wording:
        example = advice.fill(advice.pick(wording, statement.fingerprint), customers)
        suggestion = f"{suggestion} For instance: {example}."
    message = entry.message.replace("{evidence}", f"“{excerpt}”").replace("{customers}", customers)
    return _at(statement, (evidence.start, evidence.end), entry, message, suggestion)


def _at(s: Statement, span: tuple[int, int], entry: Rule, message: str, suggestion: str) -> Finding:
    """Return what a rule finds in a part of a statement."""
    start, end = span
    return Finding(
        id=f"{entry.id}@{s.fingerprint}",
        rule=entry.id,
        lens=entry.lens,
        level=entry.level,
        statement=s.id,
        line=s.line,
        start=start,
        end=end,
        excerpt=s.text[start:end],
        message=message,
        suggestion=suggestion,
    )


def _effects_missing(role: list[Statement], function: Function, customers: str, rules: Book) -> list[Finding]:
    """Return remarks on the duties whose effect the catalogue knows and the text does not say, best matches first."""
    if not rules.speaks("sight.here") or "sight" in rules.off:
        return []
    entry = rules.rule("sight.here")
    candidates = []
    shown = {s.block for s in role if s.labels.sight}
    for s in role:
        if s.section not in WORK_SECTIONS or s.block in shown or s.labels.frame == "stewardship":
            continue
        matches = [m for m in outputs_in(function, s.text) if f"{function.slug}/{m.output.id}" not in quiet()]
        if matches:
            candidates.append((s, matches[0]))
    candidates.sort(key=lambda pair: -pair[1].strength)
    found = []
    for s, match in candidates[:_HELD]:
        effect = advice.effect(match.output, customers, s.fingerprint)
        end = _whole_name(s.text, match.end)
        message = entry.message.replace("{evidence}", s.text[match.start : end]).replace("{customers}", customers)
        suggestion = entry.suggestion.replace("{effect}", effect)
        found.append(_at(s, (match.start, end), entry, message, suggestion))
    return found


def _whole_name(text: str, end: int) -> int:
    """Return where a name ends of which one thing is known: "handles payment" of "handles payment disputes"."""
    goes_on = _GOES_ON.match(text, end)
    named = goes_on and goes_on[1] not in _NO_NAMES and singular(goes_on[1]) != goes_on[1]
    last = text[:end].rsplit(maxsplit=1)[-1].lower()
    return goes_on.end() if goes_on and named and singular(last) == last else end


def lacking(statements: Sequence[Statement]) -> list[tuple[str, Lens]]:
    """Return the rules that find something missing in the whole, with their lenses, whatever a project leaves out."""
    role = [s for s in statements if s.section in ROLE_SECTIONS and s.kind is not BlockKind.HEADING]
    return [(rule, lens) for rule, lens in _GLOBAL if not _says(rule, role)]


def _whole(role: list[Statement], function: Function, customers: str, rules: Book) -> Iterator[Finding]:
    for rule_id, lens in _GLOBAL:
        if lens in rules.off or not rules.speaks(rule_id) or _says(rule_id, role):
            continue
        entry = rules.rule(rule_id)
        yield Finding(
            id=f"{rule_id}@document",
            rule=rule_id,
            lens=lens,
            level=entry.level,
            statement=None,
            line=None,
            start=0,
            end=0,
            excerpt="",
            message=entry.message.replace("{customers}", customers),
            suggestion=suggestion(entry.suggestion, function, lens, customers),
        )


def suggestion(template: str, function: Function, lens: Lens, customers: str) -> str:
    """Return a suggestion for something missing, with an example of the function."""
    key = f"{function.slug}/{lens}"
    if "{line}" in template:
        template = template.replace("{line}", advice.line(function, lens, customers, key))
    if "{purpose}" in template:
        template = template.replace("{purpose}", advice.pick(function.purpose or functions()[GENERAL].purpose, key))
    return advice.fill(template, customers)


def _says(rule_id: str, role: list[Statement]) -> bool:
    """Tell whether what the rule misses is there."""
    labels = [s.labels for s in role]
    match rule_id:
        case "customer.missing":
            return any(found.customer != "none" for found in labels)
        case "purpose.missing":
            return any(s.section == "purpose" for s in role)
        case "sight.missing":
            return any(found.sight or found.frame == "stewardship" for found in labels)
        case "measure.missing":
            return any(found.measure == "customer" for found in labels)
        case "across.missing":
            return any(found.across == "shares" for found in labels)
        case _:
            return any(getattr(found, rule_id.split(".", maxsplit=1)[0]) for found in labels)
