"""The catalogue of job functions: what each makes, and what that does for customers."""

from jdrewrite.catalogue.loader import functions, load, load_file, load_work, quiet, version, work
from jdrewrite.catalogue.matching import Match, is_of_field, motive_in, outputs_in
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
    Work,
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
    "Work",
    "functions",
    "is_of_field",
    "load",
    "load_file",
    "load_work",
    "motive_in",
    "outputs_in",
    "quiet",
    "version",
    "work",
]
