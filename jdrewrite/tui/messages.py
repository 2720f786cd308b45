"""What workers send to the screen; a worker never touches a widget."""

from __future__ import annotations

from textual.message import Message

from jdrewrite.model import Assessment, Proposal, Verdict


class Analysed(Message):
    """The analysis is there."""

    def __init__(self, assessment: Assessment) -> None:
        super().__init__()
        self.assessment = assessment


class Proposed(Message):
    """The proposals are there, with their verdicts."""

    def __init__(self, assessment: Assessment, proposals: tuple[Proposal, ...]) -> None:
        super().__init__()
        self.assessment = assessment
        self.proposals = proposals


class Scored(Message):
    """The result was analysed anew after a decision."""

    def __init__(self, after: Assessment) -> None:
        super().__init__()
        self.after = after


class Judged(Message):
    """The judge has read a person's own wording."""

    def __init__(self, target: str, text: str, verdict: Verdict) -> None:
        super().__init__()
        self.target = target
        self.text = text
        self.verdict = verdict


class Failed(Message):
    """Something went wrong that the user can mend."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.message = message
