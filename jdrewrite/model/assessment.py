"""What the analysis says of a job description: plain data that needs no parser to be read back."""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite.model.configured import Configured
from jdrewrite.model.document import BlockKind, TitleFrom
from jdrewrite.model.labels import ROLE_SECTIONS, Evidence, Labels, Lens, Section
from jdrewrite.model.rule import Changes, Level

WordFrom = Literal["text", "function", "nobody", "given"]
_NAMED = 3
"""Titles that are named of many."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence or one bullet, with its labels."""

    id: str
    """``s1``, ``s2``, ... in reading order."""
    fingerprint: str
    """12 hex digits of sha256 over the text (NFKC, white space collapsed) and, after a dash, which occurrence."""
    block: str
    start: int
    end: int
    """Span of ``Block.text`` in characters, end exclusive."""
    line: int
    """1-based line (text formats) or paragraph number (Word)."""
    section: Section
    kind: BlockKind
    text: str
    """``Block.text[start:end]`` with white space collapsed."""
    locked: bool = False
    """Its words cannot be changed in the file: it is read and scored, and nothing is proposed for it."""
    labels: Labels
    evidence: tuple[Evidence, ...] = ()


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One remark about a statement, or about the whole job description (``statement`` is None)."""

    id: str
    """Stable over edits elsewhere: rule id and fingerprint."""
    rule: str
    lens: Lens
    level: Level
    statement: str | None
    """Id of the statement, or None where the finding is about something missing from the whole."""
    line: int | None
    start: int
    end: int
    """Span of the statement's text; 0, 0 for the whole job description."""
    excerpt: str
    """The words that were found, as they stand."""
    message: str
    suggestion: str
    silenced: str = ""
    """Why it is not to be shown, and where that was said; empty for a finding that speaks."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why points were given or are missing."""

    points: float
    """Points gained; 0 for a reason that explains what is missing."""
    text: str
    statement: str | None = None
    line: int | None = None
    lines: tuple[int, ...] = ()
    """Of a reason that sums up several statements, those at which they stand."""


class LensScore(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the score that one lens gives."""

    lens: Lens
    points: float
    out_of: float
    reasons: tuple[Reason, ...]
    """Where the points come from, largest first."""
    missing: tuple[Reason, ...] = ()
    """What would bring more: which lens, where to put it, an example for this function."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a score stands among the job descriptions of the reference."""

    percentile: int
    """0 to 100: per cent of the reference that scores lower, those with the same score counting half.

    0 where none scores lower.
    """
    group: str
    """Slug of the function, or ``all`` where too few of its job descriptions are known."""
    count: int
    """Job descriptions in the group."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """0 to 100: how well the reader would know whom the work serves and how."""

    total: float
    lenses: tuple[LensScore, ...]
    """Those that are asked for: all eight, unless a project leaves some out."""
    version: str
    """Changes when the same text could get another figure."""
    level: str = ""
    """The stage that the total stands for, in plain words."""
    standing: Standing | None = None
    """How it compares; None where there is nothing to compare with."""

    def lens(self, lens: str) -> LensScore:
        """Return the part of one lens.

        Raises:
            KeyError: no such lens, or a project leaves it out.
        """
        for part in self.lenses:
            if part.lens == lens:
                return part
        raise KeyError(lens)


class FunctionGuess(msgspec.Struct, frozen=True, kw_only=True):
    """A job function and how sure the analysis is of it."""

    name: str
    """Slug of the catalogue, or ``other``."""
    confidence: float
    """0 to 1."""


class CustomerWord(msgspec.Struct, frozen=True, kw_only=True):
    """The word for the people whom the job serves: the job description's own where it has one."""

    plural: str
    """As it reads in the middle of a sentence: ``customers``, ``patients``, ``members of the public``."""
    source: WordFrom
    """Found in the text, what such an organisation or function usually says, a phrase that is true of any job, or what
    somebody said who knows."""
    count: int = 0
    """Places where the text has it, or another word for the same people."""
    words: tuple[str, ...] = ()
    """The text's own words that were counted, in lower case, the commonest first."""
    direct: Literal["outside", "inside", "partners"] = "outside"
    """Whom the work reaches first: those served themselves, colleagues, or other organisations that serve them."""
    receivers: str = ""
    """The job description's own plural for the colleagues who receive the work, where it plainly has one; where the
    work lands outside, it reaches them on the way."""
    afar: bool = False
    """What the role makes reaches those served, but whoever does it meets colleagues: security of a public body."""
    users: str = ""
    """The job description's word for those who use what is made, where it has it as often as ``plural``."""
    beside: bool = False
    """The text has them in lists with suppliers and the like alone, with whom the role deals: it may be that neither is
    whom it serves."""
    partners: str = ""
    """Of work for other organisations: the job description's own plural for them: ``agency partners``."""

    @property
    def is_named(self) -> bool:
        """Whether it is more than what is taken for granted: the text names those served, or somebody has said it."""
        return self.source not in {"function", "nobody"}

    @property
    def colleagues(self) -> str:
        """Of work that lands inside: the job description's own plural for colleagues; else nothing."""
        return self.receivers if self.direct == "inside" else ""

    @property
    def through(self) -> str:
        """The plural for those through whom the work reaches the ones served; empty where it meets them itself."""
        return "" if self.direct == "outside" else self.partners or self.colleagues or "colleagues"


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is known of one job description after analysis."""

    path: str
    title: str
    title_from: TitleFrom = ""
    jobs: tuple[str, ...] = ()
    """Titles of a text that holds several jobs, which are scored as one here; empty for one job."""
    function: tuple[FunctionGuess, ...]
    """Best first; the first is the one that everything follows."""
    trade: str = ""
    """Name of the part of the function to which the job belongs (``libraries``), where title or duties tell one."""
    customer_word: CustomerWord
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()
    """Findings that a project or a comment keeps quiet."""
    score: Score
    configured: Configured = Configured()
    """What a project file changed, as it is told."""
    changes: Changes = Changes()
    """The same as data: what is to be compared with this text is read by the same rules and words."""
    versions: dict[str, str]
    """Versions of ``score``, ``rules``, ``catalogue`` and ``model`` that led to this result."""

    @property
    def several(self) -> str:
        """What is to be said of a text that holds several jobs, as the beginning of a sentence; empty for one job."""
        if not self.jobs:
            return ""
        named = ", ".join(self.jobs[:_NAMED])
        such_as = ", such as" if len(self.jobs) > _NAMED else ":"
        return f"several jobs in one text, {len(self.jobs)} titles were seen{such_as} {named}"

    @property
    def unnamed(self) -> str:
        """What is to be said of a text that has no sure word for those served, as a clause; empty where it has one.

        Lines may name somebody all the same, whom the lenses find, and who is not all that the job serves.
        """
        if self.customer_word.is_named:
            return "the text names them only beside suppliers and the like" if self.customer_word.beside else ""
        somebody = any(s.section in ROLE_SECTIONS and s.labels.customer == "external" for s in self.statements)
        return "the text hardly says whom it serves" if somebody else "the text names nobody served"

    def statement(self, statement_id: str) -> Statement:
        """Return the statement with this id.

        Raises:
            KeyError: no such statement.
        """
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)
