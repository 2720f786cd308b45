"""Other views of the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from jdrewrite.editing import NotNow, looking
from jdrewrite.editing.movement import LENS_NAMES
from jdrewrite.editing.rows import VIEWS, rows
from jdrewrite.model import LENSES, Lens
from jdrewrite.tui.commands.base import LOOKING, Command

if TYPE_CHECKING:
    from jdrewrite.editing import View
    from jdrewrite.tui.screens.workspace import Workspace

_TOLD: dict[View, str] = {
    "review": "You see the text with its proposals.",
    "compare": "You see the original on the left, the rewrite on the right.",
    "original": "You see the text as it came.",
    "result": "You see the clean text, as it will be written.",
}


class NextView(Command):
    """Switch between proposals, original beside rewrite, original alone, and the clean result."""

    name, keys, label, group, footer = "view", "v", "View", LOOKING, True

    def run(self, at: Workspace) -> None:
        view = VIEWS[(VIEWS.index(at.session.view) + 1) % len(VIEWS)]
        at.look(at.session.looking(view=view, lens=at.session.lens))
        at.say(_TOLD[view])


class ByLens(Command):
    """Show only the lines that speak through one lens."""

    name, keys, label, group = "lens", "f", "Filter by lens", LOOKING

    def run(self, at: Workspace) -> None:
        counts = looking.counts(rows(at.session.desk, at.session.view))
        choices = [("all", "All lines")] + [
            (lens, f"{LENS_NAMES[lens].capitalize()}  ({counts[lens]})") for lens in LENSES
        ]

        def chosen(lens: str) -> None:
            at.look(at.session.looking(lens=None if lens == "all" else cast("Lens", lens)))
            at.say("All lines." if lens == "all" else f"Lines about {LENS_NAMES[cast('Lens', lens)]}.")

        at.choose("Show which lines?", choices, chosen)


class Reasons(Command):
    """Show why the score is as it is: every reason, and what is missing."""

    name, keys, label, group, wide = "reasons", "s", "Why this score", LOOKING, True

    def run(self, at: Workspace) -> None:
        at.show_reasons()


class More(Command):
    """Read on in the right pane; behind its end, from its beginning again."""

    name, keys, label, group = "more", "space", "Read on at the right", LOOKING

    def run(self, at: Workspace) -> None:
        if not at.side.display:
            raise NotNow(f"The right pane is folded. {at.desk_app.first_keys['fold_right']} brings it back.")
        at.side.read_on()


class FoldLeft(Command):
    """Fold the documents pane, or bring it back."""

    name, keys, label, group = "fold_left", "d", "Documents pane", LOOKING
    side = "left"

    def run(self, at: Workspace) -> None:
        at.set_panes(at.panes.folded(self.side, at.size.width))


class FoldRight(FoldLeft):
    """Fold the right pane, or bring it back."""

    name, keys, label = "fold_right", "D", "Right pane"
    side = "right"


class _Resize(Command):
    group = LOOKING
    side = "right"
    direction = 1

    def run(self, at: Workspace) -> None:
        at.set_panes(at.panes.stepped(self.side, self.direction, at.size.width))


class RightWider(_Resize):
    """Make the right pane wider."""

    name, keys, label = "right_wider", "less_than_sign", "Right pane wider"


class RightNarrower(_Resize):
    """Make the right pane narrower."""

    name, keys, label = "right_narrower", "greater_than_sign", "Right pane narrower"
    direction = -1


class LeftWider(_Resize):
    """Make the documents pane wider."""

    name, keys, label, side = "left_wider", "right_parenthesis", "Documents pane wider", "left"


class LeftNarrower(_Resize):
    """Make the documents pane narrower."""

    name, keys, label, side = "left_narrower", "left_parenthesis", "Documents pane narrower", "left"
    direction = -1


class Look(Command):
    """Switch between dark, light and high contrast; the choice is remembered."""

    name, keys, label, group = "theme", "t", "Dark, light, contrast", LOOKING

    def run(self, at: Workspace) -> None:
        from jdrewrite.tui.themes import LOOKS, after

        at.app.theme = after(at.app.theme)
        at.desk_app.remember(msgspec.structs.replace(at.desk_app.state, theme=at.app.theme))
        at.say(f"The look is {LOOKS[at.app.theme]} now.")


class Help(Command):
    """Show what can be done here, and all keys."""

    name, keys, label, group, footer = "help", "question_mark,f1", "Help", LOOKING, True

    def run(self, at: Workspace) -> None:
        from jdrewrite.tui.screens.help import HelpScreen

        at.app.push_screen(HelpScreen(at.current, at.desk_app.keymap))


class Tour(Command):
    """See the tour of three screens again."""

    name, keys, label, group = "tour", "f2", "Tour", LOOKING

    def run(self, at: Workspace) -> None:
        at.desk_app.show_tour()
