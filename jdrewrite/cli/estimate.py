"""``jdrewrite rewrite --dry-run``: what would be changed and what an engine would cost, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.cli import inputs, output
from jdrewrite.cli.diagnostics import Diagnostics
from jdrewrite.cli.documents_json import errors, used
from jdrewrite.cli.model_run import spent
from jdrewrite.cli.plain import encodable
from jdrewrite.cli.rewrite_options import Wish
from jdrewrite.cli.rewritten_file import outcome
from jdrewrite.cli.shapes_rewrite import Estimate, EstimatedDocument
from jdrewrite.language.counted import counted

if TYPE_CHECKING:
    from jdrewrite.model import Document
    from jdrewrite.revision import Revision
    from jdrewrite.rewriting import StreamingEngine, Usage


def estimate(files: Sequence[str], wish: Wish, log: Diagnostics, *, as_json: bool) -> None:
    """Print what would be changed or, of a language model, what it would probably use. Nothing is sent or written.

    Raises:
        DataError: a budget is set, and there is no price.
    """
    from jdrewrite.rewriting import StreamingEngine, engine_named

    engine = engine_named(wish.proposer.engine, budget=wish.proposer.budget)
    if isinstance(engine, StreamingEngine):
        _cost(files, engine, wish, log, as_json=as_json)
    elif as_json:
        _nothing_used(files, wish, log)
    else:
        _changes(files, wish, log)


def _changes(files: Sequence[str], wish: Wish, log: Diagnostics) -> None:
    """Print what the built-in writer would change: it costs nothing but the time to try."""
    from jdrewrite.project import settings_for
    from jdrewrite.revision import revise

    page = output.Page()
    found: list[Revision] = []
    for path, document in inputs.each_document(files, wish.columns, log, wish.title, wish.serves):
        with log.go_on(document.path):
            found.append(revise(document, accept=wish.accept, function=wish.function, settings=settings_for(path)))
            page.line(f"{document.path}: {outcome(found[-1])}")
    changed = sum(bool(revision.edits) for revision in found)
    many = counted(len(found), "job description")
    page.line((f"{changed:,} of {many} would be changed.", "bold"), " Nothing was written, nothing was sent.")


def _nothing_used(files: Sequence[str], wish: Wish, log: Diagnostics) -> None:
    """Print as JSON that the built-in writer uses no engine; what cannot be read is told all the same."""
    import jdrewrite
    from jdrewrite.rewriting import Usage

    rows: list[EstimatedDocument] = []
    for _, document in inputs.each_document(files, wish.columns, log, wish.title, wish.serves):
        with log.go_on(document.path):
            jdrewrite.analyse(document, function=wish.function)
            rows.append(EstimatedDocument(path=encodable(document.path), usage=used(Usage())))
    told = errors(log.errors)
    output.json(Estimate(engine=wish.proposer.engine, documents=tuple(rows), total=used(Usage()), errors=told))


def _cost(files: Sequence[str], engine: StreamingEngine, wish: Wish, log: Diagnostics, *, as_json: bool) -> None:
    from jdrewrite.rewriting import Usage

    name, budget = wish.proposer.engine, wish.proposer.budget
    rows: list[EstimatedDocument] = []
    total = Usage()
    page = output.Page()
    for path, document in inputs.each_document(files, wish.columns, log, wish.title, wish.serves):
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


def _estimated(engine: StreamingEngine, document: Document, path: str, function: str | None) -> Usage:
    """Return what an engine would use for one job description."""
    from jdrewrite.analysis import analyse
    from jdrewrite.model import KINDS
    from jdrewrite.project import settings_for
    from jdrewrite.proposing import given_for

    assessment = analyse(document, function=function, settings=settings_for(path))
    return engine.estimate(assessment, KINDS, given_for(assessment))
