"""Tells how the work is handed on: what leaves the hands, who takes it next, and what they do with it."""

from __future__ import annotations

import re

from jdrewrite.language.parse import parse
from jdrewrite.reflection.shapes import inside, is_plural, shape_of, whole

_PERSON = re.compile(
    r"\b\w*(?:er|or|ist|ian|man|woman|nurse|clerk|colleague|boss|head|agent|assistant|chef|pilot|accountant)$"
)
_LAST_OF_LIST = re.compile(r", (?:and|or) [^,]+$")


def handed_on(hands: str, taker: str, use: str) -> str:
    """Return the sentences about the next in line; each answer may be empty, and every word of it is kept."""
    hands, taker = ("" if w and shape_of(w, "phrase") == "nothing" else w for w in (hands, taker))
    if not _is_thing(taker):
        return " ".join(part for part in (_hands(hands), whole(taker) if taker else "", _use(use)) if part)
    who, rest = _relative(taker, use)
    if _is_thing(hands) and _can_be_followed(hands):
        comma = "," if _LAST_OF_LIST.search(hands) and hands.count(",") == 1 else ""
        told = f"I hand on {inside(hands)}{comma} to {inside(taker)}{who}."
    else:
        told = " ".join(part for part in (_hands(hands), f"Next in line: {inside(taker)}{who}.") if part)
    return f"{told} {_use(rest)}".strip()


def _hands(words: str) -> str:
    if not words:
        return ""
    return f"I hand on {inside(words)}." if _is_thing(words) else whole(words)


def _can_be_followed(hands: str) -> bool:
    """Tell whether "to somebody" can follow: not behind a clause, which would take it for its own."""
    if "," in hands and not _LAST_OF_LIST.search(hands):
        return False
    parsed = parse(f"I hand on {inside(hands)}.")
    return not any(t.dep in {"relcl", "advcl", "ccomp", "xcomp"} or t.tag == "TO" for t in parsed.tokens)


def _relative(taker: str, use: str) -> tuple[str, str]:
    """Return what follows the next in line, and what is left to be said of the use."""
    if not use or "," in taker:
        return "", use
    shape = shape_of(use, "verbs")
    person = bool(_PERSON.search(taker.lower()))
    if shape == "verbs":
        return (
            f", who {inside(use, shape)}" if person or is_plural(taker) else f", where they {inside(use, shape)}"
        ), ""
    if shape == "does":
        return f", {'who' if person else 'which'} {inside(use, shape)}", ""
    if shape == "to":
        return (f", who need this {inside(use, shape)}", "") if is_plural(taker) else ("", use)
    return "", use


def _use(words: str) -> str:
    if not words:
        return ""
    shape = shape_of(words, "verbs")
    joint = {
        "verbs": "They {0}.",
        "to": "They need this {0}.",
        "doing": "For them it means {0}.",
        "phrase": "There it becomes {0}.",
        "aside": "They use it {0}.",
        "does": "Whoever takes it {0}.",
    }.get(shape)
    if joint is None:
        return "" if shape == "nothing" else whole(words)
    before, _, after = joint.partition("{0}")
    return before + inside(words, shape) + after


def _is_thing(words: str) -> bool:
    """Tell whether an answer names somebody or something, which can stand after "on" or "to"."""
    return bool(words) and shape_of(words, "phrase") in {"phrase", "doing", "verbs"}
