"""Analysis: a document becomes labelled statements, findings and a score with reasons. Names load when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.analysis.assess import analyse
    from jdrewrite.analysis.entries import entry_for
    from jdrewrite.analysis.gains import lenses_gained
    from jdrewrite.analysis.labelling import label

_HOMES = {"analyse": "assess", "entry_for": "entries", "lenses_gained": "gains", "label": "labelling"}
__all__ = ["analyse", "entry_for", "label", "lenses_gained"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"jdrewrite.analysis.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
