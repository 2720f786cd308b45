"""``jdrewrite explain``: the page of one rule, or the list of all."""

from itertools import groupby
from typing import Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import WrongUsage
from jdrewrite.cli.options import near
from jdrewrite.cli.plain import clean
from jdrewrite.cli.text_check import LEVELS
from jdrewrite.model import LENSES


def _complete(incomplete: str) -> list[str]:
    from jdrewrite.analysis import rules

    return [rule_id for rule_id in rules.all_rules() if rule_id.startswith(incomplete)]


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", autocompletion=_complete, help="Id of a rule, as 'check' prints it."),
    ] = None,
) -> None:
    """Explain a rule: what it sees, why it matters, its source, its examples. Without RULE, list all."""
    from jdrewrite.analysis import rules

    known = rules.all_rules()
    page = output.Page()
    if rule is None:
        _list(page)
        return
    if rule not in known:
        raise WrongUsage(rule, "there is no such rule", near(rule, list(known), "jdrewrite explain"))
    for line in clean(rules.page(rule)).splitlines():
        page.line(line)


def _list(page: output.Page) -> None:
    from jdrewrite.analysis import rules

    ordered = sorted(rules.all_rules().values(), key=lambda rule: LENSES.index(rule.lens))
    for lens, group in groupby(ordered, key=lambda rule: rule.lens):
        page.line((lens, "bold"))
        for rule in group:
            sign, colour = LEVELS[rule.level]
            page.line((sign, colour), f" {rule.id}", indent=2)
    page.line("+ strength  ~ suggestion  ! warning; 'jdrewrite explain RULE' prints one rule's page.")
