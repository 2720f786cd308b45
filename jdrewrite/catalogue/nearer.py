"""What work that every trade has does for those whom one function serves."""

from __future__ import annotations

from functools import cache

from jdrewrite.catalogue.loader import functions
from jdrewrite.catalogue.matters import any_of
from jdrewrite.catalogue.schema import Function, Nearer


def nearer(function: Function, entry: str, title: str) -> list[Nearer]:
    """Return what a function says of an entry of the work of every trade.

    Args:
        function: of the job.
        entry: ``field/id``.
        title: of the job; where what is said holds of some titles only, that comes first.
    """
    told = [said for said in function.nearer if said.of == entry]
    fitting = [said for said in told if not said.titles or any_of(said.titles).search(title)]
    return sorted(fitting, key=lambda said: not said.titles)


@cache
def nearer_lines() -> frozenset[str]:
    """Return all that any function says of the work of every trade.

    Raises:
        DataError: a file of the catalogue is not valid.
    """
    told = (said for function in functions().values() for said in function.nearer)
    return frozenset(text for said in told for text in (*said.state, *said.anyone))
