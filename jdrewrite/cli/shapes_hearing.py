"""The JSON of ``listen`` and ``voice``, as types; see ``shapes``."""

from __future__ import annotations

import msgspec

from jdrewrite.cli.shapes import Output
from jdrewrite.reflection.listening import Change, Group, Listening
from jdrewrite.voice.comments import Comment
from jdrewrite.voice.patterns import Pattern, Routed
from jdrewrite.voice.patterns import Voice as Heard
from jdrewrite.voice.routing import Route


class Listen(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite listen --format json``."""

    schema: str = "listen/1"
    whole: Group
    departments: tuple[Group, ...]
    least: int
    named: tuple[str, ...]
    unnamed: tuple[str, ...]
    changes: tuple[Change, ...]
    other_languages: dict[str, int]


class Voice(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite voice --format json``."""

    schema: str = "voice/1"
    comments: int
    patterns: tuple[Pattern, ...]
    away: dict[str, int]
    nobody: dict[str, int]
    orphans: tuple[str, ...]
    praise: int
    praised: tuple[str, ...]
    titles: dict[str, str]


class VoiceLine(Output, frozen=True, kw_only=True):
    """Each line of ``jdrewrite voice --routes FILE``."""

    schema: str = "voice-line/1"
    comment: Comment
    route: Route


def listened(found: Listening) -> Listen:
    """Return a listening test as it is written."""
    return Listen(**msgspec.structs.asdict(found))


def heard(found: Heard) -> Voice:
    """Return what comments say together as it is written."""
    return Voice(**msgspec.structs.asdict(found))


def line(each: Routed) -> VoiceLine:
    """Return one routed comment as it is written."""
    return VoiceLine(comment=each.comment, route=each.route)
