"""Undo and redo without limit: every moment of the session is a frozen desk."""

from __future__ import annotations

import msgspec

from jdrewrite.editing.desk import Desk


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The present desk, those before it, and those that were undone."""

    now: Desk
    past: tuple[Desk, ...] = ()
    future: tuple[Desk, ...] = ()
    saved: Desk | None = None
    """The desk as it was last written to a file."""

    def moved(self, desk: Desk) -> History:
        """Return the history after an action; what was undone before can no longer be redone."""
        if desk == self.now:
            return self
        return msgspec.structs.replace(self, now=desk, past=(*self.past, self.now), future=())

    def replaced(self, desk: Desk) -> History:
        """Return the history with another present that is no action of the person, such as a finished analysis."""
        return msgspec.structs.replace(self, now=desk)

    def undone(self) -> History:
        """Return the history one action back; the same where there is none."""
        if not self.past:
            return self
        return msgspec.structs.replace(self, now=self.past[-1], past=self.past[:-1], future=(self.now, *self.future))

    def redone(self) -> History:
        """Return the history one action forward; the same where nothing was undone."""
        if not self.future:
            return self
        return msgspec.structs.replace(self, now=self.future[0], past=(*self.past, self.now), future=self.future[1:])

    def kept(self) -> History:
        """Return the history with the present marked as saved."""
        return msgspec.structs.replace(self, saved=self.now)

    @property
    def unsaved(self) -> bool:
        """Whether there are accepted changes that no file holds."""
        held = self.saved.edits() if self.saved is not None else ()
        return self.now.edits() != held
