"""The catalogue of job functions: what each makes, and what that does for customers."""

from jdrewrite.catalogue.grades import (
    Grade,
    asks,
    for_head,
    for_leaders,
    grade_of,
    grades,
    is_right_for,
    leads_people,
)
from jdrewrite.catalogue.inflection import noun_forms, singular, verb_forms
from jdrewrite.catalogue.loader import functions, load, load_file, load_work, quiet, version, work
from jdrewrite.catalogue.matching import Match, goals_in, is_of_field, motive_in, outputs_in
from jdrewrite.catalogue.schema import (
    GENERAL,
    Across,
    Authority,
    Function,
    Layer,
    Measures,
    Motive,
    Output,
    Trade,
    Voice,
    Work,
)
from jdrewrite.catalogue.trades import narrowed, shared_trade_of, trade_of

__all__ = [
    "GENERAL",
    "Across",
    "Authority",
    "Function",
    "Grade",
    "Layer",
    "Match",
    "Measures",
    "Motive",
    "Output",
    "Trade",
    "Voice",
    "Work",
    "asks",
    "for_head",
    "for_leaders",
    "functions",
    "goals_in",
    "grade_of",
    "grades",
    "is_of_field",
    "is_right_for",
    "leads_people",
    "load",
    "load_file",
    "load_work",
    "motive_in",
    "narrowed",
    "noun_forms",
    "outputs_in",
    "quiet",
    "shared_trade_of",
    "singular",
    "trade_of",
    "verb_forms",
    "version",
    "work",
]
