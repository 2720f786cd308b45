"""The checks, a file or a folder each; the table says which are asked and what they weigh: a new one is one file and one line."""

from __future__ import annotations

from jdrewrite.verifying.checks import (
    acts,
    agency,
    alternatives,
    bounds,
    cause,
    conditions,
    conduct,
    content,
    degrees,
    durations,
    exceptions,
    exchanged,
    figures,
    footing,
    frequency,
    guarantees,
    joined,
    levels,
    lines,
    members,
    modality,
    names,
    narrowed,
    negation,
    neglect,
    opposites,
    pledges,
    promises,
    qualifications,
    rates,
    reach,
    reporting,
    rights,
    scope,
    sequence,
    standards,
    widened,
    wording,
)
from jdrewrite.verifying.checks.entry import Check, every

CHECKS: dict[str, Check] = {
    "figures": Check(figures.compare, hard=True, told=True, barred=every),
    "bounds": Check(bounds.compare),
    "durations": Check(durations.compare),
    "frequency": Check(frequency.compare, hard=True, told=True),
    "names": Check(names.compare, hard=True, told=True, barred=every),
    "modality": Check(modality.compare, hard=True, told=True),
    "negation": Check(negation.compare, hard=True, told=True),
    "exceptions": Check(exceptions.compare, gives=("negation", "modality")),
    "rates": Check(rates.compare),
    "neglect": Check(neglect.compare, gives=("negation",)),
    "degrees": Check(degrees.compare),
    "levels": Check(levels.compare),
    "reporting": Check(reporting.compare),
    "lines": Check(lines.compare, gives=("reporting",)),
    "guarantees": Check(guarantees.compare, hard=True, told=True, barred=every),
    "promises": Check(promises.compare, gives=("guarantees",), barred=every),
    "pledges": Check(pledges.compare, asked=True),
    "rights": Check(rights.compare, hard=True, told=True, barred=rights.asks_for_papers),
    "acts": Check(acts.compare, gives=("reworded",), soft=True, asked=True),
    "scope": Check(scope.compare),
    "reach": Check(reach.compare, gives=("scope",)),
    "opposites": Check(opposites.compare),
    "exchanged": Check(exchanged.compare),
    "alternatives": Check(alternatives.compare),
    "actors": Check(agency.compare, gives=("participants",)),
    "footing": Check(footing.compare),
    "sequence": Check(sequence.compare, asked=True),
    "cause": Check(cause.compare),
    "conditions": Check(conditions.compare, asked=True),
    "content": Check(content.compare, soft=True, asked=True),
    "joined": Check(joined.compare),
    "narrowed": Check(narrowed.compare),
    "widened": Check(widened.compare, asked=True),
    "conduct": Check(conduct.compare, asked=True),
    "standards": Check(standards.compare, asked=True),
    "members": Check(members.compare),
    "qualifications": Check(qualifications.compare, asked=True),
    "wording": Check(wording.compare, gives=("length", "level", "coded", "doubled", "stuffing")),
}
OTHERS = frozenset(
    "locked purpose reworded agreement contradiction blocks exchanged modality promise superlative tone people".split()
)
"""Names of facts that the judge gives beside the checks: what it says of a whole line, document or added effect."""


def named(flag: str) -> frozenset[str]:
    """Return the names of the checks for which a flag of their entry is set: ``soft``, ``asked``, ``hard``, ``told``."""
    return frozenset(name for name, check in CHECKS.items() if getattr(check, flag))
