"""Divides runs at a character, so that a mark can go around exactly the characters that change."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.word.fields import Field
from jdrewrite.documents.word.names import RUN, SPACE, TEXT, W
from jdrewrite.documents.word.visible import Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRACELESS = frozenset(f"{W}{n}" for n in "softHyphen lastRenderedPageBreak proofErr".split())
Piece = tuple["_Element", int, int]
"""A leaf of a run and the stretch of its characters."""


def isolate(taken: Sequence[Glyph], fields: Sequence[Field]) -> list[list[_Element]]:
    """Return runs that hold the given characters and nothing else, in groups of neighbours.

    Args:
        taken: neighbouring visible characters, in order; at least one.
        fields: those of the paragraph; one whose whole result is taken goes with its code.
    """
    pieces = _pieces(taken)
    leaves = {id(leaf) for leaf, *_ in pieces}
    whole = [f for f in fields if f.shown and all(id(leaf) in leaves for leaf in f.shown) and _covered(f, taken)]
    codes: list[Piece] = [(code, 0, 0) for field in whole for code in field.codes]
    runs = [_alone(*piece) for piece in reversed(_in_order(pieces + codes) if codes else pieces)]
    return _grouped([run for run in reversed(runs) if run is not None])


def cut_after(leaf: _Element, at: int) -> _Element:
    """Divide the run of a leaf behind one of its characters, and return the run that ends there."""
    run = leaf.getparent()
    assert run is not None  # noqa: S101 - a leaf always stands in a run
    _divide(run, leaf, at)
    return run


def _pieces(taken: Sequence[Glyph]) -> list[Piece]:
    found: list[Piece] = []
    for glyph in taken:
        if found and found[-1][0] is glyph.leaf:
            found[-1] = (glyph.leaf, found[-1][1], glyph.at + 1)
        else:
            found.append((glyph.leaf, glyph.at, glyph.at + 1))
    return found


def _covered(field: Field, taken: Sequence[Glyph]) -> bool:
    """Tell whether every character of a field's result is taken."""
    mine = {id(leaf) for leaf in field.shown}
    return sum(id(glyph.leaf) in mine for glyph in taken) == field.length


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces in the order of the document."""
    root = next(pieces[0][0].iterancestors(f"{W}p"))
    places = {id(piece[0]): -1 for piece in pieces}
    places |= {id(element): number for number, element in enumerate(root.iter()) if id(element) in places}
    return sorted(pieces, key=lambda piece: places[id(piece[0])])


def _alone(leaf: _Element, start: int, end: int) -> _Element | None:
    """Return a run that holds one leaf, from one of its characters up to another."""
    run = leaf.getparent()
    if run is None or run.tag != RUN:
        return None
    if leaf.tag != TEXT:
        start, end = 0, 1
    _divide(run, leaf, end)
    right = _divide(run, leaf, start)
    return run if right is None else right


def _divide(run: _Element, leaf: _Element, at: int) -> _Element | None:
    """Move what follows a character into a run of its own behind; return it, None where nothing follows or precedes.

    Left of the cut, elements keep their identity: places further left that were found before stay right.
    """
    children = [child for child in run if child.tag != f"{W}rPr"]
    index = children.index(leaf)
    length = len(leaf.text or "") if leaf.tag == TEXT else 1
    if at > 0 and at >= length:
        moved = children[index + 1 :]
    elif at <= 0:
        moved = children[index:]
    else:
        moved = [_halved(leaf, at), *children[index + 1 :]]
    if not moved or (at <= 0 and index == 0):
        return None
    made = copy.copy(run)
    made[:] = []
    dress = dress_of(run)
    if dress is not None:
        made.append(copy.deepcopy(dress))
    for child in moved:
        made.append(child)
    tail, run.tail = run.tail, None
    run.addnext(made)
    made.tail = tail
    return made


def _halved(leaf: _Element, at: int) -> _Element:
    """Cut a text in two and return the second half."""
    text = leaf.text or ""
    rest = leaf.makeelement(TEXT, {SPACE: "preserve"})
    leaf.text, rest.text = text[:at], text[at:]
    leaf.set(SPACE, "preserve")
    return rest


def _grouped(runs: Sequence[_Element]) -> list[list[_Element]]:
    """Put neighbours together, with what no reader sees between them."""
    groups: list[list[_Element]] = []
    for run in runs:
        between = _between(groups[-1][-1], run) if groups else None
        if between is None:
            groups.append([run])
        else:
            groups[-1] += [*between, run]
    return [_merged(group) for group in groups]


def _between(left: _Element, right: _Element) -> list[_Element] | None:
    """Return the traceless elements between two runs; None where they are no neighbours."""
    found: list[_Element] = []
    following = left.getnext()
    while following is not None and following is not right:
        inside = [child for child in following if child.tag != f"{W}rPr"] if following.tag == RUN else [following]
        if not all(child.tag in _TRACELESS for child in inside):
            return None
        found.append(following)
        following = following.getnext()
    return found if following is right else None


def _merged(group: list[_Element]) -> list[_Element]:
    """Put runs with the same dress back together."""
    kept = [group[0]]
    for run in group[1:]:
        last = kept[-1]
        if last.tag == run.tag == RUN and dressed_alike(last, run) and (parent := run.getparent()) is not None:
            for child in [child for child in run if child.tag != f"{W}rPr"]:
                last.append(child)
            parent.remove(run)
        else:
            kept.append(run)
    return kept


def dress_of(run: _Element) -> _Element | None:
    """Return the properties of a run; they are its first child, where it has any."""
    first = next(iter(run), None)
    return first if first is not None and first.tag == f"{W}rPr" else None


def dressed_alike(one: _Element, other: _Element) -> bool:
    """Tell whether two runs have the same properties."""
    from lxml import etree

    mine, theirs = dress_of(one), dress_of(other)
    if mine is None or theirs is None:
        return mine is theirs
    return etree.tostring(mine, method="c14n") == etree.tostring(theirs, method="c14n")
