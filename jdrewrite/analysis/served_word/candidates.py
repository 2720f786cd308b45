"""What speaks for and against each word that a text could mean by those served, as the trained order reads it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.mentions import Named
from jdrewrite.analysis.served_word.words import Kind
from jdrewrite.model import FunctionGuess

Features = Mapping[str, float]


def candidates(
    named: Mapping[str, Named], unsaid: str, *, nobody: bool, kind: Kind, guess: FunctionGuess, title: str
) -> dict[str, Features]:
    """Return everybody whom a text names, and who goes without saying, with what speaks for and against each.

    Args:
        named: whom it names, by their plurals.
        unsaid: who goes without saying.
        nobody: even that is not known.
        kind: of the organisation.
        guess: the function.
        title: of the job.
    """
    lines = max((one.lines for one in named.values()), default=0)
    weight = max((one.weight for one in named.values()), default=0.0)
    every: dict[str, Features] = {}
    for plural in sorted({*named, unsaid} - book().people.givers):
        if plural in named:
            features = _named(named[plural], title) | {
                "share": named[plural].lines / lines,
                "weight share": named[plural].weight / weight,
            }
        else:
            features = {
                "unnamed": 1.0,
                "others named": math.log1p(weight),
                "nobody": float(nobody),
                f"unnamed of {kind.base}": 1.0,
            }
        features |= {
            "begin": kind.begin.get(plural, 0.0),
            "unsaid": float(plural == unsaid),
            f"class {_class(plural)}": 1.0,
            f"word: {plural}": 1.0,
            f"of {kind.base}: {plural}": 1.0,
            f"in {guess.name}: {plural}": 1.0,
        }
        every[plural] = {name: value for name, value in features.items() if value}
    return every


def _named(one: Named, title: str) -> dict[str, float]:
    title = title.casefold()
    return {name: math.log1p(count) for name, count in one.says.items()} | {
        "named": 1.0,
        "lines": math.log1p(one.lines),
        "weight": math.log1p(one.weight),
        "proved": float(any(proved for proved, _, _ in one.by_section())),
        "single share": one.says.get("single", 0) / one.lines,
        "all single": float(one.says.get("single", 0) >= one.lines),
        "listed share": one.says.get("listed", 0) / one.lines,
        "titled": float(any(form in title for form in one.forms)),
    }


def _class(plural: str) -> str:
    """Return what sort of word a plural is, for what was learned of others like it."""
    if plural in book().plain:
        return "plain"
    if plural in book().people.bodies:
        return "body"
    return "listed" if plural in book().plurals else "person"
