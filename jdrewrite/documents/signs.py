"""The signs with which people begin the lines of a list, alike in every format."""

from __future__ import annotations

from jdrewrite.language.signs import DASHES, DOTS

DOT = rf"[{DOTS}]\s*"
"""A pattern for a sign that needs no space behind it."""
DASH = rf"[{DASHES}*]\s+"
"""A pattern for a sign that does: "-5 degrees" begins no list."""
ANY = rf"[{DASHES}*+{DOTS}]"
"""A pattern for any sign."""
