"""What is found in the results of an audit as a whole: several reports ask for it, and it is found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from jdrewrite.audit.results import Results

_Found = TypeVar("_Found")


def once(find: Callable[[Results], _Found]) -> Callable[[Results], _Found]:
    """Have something found once in each of the results that are in use; it goes when they go."""
    found: WeakKeyDictionary[Results, _Found] = WeakKeyDictionary()

    @wraps(find)
    def asked(results: Results) -> _Found:
        if results not in found:
            found[results] = find(results)
        return found[results]

    return asked
