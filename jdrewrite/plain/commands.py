"""Every command in one table: its names, its help, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import msgspec

from jdrewrite import catalogue
from jdrewrite.editing import NotNow, Session, acts, looking, wholetext
from jdrewrite.editing.exporting import preview, proposed_path, targets
from jdrewrite.editing.movement import LENS_NAMES
from jdrewrite.editing.places import row_at
from jdrewrite.editing.rows import rows
from jdrewrite.model import KINDS, LENSES, Lens
from jdrewrite.plain import telling
from jdrewrite.plain.changing import added, chosen_engine, edited, editor, read_again, reason_then, wordings
from jdrewrite.plain.state import Copy, Leave, Open, Rule, State, Step, Write, said

_replace = msgspec.structs.replace


_NONE = "No open proposal is left. 'export' writes the result."


class Command(msgspec.Struct, frozen=True):
    """One command."""

    names: tuple[str, ...]
    """The first is the full one."""
    help: str
    do: Rule


def _next(step: int, wanted: Callable[..., bool], none: str) -> Rule:
    def go(state: State, _: str) -> Step:
        place = looking.next_place(state.session.shown, state.at, step, wanted)
        return said(state, none) if place is None else here(_replace(state, at=place))

    return go


def here(state: State) -> Step:
    """Tell about the current row."""
    return said(state, *telling.row(state.session, state.row))


def acted(state: State, session: Session, *lines: str) -> Step:
    """Take over a session after an act: the runner keeps it and has the result weighed."""
    done = lines or (f"You {session.history.past[-1].did}.",) if session.history.past else lines
    return said(_replace(state, session=session), *done)


def _accept(state: State, _: str) -> Step:
    row = state.row
    found = state.session.desk.verdict_of(row.proposal) if row is not None and row.proposal is not None else None
    if row is None or row.locked or found is None or found.passed:
        return _onward(acted(state, acts.accept(state.session, row)))
    return reason_then(state, acts.refusal(found), lambda s, why: acted(s, acts.accept(s.session, s.row, why)))


def _reject(state: State, _: str) -> Step:
    return _onward(acted(state, acts.reject(state.session, state.row)))


def _onward(step: Step) -> Step:
    """Go on to the next open proposal."""
    place = looking.next_place(step.state.session.shown, step.state.at, 1, looking.is_open)
    if place is None:
        return _replace(step, lines=(*step.lines, "No open proposal is left. 'export' writes the result."))
    state = _replace(step.state, at=place)
    return _replace(step, state=state, lines=(*step.lines, *here(state).lines))


def _kind(state: State, word: str) -> Step:
    kinds = acts.open_kinds(state.session)
    if word not in KINDS:
        told = ", ".join(f"{kind} ({count})" for kind, count in kinds.items()) or "none is left"
        return said(state, f"Which kind? {told}.")
    return acted(state, acts.accept_kind(state.session, word))


def _undo(state: State, _: str) -> Step:
    session, did = acts.undo(state.session)
    return acted(state, session, f"Undone: {did}.")


def _redo(state: State, _: str) -> Step:
    session, did = acts.redo(state.session)
    return acted(state, session, f"Done again: {did}.")


def _goto(state: State, word: str) -> Step:
    place = row_at(state.session.shown, word)
    if place is None:
        return said(state, "Which line? Such as 'goto 12'; 'list' tells them all.")
    return here(_replace(state, at=place))


def _find(state: State, word: str) -> Step:
    places = looking.holding(state.session.shown, word)
    if not places:
        return said(state, "Find what?" if not word else "Nothing found.")
    ahead = [place for place in places if place > state.at]
    return here(_replace(state, at=(ahead or places)[0]))


def _section(state: State, word: str) -> Step:
    places = looking.headings(state.session.shown)
    if not word.isdigit() or not 1 <= int(word) <= len(places):
        return said(
            state, *(f"{n}. {row.text}" for n, (_, row) in enumerate(places, 1)), "'section 2' goes to the second."
        )
    return here(_replace(state, at=places[int(word) - 1][0]))


def _lens(state: State, word: str) -> Step:
    if word not in {*LENSES, "all"}:
        counts = looking.counts(rows(state.session.desk))
        return said(state, *(f"{lens}: {LENS_NAMES[lens]}, {counts[lens]} lines" for lens in LENSES), "all: all lines")
    session = state.session.looking(lens=None if word == "all" else cast("Lens", word))
    return said(_replace(state, session=session, at=0), f"{len(session.shown)} lines are shown now.")


def _view(view: str) -> Rule:
    def show(state: State, _: str) -> Step:
        if view == "compare":
            lines = [
                line
                for row in rows(state.session.desk, "compare")
                if row.tone == "accepted"
                for line in (f"Before: {row.original or '(nothing)'}", f"After: {row.text}")
            ]
            return said(state, *(lines or ["Nothing is changed yet."]))
        return said(
            state, *(row.text for row in rows(state.session.desk, "original" if view == "original" else "result"))
        )

    return show


def _score(state: State, _: str) -> Step:
    return said(state, *telling.overview(state.session), *telling.moved(state.session))


def _reasons(state: State, _: str) -> Step:
    after = state.session.after
    if after is None:
        return said(state, "The text is not read yet.")
    return said(state, *telling.reasons(after, state.session.places))


def _function(state: State, word: str) -> Step:
    known = catalogue.functions()
    if word not in known:
        return said(state, *(f"{slug}: {entry.name}" for slug, entry in sorted(known.items())))
    return read_again(state, word)


def _note(state: State, text: str) -> Step:
    return acted(state, acts.note(state.session, state.row, text))


def _lock(state: State, _: str) -> Step:
    return acted(state, acts.lock(state.session, state.row))


def _reopen(state: State, _: str) -> Step:
    return acted(state, acts.reopen(state.session, state.row))


def _export(state: State, words: str) -> Step:
    document = state.session.desk.document
    known = targets(document)
    key, _, path = words.partition(" ")
    target = next((t for t in known if t.key == key), None)
    if target is None and words:
        return said(state, "Which format? " + ", ".join(f"{t.key} ({t.name})" for t in known))
    target = target or known[0]
    path = path.strip() or str(proposed_path(document, target))
    return Step(state=_replace(state, target=path), effect=Write(path=path, target=target, force=path == state.target))


def _preview(state: State, word: str) -> Step:
    desk = state.session.desk
    known = targets(desk.document)
    target = next((t for t in known if t.key == word), known[0])
    marks = {"gone": ("[-", "-]"), "new": ("{+", "+}")}
    pieces = preview(desk.document, desk.edits(), target)
    text = "".join(
        "".join((*marks[p.tone][:1], p.text, *marks[p.tone][1:])) if p.tone in marks else p.text for p in pieces
    )
    return said(state, f"As {target.name}:", *text.splitlines())


def _copy(state: State, _: str) -> Step:
    return Step(state=state, effect=Copy(wholetext.text(state.session.desk)))


def _open(state: State, path: str) -> Step:
    return Step(state=state, effect=Open(path)) if path else said(state, "Which file?")


def _list(state: State, _: str) -> Step:
    return said(state, *telling.listing(state.session))


def _leave(state: State, _: str) -> Step:
    return Step(state=state, effect=Leave())


def _help(state: State, word: str) -> Step:
    found = COMMANDS.get(word)
    if found is not None:
        return said(state, f"{', '.join(found.names)}: {found.help}")
    return said(state, *(f"{', '.join(c.names)}: {c.help}" for c in TABLE))


TABLE: tuple[Command, ...] = (
    Command(("next", "n"), "Go to the next open proposal.", _next(1, looking.is_open, _NONE)),
    Command(
        ("previous", "p"), "Go to the open proposal before.", _next(-1, looking.is_open, "No open proposal is left.")
    ),
    Command(("down", "j"), "Go to the next line.", _next(1, lambda row: True, "There is no line.")),  # noqa: ARG005
    Command(("up", "k"), "Go to the line before.", _next(-1, lambda row: True, "There is no line.")),  # noqa: ARG005
    Command(("gap", "]"), "Go to the next gap.", _next(1, looking.is_gap, "No gap is left.")),
    Command(("show", "h"), "Tell about this line again.", lambda state, _: here(state)),
    Command(("accept", "a"), "Accept the proposal; a refused one asks for a reason.", _accept),
    Command(("reject", "r"), "Reject the proposal.", _reject),
    Command(("reopen", "x"), "Take the decision about this line back.", _reopen),
    Command(("kind", "A"), "Accept all of a kind, such as 'kind connect'.", _kind),
    Command(("wordings", "w"), "Hear other wordings for this line, and take one.", wordings),
    Command(("edit", "e"), "Write this line anew: 'edit' and the new text.", edited),
    Command(("add", "i"), "Write a new line below: 'add' and the text.", added),
    Command(("note", "m"), "Write a note at this line; without text it goes.", _note),
    Command(("lock", "l"), "Lock this line, or unlock it.", _lock),
    Command(("undo", "u"), "Take the last action back, as often as you like.", _undo),
    Command(("redo",), "Do again what was undone.", _redo),
    Command(("editor", "O"), "Change the result in your own editor ($VISUAL, $EDITOR).", editor),
    Command(("list",), "Tell all lines with their numbers.", _list),
    Command(("goto", "g"), "Go to a line by its number, such as 'goto 12', or 'goto 12a' for a new one.", _goto),
    Command(("find", "/"), "Go to the next line with a word.", _find),
    Command(("section",), "Tell the sections, or go to one.", _section),
    Command(("lens", "f"), "Show only lines that speak through a lens; 'lens all' shows all.", _lens),
    Command(("score", "s"), "Tell the score and what moved it.", _score),
    Command(("reasons",), "Tell every reason of the score.", _reasons),
    Command(("original",), "Tell the text as it came.", _view("original")),
    Command(("result",), "Tell the text as it will be written.", _view("result")),
    Command(("compare",), "Tell what is changed, before and after.", _view("compare")),
    Command(("function", "F"), "Tell the functions, or choose one.", _function),
    Command(("engine", "E"), "Tell the engines, or choose one.", chosen_engine),
    Command(("preview",), "Tell what the file will hold, in a format if named.", _preview),
    Command(("export", "S"), "Write the result: 'export', or 'export markdown file.md'.", _export),
    Command(("copy", "Y"), "Copy the result to the clipboard of the terminal.", _copy),
    Command(("open", "o"), "Open another file.", _open),
    Command(("help", "?"), "Tell the commands, or about one.", _help),
    Command(("quit", "q"), "Leave; your work is kept in the library.", _leave),
)
COMMANDS: dict[str, Command] = {name: command for command in TABLE for name in command.names}


def answer(state: State, line: str) -> Step:
    """Return what follows from a typed line: an answer to a question, or a command. Empty goes on to the next."""
    if state.question is not None:
        return state.question.then(_replace(state, question=None), line.strip())
    word, _, rest = line.strip().partition(" ")
    command = COMMANDS.get(word or "next") or COMMANDS.get(word.lower())
    if command is None:
        return said(state, f"There is no command '{word}'. 'help' tells them all.")
    try:
        return command.do(state, rest.strip())
    except NotNow as told:
        return said(state, str(told))
