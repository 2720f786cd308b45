"""Puts an effect on those served into a sentence, in grammatical positions that vary."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from jdrewrite.catalogue import CUSTOMERS, Motive, Nearer, Output
from jdrewrite.rewriting.offline.anatomy import Anatomy
from jdrewrite.rewriting.offline.style import Style

_TRAIL = 22
"""Words of the statement up to which a clause is hung on; a longer one gets a second sentence."""
_ROOM = 30
"""Words of statement and clause together that are still one easy sentence."""


class Wording(msgspec.Struct, frozen=True):
    """One wording of the catalogue."""

    text: str
    is_ability: bool
    source: str
    """``function/entry`` it comes from."""
    said_as: str = ""
    """The line of the catalogue as it stands there, where the text was changed since."""

    @property
    def line(self) -> str:
        """The line of the catalogue as it stands there."""
        return self.said_as or self.text

    @property
    def names_them(self) -> bool:
        """Whether it speaks of those served by the text's own word."""
        return self.is_ability or CUSTOMERS in self.text


def wordings(slug: str, entry: Output | Motive) -> list[Wording]:
    """Return all wordings of an output or motive."""
    source = f"{slug}/{entry.id}"
    return [Wording(text, True, source) for text in entry.ability] + [
        Wording(text, False, source) for text in entry.state
    ]


def wordings_of_anyone(slug: str, entry: Output) -> list[Wording]:
    """Return the wordings of an output that name nobody by the text's word."""
    return [Wording(text, False, f"{slug}/{entry.id}") for text in entry.anyone]


def wordings_nearer(source: str, told: Iterable[Nearer]) -> list[Wording]:
    """Return what the function says of an entry of the work of every trade."""
    return [Wording(text, False, source) for said in told for text in (*said.state, *said.anyone)]


def _so_that(a: Anatomy, w: Wording, style: Style) -> str:
    clause = f"{style.subject(a.body)} {can(w.text)}" if w.is_ability else w.text
    return f"{a.body}{_comma(a)} so that {clause}{a.closing}"


def can(ability: str) -> str:
    """Return an ability as a predicate: "can see ...", but "are spared ..." and not "can be spared ..."."""
    first, _, rest = ability.partition(" ")
    return {"be": f"are {rest}", "have": ability}.get(first, f"can {ability}")


def _comma(a: Anatomy) -> str:
    return "" if a.words <= 9 and "," not in a.body and not a.ends_aside else ","


def _to_help(a: Anatomy, w: Wording, style: Style) -> str | None:
    if not w.is_ability or "," in a.body or a.words > 14 or " to " in a.body or a.ends_aside or _ends_in_participle(a):
        return None
    return f"{a.body} to help {style.object(a.body)} {w.text}{a.closing}"


def _ends_in_participle(a: Anatomy) -> bool:
    """Tell whether "to help" would hang on the last word: "any testing required to help"."""
    words = [t for t in a.parse.tokens if t.start < len(a.body)]
    return bool(words) and words[-1].tag in {"VBN", "VBD", "JJ"}


def _fronted(a: Anatomy, w: Wording, style: Style) -> str | None:
    if not (a.opens_with_act and w.is_ability) or a.words > 16 or a.body[:2].isupper() or len(w.text.split()) > 9:
        return None
    return f"To help {style.customers} {w.text}, {a.body[0].lower()}{a.body[1:]}{a.closing}"


def _second_sentence(a: Anatomy, w: Wording, style: Style) -> str | None:
    if not (a.closing == "." or style.full_stops):
        return None
    if w.is_ability:
        return f"{a.body.rstrip('.')}. This helps {style.customers} {w.text}."
    return f"{a.body.rstrip('.')}. This means that {w.text}."


Form = Callable[[Anatomy, Wording, Style], str | None]
_HUNG: tuple[Form, ...] = (_so_that, _to_help, _so_that, _fronted, _so_that)
_APART: tuple[Form, ...] = (_second_sentence, _so_that)


def attach(
    a: Anatomy, wording: Wording, style: Style, turn: int, *, listed: bool = False, within: bool = False
) -> str | None:
    """Return the statement with the effect, or None where no form fits.

    Args:
        a: the statement.
        wording: the effect.
        style: how the job description is written.
        turn: which form to try first; the caller counts it up so that neighbours differ.
        listed: it stands in a list, whose lines all begin with what is done.
        within: it is a part of a sentence, which goes on behind it.
    """
    forms = tuple(form for form in _HUNG if form is not _fronted) if listed or within else _HUNG
    # No sentence of its own can stand inside another.
    if not within and (a.words > _TRAIL or a.words + len(wording.text.split()) > _ROOM):
        forms, turn = _APART, 0
    # Only what is added is put into the spelling of the text; the statement's own words stay as they are.
    if wording.is_ability and wording.text.startswith(("be ", "have ")):
        forms = (_so_that,)  # "to help customers be spared ..." is no English
    filled = msgspec.structs.replace(wording, text=style.fill(wording.text))
    made = (forms[(turn + step) % len(forms)](a, filled, style) for step in range(len(forms)))
    return next((text for text in made if text), None)
