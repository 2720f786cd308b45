"""What a model is told of one job description, and what it may touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.advice import fill
from jdrewrite.analysis.served_word import for_those
from jdrewrite.catalogue import GENERAL, Function, Output, load, outputs_in, trade_named
from jdrewrite.model import LOCKED_SECTIONS, WORK_SECTIONS, Assessment, BlockKind, Kind, Lens, Statement
from jdrewrite.rewriting.base import Ledger
from jdrewrite.rewriting.llm import prompting
from jdrewrite.rewriting.llm.prompting import Filled
from jdrewrite.rewriting.llm.quoting import quoted, visible

_OUTPUTS = 12
_COMMENTS = 8
_COMMENT = 240
"""Characters of one comment that are shown."""
_SHORT, _LONG = 4, 60
"""Words that a statement has to have to be reworded, and may have at most."""
_ADDED: tuple[Lens, ...] = ("frame", "voice", "measure", "across", "authority")
"""Lenses for which a new line may be proposed; ``frame`` is the purpose of the role."""
_SHARE, _MOST = 3, 10
"""One statement in so many is touched, and so many at most: an editor reads each."""
_NOTHING = "(none)"


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """One prompt for one job description, with what an answer may contain."""

    prompt: Filled
    open: tuple[str, ...]
    """Ids of the statements that may be reworded."""
    lenses: tuple[Lens, ...]
    """Lenses for which a new line may be proposed."""
    room: int
    """Statements that may be reworded at most."""

    def answer_tokens(self) -> int:
        """Return about how many tokens an answer has."""
        return 30 + 75 * min(self.room, len(self.open)) + 60 * len(self.lenses)


def whole(
    assessment: Assessment,
    kinds: Collection[Kind],
    ledger: Ledger,
    *,
    voice: str = "",
    comments: Iterable[str] = (),
) -> Brief:
    """Return the brief for a whole job description.

    Args:
        assessment: as ``analyse`` returned it.
        kinds: which kinds of proposal are wanted.
        ledger: tells the facts that have to stand.
        voice: how the organisation writes.
        comments: what customers said.
    """
    function = for_those(entry_for(assessment.function[0].name, assessment.trade), assessment.customer_word)
    writable = tuple(s.id for s in assessment.statements if may_touch(s) and kinds != ("add",))
    if not {"reframe", "connect"} & set(kinds):
        writable = ()
    missing = {f.lens for f in assessment.findings if f.statement is None and f.rule.endswith(".missing")}
    lenses = tuple(lens for lens in _ADDED if lens in missing) if "add" in kinds else ()
    room = min(_MOST, max(1, len(writable) // _SHARE))
    shown = [s for s in assessment.statements if s.section not in LOCKED_SECTIONS]
    filled = prompting.fill(
        prompting.load("rewrite-jd"),
        function=_work(function, assessment),
        customers=_served(assessment),
        outputs=_outputs(function, assessment),
        voice=visible(voice) or "plainly",
        comments=_lines(quoted(c[:_COMMENT]) for c in list(comments)[:_COMMENTS]),
        missing=", ".join(lenses) or "nothing: give no additions",
        statements=_lines(line(s, assessment, ledger) for s in shown),
        room=str(room),
    )
    return Brief(prompt=filled, open=writable, lenses=lenses, room=room)


def single(assessment: Assessment, statement: Statement, count: int, ledger: Ledger, *, voice: str = "") -> Brief:
    """Return the brief for several wordings of one statement."""
    function = for_those(entry_for(assessment.function[0].name, assessment.trade), assessment.customer_word)
    filled = prompting.fill(
        prompting.load("rewrite-statement"),
        function=_work(function, assessment),
        customers=_served(assessment),
        outputs=_outputs(function, msgspec.structs.replace(assessment, statements=(statement,))),
        voice=visible(voice) or "plainly",
        statement=line(statement, assessment, ledger),
        count=str(count),
    )
    return Brief(prompt=filled, open=(statement.id,), lenses=(), room=count)


def mending(assessment: Assessment, refused: Iterable[tuple[Statement, str, str]], ledger: Ledger) -> Brief:
    """Return the brief that gives refused wordings back, each with the verdict.

    Args:
        assessment: of the whole.
        refused: statement, what was proposed, and what the judge found.
        ledger: tells the facts that have to stand.
    """
    rows, ids = [], []
    for statement, text, verdict in refused:
        ids.append(statement.id)
        rows.append(f"{line(statement, assessment, ledger)}\n  yours: {quoted(text)}\n  judge: {quoted(verdict)}")
    filled = prompting.fill(prompting.load("mend"), customers=_served(assessment), statements=_lines(rows))
    return Brief(prompt=filled, open=tuple(ids), lenses=(), room=len(ids))


def may_touch(s: Statement) -> bool:
    """Tell whether a statement may be reworded by a model."""
    words = len(s.text.split())
    return s.section in WORK_SECTIONS and s.kind is not BlockKind.HEADING and _SHORT <= words <= _LONG


def line(s: Statement, assessment: Assessment, ledger: Ledger) -> str:
    """Return the line of one statement: id, section, marks, text, and the facts to keep."""
    if not may_touch(s):
        return f"{s.id} {s.section} = {quoted(s.text)}"
    marks = _marks(s, assessment)
    facts = list(dict.fromkeys(fact.text for fact in ledger(s.text)))
    keep = f" keep: {quoted(' | '.join(facts))}" if facts else ""
    return f"{s.id} {s.section} {marks + ' ' if marks else ''}{quoted(s.text)}{keep}"


def _marks(s: Statement, assessment: Assessment) -> str:
    rules = [f.rule.split(".") for f in assessment.findings if f.statement == s.id and f.level != "strength"]
    marks = [f"{lens}.inward" if rest[0] == "inward" else lens for lens, *rest in rules]
    return " ".join(dict.fromkeys(marks))


def _served(assessment: Assessment) -> str:
    """Return the word for those served, with whom the work reaches first where these are others."""
    word = assessment.customer_word
    if word.direct == "outside":
        return quoted(word.plural)
    first = word.partners or word.colleagues or "colleagues"
    return f"{quoted(word.plural)}, whom the work reaches through {quoted(first)}"


def _work(function: Function, assessment: Assessment) -> str:
    """Return what kind of work it is and what for; of a trade that is far from its function, in the trade's words."""
    trade = trade_named(function, assessment.trade)
    if trade is None or not trade.far or not function.purpose:
        return f"{function.name}. {function.summary}"
    return f"{trade.name}. It is there to {fill(function.purpose[0], assessment.customer_word.plural)}."


def _outputs(function: Function, assessment: Assessment) -> str:
    """Return what the function does for those served, the outputs that this text speaks of first."""
    text = "\n".join(s.text for s in assessment.statements if s.section in WORK_SECTIONS)
    entries = [function] if function.slug == GENERAL else [function, load(GENERAL)]
    found: dict[str, Output] = {}
    for entry in entries:
        for match in outputs_in(entry, text):
            found.setdefault(match.output.id, match.output)
    chosen = list(found.values())[:_OUTPUTS]
    return _lines(f"- {output.things[0]}: {_effect(output, assessment.customer_word.plural)}" for output in chosen)


def _effect(output: Output, customers: str) -> str:
    if output.ability:
        return visible(fill(f"they can {output.ability[0]}", customers))
    return visible(fill(output.state[0], customers)) if output.state else "they are served"


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows) or _NOTHING
