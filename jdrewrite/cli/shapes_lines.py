"""The lines of JSON that ``verify --jsonl`` and ``label`` write, as types; see ``shapes``."""

from __future__ import annotations

import msgspec

from jdrewrite.model import Fact, Labels, Section


class VerifiedLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of ``jdrewrite verify --jsonl``."""

    id: str | int
    passed: bool
    lost: tuple[Fact, ...]
    invented: tuple[Fact, ...]
    changed: tuple[Fact, ...]


class SectionedLabels(Labels, frozen=True, kw_only=True):
    """Labels of one statement, and the section in which such a statement stands."""

    section: Section


class LabelledLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of ``jdrewrite label``."""

    id: str | int
    labels: SectionedLabels


class BadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of input that could not be used; ``id`` is null where none could be read."""

    id: str | int | None
    error: str
