"""The checks, one file each; the table says which are asked, and a new one is one file and one line."""

from __future__ import annotations

from collections.abc import Callable

from jdrewrite.verifying.checks import (
    actors,
    acts,
    alternatives,
    cause,
    conditions,
    content,
    degrees,
    doers,
    exceptions,
    exchanged,
    figures,
    frequency,
    guarantees,
    lines,
    modality,
    names,
    neglect,
    opposites,
    participants,
    qualifications,
    rates,
    reach,
    reporting,
    rights,
    scope,
    sequence,
    sides,
    turned,
    wording,
)
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

Check = Callable[[Text, Text], Outcome]

CHECKS: dict[str, Check] = {
    "figures": figures.compare,
    "frequency": frequency.compare,
    "names": names.compare,
    "modality": modality.compare,
    "exceptions": exceptions.compare,
    "rates": rates.compare,
    "neglect": neglect.compare,
    "degrees": degrees.compare,
    "reporting": reporting.compare,
    "lines": lines.compare,
    "guarantees": guarantees.compare,
    "rights": rights.compare,
    "acts": acts.compare,
    "scope": scope.compare,
    "reach": reach.compare,
    "opposites": opposites.compare,
    "exchanged": exchanged.compare,
    "alternatives": alternatives.compare,
    "participants": participants.compare,
    "actors": actors.compare,
    "doers": doers.compare,
    "turned": turned.compare,
    "sides": sides.compare,
    "sequence": sequence.compare,
    "cause": cause.compare,
    "conditions": conditions.compare,
    "content": content.compare,
    "qualifications": qualifications.compare,
    "wording": wording.compare,
}
