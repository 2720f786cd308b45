"""Undo and redo without limit: every moment of the session is a frozen desk."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jdrewrite.editing.desk import Desk


class Step(msgspec.Struct, frozen=True):
    """A desk, and what a person did to leave it."""

    desk: Desk
    did: str
    """Such as ``accepted the proposal in line 12``; empty where nobody says."""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The present desk, those before it, and those that were undone."""

    now: Desk
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    saved: Desk | None = None
    """The desk as it was last written to a file."""

    def moved(self, desk: Desk, did: str = "") -> History:
        """Return the history after an action; what was undone before can no longer be redone."""
        if desk == self.now:
            return self
        return msgspec.structs.replace(self, now=desk, past=(*self.past, Step(self.now, did)), future=())

    def replaced(self, desk: Desk) -> History:
        """Return the history with another present that is no action of the person, such as a finished analysis."""
        return msgspec.structs.replace(self, now=desk)

    def everywhere(self, change: Callable[[Desk], Desk]) -> History:
        """Return the history with something that came from outside, such as proposals, in every moment of it."""
        return msgspec.structs.replace(
            self,
            now=change(self.now),
            past=tuple(Step(change(step.desk), step.did) for step in self.past),
            future=tuple(Step(change(step.desk), step.did) for step in self.future),
        )

    def undone(self) -> History:
        """Return the history one action back; the same where there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        ahead = (Step(self.now, step.did), *self.future)
        return msgspec.structs.replace(self, now=step.desk, past=self.past[:-1], future=ahead)

    def redone(self) -> History:
        """Return the history one action forward; the same where nothing was undone."""
        if not self.future:
            return self
        step = self.future[0]
        behind = (*self.past, Step(self.now, step.did))
        return msgspec.structs.replace(self, now=step.desk, past=behind, future=self.future[1:])

    def kept(self) -> History:
        """Return the history with the present marked as saved."""
        return msgspec.structs.replace(self, saved=self.now)

    @property
    def unsaved(self) -> bool:
        """Whether there are accepted changes that no file holds."""
        held = self.saved.edits() if self.saved is not None else ()
        return self.now.edits() != held
