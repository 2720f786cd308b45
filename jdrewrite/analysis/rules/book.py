"""The rules and words in force: what ships, and what a project's settings change."""

from __future__ import annotations

import fnmatch
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

import msgspec

from jdrewrite.analysis.rules.loader import all_rules, version
from jdrewrite.analysis.rules.words import classes, forms
from jdrewrite.catalogue.inflection import plural
from jdrewrite.errors import DataError
from jdrewrite.model import Changes, Lens, Rule

_ASK = (".missing", ".here")
"""Ends of the ids of rules that find nothing in a line, and ask for what it leaves out."""


class Book:
    """Rules by id and word classes by name; the same object for the same changes."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.classes: Mapping[str, frozenset[str]] = _classes(changes)
        self.rules: dict[str, Rule] = _rules(changes)
        self.off: frozenset[Lens] = _off(changes, self.rules)
        """Lenses of which every rule that finds something in a line is disabled: they are left out of everything that
        is asked for."""
        # What a line says is read as ever: other lenses go by it, as "names them" does by the good that is done.
        self.rules |= {name: rule for name, rule in _known(changes).items() if rule.lens in self.off}
        self.decisive = frozenset({*(r.id for r in changes.rules), *(r.id for r in self.rules.values() if r.sure)})
        """Rules whose finds stand: a project's own, which the trained model has never seen, and those marked sure."""

    def rule(self, rule_id: str) -> Rule:
        """Return one rule, disabled ones included: what was found under it before must still be explained.

        Raises:
            DataError: no rule has this id.
        """
        found = self.rules.get(rule_id) or all_rules().get(rule_id)
        if found is None:
            raise DataError(rule_id, "there is no such rule", "'jdrewrite explain' lists them")
        return found

    def speaks(self, rule_id: str) -> bool:
        """Tell whether a rule is in force."""
        return rule_id in self.rules

    @cached_property
    def turned(self) -> tuple[str, ...]:
        """Patterns of levels that make suggestions or warnings of rules that praise, in their order."""
        known = _known(self.changes)
        praise = {name for name, entry in known.items() if entry.level == "strength"}
        now = [name for name, entry in self.rules.items() if name in praise and entry.level != "strength"]
        patterns = dict.fromkeys(name for name, level in self.changes.levels if level != "strength")
        return tuple(pattern for pattern in patterns if fnmatch.filter(now, pattern))

    @cached_property
    def plurals(self) -> dict[str, str]:
        """The project's words for those it serves, in every form, with their plural."""
        found = {}
        for noun in self.changes.external:
            found.update(dict.fromkeys(forms(noun.lower(), "nouns"), plural(noun.lower())))
        return found

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The project's words for those it serves and for colleagues it serves, in every form."""
        return _added(self.changes.external) | _added(self.changes.internal)

    @cached_property
    def own_colleagues(self) -> frozenset[str]:
        """The project's words for colleagues it serves, in every form."""
        return _added(self.changes.internal)

    @cached_property
    def version(self) -> str:
        """The version of the shipped rules, and a digest of the changes where there are any."""
        if self.changes == Changes():
            return version()
        return f"{version()}+{hashlib.sha256(msgspec.json.encode(self.changes)).hexdigest()[:8]}"


@cache
def book(changes: Changes | None = None) -> Book:
    """Return the rules in force.

    Raises:
        DataError: a rule file is not valid, or a change names a rule that does not exist.
    """
    return Book(changes or Changes())


def _classes(changes: Changes) -> dict[str, frozenset[str]]:
    known = dict(classes())
    for name, nouns in (("external", changes.external), ("internal_named", changes.internal)):
        known[name] |= _added(nouns)
    return known


def _added(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in forms(noun.lower(), "nouns"))


def _known(changes: Changes) -> dict[str, Rule]:
    return {**all_rules(), **{entry.id: entry for entry in changes.rules}}


def _off(changes: Changes, kept: Mapping[str, Rule]) -> frozenset[Lens]:
    def lenses(rules: Iterable[Rule]) -> frozenset[Lens]:
        return frozenset(rule.lens for rule in rules if not rule.id.endswith(_ASK))

    return lenses(_known(changes).values()) - lenses(kept.values()) if changes.disable else frozenset()


def _rules(changes: Changes) -> dict[str, Rule]:
    known = _known(changes)
    for pattern in (*changes.disable, *(name for name, _ in changes.levels)):
        if not fnmatch.filter(known, pattern):
            raise DataError(pattern, "no rule has such an id", "'jdrewrite explain' lists the rules")
    kept = {
        name: entry
        for name, entry in known.items()
        if not any(fnmatch.fnmatchcase(name, pattern) for pattern in changes.disable)
    }
    for pattern, level in changes.levels:
        for name in fnmatch.filter(kept, pattern):
            kept[name] = msgspec.structs.replace(kept[name], level=level)
    return kept
