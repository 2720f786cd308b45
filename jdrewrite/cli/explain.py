"""``jdrewrite explain``: the page of one rule, or the list of all."""

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import WrongUsage
from jdrewrite.cli.options import near
from jdrewrite.cli.plain import clean
from jdrewrite.cli.text_check import LEVELS
from jdrewrite.model import LENSES

if TYPE_CHECKING:
    from jdrewrite.analysis.rules import Rule


def _complete(incomplete: str) -> list[str]:
    return [rule_id for rule_id in _known() if rule_id.startswith(incomplete)]


def _known() -> Mapping[str, "Rule"]:
    """Return the rules in force where the user stands, a project's own included, and those it has disabled."""
    from jdrewrite.analysis import rules
    from jdrewrite.project import settings_for

    return {**rules.all_rules(), **rules.book(settings_for("-").changes).rules}


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]", autocompletion=_complete, help="Id of a rule, as 'check' prints it, or its first word."
        ),
    ] = None,
) -> None:
    """Explain a rule: what it sees, why it matters, its source, its examples. Without RULE, list all.

    The name of a lens, or the first word of ids, lists the rules of that name.
    """
    from jdrewrite.analysis import rules

    known = _known()
    page = output.Page()
    if rule is None:
        _list(page, known)
        return
    if rule not in known:
        # 'check' prints the names of lenses too, and of parts of a text by which the first words of ids are called.
        of_it = {name: entry for name, entry in known.items() if rule in {entry.lens, name.partition(".")[0]}}
        if of_it:
            _list(page, of_it)
            return
        raise WrongUsage(rule, "there is no such rule", near(rule, list(known), "'jdrewrite explain' lists them"))
    for line in clean(rules.page(known[rule])).splitlines():
        page.line(line)


def _list(page: output.Page, known: Mapping[str, "Rule"]) -> None:
    ordered = sorted(known.values(), key=lambda rule: LENSES.index(rule.lens))
    for lens, group in groupby(ordered, key=lambda rule: rule.lens):
        page.line((lens, "bold"))
        for rule in group:
            sign, colour = LEVELS[rule.level]
            page.line((sign, colour), f" {rule.id}", indent=2)
    page.line("+ strength  ~ suggestion  ! warning; 'jdrewrite explain RULE' prints one rule's page.")
