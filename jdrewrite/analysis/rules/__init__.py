"""Lens rules as data: loaded strictly, explained on request, compiled by the matching module."""

from jdrewrite.analysis.rules.loader import all_rules, load_rules, rule, version
from jdrewrite.analysis.rules.page import page
from jdrewrite.analysis.rules.schema import Rule
from jdrewrite.analysis.rules.words import classes, forms

__all__ = ["Rule", "all_rules", "classes", "forms", "load_rules", "page", "rule", "version"]
