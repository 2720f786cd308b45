"""The signs with which people begin the lines of a list."""

from __future__ import annotations

DOTS = "•●▪▫◦‣⃁∙·○■□◆◇❑❒❖➢➤➔►▶▸✓✔✦★»\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06e\uf071"
"""Signs that are nothing else at the beginning of a line; the last are those of Word's own fonts."""
DASHES = "-–—\u2212"
