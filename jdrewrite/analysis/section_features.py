"""What the section model sees of a statement: its words, its form, and the cues of ``sections.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.language.lead import lead
from jdrewrite.model import Section

_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|[$€£]|\d+|[:?!•|;]")
_READ_WORDS = 60
"""Words of a statement that are looked at: its section shows long before."""
_LENGTHS = (2, 4, 8, 15, 25, 40)
_SUFFIXES = ("ing", "ed", "ly", "s")


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Expressions that speak for a section."""

    section: Section
    patterns: tuple[str, ...]
    weight: float = 1.0

    def compiled(self) -> re.Pattern[str]:
        """Return one expression for all of them; texts are lower-cased before they are searched."""
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.patterns))


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``sections.toml``."""

    heading: tuple[Cue, ...]
    content: tuple[Cue, ...]


@cache
def cues() -> Cues:
    """Return the cues of headings and contents."""
    text = (resources.tables() / "sections.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Cues)


@cache
def _content() -> list[tuple[Section, re.Pattern[str]]]:
    return [(cue.section, cue.compiled()) for cue in cues().content]


def features(text: str) -> list[str]:
    """Return the features of one statement, each once.

    Args:
        text: the statement, white space collapsed or not.
    """
    low = text.lower().replace("’", "'")
    words = ["0" if word.isdigit() else word for word in _WORD.findall(low)][:_READ_WORDS]
    found = {f"length {sum(len(words) > bound for bound in _LENGTHS)}", f"lead {lead(text).strip()}"}
    found.update(words)
    found.update(f"{a} {b}" for a, b in zip(words, words[1:], strict=False))
    found.add("^ " + " ".join(words[:1]))
    found.add("^ " + " ".join(words[:2]))
    found.add("^ " + " ".join(words[:3]))
    if words:
        found.add("suffix " + next((s for s in _SUFFIXES if words[0].endswith(s)), ""))
    found.add("case " + ("upper" if text[:1].isupper() else "other"))
    found.add("end " + ("." if text.rstrip()[-1:] in ".!?" else ":" if text.rstrip()[-1:] == ":" else ""))
    for section, pattern in _content():
        hits = sum(1 for _ in pattern.finditer(low))
        if hits:
            found.add(f"cue {section}")
        if hits > 1:
            found.add(f"cue {section} again")
    return sorted(found)
