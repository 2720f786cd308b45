"""spaCy without its command line, which it imports too: an HTTP client, templates and YAML, a fifth of a second of all.

Whoever asks for ``spacy.cli`` or calls ``spacy.info`` afterwards gets them.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_CLI = "spacy.cli"
_INFO = f"{_CLI}.info"
"""The one module of the command line from which spaCy itself takes something."""


def begin() -> None:
    """Import spaCy, unless somebody has imported it already; called before the first import from it."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_INFO)
    vars(stand_in)["info"] = _info
    sys.modules[_INFO] = stand_in
    try:
        spacy = importlib.import_module("spacy")
    finally:
        sys.modules.pop(_INFO, None)
    vars(spacy)["__getattr__"] = _late


def _info(*args: Any, **named: Any) -> Any:
    return importlib.import_module(_INFO).info(*args, **named)


def _late(name: str) -> Any:
    if name == "cli":
        return importlib.import_module(_CLI)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
