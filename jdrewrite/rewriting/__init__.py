"""Rewriting: engines that propose changes to an assessed job description. Names load when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.rewriting.engines import alternatives, propose

__all__ = ["alternatives", "propose"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("jdrewrite.rewriting.engines"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
