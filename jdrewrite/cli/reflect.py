"""``jdrewrite reflect``: the exercise as plain questions and answers, on a terminal or through a pipe."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import WrongUsage, say
from jdrewrite.cli.options import known_function

if TYPE_CHECKING:
    from jdrewrite.reflection.exercise import Exercise
    from jdrewrite.reflection.suggestions import Own


def reflect(
    resume: Annotated[bool, typer.Option("--resume", help="Take up the last one where it was left.")] = False,
    export: Annotated[
        str | None, typer.Option("--export", metavar="FILE", help="Write the page at the end: .md, .html or .docx.")
    ] = None,
    function: Annotated[
        str | None,
        typer.Option("--function", metavar="NAME", callback=known_function, help="Your job function, for suggestions."),
    ] = None,
    jd: Annotated[str | None, typer.Option("--jd", metavar="FILE", help="Your job description, for hints.")] = None,
    comments: Annotated[
        str | None,
        typer.Option("--comments", metavar="FILE", help="Customers' comments; those on your work are shown."),
    ] = None,
    look_back: Annotated[
        bool, typer.Option("--look-back", help="Look at the last one's commitments: what became of them?")
    ] = False,
    screen: Annotated[bool, typer.Option("--screen", help="Ask on a screen of its own, not line by line.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the page if it is there.")] = False,
) -> None:
    """Think about your own job in the context of those it serves: about twenty questions, private to you.

    An empty line skips a question or keeps what was said. /back and /forward move, /? shows hints, /clear takes an
    answer out, /leave stops and keeps everything. Nothing leaves this machine but what you export.
    """
    if export:
        _check_target(export, force=force)
    if screen and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage("--screen", "it needs a terminal", "leave it out to answer line by line")
    exercise = (
        _looked_back() if look_back else _asked(_own(jd, function), function, comments, resume=resume, screen=screen)
    )
    if export and exercise.answers:
        _export(exercise, export)
    from jdrewrite.reflection import store

    say(f"kept for you alone: {store.folder() / exercise.id}.json")


def _looked_back() -> Exercise:
    """Ask what became of the commitments of the last reflection that was finished."""
    from jdrewrite.cli.reflect_talk import look_back_talk
    from jdrewrite.reflection import store

    done = store.all_of(finished=True)
    if not done:
        raise WrongUsage("--look-back", "no reflection was finished yet", "try 'jdrewrite reflect'")
    return look_back_talk(output.Page(), done[-1], store.keep)


def _asked(own: Own | None, function: str | None, comments: str | None, *, resume: bool, screen: bool) -> Exercise:
    """Ask the questions, line by line or on a screen of its own."""
    from jdrewrite.reflection import store

    today = datetime.now(UTC).astimezone().date()
    exercise = _begun(today, function, own, resume=resume)
    if comments:
        say("reading the comments")
        own = _with_comments(own, comments, exercise.function)
    if screen:
        from jdrewrite.tui.reflecting import reflect as on_screen

        return on_screen(exercise, own, today, store.keep)
    from jdrewrite.cli.reflect_talk import talk

    return talk(output.Page(), exercise, own, today, store.keep)


def _begun(today: date, function: str | None, own: Own | None, *, resume: bool) -> Exercise:
    """Return the exercise to go on with: the last one, or a new one."""
    from jdrewrite.reflection import store
    from jdrewrite.reflection.exercise import Exercise

    before = store.all_of()
    if resume:
        if not before:
            raise WrongUsage("--resume", "there is no reflection to take up", "try 'jdrewrite reflect'")
        return before[-1]
    if before and not before[-1].finished:
        say(f"a reflection of {before[-1].begun} was left before its end; --resume takes it up. This is a new one.")
    chosen = function or (own.function if own else "") or "general"
    return Exercise(
        id=_unused(store.new_id(today), {e.id for e in before}),
        begun=today.isoformat(),
        function=chosen,
        title=own.title if own else "",
    )


def _unused(name: str, taken: set[str]) -> str:
    """Return a name that sorts behind those of the same day, so that the last one is the last."""
    same = sum(other.startswith(name[:10]) for other in taken)
    return f"{name[:10]}-{same + 1:03d}-{name[11:]}"


def _own(path: str | None, function: str | None) -> Own | None:
    if not path:
        return None
    say("reading your job description")
    import jdrewrite
    from jdrewrite.cli.inputs import document
    from jdrewrite.reflection.suggestions import own_of

    return own_of(jdrewrite.analyse(document(path), function=function))


def _with_comments(own: Own | None, path: str, function: str) -> Own:
    """Return the hints with what customers said of this function's work, before any other source of their voice."""
    import msgspec

    from jdrewrite.reflection.suggestions import Own
    from jdrewrite.voice.comments import read
    from jdrewrite.voice.patterns import heard, routed
    from jdrewrite.voice.routing import Router

    patterns = heard(routed(read(path), Router())).patterns
    quotes = [q for p in patterns if p.function == function for theme in p.themes for q in theme.quotes]
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


def _export(exercise: Exercise, target: str) -> None:
    from jdrewrite.documents.files import save
    from jdrewrite.reflection.page import page
    from jdrewrite.reflection.writing import written

    save(Path(target), written(page(exercise), Path(target).suffix.lower()))
    say(f"written: {target}")
