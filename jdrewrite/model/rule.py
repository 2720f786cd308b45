"""One lens rule: what it looks for, what it says, why, and the examples that prove it; and what a project changes."""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite.model.labels import Lens

Level = Literal["strength", "suggestion", "warning"]
Seed = Literal["000", "001", "002", "003", "004", "guide", "project"]
"""Which of the five articles the idea comes from; ``guide`` for a settled case of the lens guide, ``project`` for a
rule that a project has set itself."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of a rule file."""

    id: str
    """``lens.value.name``, unique over all files; a rule with the value ``missing`` is named after what is missing."""
    lens: Lens
    value: str
    """The label's value that the rule gives; ``yes`` for the lenses that are yes or no."""
    kind: Literal["phrase", "token", "dependency", "code"]
    """``phrase``: literal words. ``token``: the pattern language of ``patterns.py``. ``dependency``: the same
    with relations. ``code``: the rule lives in a Python module, the entry documents it."""
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Token patterns that silence the rule in a statement they match."""
    sure: bool = False
    """What this rule finds stands, whatever the trained model makes of the statement."""
    level: Level
    message: str
    """What is seen, with ``{evidence}`` for the words."""
    why: str
    seed: Seed
    suggestion: str = ""
    """What to do about it; ``{customers}`` is the job description's own word. Empty for strengths."""
    fires: tuple[str, ...]
    """Statements in which the rule must fire."""
    quiet: tuple[str, ...]
    """Statements near by in which it must not."""


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What a project changes about the rules."""

    external: tuple[str, ...] = ()
    """Nouns in the singular that name the people whom this organisation serves."""
    internal: tuple[str, ...] = ()
    """Nouns for colleagues whom the role serves."""
    disable: tuple[str, ...] = ()
    """Ids of rules, or patterns such as ``measure.*``, that are not to speak."""
    levels: tuple[tuple[str, Level], ...] = ()
    """Patterns of rule ids with the level to give them; later ones win."""
    rules: tuple[Rule, ...] = ()
    """Rules of the project's own."""
