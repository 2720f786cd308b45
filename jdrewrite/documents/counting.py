"""Numbers as lists write them: figures, letters, Roman numbers."""

from __future__ import annotations

_ROMAN = (
    ("m", 1000),
    ("cm", 900),
    ("d", 500),
    ("cd", 400),
    ("c", 100),
    ("xc", 90),
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
)
_WORTH = {letters: worth for letters, worth in _ROMAN if len(letters) == 1}
MOST_ROMAN = 3999
"""Beyond it, Roman numbers have no letters of their own."""
_MOST_LETTERS = 5
"""Letters of a number at most: some twelve million."""


def written(value: int, counted: str) -> str:
    """Return a number as a list writes it; in figures where the list has no other way.

    Args:
        value: the number.
        counted: ``1``, ``a``, ``A``, ``i`` or ``I``, as in HTML.
    """
    low = counted.lower()
    said = _letters(value) if low == "a" else _roman(value) if low == "i" else ""
    return (said.upper() if counted.isupper() else said) or str(value)


def readings(said: str) -> dict[str, int]:
    """Return what a number may say, by how its list counts, the most usual first; empty where it is none.

    Args:
        said: figures, or letters that are all small or all capital.
    """
    if said.isdecimal():
        value = int(said)
        return {"1": value, **{way: value for way in "iIaA" if written(value, way) == said}}
    low = said.lower()
    letter, roman = ("a", "i") if said == low else ("A", "I")
    found = {roman: _of_roman(low), letter: _of_letters(low)}
    if len(low) == 1 and low != "i":
        found = {letter: found[letter], roman: found[roman]}
    return {way: value for way, value in found.items() if value}


def _letters(value: int) -> str:
    """Return a number in letters: ``z`` is followed by ``aa``; empty where it has none."""
    said = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        said = chr(ord("a") + rest) + said
    return said


def _of_letters(letters: str) -> int:
    """Return what letters say as a number; 0 where they are a word."""
    value = 0
    for letter in letters if len(letters) <= _MOST_LETTERS else "":
        value = value * 26 + ord(letter) - ord("a") + 1
    return value


def _roman(value: int) -> str:
    """Return a Roman number; empty where there is none."""
    said = ""
    for letters, worth in _ROMAN if 0 < value <= MOST_ROMAN else ():
        times, value = divmod(value, worth)
        said += letters * times
    return said


def _of_roman(letters: str) -> int:
    """Return what a Roman number says; 0 where it is none, or is not written as usual."""
    value = before = 0
    for letter in reversed(letters):
        worth = _WORTH.get(letter, 0)
        value, before = value + (worth if worth >= before else -worth), max(worth, before)
    return value if _roman(value) == letters else 0
