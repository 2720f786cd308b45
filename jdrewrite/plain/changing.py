"""Commands that need the workshop or an answer: own words, other wordings, another function or engine, an editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from jdrewrite.editing import NotNow, Row, acts, renewing, verdicts
from jdrewrite.editing.drafts import place_of
from jdrewrite.editing.own import called
from jdrewrite.editing.session import analysed, proposed, serving, titled, with_engine
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Proposal
from jdrewrite.plain import telling
from jdrewrite.plain.state import Order, Question, Rule, State, Step, said
from jdrewrite.workshop.orders import Assessed, Judge, Judged, Offered, Propose, Read, Reword

_replace = msgspec.structs.replace
Answers = tuple[object, ...]
_NO = frozenset({"n", "no", "nope"})
_SHORTEST = 2
"""Letters of a reason."""


def reason_then(state: State, question: str, then: Callable[[State, str], Step], *kept: str) -> Step:
    """Ask why a wording that did not pass should stand; no answer, or "no", leaves the line, and tells what is kept."""

    def answered(now: State, why: str) -> Step:
        if not why or why.rstrip(".!").lower() in _NO:
            return said(now, "Left as it was: no reason was given.", *kept)
        if _is_order(why):
            told = f"Left as it was: '{why}' is a command, and no reason. Say it again if it is meant as one"
            return said(now, f"{told}; for a reason, begin with 'because'.", *kept)
        return then(now, why)

    return said(_replace(state, question=Question(answered)), f"{question} Empty or 'no' leaves the line.")


def _is_order(text: str) -> bool:
    """Tell whether an answer is one letter, or begins as a command does: somebody took the question for another."""
    from jdrewrite.plain.commands import COMMANDS

    return len(text) < _SHORTEST or text.split(maxsplit=1)[0].lower() in COMMANDS


def edited(state: State, text: str) -> Step:
    """Write the current line anew."""
    row = state.row
    if row is None or (row.statement is None and row.proposal is None):
        raise NotNow("There is no line to write.")
    if row.locked:
        raise NotNow("This line is locked. Unlock it first.")
    if not text:
        before = state.session.drafts.get(place_of(row))
        told = [f"You typed before: {before}"] if before else []
        asked = _replace(state, question=Question(_unless_empty(edited)))
        return said(asked, f"It reads: {row.text}", *told, "What shall it read? Empty leaves it.")
    proposal = row.proposal
    original = row.original if proposal is None else proposal.original
    return _judge(state, row, original, text, new=False)


def _unless_empty(then: Rule) -> Rule:
    """Return what takes an answer; an empty one is none, and must not be asked for without end."""
    return lambda state, text: then(state, text) if text else said(state, "Left as it was.")


def added(state: State, text: str) -> Step:
    """Write a new line below the current one."""
    if state.row is None or state.session.desk.assessment is None:
        raise NotNow("There is no line below which it could be.")
    if not text:
        before = state.session.drafts.get(place_of(state.row, new=True))
        told = [f"You typed before: {before}"] if before else []
        asked = _replace(state, question=Question(_unless_empty(added)))
        return said(asked, *told, "What shall the new line read? Empty writes none.")
    return _judge(state, state.row, None, text, new=True)


def _no_line(text: str) -> bool:
    """Tell whether a text is an answer or a command that was meant otherwise, and no line of a job description."""
    from jdrewrite.plain.commands import COMMANDS

    word = text.strip().rstrip(".").lower()
    return len(word) < 2 or word in {"yes", "no"} or word in COMMANDS


def _judge(state: State, row: Row, original: str | None, text: str, *, new: bool) -> Step:
    if _no_line(text):
        return said(state, f"Left as it was: '{text}' alone is no line of a job description.")
    desk = state.session.desk
    order = Judge(document=desk.document, function=desk.function, pairs=((original, text),))
    then = partial(_judged, row, text, new)
    return Step(state=state, effect=Order(order=order, told="The judge reads it.", then=then))


def _judged(row: Row, text: str, new: bool, state: State, answers: Answers) -> Step:
    judged = next((a for a in answers if isinstance(a, Judged)), None)
    if judged is None:
        return said(state, "Left as it was.")
    return _put(state, row, text, judged, "", new=new)


def _put(state: State, row: Row, text: str, judged: Judged, why: str, *, new: bool) -> Step:
    verdict, gains = judged.verdicts[0], judged.gains[0] if judged.gains else ()
    place = place_of(row, new=new)
    try:
        session = (acts.add_line if new else acts.reword)(state.session, row, text, verdict, why, gains=gains)
    except ProposalRefused:
        then = lambda now, reason: _put(now, row, text, judged, reason, new=new)  # noqa: E731
        kept = _replace(state, session=state.session.drafted(place, text))
        return reason_then(kept, verdicts.question(verdict), then, f"You typed: {text}")
    did = f"You {session.history.past[-1].did}."
    return said(_replace(state, session=session.drafted(place, "")), *telling.verdict(verdict), did)


def wordings(state: State, _: str) -> Step:
    """Ask for other wordings of the current line."""
    row, desk = state.row, state.session.desk
    if row is None or row.statement is None:
        raise NotNow("Other wordings are for lines of the document. 'edit' writes this one anew.")
    if row.locked:
        raise NotNow("This line is locked. Unlock it first.")
    order = Reword(document=desk.document, function=desk.function, statement=row.statement.id, engine=desk.engine)
    return Step(state=state, effect=Order(order=order, told="Looking for other wordings.", then=partial(_offered, row)))


def _offered(row: Row, state: State, answers: Answers) -> Step:
    found = [p for a in answers if isinstance(a, Offered) for p in a.proposals]
    key = row.statement.id if row.statement else ""
    now = {state.session.desk.text_of(p) for p in state.session.desk.proposals if p.statement == key}
    named = [_replace(p, id=called(f"other-{key}", p.proposed)) for p in found if p.proposed not in now]
    if not named:
        return said(state, acts.no_other(row, "'edit'"))
    lines = [line for n, p in enumerate(named, 1) for line in (f"{n}. {p.proposed}", *telling.verdict(p.verdict))]
    question = Question(partial(_chosen, row, tuple(named)))
    return said(_replace(state, question=question), *lines, "Which one? A number; empty takes none.")


def _chosen(row: Row, offers: tuple[Proposal, ...], state: State, word: str) -> Step:
    if not word.isdecimal() or len(word) > 9 or not 1 <= int(word) <= len(offers):
        return said(state, "None is taken.")
    other = offers[int(word) - 1]

    def take(now: State, why: str) -> Step:
        session = acts.take(now.session, row, other, why)
        return said(_replace(now, session=session), f"You {session.history.past[-1].did}.")

    try:
        return take(state, "")
    except ProposalRefused:
        return reason_then(state, verdicts.question(other.verdict), take)


def title(state: State, words: str) -> Step:
    """Tell the title, or correct it and have the text read under it."""
    if not words:
        return said(state, f"The title is: {state.session.desk.document.title}", "'title Nurse' corrects it.")
    now = _replace(state, session=titled(state.session, words))
    return _reading(now, "Reading the text under its title.")


def serves(state: State, words: str) -> Step:
    """Tell whom the job serves, or take the person's word for it and have the text read with it."""
    assessment = state.session.desk.assessment
    if assessment is None:
        raise NotNow("The text is not read.")
    if not words:
        return said(state, telling.served(assessment), f"{telling.SERVES}; 'serves -' leaves it to the text.")
    from jdrewrite.analysis.served_word import read_otherwise

    given = "" if words == "-" else words
    now = _replace(state, session=serving(state.session, given))
    told = read_otherwise(given, now.session.desk.document.serves)
    return _reading(now, f"{told} Reading the text for those whom it serves.".strip())


