"""What a front asks of the workshop, and what comes back: plain data that crosses between processes."""

from __future__ import annotations

import msgspec

from jdrewrite.model import Assessment, Document, Edit, Lens, Proposal, Verdict


class Order(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Something to be done for one document; each kind of order has its own answers."""

    document: Document
    function: str | None = None
    """Slug of the job function where a person chose it."""


class Read(Order, frozen=True, kw_only=True, tag=True):
    """Analyse the document: one ``Assessed``."""


class Propose(Order, frozen=True, kw_only=True, tag=True):
    """Propose and judge: ``Offered`` as often as there is something new, the last when all is said."""

    engine: str = "offline"
    comments: tuple[str, ...] = ()
    """What customers said that bears on this job, for the built-in writer; nothing of it is sent anywhere."""


class Reword(Order, frozen=True, kw_only=True, tag=True):
    """Other wordings for one statement, judged: one ``Offered``."""

    statement: str
    engine: str = "offline"
    count: int = 4


class Judge(Order, frozen=True, kw_only=True, tag=True):
    """Judge wordings: one ``Judged``."""

    pairs: tuple[tuple[str | None, str], ...]
    """Each the text as it was (None for a new line) and what is to take its place."""


class Weigh(Order, frozen=True, kw_only=True, tag=True):
    """Analyse the document with edits, as a reader of the written file would: one ``Weighed``."""

    edits: tuple[Edit, ...]


class Assessed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The analysis of the document as it came."""

    assessment: Assessment


class Offered(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Proposals with their verdicts."""

    proposals: tuple[Proposal, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What goes on, in one sentence."""

    text: str


class Judged(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One verdict for each pair."""

    verdicts: tuple[Verdict, ...]
    gains: tuple[tuple[Lens, ...], ...] = ()
    """Through which lenses each text says more than the one before it."""


class Weighed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The analysis of the document with its edits."""

    assessment: Assessment


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It did not work; the text says why and what to do."""

    message: str


class Done(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Nothing more comes."""


AnyOrder = Read | Propose | Reword | Judge | Weigh
Answer = Assessed | Offered | Told | Judged | Weighed | Failed | Done


class Asked(msgspec.Struct, frozen=True, tag=True):
    """An order with its number."""

    number: int
    order: AnyOrder


class Stopped(msgspec.Struct, frozen=True, tag=True):
    """Nobody waits for this number any more."""

    number: int


class Answered(msgspec.Struct, frozen=True):
    """An answer with the number of its order."""

    number: int
    answer: Answer
