"""Chooses the word for those served: by rule, and by what was learned from texts that readers read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.by_rule import by_the_rules
from jdrewrite.analysis.served_word.candidates import Candidate, candidates
from jdrewrite.analysis.served_word.listed import is_one_of_several
from jdrewrite.analysis.served_word.partners import partners
from jdrewrite.analysis.served_word.ranking import meant
from jdrewrite.analysis.served_word.reach import who_receives
from jdrewrite.analysis.served_word.receivers import received
from jdrewrite.analysis.served_word.users import users_of_what_is_made
from jdrewrite.analysis.served_word.weighing import Weighed, parts
from jdrewrite.catalogue import Function
from jdrewrite.model import CustomerWord, FunctionGuess, Statement


def served_word(
    title: str,
    statements: Sequence[Statement],
    guess: FunctionGuess,
    function: Function,
    own: Mapping[str, str] | None = None,
) -> CustomerWord:
    """Return the plural for those whom the job serves, and whom the work reaches first.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
        own: words of a project for those it serves, in any form, with their plural.
    """
    groups = received(statements)
    text, inside, best, nobody = by_the_rules(title, statements, guess, function, own or {}, groups)
    if best not in (own or {}).values():
        every = candidates(statements, text, best, guess, function.customers)
        likelier = meant(every, best)
        if _says_less(likelier, best, text, function.customers):
            likelier = best
        forms = text.forms(likelier) or Counter(every[likelier].forms)
        best, nobody = likelier, nobody and likelier == best
    else:
        forms = text.forms(best)
    count = forms.total()
    # A public that the text names by a word of its own is never far from it.
    asked = partners(statements, text.kind.base) if text.usual in text.kind.begin and not inside else ""
    users = _users(best, text.said)
    if not users and not inside:
        named = bool(count) or best == function.customers != "customers"
        users = users_of_what_is_made(statements, guess, best, named=named)
    return CustomerWord(
        plural=best,
        source="text" if count else "nobody" if nobody else "function",
        count=count,
        words=tuple(form for form, _ in forms.most_common()),
        direct="inside" if inside else "partners" if asked else "outside",
        receivers=who_receives(title, statements, groups),
        afar=text.kind.base in book().partners.kinds and guess.name in book().reach.afar,
        users=users,
        partners=asked,
    )


def considered(
    title: str, statements: Sequence[Statement], guess: FunctionGuess, function: Function
) -> tuple[str, dict[str, Candidate]]:
    """Return the word that the rules choose, and everybody whom the text could mean: what the order is trained on.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
    """
    chosen = by_the_rules(title, statements, guess, function, {}, received(statements))
    return chosen.best, candidates(statements, chosen.text, chosen.best, guess, function.customers)


def _says_less(word: str, best: str, text: Weighed, usual: str) -> bool:
    """Tell whether a word says less of those served than the one that the rules choose.

    It is one of several groups that one line names, one of a pair, or a general word where the text says more of the
    other, or the other is that of a trade or of a precise kind of organisation ("the public" of a court).
    """
    said = text.said
    precise = best not in book().plain and (best == usual or (text.kind.like and best in text.kind.begin))
    general = word in {*book().plain, *book().users.general}
    # Users of what is made for a public stand beside it: the rules tell which lines are theirs.
    settled = word == book().users.plural and best in book().users.instead
    rarer = said.get(word, 0.0) < said.get(best, 0.0)
    return bool(
        settled or (general and (precise or rarer)) or parts(best, text.kind) or is_one_of_several(word, text.found)
    )


def _users(best: str, said: Mapping[str, float]) -> str:
    """Return the word for those who use what is made, where the text has it as often as the one for its public."""
    users = book().users
    often = said.get(users.plural, 0.0) >= max(users.least, said.get(best, 0.0))
    return users.plural if often and best in users.instead else ""
