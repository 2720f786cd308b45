"""``jdrewrite reflect``: the exercise as plain questions and answers, on a terminal or through a pipe."""

from __future__ import annotations

import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jdrewrite.cli import output, reflect_which
from jdrewrite.cli import reflect_options as of
from jdrewrite.cli.diagnostics import WrongUsage, say

if TYPE_CHECKING:
    from jdrewrite.model import Assessment
    from jdrewrite.reflection.exercise import Exercise
    from jdrewrite.reflection.suggestions import Own


def reflect(
    which: of.WhichArgument = None,
    resume: of.ResumeOption = False,
    list_: of.ListOption = False,
    export: of.ExportOption = None,
    with_answers: of.WithAnswersOption = False,
    function: of.FunctionOption = None,
    jd: of.JdOption = None,
    comments: of.CommentsOption = None,
    look_back: of.LookBackOption = False,
    screen: of.ScreenOption = False,
    force: of.ForceOption = False,
) -> None:
    """Think about your own job in the context of those it serves: about twenty questions, private to you.

    An empty line skips a question or keeps what was said. /back and /forward move, /? shows hints, /clear takes an
    answer out, /leave stops and keeps everything, /help lists these. Nothing leaves this machine but what you export.
    """
    if list_:
        reflect_which.list_all(output.Page())
        return
    _refuse_what_cannot_be(which if not (resume or look_back) else None, export, screen=screen, force=force)
    if look_back:
        exercise = _looked_back(which)
    else:
        if jd:
            say("reading your job description")
        read = _read(jd, function)
        own = _own(read) if read else None
        today = datetime.now(UTC).astimezone().date()
        begun = reflect_which.taken_up(which, function, own) if resume else reflect_which.begun(today, function, own)
        if comments:
            # As it reads by itself: somebody who names a function for the job does not lose what was said of it.
            alone = _read(jd) if read and function else read
            own = _with_comments(own, comments, begun.function, alone)
        exercise = _asked(begun, own, screen=screen, with_answers=with_answers)
    if export:
        _export(exercise, export, with_answers=with_answers, force=force)
    from jdrewrite.reflection import store

    kept = store.keep(exercise)
    say(f"kept for you alone: {kept}" if kept else "nothing was written, so nothing is kept")


def _refuse_what_cannot_be(name: str | None, export: str | None, *, screen: bool, force: bool) -> None:
    """Refuse, before anything is asked, a name with nothing to take up, a page that could not be written, no terminal.

    Raises:
        WrongUsage: one of them.
        OutputExists: the page is there.
        OutputError: its folder is not.
    """
    if name:
        raise WrongUsage(name, "a name says which reflection to take up", f"try 'jdrewrite reflect --resume {name}'")
    if export:
        _check_target(export, force=force)
    if screen and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage("--screen", "it needs a terminal", "leave it out to answer line by line")


def _looked_back(which: str | None) -> Exercise:
    """Ask what became of the commitments of the last reflection that was finished, or of one by its name."""
    from jdrewrite.cli.reflect_talk import look_back_talk
    from jdrewrite.reflection import store

    done = store.all_of(finished=True, tell=say)
    if not done:
        raise WrongUsage("--look-back", "no reflection was finished yet", "try 'jdrewrite reflect'")
    return look_back_talk(output.Page(), reflect_which.one_of(done, which) if which else done[-1], store.keep)


def _asked(exercise: Exercise, own: Own | None, *, screen: bool, with_answers: bool) -> Exercise:
    """Ask the questions, line by line or on a screen of its own."""
    from jdrewrite.reflection import store

    today = datetime.now(UTC).astimezone().date()
    if screen:
        from jdrewrite.tui.reflecting import reflect as on_screen

        store.keep(exercise)  # where it cannot be, that is told before the screen comes
        return on_screen(exercise, own, today, store.keep, with_answers=with_answers)
    from jdrewrite.cli.reflect_talk import talk

    return talk(output.Page(), exercise, own, today, store.keep, with_answers=with_answers)


def _read(path: str | None, function: str | None = None) -> Assessment | None:
    if not path:
        return None
    import jdrewrite
    from jdrewrite.cli.inputs import document

    return jdrewrite.analyse(document(path), function=function)


def _own(read: Assessment) -> Own:
    from jdrewrite.reflection.suggestions import own_of

    return own_of(read)


def _with_comments(own: Own | None, path: str, function: str, read: Assessment | None) -> Own:
    """Return the hints with what customers said of this work, before any other source of their voice."""
    import msgspec

    from jdrewrite.catalogue import WITH_TRADE
    from jdrewrite.language.counted import counted
    from jdrewrite.reflection.suggestions import Own
    from jdrewrite.voice import comments
    from jdrewrite.voice.share import HeardFor

    say("reading the comments")
    heard = HeardFor(comments.read(path))
    quotes = heard.quotes(function.partition(WITH_TRADE)[0], read)
    if not quotes:
        say(f"of {counted(heard.count, 'comment')} none is known to be on this work, so none is shown")
    mine = own or Own()
    return msgspec.structs.replace(mine, voice=(*(f"“{quote}”" for quote in quotes), *mine.voice))


def _check_target(target: str, *, force: bool) -> None:
    """Refuse a page that could not be written before anything is asked.

    Raises:
        WrongUsage: a format that is none of the three.
        OutputExists: it is there.
        OutputError: its folder is not.
    """
    from jdrewrite.errors import OutputError, OutputExists

    if Path(target).suffix.lower() not in {".md", ".html", ".docx"}:
        raise WrongUsage(target, "a page is written as .md, .html or .docx", "name it so")
    if not Path(target).resolve().parent.is_dir():
        raise OutputError(target, "there is no such folder", "choose another place")
    if Path(target).exists() and not force:
        raise OutputExists(target, "it is there already", "name another file, or use --force")


def _export(exercise: Exercise, target: str, *, with_answers: bool, force: bool) -> None:
    """Write the page of a reflection that came to its end; half of one would only stand in the way of the whole."""
    from jdrewrite.documents.files import save
    from jdrewrite.reflection.page import page
    from jdrewrite.reflection.writing import written

    if exercise.empty:
        say(f"{target} is not written: nothing was said")
        return
    if not exercise.finished or not exercise.answers:
        # As it can be pasted, and with what was asked for: without --force a page that is there would be refused.
        options = f"{' --with-answers' if with_answers else ''}{' --force' if force else ''}"
        way_on = f"jdrewrite reflect --resume --export {shlex.quote(target)}{options}"
        say(f"{target} is not written yet: the page comes at the end. To go on: {way_on}")
        return
    save(Path(target), written(page(exercise, with_answers=with_answers), Path(target).suffix.lower()))
    say(f"written: {target}{', with every answer' if with_answers else ''}")
