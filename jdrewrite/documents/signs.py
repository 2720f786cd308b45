"""The signs with which people begin the lines of a list, alike in every format."""

from __future__ import annotations

_DOTS = "•●▪▫◦‣⁃∙·○■□◆◇❑❒❖➢➤➔►▶▸✓✔✦★»\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06e\uf071"
"""Signs that are nothing else at the beginning of a line; the last are those of Word's own fonts."""
_DASHES = "-–—\u2212"

DOT = rf"[{_DOTS}]\s*"
"""A pattern for a sign that needs no space behind it."""
DASH = rf"[{_DASHES}*]\s+"
"""A pattern for a sign that does: "-5 degrees" begins no list."""
ANY = rf"[{_DASHES}*+{_DOTS}]"
"""A pattern for any sign."""
