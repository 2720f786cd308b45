"""Loads ``topics.toml``: what customers write about, and in whose work the cause lies."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.errors import DataError

_FILE = Path(__file__).with_name("topics.toml")


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str
    cues: tuple[str, ...]
    weight: float
    causes: dict[str, float]
    prevent: str


class Topic(msgspec.Struct, frozen=True):
    """Something that customers write about."""

    id: str
    name: str
    pattern: re.Pattern[str]
    weight: float
    causes: dict[str, float]
    """Functions in whose work the cause lies, with their share."""
    prevent: str
    """What to look into, an imperative without a full stop."""


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics, in the order of the file.

    Raises:
        DataError: the file is not valid.
    """
    try:
        entries = resources.table(_FILE, dict[str, tuple[_Entry, ...]])["topic"]
        return tuple(Topic(e.id, e.name, _compiled(e.cues), e.weight, e.causes, e.prevent) for e in entries)
    except (KeyError, re.error) as error:
        raise DataError(str(_FILE), f"the topics are not valid ({error})", "mend the file") from None


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(f"(?:{cue})" for cue in cues) + ")")


def topics_in(text: str) -> list[tuple[Topic, str]]:
    """Return the topics of a text in lower case with the words that tell them, the weightiest first."""
    found = [(topic, match.group()) for topic in topics() if (match := topic.pattern.search(text))]
    return sorted(found, key=lambda pair: (-pair[0].weight, pair[0].id))
