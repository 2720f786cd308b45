"""Verifying: the independent judge of rewrites, from any engine or person. Names load when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdrewrite.verifying.documents import verify_documents
    from jdrewrite.verifying.judge import verify
    from jdrewrite.verifying.standing import ledger

_HOMES = {
    "ledger": "jdrewrite.verifying.standing",
    "verify": "jdrewrite.verifying.judge",
    "verify_documents": "jdrewrite.verifying.documents",
}
__all__ = ["ledger", "verify", "verify_documents"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
