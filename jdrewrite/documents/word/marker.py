"""Revision marks (ECMA-376 Part 1, 17.13.5): who, when, and an id of its own for each."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jdrewrite.documents.word.names import (
    AUTHOR,
    DATE,
    DELETED_TEXT,
    DELETION,
    ID,
    INSERTION,
    MARKS,
    MOVED_HERE,
    RUN,
    SPACE,
    TEXT,
    W,
    number_in,
)
from jdrewrite.model import Tracking

if TYPE_CHECKING:
    from lxml.etree import _Element

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
_RENAMED = {TEXT: DELETED_TEXT, f"{W}instrText": f"{W}delInstrText"}
_HISTORY = MARKS | {f"{W}rPrChange"}


class Marker:
    """Makes runs and marks; without tracking it makes plain changes, except inside what others have open."""

    def __init__(self, tracking: Tracking | None, roots: Iterable[_Element]) -> None:
        self.tracked = tracking is not None
        self.comments = tracking is not None and tracking.comments
        who = tracking or Tracking()
        self.author, self.date = legal(who.author).strip() or "jdrewrite", who.date
        self._last = max((number_in(e.get(ID)) or 0 for root in roots for e in root.iter()), default=0)

    def mark(self, parent: _Element, tag: str) -> _Element:
        """Return a new mark, not yet placed."""
        made = parent.makeelement(tag, {})
        self.sign(made)
        return made

    def sign(self, mark: _Element) -> None:
        """Write id, author and date on a mark."""
        self._last += 1
        mark.set(ID, str(self._last))
        mark.set(AUTHOR, self.author)
        if self.date:
            mark.set(DATE, self.date)

    def renumber(self, mark: _Element) -> None:
        """Give the second half of a divided mark an id of its own; author and date stay those of the first."""
        self._last += 1
        mark.set(ID, str(self._last))

    def tell_apart(self, root: _Element) -> None:
        """Give format changes that were copied when a run was divided an id of their own."""
        seen: set[str | None] = set()
        for change in root.iter(f"{W}rPrChange"):
            if change.get(ID) in seen:
                self.renumber(change)
            seen.add(change.get(ID))

    def inserted(self, run: _Element) -> _Element:
        """Return a new run as it goes into the paragraph: inside a mark where changes are tracked."""
        if not self.tracked:
            return run
        mark = self.mark(run, INSERTION)
        mark.append(run)
        return mark

    def delete(self, group: list[_Element]) -> _Element | None:
        """Take out neighbouring runs: put them into a mark and return it, or remove them and return None.

        Words inside an insertion of somebody else that is not decided yet are always marked, never removed: what
        others wrote is not ours to drop.
        """
        parent = group[0].getparent()
        if parent is None:
            return None
        if not self.tracked and not pending(group[0]):
            for element in group:
                parent.remove(element)
            return None
        mark = self.mark(parent, DELETION)
        group[0].addprevious(mark)
        for element in group:
            mark.append(element)
            for leaf in element.iter(*_RENAMED):
                leaf.tag = _RENAMED[leaf.tag]
                _keep_space(leaf)
        return mark


def pending(element: _Element) -> bool:
    """Tell whether an element stands in an insertion or move that nobody has decided on."""
    return next(element.iterancestors(INSERTION, MOVED_HERE), None) is not None


def legal(text: str) -> str:
    """Return the text without characters that XML does not allow."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n"))


def run_of(parent: _Element, text: str, dress: _Element | None) -> _Element:
    """Return a new run.

    Args:
        parent: any element of the tree that it will join.
        text: its words; tabs and line breaks become what Word has for them.
        dress: the ``w:rPr`` to copy, without its history.
    """
    run = parent.makeelement(RUN, {})
    if dress is not None:
        run.append(bare(dress))
    for part in re.split(r"([\t\n])", legal(text)):
        if part in {"\t", "\n"}:
            run.append(run.makeelement(f"{W}tab" if part == "\t" else f"{W}br", {}))
        elif part:
            words = run.makeelement(TEXT, {})
            words.text = part
            _keep_space(words)
            run.append(words)
    return run


def bare(dress: _Element) -> _Element:
    """Return a copy of run properties without what was changed in them, and by whom."""
    made = copy.deepcopy(dress)
    for old in [child for child in made if child.tag in _HISTORY]:
        made.remove(old)
    return made


def _keep_space(leaf: _Element) -> None:
    text = leaf.text or ""
    if text != text.strip() or "  " in text:
        leaf.set(SPACE, "preserve")
