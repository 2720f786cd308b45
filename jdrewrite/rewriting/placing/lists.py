"""Which duties stand in a list of duties, and which are strays among what is asked of a person."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.model import BlockKind, Section, Statement

_STRAY = 2
"""Requirements for each duty of a list from which its duties are no duties: "writing code with tests" may be asked."""
_ORGANISATION: frozenset[Section] = frozenset({"company", "benefits"})
"""Sections that tell of the organisation: values, aims, what it offers."""


def duties_of_lists(statements: Sequence[Statement]) -> list[Statement]:
    """Return the duties but for those that stand in a list of something else, where there are others.

    A list of what is asked of a person has some that read like duties, and so has one of values of the organisation.
    """
    lists = _lists(statements)
    own = [_duties(each) for each in lists if len(_duties(each)) > _asked(each) and not _is_of_organisation(each)]
    return [s for each in own or map(_duties, lists) for s in each]


def strays(statements: Sequence[Statement]) -> frozenset[str]:
    """Return the ids of what reads like a duty in a list of requirements: what was done, not what is to be done."""
    lists = [each for each in _lists(statements) if _asked(each) >= _STRAY * max(1, len(_duties(each)))]
    return frozenset(s.id for each in lists for s in _duties(each))


def _lists(statements: Sequence[Statement]) -> list[list[Statement]]:
    lists: list[list[Statement]] = [[]]
    for s in statements:
        if s.kind is BlockKind.HEADING or s.section == "other":
            lists.append([])
        else:
            lists[-1].append(s)
    return lists


def _duties(statements: Sequence[Statement]) -> list[Statement]:
    return [s for s in statements if s.section == "duties"]


def _is_of_organisation(statements: Sequence[Statement]) -> bool:
    """Tell whether half the items of a list tell of the organisation, and no more than the others read like duties."""
    items = [s for s in statements if s.kind is BlockKind.BULLET]
    own = sum(s.section in _ORGANISATION for s in items)
    return own > 0 and own >= sum(s.section == "duties" for s in items) and 2 * own >= len(items)


def _asked(statements: Sequence[Statement]) -> int:
    return sum(s.section == "requirements" for s in statements)
