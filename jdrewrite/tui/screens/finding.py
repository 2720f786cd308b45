"""Finding words in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.editing import looking
from jdrewrite.language.counted import counted
from jdrewrite.tui.screens.wordings import Wordings

if TYPE_CHECKING:
    from jdrewrite.tui.widgets.find_bar import FindBar


class Finding(Wordings):
    """The find bar, and the marks in the text."""

    @property
    def typing(self) -> bool:
        """Whether keys go into a text."""
        return self.focused is not None and self.focused.id == "find"

    def open_find(self) -> None:
        """Open the find bar, or go back to it."""
        bars = list(self.query("#find"))
        if not bars:
            from jdrewrite.tui.widgets.find_bar import FindBar

            bars = [FindBar()]
            self.query_one("#middle").mount(bars[0])
        bars[0].focus()

    def on_find_bar_looked(self, message: FindBar.Looked) -> None:
        """Mark the words and go to the first place, or to the next."""
        self.look(self.session.looking(lens=self.session.lens, needle=message.text))
        places = looking.holding(self.sheet.rows, message.text)
        at = self.sheet.cursor
        ahead = [place for place in places if place > at or (place == at and not message.onward)]
        if places:
            self.sheet.go_to((ahead or places)[0])
        if message.text.strip():
            self.say(f"{counted(len(places), 'line')} with '{message.text.strip()}'." if places else "Nothing found.")

    def on_find_bar_ended(self) -> None:
        """Take the marks away."""
        for bar in self.query("#find"):
            bar.remove()
        self.look(self.session.looking(lens=self.session.lens, needle=""))
        self.sheet.focus()
