"""What a project file changed about an assessment, kept with it: results of other settings are no other texts."""

from __future__ import annotations

import fnmatch

import msgspec

from jdrewrite.model.labels import Lens


class Configured(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a project file that held for one job description; empty where none did."""

    file: str = ""
    """The project file."""
    disable: tuple[str, ...] = ()
    """Ids of rules, or patterns, that are off."""
    off: tuple[Lens, ...] = ()
    """Lenses of which nothing is left: they give no points, and nothing is asked for through them."""
    settings: tuple[str, ...] = ()
    """Each setting as ``jdrewrite config show`` prints it: ``rules.disable = authority.*``."""

    turned: tuple[str, ...] = ()
    """Patterns of ``rules.levels`` by which rules that praise ask for something: what is good is told as a gap."""

    @property
    def strengths_told(self) -> str:
        """What is to be said of strengths that a setting tells as gaps; empty where none does."""
        if not self.turned:
            return ""
        named = " and ".join(f"“{pattern}”" for pattern in self.turned)
        covers = "covers" if len(self.turned) == 1 else "cover"
        return f"strengths are told as gaps, since {named} under levels {covers} rules that praise"

    @property
    def left_out(self) -> str:
        """What is to be said of lenses that are left out, and by which file; empty where none is."""
        if not self.off:
            return ""
        named = ", ".join(self.off[:-1]) + " and " + self.off[-1] if len(self.off) > 1 else self.off[0]
        rules = "all its rules are" if len(self.off) == 1 else "all their rules are"
        return f"{named}, since {rules} disabled in {self.file or 'the settings'}; the score is of what remains"

    def disables(self, rule: str) -> bool:
        """Tell whether a rule is off."""
        return any(fnmatch.fnmatchcase(rule, pattern) for pattern in self.disable)
