"""What a project may change about an analysis, as a value."""

from __future__ import annotations

import msgspec

from jdrewrite.analysis.rules import Changes


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
