"""Loads the rule files strictly: an unknown key, a doubled id or a missing example names the file and line."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.decoding import OtherShape, Unreadable, from_toml
from jdrewrite.errors import DataError
from jdrewrite.model import Rule

_WORDS = "words.toml"
_VALUES = {
    "customer": {"external", "internal"},
    "frame": {"stewardship", "inward"},
    "measure": {"customer", "index", "internal"},
    "across": {"shares", "silo"},
}
_MISSING = "missing"
"""Value of the rules that speak of a whole text, and are named after what it lacks."""
_HELP = "see CONTRIBUTING.md on how to add a rule"


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]


@cache
def all_rules() -> dict[str, Rule]:
    """Return the shipped rules by id, in the order of files and entries.

    Raises:
        DataError: a file is not valid.
    """
    return load_rules(resources.rules())


def rule(rule_id: str) -> Rule:
    """Return one rule.

    Raises:
        DataError: no rule has this id.
    """
    try:
        return all_rules()[rule_id]
    except KeyError:
        raise DataError(rule_id, "there is no such rule", "'jdrewrite explain' lists them") from None


def load_rules(folder: Path) -> dict[str, Rule]:
    """Load all rule files of a folder.

    Raises:
        DataError: not TOML, an unknown key, a doubled id, a value that the lens has not, an entry without
            patterns, examples or reason, an id of another lens or value; the subject is ``file:line``.
    """
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == _WORDS:
            continue
        for entry in _load(path):
            if entry.id in rules:
                raise _at(path, f'id = "{entry.id}"', f"the id '{entry.id}' is used twice", last=True)
            rules[entry.id] = entry
    return rules


def _load(path: Path) -> tuple[Rule, ...]:
    try:
        entries = from_toml(path.read_bytes(), _RuleFile).rule
    except OtherShape as error:
        raise _at(path, _needle(str(error)), str(error)) from None
    except Unreadable as error:
        raise DataError(str(path), f"not valid TOML: {error}", _HELP) from None
    for entry in entries:
        problem = _problem(entry)
        if problem:
            raise _at(path, f'id = "{entry.id}"', problem)
    return entries


def _problem(entry: Rule) -> str | None:
    allowed = _VALUES.get(entry.lens, {"yes"}) | {_MISSING}
    if entry.value not in allowed:
        return f"the lens '{entry.lens}' has no value '{entry.value}', only {', '.join(sorted(allowed))}"
    if entry.value != _MISSING and (not entry.id.startswith(f"{entry.lens}.{entry.value}.") or entry.id.endswith(".")):
        return f"'{entry.id}' is no id of this rule, which begins with '{entry.lens}.{entry.value}.' and goes on"
    if entry.patterns and "{evidence}" not in entry.message:
        return f"'{entry.id}': its message does not show the words that it found: {{evidence}}"
    if not entry.why.strip():
        return f"'{entry.id}' does not say why"
    if entry.level == "strength" and entry.suggestion:
        return f"'{entry.id}' is a strength, of which nothing is to be suggested"
    if not (entry.fires and entry.quiet):
        return f"'{entry.id}' needs examples in which it fires and in which it stays quiet"
    if (entry.kind == "code") is bool(entry.patterns):
        return f"'{entry.id}': a rule of the kind '{entry.kind}' {'has no' if entry.patterns else 'needs'} patterns"
    return None


def _needle(message: str) -> str:
    """Return the backquoted word of a message that can be found in the file."""
    parts = message.split("`")
    return parts[1] if len(parts) > 2 and not parts[1].startswith("$") else ""


def _at(path: Path, needle: str, reason: str, *, last: bool = False) -> DataError:
    rows = [n for n, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if needle and needle in row]
    line = (rows[-1] if last else rows[0]) if rows else 1
    return DataError(f"{path}:{line}", reason, _HELP)


@cache
def version() -> str:
    """Return 8 hex digits of a sha256 over all rule and word files, all tables, and the forms of words."""
    digest = hashlib.sha256()
    tables = (path for path in resources.tables().iterdir() if path.is_file())
    for path in (*sorted(resources.rules().glob("*.toml")), *sorted(tables), *sorted(resources.forms().iterdir())):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
