"""Changes words of one paragraph in place; runs, links, fields and other people's revisions stay where they are."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.hunks import Hunk
from jdrewrite.documents.word.fields import fields_of, one, unfold, whole_fields
from jdrewrite.documents.word.joining import joined
from jdrewrite.documents.word.marker import Marker, run_of
from jdrewrite.documents.word.names import ALTERNATE, INSERTION, MOVED_HERE, PARAGRAPH, RUN, W
from jdrewrite.documents.word.runs import cut_after, dress_of, isolate
from jdrewrite.documents.word.visible import Glyph, glyphs, leaf_after

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(f"{W}{n}" for n in "hyperlink fldSimple smartTag sdt sdtContent".split())
"""What new words at its edge do not belong to: a link ends where its own words end."""
_HANGING = frozenset({ALTERNATE} | {f"{W}{n}" for n in "rPr drawing pict object".split()})
_FIELDS = (f"{W}fldChar", f"{W}fldSimple")
_MOST_WORK = 60_000_000
"""Changes of a paragraph times its characters; beyond, all of them are made one."""
_LINK_DRESS = frozenset({"rStyle", "color", "u"})


def change(paragraph: _Element, hunks: Sequence[Hunk], marker: Marker) -> list[_Element]:
    """Apply changes to a paragraph, and return the elements at which they stand, in order.

    Args:
        paragraph: the ``w:p``.
        hunks: spans of the visible text that do not overlap, and what takes their place.
        marker: makes the marks.
    """
    touched: list[_Element] = []
    visible = glyphs(paragraph)
    wanted = whole_fields(joined(sorted(hunks), visible), fields_of(paragraph, visible), visible)
    if len(wanted) * len(visible) > _MOST_WORK:
        wanted = [one(wanted, visible)]
    simple = next(paragraph.iter(*_FIELDS), None) is None
    for start, end, text in reversed(wanted):
        # A change moves nothing that stands before it; only a field may lie on both sides. What is put before all is
        # put before the first character that is there by now.
        visible = visible[:end] if simple and end else glyphs(paragraph)
        if start < end:
            found = _replace(paragraph, visible, start, end, text, marker)
        else:
            found = _insert(paragraph, visible, start, text, marker)
        touched = [*found, *touched]
    return touched


def _replace(
    paragraph: _Element, visible: list[Glyph], start: int, end: int, text: str, marker: Marker
) -> list[_Element]:
    """Take out a stretch and put new words in its place."""
    unfold(visible[start:end])
    groups = isolate(visible[start:end], fields_of(paragraph, visible))
    home = next((group for group in groups if group[0].getparent() is paragraph), groups[0])
    made = _made(home[0], text, dress_of(home[0]), marker) if text else None
    touched: list[_Element] = []
    for group in groups:
        stands = home[0].makeelement(f"{W}r", {})
        group[-1].addnext(stands)
        mark = marker.delete(group)
        place = stands
        if mark is not None:
            touched.append(mark)
        if group is home and made is not None:
            touched.append(_place(made, stands, marker))
        parent = place.getparent()
        if parent is not None:
            parent.remove(place)
            _drop_if_empty(parent)
    return touched or [paragraph]


def _insert(paragraph: _Element, visible: list[Glyph], at: int, text: str, marker: Marker) -> list[_Element]:
    """Put new words between two characters, in the dress of the one before."""
    if not visible:
        run = run_of(paragraph, text, None)
        made = marker.inserted(run)
        paragraph.append(made)
        return [made]
    if at == 0:
        first = visible[0].leaf.getparent()
        assert first is not None  # noqa: S101 - a leaf always stands in a run
        stands = paragraph.makeelement(RUN, {})
        _outside(first, None, paragraph).addprevious(stands)
        made = _made(first, text, _plain(first), marker)
    else:
        before = visible[at - 1]
        run = cut_after(before.leaf, before.at + 1)
        # Looked up now: behind a cut inside one text, the next character stands in another leaf.
        following = leaf_after(run, paragraph)
        ends = _outside(run, following, paragraph)
        ends = _behind_field(ends, paragraph, visible, at)
        ends = _behind_pictures(ends) if following is None else ends
        stands = paragraph.makeelement(RUN, {})
        ends.addnext(stands)
        made = _made(run, text, _dress_at(visible, run, text, ends_here=following is None), marker)
    placed = _place(made, stands, marker)
    parent = stands.getparent()
    if parent is not None:
        parent.remove(stands)
    return [placed]


def _made(near: _Element, text: str, dress: _Element | None, marker: Marker) -> _Element:
    return marker.inserted(run_of(near, text, dress))


def _place(made: _Element, stands: _Element, marker: Marker) -> _Element:
    """Put new words where a place holder stands; an insertion of somebody else is divided, not entered."""
    parent = stands.getparent()
    if parent is not None and parent.tag in {INSERTION, MOVED_HERE}:
        if made.tag == RUN:
            made = _marked(made, marker)
        if stands.getprevious() is None:
            parent.addprevious(made)
            return made
        rest = copy.copy(parent)
        rest[:] = []
        for sibling in list(stands.itersiblings()):
            rest.append(sibling)
        parent.addnext(made)
        if len(rest):
            marker.renumber(rest)
            made.addnext(rest)
        return made
    stands.addprevious(made)
    return made


def _marked(run: _Element, marker: Marker) -> _Element:
    """Return new words in a mark although changes are not tracked: beside open words of others it must show whose."""
    mark = marker.mark(run, INSERTION)
    mark.append(run)
    return mark


def _outside(run: _Element, following: _Element | None, paragraph: _Element) -> _Element:
    """Return the outermost wrapper of a run that does not hold the character that follows."""
    edge = run
    for ancestor in run.iterancestors():
        if ancestor is paragraph or ancestor.tag == PARAGRAPH:
            break
        if following is not None and any(a is ancestor for a in following.iterancestors()):
            break
        if ancestor.tag in _WRAPPERS:
            edge = ancestor
    return edge


def _behind_field(edge: _Element, paragraph: _Element, visible: list[Glyph], at: int) -> _Element:
    """Return the end of the field whose result ends here, so that new words do not become part of the result."""
    before = visible[at - 1].leaf
    following = visible[at].leaf if at < len(visible) else None
    for field in fields_of(paragraph, visible):
        inside = any(leaf is before for leaf in field.shown)
        if inside and not any(leaf is following for leaf in field.shown):
            end = field.codes[-1].getparent()
            edge = _outside(end, following, paragraph) if end is not None and end.tag == RUN else edge
    return edge


def _behind_pictures(edge: _Element) -> _Element:
    """Return the last of the pictures and text boxes that hang at the end of a paragraph.

    Between new words and a new end of the paragraph, LibreOffice would count them to what is rejected.
    """
    following = edge.getnext()
    while following is not None and following.tag == RUN and all(child.tag in _HANGING for child in following):
        edge, following = following, following.getnext()
    return edge


def _dress_at(visible: list[Glyph], run: _Element, text: str, *, ends_here: bool) -> _Element | None:
    """Return the properties of new words: those before them, or at the end of a paragraph those of most of it."""
    return _usual(visible) if ends_here and len(text.split()) > 1 else _plain(run)


def _usual(visible: list[Glyph]) -> _Element | None:
    """Return the properties that most characters of a paragraph have; a bold word at its end does not spread."""
    runs = Counter(run for glyph in visible if (run := glyph.leaf.getparent()) is not None)
    kinds: dict[bytes, tuple[int, _Element | None]] = {}
    for run, count in runs.items():
        dress = _plain(run)
        key = _key(dress)
        kinds[key] = (kinds.get(key, (0, None))[0] + count, dress)
    return max(kinds.values(), key=lambda kind: kind[0])[1]


def _key(dress: _Element | None) -> bytes:
    from lxml import etree

    return b"" if dress is None else etree.tostring(dress, method="c14n")


def _plain(run: _Element) -> _Element | None:
    """Return a run's properties; those of a link without what makes it look like one."""
    dress = dress_of(run)
    if dress is None or next(run.iterancestors(f"{W}hyperlink"), None) is None:
        return dress
    made = copy.deepcopy(dress)
    for name in _LINK_DRESS:
        for child in made.findall(f"{W}{name}"):
            made.remove(child)
    return made if len(made) else None


def _drop_if_empty(parent: _Element) -> None:
    """Remove a link or a simple field from which all words were taken."""
    grand = parent.getparent()
    if parent.tag in {f"{W}hyperlink", f"{W}fldSimple"} and len(parent) == 0 and grand is not None:
        grand.remove(parent)
