"""Audits: many job descriptions read in one run, kept on disk as they come, and reported from one set of results."""

from jdrewrite.audit.cache import Cache
from jdrewrite.audit.figures import Overview, overview
from jdrewrite.audit.journal import Head, Journal
from jdrewrite.audit.records import Audited, Failed, Record, Row
from jdrewrite.audit.results import Results
from jdrewrite.audit.run import Step, run
from jdrewrite.audit.sources import find, sample
from jdrewrite.audit.worker import Task, pipeline_key

__all__ = [
    "Audited",
    "Cache",
    "Failed",
    "Head",
    "Journal",
    "Overview",
    "Record",
    "Results",
    "Row",
    "Step",
    "Task",
    "find",
    "overview",
    "pipeline_key",
    "run",
    "sample",
]
