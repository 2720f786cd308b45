"""The checks, one file each; the table says which are asked, and a new one is one file and one line."""

from __future__ import annotations

from collections.abc import Callable

from jdrewrite.verifying.checks import (
    acts,
    content,
    figures,
    frequency,
    guarantees,
    modality,
    names,
    opposites,
    participants,
    rights,
    scope,
    sequence,
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
    "guarantees": guarantees.compare,
    "rights": rights.compare,
    "acts": acts.compare,
    "scope": scope.compare,
    "opposites": opposites.compare,
    "participants": participants.compare,
    "sequence": sequence.compare,
    "content": content.compare,
    "wording": wording.compare,
}
