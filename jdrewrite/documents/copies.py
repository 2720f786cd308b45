"""Tells by the name of a file whether it is called a copy: "Copy of clerk", "clerk - Copy (2)", "clerk (1)"."""

from __future__ import annotations

import re
from pathlib import PurePath

_A_COPY = re.compile(r"^copy (?:\(\d+\) )?of\b|(?:\b|_)copy(?:[ _-]?\(?\d+\)?)?$|\(\d+\)$", re.IGNORECASE)
"""How systems and browsers call copies."""


def is_called_a_copy(path: str) -> bool:
    """Tell whether a file has the name of a copy, whatever it holds."""
    return bool(_A_COPY.search(PurePath(path.replace("\\", "/")).stem))
