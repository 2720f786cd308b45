"""The form of comments to this program: light, since who only cuts a text into lines need not load any rule."""

from __future__ import annotations

import re

COMMENT = re.compile(r"<!--\s*jdrewrite:\s*(ignore(?:-file)?)\b\s*(.*?)\s*-->", re.IGNORECASE)


def is_comment(text: str) -> bool:
    """Tell whether a block is nothing but such a comment, which is no part of the job description."""
    return bool(COMMENT.fullmatch(text.strip()))
