"""Ways through the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.editing import NotNow, Row, looking
from jdrewrite.editing.places import row_at
from jdrewrite.editing.rows import rows
from jdrewrite.tui.commands.base import MOVING, Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from jdrewrite.tui.screens.workspace import Workspace

_HABITS = {
    **dict.fromkeys(("q", "q!", "quit"), "quit"),
    **dict.fromkeys(("w", "wq", "x", "write"), "export"),
    "help": "help",
}
"""What users of vi type behind a colon."""


class _Go(Command):
    group = MOVING
    step = 1
    missing = ""

    def wanted(self) -> Callable[[Row], bool]:
        return looking.is_open

    def run(self, at: Workspace) -> None:
        place = looking.next_place(at.sheet.rows, at.sheet.cursor, self.step, self.wanted())
        if place is None:
            at.want_read()
            if at.session.view in {"original", "result"} and any(map(self.wanted(), rows(at.session.desk))):
                raise NotNow(f"This view shows none. {at.desk_app.first_keys['view']} goes to the one that does.")
            raise NotNow(self.missing)
        at.sheet.go_to(place, by_hand=True)


class NextProposal(_Go):
    """Go to the next proposal that is still open."""

    name, keys, label, footer = "next", "n", "Next", True
    missing = "No open proposal is left. Export the result, or choose another document."


class PreviousProposal(_Go):
    """Go to the open proposal before."""

    name, keys, label = "previous", "p", "Previous"
    step = -1
    missing = NextProposal.missing


class NextGap(_Go):
    """Go to the next gap: a line with a warning, a suggestion or a proposal."""

    name, keys, label = "next_gap", "right_square_bracket", "Next gap"
    missing = "No gap is left."

    def wanted(self) -> Callable[[Row], bool]:
        return looking.is_gap


class PreviousGap(NextGap):
    """Go to the gap before."""

    name, keys, label = "previous_gap", "left_square_bracket", "Previous gap"
    step = -1


class GoToSection(Command):
    """Jump to a section of the job description."""

    name, keys, label, group = "section", "g", "Go to section", MOVING

    def run(self, at: Workspace) -> None:
        places = looking.headings(at.sheet.rows)
        if not places:
            raise NotNow("This text has no headings.")
        choices = [(str(place), row.text) for place, row in places]
        at.choose("Go to which section?", choices, lambda place: at.sheet.go_to(int(place), by_hand=True))


class GoToLine(Command):
    """Go to a line by its number. Whoever has the habit may also type q, w or e and a file."""

    name, keys, label, group = "line", "colon", "Go to line", MOVING

    def run(self, at: Workspace) -> None:
        at.ask(
            "Go to which line?", "", lambda words: self._gone(at, words), "Such as 12, or 12a for a new line below it"
        )

    def _gone(self, at: Workspace, words: str) -> None:
        word, _, rest = words.partition(" ")
        if (other := _HABITS.get(word)) is not None:
            at.action_command(other)
        elif word in {"e", "edit"} and rest.strip():
            at.open_path(rest.strip())
        elif (place := row_at(at.sheet.rows, words)) is not None:
            at.sheet.go_to(place, by_hand=True)
        elif words:
            raise NotNow(f"No line is called '{words}'.")


class Find(Command):
    """Find a word in the text; it is marked wherever it stands."""

    name, keys, label, group, wide = "find", "slash,ctrl+f", "Find", MOVING, True

    def run(self, at: Workspace) -> None:
        at.open_find()
