"""What a project may change about an analysis, as a value."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jdrewrite.analysis.rules import Changes, book
from jdrewrite.model import LENSES, Configured


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """A remark that somebody does not want to see, and why."""

    rule: str
    """Id of a rule, or a pattern such as ``sight.*``."""
    words: str = ""
    """Only where these words stand in the statement; empty for anywhere."""
    reason: str
    """Shown with ``--show-suppressed``."""
    origin: str
    """Where it was said: ``jdrewrite.toml:12``, ``jd.md:3``."""
    line: int | None = None
    """Only findings on this line; None for the whole text."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Rules, words, levels and silences in force for one job description; never engines or addresses."""

    changes: Changes = Changes()
    silences: tuple[Silence, ...] = ()
    origin: str = ""
    """The project file that says so; empty for none."""

    def configured(self) -> Configured:
        """Return what these settings change, as it is kept with an assessment.

        Raises:
            DataError: a change names a rule that does not exist.
        """
        if self == Settings(origin=self.origin):
            return Configured()
        held = book(self.changes)
        return Configured(
            file=self.origin,
            disable=self.changes.disable,
            off=tuple(lens for lens in LENSES if lens in held.off),
            turned=held.turned,
            settings=tuple(_told(self.changes, self.silences)),
        )


def _told(changes: Changes, silences: tuple[Silence, ...]) -> Iterator[str]:
    yield from (f"words.external = {word}" for word in changes.external)
    yield from (f"words.internal = {word}" for word in changes.internal)
    yield from (f"rules.disable = {name}" for name in changes.disable)
    yield from (f"rules.levels.{name} = {level}" for name, level in changes.levels)
    yield from (f"rule = {rule.id} ({rule.kind}: {', '.join(rule.patterns)})" for rule in changes.rules)
    for silence in silences:
        where = f', where it says "{silence.words}"' if silence.words else ""
        yield f"suppress = {silence.rule}{where}"
