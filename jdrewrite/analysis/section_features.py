"""What the section model sees of a statement: its words, its form, and the cues of ``sections.toml``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.literals import Expressions
from jdrewrite.language.lead import lead
from jdrewrite.model import Section

_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?|[$€£]|\d+|[:?!•|;]")
_READ, _READ_WORDS = 600, 60
"""Characters and words of a statement that are looked at: its section shows long before."""
REMEMBERED = 20_000
"""Distinct statements kept with what their words settle: organisations repeat their boilerplate."""
_LENGTHS = (2, 4, 8, 15, 25, 40)
_NAMED = re.compile(
    r"^(?:(?:The|At|With|As|Our) )?[A-Z][\w&.\u2019'-]+(?: (?:[A-Z][\w&.\u2019'-]+|&|of|the))*,? "
    r"(?:\([^)]{1,30}\) )?(?:\w+ly )?(?:is|are|has|have|was|were|helps?|provides?|offers?|powers?|delivers?|"
    r"makes?|serves?|believes?|exists?|supports?|we)\b"
)
"""A sentence about someone by name: "Acme is ...", "Acme Labs helps ..."."""
_EARLY = 15
"""Words within which a statement names the job's title."""
TITLED = "names the title"
_TITLE_WORD = re.compile(r"[a-z]{3,}")
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
    decisive: tuple[Cue, ...]
    notice: tuple[Cue, ...]
    field: tuple[Cue, ...]
    fact: tuple[Cue, ...]


@cache
def cues() -> Cues:
    """Return the cues of headings and contents."""
    return resources.table(resources.tables() / "sections.toml", Cues)


@cache
def _expressions() -> Expressions:
    return Expressions("cues", [cue.patterns for cue in (*cues().content, *cues().decisive)])


@lru_cache(maxsize=REMEMBERED)
def _cued(low: str) -> tuple[tuple[tuple[Section, bool], ...], Section | None]:
    """Return what the cues say of a text in lower case.

    Returns:
        The sections of which it speaks, each with whether it does so again, and the one that it settles.
    """
    content, decisive = cues().content, cues().decisive
    found = _expressions().search(low)
    spoken = tuple((content[number].section, again) for number, again in found if number < len(content))
    settled = (decisive[number - len(content)].section for number, _ in found if number >= len(content))
    return spoken, next(settled, None)


def decided(text: str) -> Section | None:
    """Return the section that a statement's words settle, wherever it stands; None where they settle none."""
    return _cued(_low(text[:_READ]))[1]


def features(text: str, title: str = "") -> list[str]:
    """Return the features of one statement, each once.

    Args:
        text: the statement, white space collapsed or not.
        title: the job's title, where it is known: a sentence that names it speaks of the role.
    """
    return sorted(own_features(text) | ({TITLED} if names_title(text, title) else set()))


def own_features(text: str, paired: Container[str] | None = None) -> set[str]:
    """Return the features of one statement that are the same under every title.

    Args:
        text: the statement.
        paired: words that begin the pairs of words which are asked for; None for all pairs.
    """
    end = text.rstrip()[-1:]
    text = text[:_READ]
    low, words = _words(text)
    found = {f"length {bisect_left(_LENGTHS, len(words))}", f"lead {lead(text).strip()}"}
    found.update(words)
    found.update([f"{a} {b}" for a, b in pairwise(words) if paired is None or a in paired])
    found.add("^ " + " ".join(words[:1]))
    found.add("^ " + " ".join(words[:2]))
    found.add("^ " + " ".join(words[:3]))
    if words:
        found.add("suffix " + next((s for s in _SUFFIXES if words[0].endswith(s)), ""))
    found.add("case " + ("upper" if text[:1].isupper() else "other"))
    found.add("end " + ("." if end in ".!?" else ":" if end == ":" else ""))
    if _NAMED.match(text):
        found.add("opens with a name")
    for section, again in _cued(low)[0]:
        found.add(f"cue {section}")
        if again:
            found.add(f"cue {section} again")
    return found


def names_title(text: str, title: str) -> bool:
    """Tell whether a statement says early most of the words of the job's title."""
    wanted = _title_words(title)
    low = text[:_READ].lower()
    if not wanted or sum(word in low for word in wanted) <= len(wanted) / 2:
        return False  # which it mostly is, and letters are looked for more quickly than words are cut
    return len(wanted.intersection(_words(text[:_READ])[1][:_EARLY])) > len(wanted) / 2


def of_employer(text: str, title: str) -> bool:
    """Tell whether a statement speaks of the employer: "We are ...", "Acme Labs helps ..."; not of the role by name."""
    ours = re.match(r"(?:we|our)\b", text, re.IGNORECASE) is not None
    role = re.search(r"\b(?:role|post|job|position|holder|postholder|incumbent)\b", text[:_READ].lower())
    return ours or (_NAMED.match(text) is not None and not role and not names_title(text, title))


@lru_cache(maxsize=256)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(_TITLE_WORD.findall(title.lower()))


def _words(text: str) -> tuple[str, list[str]]:
    """Return a text in lower case, and the words of it that are looked at."""
    low = _low(text)
    return low, ["0" if word.isdigit() else word for word in _WORD.findall(low)][:_READ_WORDS]


def _low(text: str) -> str:
    return text.lower().replace("\u2019", "'")
