"""Every command in one table: its names, its help, and what follows from it."""

from __future__ import annotations

import msgspec

from jdrewrite.editing import NotNow, functions, wholetext
from jdrewrite.editing.exporting import proposed_path, target_of, targets
from jdrewrite.editing.looking import is_gap, is_open
from jdrewrite.plain import deciding, moving, showing, telling
from jdrewrite.plain.changing import added, chosen_engine, edited, read_again, serves, title, wordings
from jdrewrite.plain.state import Copy, Leave, Open, Rule, State, Step, Write, said
from jdrewrite.plain.visiting import editor

_replace = msgspec.structs.replace


class Command(msgspec.Struct, frozen=True):
    """One command."""

    names: tuple[str, ...]
    """The first is the full one."""
    help: str
    do: Rule


def _function(state: State, word: str) -> Step:
    known = dict(functions.choices())
    if not word:
        now = state.session.desk.assessment
        read = (telling.function(now),) if now is not None else ()
        return said(state, *(f"{slug}: {name}" for slug, name in known.items()), *read)
    if word not in known:
        meant = ", ".join(f"{slug} ({known[slug]})" for slug in functions.likely(word))
        told = f"Did you mean: {meant}?" if meant else ""
        return said(state, f"There is no function '{word}'. {told} 'function' alone tells them all.".replace("  ", " "))
    return read_again(state, word)


def _export(state: State, words: str) -> Step:
    document = state.session.desk.document
    known = targets(document)
    key, _, path = words.partition(" ")
    target = next((t for t in known if key in (t.key, t.ending.lstrip("."))), None)
    if target is None and words and (target := target_of(document, words)):
        path = words
    if target is None and words:
        return said(state, "Which format? " + ", ".join(f"{t.key} ({t.name})" for t in known))
    target = target or known[0]
    path = path.strip() or str(proposed_path(document, target))
    return Step(state=state, effect=Write(path=path, target=target))


def _copy(state: State, _: str) -> Step:
    return Step(state=state, effect=Copy(wholetext.text(state.session.desk)))


def _open(state: State, path: str) -> Step:
    return Step(state=state, effect=Open(path)) if path else said(state, "Which file?")


def _leave(state: State, _: str) -> Step:
    return Step(state=state, effect=Leave())


def _help(state: State, word: str) -> Step:
    found = COMMANDS.get(word)
    if found is not None:
        return said(state, f"{', '.join(found.names)}: {found.help}")
    return said(state, *(f"{', '.join(c.names)}: {c.help}" for c in TABLE))


TABLE: tuple[Command, ...] = (
    Command(("next", "n"), "Go to the next open proposal.", moving.next_row(1, is_open, deciding.NONE_OPEN)),
    Command(
        ("previous", "p"),
        "Go to the open proposal before.",
        moving.next_row(-1, is_open, "No open proposal is left."),
    ),
    Command(("down", "j"), "Go to the next line.", moving.next_row(1, lambda row: True, "There is no line.")),  # noqa: ARG005
    Command(("up", "k"), "Go to the line before.", moving.next_row(-1, lambda row: True, "There is no line.")),  # noqa: ARG005
    Command(("gap", "]"), "Go to the next gap.", moving.next_row(1, is_gap, "No gap is left.")),
    Command(("show", "h"), "Tell about this line again.", lambda state, _: moving.here(state)),
    Command(
        ("accept", "a"),
        "Accept the proposal of this line, or of another: 'accept 12'; a refused one asks for a reason.",
        moving.in_line(deciding.accept),
    ),
    Command(
        ("reject", "r"),
        "Reject the proposal of this line, or of another: 'reject 12'.",
        moving.in_line(deciding.reject),
    ),
    Command(("reopen", "x"), "Take the decision about this line back.", moving.in_line(deciding.reopen)),
    Command(("kind", "A"), "Accept all of a kind, such as 'kind connect'.", deciding.kind),
    Command(("wordings", "w"), "Hear other wordings for this line, and take one.", moving.in_line(wordings)),
    Command(("edit", "e"), "Write this line anew: 'edit' and the new text.", moving.after_hearing(edited)),
    Command(("add", "i"), "Write a new line below: 'add' and the text.", moving.after_hearing(added)),
    Command(("note", "m"), "Write a note at this line; without text it goes.", moving.after_hearing(deciding.note)),
    Command(("lock", "l"), "Lock this line, or unlock it.", moving.in_line(deciding.lock)),
    Command(("undo", "u"), "Take the last action back, as often as you like.", deciding.undo),
    Command(("redo",), "Do again what was undone.", deciding.redo),
    Command(("editor", "O"), "Change the result in your own editor ($VISUAL, $EDITOR).", editor),
    Command(("list",), "Tell all lines with their numbers.", showing.listing),
    Command(("goto", "g"), "Go to a line by its number, such as 'goto 12', or 'goto 12a' for a new one.", moving.goto),
    Command(("find", "/"), "Go to the next line with a word.", moving.find),
    Command(("section",), "Tell the sections, or go to one.", moving.section),
    Command(("lens", "f"), "Show only lines that speak through a lens; 'lens all' shows all.", moving.lens),
    Command(("score", "s"), "Tell the score and what moved it.", showing.score),
    Command(("reasons",), "Tell every reason of the score.", showing.reasons),
    Command(("original",), "Tell the text as it came.", showing.view("original")),
    Command(("result",), "Tell the text as it will be written.", showing.view("result")),
    Command(("compare",), "Tell what is changed, before and after.", showing.view("compare")),
    Command(("title", "T"), "Tell the title, or correct it: 'title Nurse'.", title),
    Command(("serves", "W"), "Tell whom the job serves, or say so: 'serves county auditors'.", serves),
    Command(("function", "F"), "Tell the functions, or choose one.", _function),
    Command(("engine", "E"), "Tell the engines, or choose one.", chosen_engine),
    Command(("preview",), "Tell what the file will hold, in a format if named.", showing.preview),
    Command(
        ("export", "S"),
        "Write the result: 'export', 'export file.docx' (Word, tracked changes) or 'export docx-clean file.docx'.",
        _export,
    ),
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
