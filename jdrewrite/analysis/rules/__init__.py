"""The rules as data: loading, word classes, what a project changes, and the page of each rule."""

from jdrewrite.analysis.rules.book import Book, book
from jdrewrite.analysis.rules.loader import all_rules, load_rules, rule, version
from jdrewrite.analysis.rules.page import page
from jdrewrite.analysis.rules.words import classes, forms
from jdrewrite.model import Changes, Rule

__all__ = ["Book", "Changes", "Rule", "all_rules", "book", "classes", "forms", "load_rules", "page", "rule", "version"]
