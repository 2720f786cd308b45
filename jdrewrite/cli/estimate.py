"""``jdrewrite rewrite --dry-run``: what an engine would use and cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.cli import inputs, output
from jdrewrite.cli.diagnostics import Diagnostics
from jdrewrite.cli.documents_json import errors, used
from jdrewrite.cli.model_run import spent
from jdrewrite.cli.plain import encodable
from jdrewrite.cli.rewrite_options import Wish
from jdrewrite.cli.shapes_rewrite import Estimate, EstimatedDocument

if TYPE_CHECKING:
    from jdrewrite.model import Document
    from jdrewrite.rewriting import Engine, Usage


def estimate(files: Sequence[str], wish: Wish, log: Diagnostics, *, as_json: bool) -> None:
    """Print what an engine would probably use for each file and for all. Nothing is sent.

    Raises:
        DataError: a budget is set, and there is no price.
    """
    from jdrewrite.rewriting import Usage, engine_named

    name, budget = wish.proposer.engine, wish.proposer.budget
    engine = engine_named(name, budget=budget)
    rows: list[EstimatedDocument] = []
    total = Usage()
    page = output.Page()
    for path, document in inputs.each_document(files, wish.columns, log):
        with log.go_on(document.path):
            usage = _estimated(engine, document, path, wish.function)
            total = total.plus(usage)
            rows.append(EstimatedDocument(path=encodable(document.path), usage=used(usage)))
            if not as_json:
                page.line(f"{document.path}: {spent(usage)}")
    if as_json:
        output.json(Estimate(engine=name, documents=tuple(rows), total=used(total), errors=errors(log.errors)))
        return
    if len(rows) > 1:
        page.line((f"in all: {spent(total)}", "bold"))
    over = budget is not None and total.cost is not None and total.cost > budget
    page.line("Nothing was sent." + (" It would be more than the budget: the run would stop before." if over else ""))


def _estimated(engine: Engine, document: Document, path: str, function: str | None) -> Usage:
    """Return what an engine would use for one job description; the built-in writer uses nothing."""
    from jdrewrite.analysis import analyse
    from jdrewrite.model import KINDS
    from jdrewrite.project import settings_for
    from jdrewrite.proposing import given_for
    from jdrewrite.rewriting import StreamingEngine, Usage

    if not isinstance(engine, StreamingEngine):
        return Usage()
    assessment = analyse(document, function=function, settings=settings_for(path))
    return engine.estimate(assessment, KINDS, given_for(assessment))
