"""Turns results into the shapes of the JSON output."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.cli import shapes, shapes_rewrite
from jdrewrite.cli.plain import encodable
from jdrewrite.cli.shapes_lines import VerifiedLine
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Assessment, Document, Verdict

if TYPE_CHECKING:
    from jdrewrite.library import Decision
    from jdrewrite.revision import Revision
    from jdrewrite.rewriting import Usage


def checked(
    document: Document, assessment: Assessment, library: shapes.Recorded | None = None
) -> shapes.CheckedDocument:
    """Return what ``check`` says of one job description."""
    return shapes.CheckedDocument(
        path=encodable(assessment.path),
        format=document.format,
        title=assessment.title,
        title_from=assessment.title_from,
        jobs=assessment.jobs,
        function=assessment.function,
        trade=assessment.trade,
        customer_word=assessment.customer_word.plural,
        customer_word_from=assessment.customer_word.source,
        through=assessment.customer_word.through,
        score=assessment.score.total,
        lenses={
            part.lens: shapes.LensPart(
                points=part.points, out_of=part.out_of, reasons=part.reasons, missing=part.missing
            )
            for part in assessment.score.lenses
        },
        statements=assessment.statements,
        findings=assessment.findings,
        silenced=assessment.silenced,
        level=assessment.score.level,
        standing=assessment.score.standing,
        notes=document.notes,
        versions=assessment.versions,
        score_version=assessment.score.version,
        library=library,
        configured=assessment.configured,
    )


def rewritten(
    path: str, revision: Revision, output: str | None, library: shapes.Recorded | None = None
) -> shapes_rewrite.RewrittenDocument:
    """Return what ``rewrite`` says of one job description.

    Args:
        path: as the user named it.
        revision: what was proposed and accepted.
        output: where the result was written, None if nowhere.
        library: what the library knows of it, None where none was asked for.
    """
    before = revision.before
    return shapes_rewrite.RewrittenDocument(
        path=encodable(path),
        title=before.title,
        function=before.function,
        score_before=before.score.total,
        score_after=revision.after.score.total,
        accepted=revision.accepted,
        output=None if output is None else encodable(output),
        proposals=revision.proposals,
        refusals=tuple(msgspec.convert(r, shapes_rewrite.RefusedPart, from_attributes=True) for r in revision.refusals),
        usage=used(revision.usage) if revision.usage is not None else None,
        failure=error_text(revision.failure) if revision.failure is not None else None,
        versions=before.versions,
        score_version=before.score.version,
        decided={name: decided(found) for name, found in revision.decided.items()},
        library=library,
    )


def used(usage: Usage) -> shapes_rewrite.UsedEngine:
    """Return what an engine used."""
    return msgspec.convert(usage, shapes_rewrite.UsedEngine, from_attributes=True)


def error_text(error: JdrewriteError) -> shapes.ErrorText:
    """Return an error as data."""
    return shapes.ErrorText(reason=encodable(error.reason), way_out=encodable(error.way_out), exit_code=error.exit_code)


def decided(found: Decision) -> shapes.Decided:
    """Return a decision with every key."""
    return msgspec.convert(found, shapes.Decided, from_attributes=True)


def verified(original: str, rewrite: str, verdict: Verdict) -> shapes.Verify:
    """Return the verdict on two files."""
    return shapes.Verify(original=encodable(original), rewrite=encodable(rewrite), verdict=verdict)


def verified_line(line_id: str | int, verdict: Verdict) -> VerifiedLine:
    """Return the verdict on one line of a JSONL run."""
    return VerifiedLine(
        id=line_id,
        passed=verdict.passed,
        lost=verdict.lost,
        invented=verdict.invented,
        changed=verdict.changed,
    )


def errors(met: Iterable[tuple[str, JdrewriteError]]) -> tuple[shapes.FileError, ...]:
    """Return the files that gave no result, each with its error."""
    return tuple(
        shapes.FileError(
            path=path,
            error=error_text(error),
        )
        for path, error in met
    )
