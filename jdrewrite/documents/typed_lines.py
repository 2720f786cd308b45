"""Lists that people paste as lines without signs: one duty a line, and no blank line between them.

Markdown takes such lines for one paragraph. What tells them from running text is how they begin and end, and each
break is judged by the two lines around it, so that an edit of one line does not change what the others are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jdrewrite.documents.wrapping import FULL as MOSTLY_FULL
from jdrewrite.documents.wrapping import is_full
from jdrewrite.language.lead import is_duty_verb

_MOST_GO_ON = 0.2
"""Of the breaks so many may stand inside of something said for the lines to be a list."""
_FULL = range(65, 101)
"""Characters of the lines of wrapped text."""
_ALIKE = 10
"""Characters by which those differ at most, up to the last."""
_FEW = 4
"""Lines of wrapped text that may all begin with a capital by accident."""
_PAIR = 2
"""Lines that are a list in lower case only where both begin with the verb of a duty: one break proves little."""
_SHORT = 40
"""Characters below which two lines are an address or two facts of the job rather than a list."""
_OPEN = frozenset(
    "a an the and or nor but of to in into for with without at by from on onto upon as per via than that which who "
    "whose this these those our your their its his her my is are was were be been will would shall should can could "
    "may must not & + / if when while where both either between among such including e.g. i.e.".split()
)
"""Last words behind which more has to come."""
_OF_PROSE = frozenset("we you i it they he she this these those there our your their if as in".split())
"""First words of a sentence that goes on behind another; a duty or a requirement seldom begins so."""
_GOES_ON = (_OPEN - {"do", "does"}) | frozenset(
    "we you it i they he she there if as in them him us me not then so because though although before after during "
    "through over under between within across toward towards about against until while whether without have has "
    "had".split()
)
"""First words in lower case of what goes on with the line before it, and not of a duty or a requirement."""
_STOPS = (".", "!", "?")


def parts_of(rows: Sequence[str]) -> list[int]:
    """Return which lines of a paragraph begin something of their own: only the first where it is running text.

    Args:
        rows: the lines as a reader sees them.
    """
    rows = [row.strip() for row in rows]
    starts = [0, *(number for number, pair in enumerate(pairwise(rows), 1) if _begins(*pair))]
    go_on = len(rows) - len(starts)
    running = go_on > _MOST_GO_ON * (len(rows) - 1) or _is_full(rows) or _is_one(rows)
    return parts_in_lower_case(rows) if running else starts


def parts_in_lower_case(rows: Sequence[str]) -> list[int]:
    """Return which lines of a paragraph begin something of their own though most begin with a small letter.

    A small letter mostly goes on with a sentence, so lines are a list only where nearly none of them needs the one
    before it, and either each begins with the verb of a duty or most breaks had room for the next word.

    Args:
        rows: as a reader sees them, without white space at their ends.

    Returns:
        Their numbers from 0; only the first where it is running text.
    """
    pairs = list(pairwise(rows))
    if not all(rows) or not any(row[0].islower() for _, row in pairs):
        return [0]
    starts = [0, *(number for number, pair in enumerate(pairs, 1) if not _needs(*pair))]
    go_on = len(rows) - len(starts)
    duties = sum(_is_duty(row) for row in rows)
    if not go_on and duties >= len(pairs) and (duties > _PAIR or (duties == len(rows) and rows[0][0].islower())):
        return starts
    longest = max(map(len, rows))
    wrapped = sum(is_full(*pair, longest) for pair in pairs) >= MOSTLY_FULL * len(pairs)
    mixed = any(row[0].isupper() for _, row in pairs)
    return [0] if mixed or wrapped or len(rows) <= _PAIR or go_on > _MOST_GO_ON * len(pairs) else starts


def _needs(before: str, row: str) -> bool:
    """Tell whether one of two lines is nothing without the other, whatever letter the second begins with."""
    if not row[0].isalnum() or before.endswith(("-", "\u2013", "\u2014", "/", "&")):
        return True
    if before.count("(") > before.count(")") or (before.endswith(",") and not _is_duty(row)):
        return True
    return before.rsplit(maxsplit=1)[-1].lower() in _OPEN or _first(row).lower() in _GOES_ON


def _is_duty(row: str) -> bool:
    return is_duty_verb(_first(row).lower())


def _first(row: str) -> str:
    return row.split(maxsplit=1)[0].strip(",.;:'")


def _begins(before: str, row: str) -> bool:
    """Tell whether a line begins something, and does not go on with the line before it."""
    if not row[:1].isalnum() and row[:1] not in {'"', "\u201c", "\u2018", "'", "$", "\u00a3", "\u20ac"}:
        return False
    first = next((sign for sign in row if sign.isalnum()), "a")
    if first.islower() or not any(sign.isalnum() for sign in before):
        return False
    last = before.rsplit(maxsplit=1)[-1].lower()
    in_brackets = before.count("(") > before.count(")")
    if in_brackets or last in _OPEN or before.endswith((",", "-", "\u2013", "\u2014", "/", "&")):
        return False
    prose = before.endswith(_STOPS) and row.split(maxsplit=1)[0].lower().strip("\"'\u2018\u201c") in _OF_PROSE
    return not prose


def _is_full(rows: Sequence[str]) -> bool:
    """Tell whether a few lines are as long as each other, and as long as those of wrapped text, up to the last."""
    sizes = [len(row) for row in rows[:-1]]
    return (
        1 < len(rows) <= _FEW
        and all(size in _FULL for size in sizes)
        and max(sizes) - min(sizes) <= _ALIKE
        and len(rows[-1]) <= max(sizes)
        and not any(row.endswith((*_STOPS, ";", ":")) for row in rows[:-1])
    )


def _is_one(rows: Sequence[str]) -> bool:
    """Tell whether two lines are one thing: a label and what it says, or too short to be told from an address."""
    return len(rows) == 2 and (rows[0].endswith(":") or max(map(len, rows)) < _SHORT)
