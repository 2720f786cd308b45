"""Puts an effect on those served into a sentence, in grammatical positions that vary."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jdrewrite.catalogue import Motive, Output
from jdrewrite.rewriting.offline.anatomy import Anatomy
from jdrewrite.rewriting.offline.style import Style

_TRAIL = 24
"""Words of the statement up to which a clause is hung on; a longer one gets a second sentence."""


class Wording(msgspec.Struct, frozen=True):
    """One wording of the catalogue."""

    text: str
    is_ability: bool
    source: str
    """``function/entry`` it comes from."""


def wordings(slug: str, entry: Output | Motive) -> list[Wording]:
    """Return all wordings of an output or motive."""
    source = f"{slug}/{entry.id}"
    return [Wording(text, True, source) for text in entry.ability] + [
        Wording(text, False, source) for text in entry.state
    ]


def _so_that(a: Anatomy, w: Wording, style: Style) -> str:  # noqa: ARG001 - every form has the same shape
    clause = f"{{customers}} can {w.text}" if w.is_ability else w.text
    comma = "" if a.words <= 9 and "," not in a.body else ","
    return f"{a.body}{comma} so that {clause}{a.closing}"


def _which_helps(a: Anatomy, w: Wording, style: Style) -> str | None:  # noqa: ARG001
    return f"{a.body}, which helps {{customers}} {w.text}{a.closing}" if w.is_ability else None


def _helping(a: Anatomy, w: Wording, style: Style) -> str | None:  # noqa: ARG001
    return f"{a.body}, helping {{customers}} {w.text}{a.closing}" if w.is_ability else None


def _fronted(a: Anatomy, w: Wording, style: Style) -> str | None:  # noqa: ARG001
    if not (a.opens_with_act and w.is_ability) or a.words > 16 or a.body[:2].isupper() or len(w.text.split()) > 11:
        return None
    return f"To help {{customers}} {w.text}, {a.body[0].lower()}{a.body[1:]}{a.closing}"


def _second_sentence(a: Anatomy, w: Wording, style: Style) -> str | None:
    if not (a.closing == "." or style.full_stops):
        return None
    if w.is_ability:
        return f"{a.body}. That way, {{customers}} can {w.text}."
    return f"{a.body}. This means that {w.text}."


Form = Callable[[Anatomy, Wording, Style], str | None]
_HUNG: tuple[Form, ...] = (_so_that, _helping, _so_that, _fronted, _which_helps, _second_sentence)
_APART: tuple[Form, ...] = (_second_sentence, _so_that)


def attach(a: Anatomy, wording: Wording, style: Style, turn: int) -> str | None:
    """Return the statement with the effect, or None where no form fits.

    Args:
        a: the statement.
        wording: the effect.
        style: how the job description is written.
        turn: which form to try first; the caller counts it up so that neighbours differ.
    """
    forms = _APART if a.words > _TRAIL else _HUNG
    for step in range(len(forms)):
        made = forms[(turn + step) % len(forms)](a, wording, style)
        if made:
            return style.fill(made)
    return None
