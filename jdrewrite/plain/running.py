"""The ends of the plain mode: typed lines in, printed lines out, files, the clipboard, the library."""

from __future__ import annotations

import base64
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec

from jdrewrite.documents import read, write
from jdrewrite.editing import NotNow
from jdrewrite.editing.carry import Kept, corrected
from jdrewrite.editing.exporting import cautions, other_way, remarks, summary
from jdrewrite.editing.returning import returned
from jdrewrite.editing.session import Session, analysed, left, opened, proposed, resumed, scored
from jdrewrite.errors import JdrewriteError, OutputExists
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.keeping.own_editor import edited
from jdrewrite.keeping.shelf import Shelf
from jdrewrite.keeping.watching import ALL_THE_SAME, CHOICES, READ, is_changed, is_original
from jdrewrite.model import Document
from jdrewrite.plain import telling
from jdrewrite.plain.commands import answer
from jdrewrite.plain.state import Copy, Effect, Leave, Open, Order, Question, State, Step, Visit, Write, said
from jdrewrite.workshop.client import Here, Workshop
from jdrewrite.workshop.orders import AnyOrder, Assessed, Failed, Offered, Propose, Read, Told, Weigh, Weighed

_replace = msgspec.structs.replace
PROMPT = "> "
_UNREAD = "Nothing is scored or proposed. The text can be looked at: 'list' tells it, 'open' opens another file."
_WAYS = tuple(f"'{key}': {told}." for key, told in CHOICES)


def start(path: str) -> int:
    """Work on a file until the user leaves, and return the exit code.

    Raises:
        JdrewriteError: the file cannot be read.
    """
    with closing(Here()) as workshop:
        return Conversation(workshop, LibraryShelf()).run(path)


