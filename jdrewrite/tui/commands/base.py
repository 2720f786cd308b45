"""What a command is: its docstring is the help, its attributes feed the bindings, the footer and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from jdrewrite.tui.screens.workspace import Workspace

MOVING, DECIDING, WRITING, LOOKING, SAVING, DOCUMENTS = (
    "Moving",
    "Deciding",
    "Writing",
    "Looking",
    "Saving",
    "Documents and the program",
)
GROUPS = (MOVING, DECIDING, WRITING, LOOKING, SAVING, DOCUMENTS)


class Command:
    """One thing that the user can do."""

    name: ClassVar[str]
    """For the ``[keys]`` of the user's settings."""
    keys: ClassVar[str]
    """Comma separated, as Textual names them."""
    label: ClassVar[str]
    """A word or two for the footer and the palette."""
    group: ClassVar[str]
    footer: ClassVar[bool] = False
    """Whether the footer shows it."""
    wide: ClassVar[bool] = False
    """Whether the footer shows it where there is room."""

    @classmethod
    def help(cls) -> str:
        """Return the sentence for the help, the palette and the tooltip."""
        return " ".join((cls.__doc__ or "").split())

    def possible(self, at: Workspace) -> bool:  # noqa: ARG002 - those that depend on the line ask it
        """Tell whether it makes sense now; the footer dims it where not."""
        return True

    def run(self, at: Workspace) -> None:
        """Do it.

        Raises:
            NotNow: it cannot be done now; the text says why.
            JdrewriteError: it failed.
        """
        raise NotImplementedError
