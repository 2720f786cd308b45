"""Who uses what a role makes, where it says so beside those who order it or have it in the end."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.served_word.book import book, pattern, stands_in
from jdrewrite.model import FunctionGuess, Statement

_TOLD = frozenset({"purpose", "duties", "requirements"})
_NOT_INSIDE = r"(?<![\w-])(?:{})"


def users_of_what_is_made(statements: Sequence[Statement], guess: FunctionGuess, best: str, *, named: bool) -> str:
    """Return the plural for those who use what the role makes; empty where it makes nothing, or nobody says so.

    Args:
        statements: labelled statements.
        guess: the function.
        best: the word for those served.
        named: the text has that word, or it is that of the trade.
    """
    users = book().users
    if guess.name not in users.makers or best == users.plural or (named and best not in users.ultimate):
        return ""
    always = guess.name in users.always and best in users.ordering
    return users.plural if always or any(_tells_of_users(s) for s in statements) else ""


def _tells_of_users(s: Statement) -> bool:
    """Tell whether a line of the role names users, or what the employer is there for has them."""
    users = book().users
    if s.section in _TOLD:
        said = pattern(users.told, _NOT_INSIDE).finditer(s.text)
        return any(not pattern(users.inside, r"\b(?:{})[- ]$").search(s.text[: m.start()]) for m in said)
    return bool(book().sections.get(s.section)) and stands_in(users.for_them, s.text)
