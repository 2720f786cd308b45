"""The library: documents with every version and every decision, kept so that no crash loses them."""

from jdrewrite.library.deciding import decision
from jdrewrite.library.entries import OUTCOMES, STATES, TAKEN, Decision, Noted, Outcome, Run, State, StateSet
from jdrewrite.library.layout import default_path
from jdrewrite.library.library import Library
from jdrewrite.library.opening import open_library
from jdrewrite.library.recognising import Match
from jdrewrite.library.values import StoredDocument, Version

__all__ = [
    "OUTCOMES",
    "STATES",
    "TAKEN",
    "Decision",
    "Library",
    "Match",
    "Noted",
    "Outcome",
    "Run",
    "State",
    "StateSet",
    "StoredDocument",
    "Version",
    "decision",
    "default_path",
    "open_library",
]
