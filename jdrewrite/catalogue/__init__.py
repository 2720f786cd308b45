"""The catalogue of job functions: what each makes, and what that does for customers."""

from jdrewrite.catalogue.loader import functions, load, load_file, version
from jdrewrite.catalogue.matching import Match, motive_in, outputs_in
from jdrewrite.catalogue.schema import (
    GENERAL,
    Across,
    Authority,
    Function,
    Layer,
    Measures,
    Motive,
    Output,
    Voice,
)

__all__ = [
    "GENERAL",
    "Across",
    "Authority",
    "Function",
    "Layer",
    "Match",
    "Measures",
    "Motive",
    "Output",
    "Voice",
    "functions",
    "load",
    "load_file",
    "motive_in",
    "outputs_in",
    "version",
]
