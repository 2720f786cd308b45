"""A number of things in words, the same in every front: "1 line", "2 lines", "1,039 job descriptions"."""

from __future__ import annotations


def counted(count: int, one: str, several: str = "") -> str:
    """Return a number with the noun that it counts.

    Args:
        count: how many.
        one: the noun in the singular.
        several: its plural, where that is not the singular with an "s".
    """
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
