"""What an audit keeps of each job description: small enough for 20,000 of them, complete enough for every report."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from jdrewrite.documents.copies import is_called_a_copy
from jdrewrite.model import ROLE_SECTIONS, Assessment, BlockKind, Configured, Finding, Labels, Lens, Section, Statement
from jdrewrite.model.document import Place, TitleFrom

VERSION = "9"
"""Of the records; another version is read again from the texts, never guessed at."""

SURE = 0.6
"""Confidence from which a function is told without "probably"."""
UNSURE = 0.3
"""Confidence below which a function is a guess on which nothing is built: no table, no plan, no map."""
UNCERTAIN = "function uncertain"
"""What tables and plans call those together whose function is only guessed."""


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names of groups as tables list them: by name, and behind all others those of unknown function."""
    return sorted(names, key=lambda name: (name == UNCERTAIN, name))


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One statement of a job description."""

    id: str
    fingerprint: str
    line: int
    section: Section
    text: str
    labels: Labels


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one job description: what fits in memory for all of them at once."""

    path: str
    """As it was found; one of many in a table is ``table.csv#12``."""
    title: str
    title_from: TitleFrom = ""
    """Where the title was found that does not stand where a title would; empty for one that does, or was given."""
    corrected: str = ""
    """What somebody corrected, in words: ``function``, ``title and those served``; empty for nothing."""
    function: str
    confidence: float
    """0 to 1."""
    trade: str = ""
    """Name of the part of the function to which the job belongs (``libraries``); empty where none is known."""
    score: float
    """0 to 100."""
    level: str
    percentile: int | None
    """Within ``group``; None where nothing is known to compare with."""
    group: str
    lenses: dict[Lens, float]
    """Share of the points that each lens could give, 0 to 1; a lens that a project leaves out has none."""
    customers: str
    """The word for those served."""
    named: int
    """How often the text itself uses it; 0 where it is the function's usual word."""
    served: int = 0
    """Lines on the role that name those whom the work serves, by whatever word."""
    statements: int
    strengths: int
    suggestions: int
    warnings: int
    silenced: int = 0
    """Findings that a project or a comment keeps quiet; they are counted nowhere else."""
    configured: Configured | None = None
    """What a project file changed; None in results of versions that did not keep it."""
    unit: str = ""
    """What the folder or the column calls the group that the job belongs to; empty where nobody asked for it."""
    text: str = ""
    """Digest of what it says, without title, order of files and layout; empty where it says nothing."""
    kind: str = ""
    """Format of the file that holds the text as a value (``csv``, ``xlsx``, ``json`` ...); empty for a text's own."""
    row: int = 0
    """Of such a file, the line or the row of the sheet at which the text begins; 0 where it has no such."""
    copy_of: str = ""
    """Path of the first job description with the same text and unit; empty for that one itself."""

    @property
    def file(self) -> str:
        """The file in which it stands: of a table, without the label of the row."""
        return (self.path.rpartition("#")[0] or self.path) if self.kind else self.path

    @property
    def among(self) -> str:
        """The name under which it is counted: its function, where that is known well enough."""
        return self.function if self.confidence >= UNSURE else UNCERTAIN


class Audited(msgspec.Struct, frozen=True, kw_only=True, tag="jd"):
    """One job description that was read."""

    row: Row
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="error"):
    """A file, or one job description of it, that could not be read."""

    path: str
    reason: str
    way_out: str
    code: int
    """The exit code that this error alone would give."""


Record = Audited | Failed


def record_of(assessment: Assessment, unit: str = "", place: Place | None = None, corrected: str = "") -> Audited:
    """Return what an audit keeps of an assessment.

    Args:
        assessment: of one job description.
        unit: what the organisation calls the group that the job belongs to.
        place: where the text stands in a file that holds several.
        corrected: what somebody corrected, in words.
    """
    score, best = assessment.score, assessment.function[0]
    levels = [finding.level for finding in assessment.findings]
    told = assessment.statements
    role = [s for s in told if s.section in ROLE_SECTIONS and s.kind is not BlockKind.HEADING]
    row = Row(
        path=assessment.path,
        title=assessment.title,
        title_from=assessment.title_from,
        corrected=corrected,
        function=best.name,
        confidence=round(best.confidence, 3),
        trade=assessment.trade,
        score=score.total,
        level=score.level,
        percentile=score.standing.percentile if score.standing else None,
        group=score.standing.group if score.standing else "",
        lenses={part.lens: round(part.points / part.out_of, 4) for part in score.lenses},
        customers=assessment.customer_word.plural,
        named=assessment.customer_word.count,
        served=sum(s.labels.customer != "none" for s in role),
        statements=len(told),
        strengths=levels.count("strength"),
        suggestions=levels.count("suggestion"),
        warnings=levels.count("warning"),
        silenced=len(assessment.silenced),
        configured=assessment.configured,
        unit=unit,
        kind=place.format if place else "",
        row=place.line if place else 0,
        text=_digest([s.fingerprint for s in told[_opens_with_a_title(told) :] if _is_text(s)]),
    )
    lines = tuple(Line(s.id, s.fingerprint, s.line, s.section, s.text, s.labels) for s in told)
    return Audited(row=row, lines=lines, findings=assessment.findings, silenced=assessment.silenced)


_TITLE = re.compile(r"(?:[^\s.;:!?]+ ){0,5}[^\s.;:!?]+")


def _is_text(statement: Statement) -> bool:
    return statement.kind is not BlockKind.HEADING and statement.section != "title"


def _opens_with_a_title(told: Sequence[Statement]) -> bool:
    """Tell whether the first line could be the title: where the file is called otherwise, it is not read so."""
    return bool(told) and told[0].section == "other" and bool(_TITLE.fullmatch(told[0].text.strip()))


def _digest(fingerprints: Sequence[str]) -> str:
    told = "\n".join(fingerprints)
    return hashlib.sha256(told.encode()).hexdigest()[:16] if told else ""


def with_copies(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, in their order, each one that says the same as another marked as its copy.

    The first counts, and one that is called a copy only where all are: nobody edits "Copy of clerk.docx". The same text
    in two units, or plainly under two functions, is no copy: there it stands for two jobs.
    """
    known: dict[tuple[str, str], list[Row]] = defaultdict(list)
    firsts: dict[int, str] = {}
    for number, row in sorted(enumerate(rows), key=lambda each: is_called_a_copy(each[1].file)):
        same = known[row.text, row.unit] if row.text else []
        first = next((each for each in same if _one_job(each, row)), None)
        if first is None:
            same.append(row)
        else:
            firsts[number] = first.path
    return [
        msgspec.structs.replace(row, copy_of=firsts[number]) if number in firsts else row
        for number, row in enumerate(rows)
    ]


def _one_job(one: Row, other: Row) -> bool:
    return one.function == other.function or min(one.confidence, other.confidence) < SURE
