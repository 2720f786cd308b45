"""What is recorded when somebody decides of a proposal."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from jdrewrite.library.entries import Decision, Outcome
from jdrewrite.library.recognising import Match
from jdrewrite.model import Assessment, Proposal


def decision(
    match: Match,
    proposal: Proposal,
    outcome: Outcome,
    *,
    assessment: Assessment,
    text: str = "",
    reason: str = "",
    passed: bool | None = None,
    near: str = "",
    by: Literal["person", "batch"] = "person",
) -> Decision:
    """Return what is recorded when somebody decides of a proposal.

    Args:
        match: document and version, as ``Library.put`` returned them.
        proposal: what was decided of.
        outcome: what was decided.
        assessment: in which the proposal was made.
        text: the person's own words, where they are others than the proposed ones.
        reason: why; needed for an overridden one.
        passed: what the judge said of the wording that counts; of the proposal unless told.
        near: fingerprint of the statement below which a new line belongs.
        by: ``batch`` where nobody looked at it.
    """
    statement = None
    if proposal.statement is not None:
        with suppress(KeyError):
            statement = assessment.statement(proposal.statement).fingerprint
    verdict = proposal.verdict.passed if proposal.verdict is not None else None
    return Decision(
        document=match.document,
        version=match.version,
        statement=statement,
        outcome=outcome,
        kind=proposal.kind,
        original=proposal.original,
        proposed=proposal.proposed,
        text=text if text != proposal.proposed else "",
        reason=reason,
        engine=proposal.engine,
        source=proposal.source,
        score_version=assessment.score.version,
        passed=verdict if passed is None else passed,
        near=near,
        by=by,
    )
