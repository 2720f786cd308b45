"""Every command in one table: it feeds bindings, footer, palette and help. A new one is one class and one line here."""

from __future__ import annotations

from jdrewrite.tui.commands import deciding, hearing, looking, moving, saving, writing
from jdrewrite.tui.commands.base import GROUPS, Command

_ALL: tuple[type[Command], ...] = (
    deciding.Accept,
    deciding.Reject,
    writing.Edit,
    deciding.Wordings,
    moving.NextProposal,
    moving.PreviousProposal,
    moving.NextGap,
    moving.PreviousGap,
    moving.GoToSection,
    moving.GoToLine,
    moving.Find,
    deciding.Reopen,
    deciding.AcceptKind,
    deciding.Engine,
    deciding.ReadAgain,
    writing.AddLine,
    writing.Note,
    writing.Lock,
    writing.Undo,
    writing.Redo,
    writing.OwnEditor,
    looking.NextView,
    looking.ByLens,
    looking.Reasons,
    looking.More,
    hearing.Voice,
    looking.FoldLeft,
    looking.FoldRight,
    looking.LeftWider,
    looking.LeftNarrower,
    looking.RightWider,
    looking.RightNarrower,
    looking.Look,
    saving.Export,
    saving.CopyLine,
    saving.CopyAll,
    saving.Open,
    saving.OpenPath,
    saving.Finished,
    writing.Title,
    writing.Serves,
    writing.Function,
    looking.Tour,
    looking.Help,
    saving.Quit,
)
COMMANDS: dict[str, Command] = {command.name: command() for command in _ALL}
DEFAULT_KEYS: dict[str, str] = {name: command.keys for name, command in COMMANDS.items()}

__all__ = ["COMMANDS", "DEFAULT_KEYS", "GROUPS", "Command"]