class Conversation:
    """Reads lines and does what follows from them."""

    def __init__(self, workshop: Workshop, shelf: Shelf) -> None:
        self._workshop, self._shelf = workshop, shelf

    def run(self, path: str) -> int:
        """Talk until the end of the input or ``quit``.

        Raises:
            JdrewriteError: the file cannot be read.
        """
        state: State | None = self._opened(path)
        while state is not None:
            try:
                line = input(PROMPT)
            except EOFError:
                print()  # noqa: T201
                return 0
            except KeyboardInterrupt:
                _say("'quit' leaves.")
                continue
            state = self._followed(state, line)
        return 0

    def _followed(self, state: State, line: str) -> State | None:
        """Do what follows from a line; whatever fails, the state before it stays."""
        try:
            step = answer(state, line)
            while True:
                _say(*step.lines)
                now = self._kept(state, step.state)
                if step.effect is None:
                    return now
                if isinstance(step.effect, Leave):
                    _say("Your work is kept.")
                    return None
                state, step = now, self._done(now, step.effect)
        except (JdrewriteError, NotNow) as error:
            _say(str(error))
        except KeyboardInterrupt:
            _say("Stopped. What was there before is there still.")
        return state

    def _done(self, state: State, effect: Effect) -> Step:
        match effect:
            case Order():
                _say(effect.told)
                return effect.then(state, self._answers(effect.order))
            case Write():
                return self._written(state, effect)
            case Copy(text=text):
                # OSC 52: the terminal itself takes it, over SSH as well.
                sys.stdout.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
                return said(state, "The result is on the clipboard, where the terminal allows it.")
            case Visit(text=text, title=title, then=then):
                return then(state, edited(text, title))
            case Open(path=path, earlier=earlier):
                return said(self._opened(path, earlier))
            case Leave():
                return said(state)

    def _written(self, state: State, effect: Write) -> Step:
        desk, target = state.session.desk, effect.target
        if is_original(desk.document, Path(effect.path)):
            return said(state, "This is the original, which stays as it is. Choose another name.")
        if not effect.anyway and is_changed(desk.document):
            question = _replace(state, question=Question(partial(_changed, effect)))
            return said(question, "The file has been changed on the disk since it was read. What now?", *_WAYS)
        try:
            path = write(
                desk.document,
                desk.edits(),
                effect.path,
                force=effect.force,
                format=target.format,
                clean=not target.tracked,
            )
        except OutputExists:
            again = _replace(effect, force=True, anyway=True)

            def answered(now: State, word: str) -> Step:
                if word.lower() in {"y", "yes"}:
                    return Step(state=now, effect=again)
                return said(now, "That file is kept.")

            question = _replace(state, question=Question(answered))
            return said(question, f"{effect.path} is there already. Overwrite it? yes or no")
        told = [
            f"Written to {path}, as {target.name}: {summary(desk.edits())}",
            *cautions(desk),
            *remarks(desk.document, desk.edits(), target),
        ]
        if desk.edits() and (other := other_way(desk.document, target)):
            told.append(f"'export {other.key}' writes it as {other.name}.")
        return said(state, *told)

    def _answers(self, order: AnyOrder) -> tuple[object, ...]:
        found: list[object] = []
        for one in self._workshop.run(order, lambda: False):
            if isinstance(one, Told | Failed):
                _say(one.text if isinstance(one, Told) else one.message)
            else:
                found.append(one)
        return tuple(found)

    def _opened(self, path: str, before: Kept | None = None) -> State:
        document = read(path)
        _say(f"Reading {path}.", *(f"Note: {told}." for told in document.notes))
        earlier = self._earlier(document) or before
        document = corrected(document, earlier)
        session = opened(document)
        function = earlier.function if earlier is not None else None
        for one in self._answers(Read(document=document, function=function)):
            if isinstance(one, Assessed):
                session = analysed(session, one.assessment, function=function)
        if earlier is not None:
            session = resumed(session, earlier)
        if session.desk.assessment is None:  # it was said why
            _say(*telling.overview(session), _UNREAD)
            return State(session=session)
        for one in self._answers(Propose(document=document, function=function, engine=session.desk.engine)):
            if isinstance(one, Offered):
                session = proposed(session, one.proposals)
        if session.desk.edits():
            session = self._weighed(session)
        _say(*telling.overview(session))
        if earlier is not None and (told := returned(session, earlier)):
            _say(told)
        _say(telling.waiting(session))
        return State(session=session)

    def _earlier(self, document: Document) -> Kept | None:
        try:
            return self._shelf.earlier(document)
        except JdrewriteError as error:
            _say(f"The library cannot be used: {error}")
            return None

    def _kept(self, before: State, now: State) -> State:
        """Weigh the result and keep the session where something was done."""
        if now.session.desk == before.session.desk and now.session.drafts == before.session.drafts:
            return now
        session = now.session
        read = before.session.desk.assessment
        again = read is not None and read is not session.desk.assessment
        if again or session.desk.edits() != before.session.desk.edits():
            session = self._weighed(session)
            if session.after is not None and session.desk.assessment is not None:
                _say(telling.scored(session), *telling.moved(session))
        try:
            self._shelf.keep(session.desk.document, session)
        except JdrewriteError as error:
            _say(f"Not kept: {error}")
        return _replace(now, session=session)

    def _weighed(self, session: Session) -> Session:
        desk = session.desk
        order = Weigh(document=desk.document, function=desk.function, edits=desk.edits())
        for one in self._answers(order):
            if isinstance(one, Weighed):
                session = scored(session, one.assessment)
        return session


def _changed(effect: Write, state: State, word: str) -> Step:
    """Follow the answer of somebody whose file was changed by somebody else."""
    if word.lower() == READ:
        return Step(state=state, effect=Open(state.session.desk.document.path, left(state.session)))
    if word.lower() == ALL_THE_SAME:
        return Step(state=state, effect=_replace(effect, anyway=True))
    return said(state, "Nothing was exported.")


def _say(*lines: str) -> None:
    for line in lines:
        print(line)  # noqa: T201 - this is the front that prints