def _reading(state: State, told: str) -> Step:
    """Have the text read again, with what was corrected."""
    desk = state.session.desk
    order = Read(document=desk.document, function=desk.function)
    return Step(state=state, effect=Order(order=order, told=told, then=partial(_read, desk.function)))


def read_again(state: State, function: str) -> Step:
    """Have the text read for another function."""
    order = Read(document=state.session.desk.document, function=function)
    then = partial(_read, function)
    return Step(state=state, effect=Order(order=order, told="Reading the text for another function.", then=then))


def _read(function: str | None, state: State, answers: Answers) -> Step:
    assessment = next((a.assessment for a in answers if isinstance(a, Assessed)), None)
    if assessment is None:
        return said(state, "Left as it was.")
    # After a correction of title or people it is read again as well: that is one action with it.
    did = f"chose the function {function}" if function != state.session.desk.function else ""
    session = analysed(state.session, assessment, function=function, did=did)
    step = propose(_replace(state, session=session))
    word = assessment.customer_word
    told = (telling.function(assessment), *([telling.served(assessment)] if word.source == "given" else ()))
    return _replace(step, lines=(*step.lines, *told))


def propose(state: State) -> Step:
    """Have proposals made by the engine of the desk."""
    desk = state.session.desk
    order = Propose(document=desk.document, function=desk.function, engine=desk.engine)
    return Step(state=state, effect=Order(order=order, told="Looking for proposals.", then=_proposed))


def _proposed(state: State, answers: Answers) -> Step:
    session = state.session
    for a in answers:
        if isinstance(a, Offered):
            session = proposed(session, a.proposals)
    now = _replace(state, session=session)
    if question := renewing.offer(session):
        return said(_replace(now, question=Question(_put_into)), f"{question} yes or no")
    return said(now, *([told] if (told := renewing.told(session)) else []), telling.waiting(session))


def _put_into(state: State, word: str) -> Step:
    """Put accepted lines into the word for those served that was given, where that is wished."""
    if word.lower() not in {"y", "yes"}:
        return said(state, renewing.told(state.session), telling.waiting(state.session))
    session = renewing.renewed(state.session)
    return said(_replace(state, session=session), f"You {session.history.past[-1].did}.", telling.waiting(session))


def chosen_engine(state: State, name: str) -> Step:
    """Tell the engines, or choose one; before anything is sent, tell where it goes."""
    from jdrewrite.rewriting import agree, destination, engine_names

    if name not in engine_names():
        return said(state, "Engines: " + ", ".join(engine_names()) + ".")
    where = destination(name)

    def chosen(now: State) -> Step:
        return propose(_replace(now, session=with_engine(now.session, name)))

    if where is None or where.agreed:
        return chosen(state)

    def answered(now: State, word: str) -> Step:
        if word.lower() not in {"y", "yes"}:
            return said(now, "The text stays on this machine.")
        agree(where)
        return chosen(now)

    return said(_replace(state, question=Question(answered)), where.told(), "Do you agree? yes or no")
