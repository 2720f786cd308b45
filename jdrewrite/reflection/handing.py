"""Tells how the work is handed on: what leaves the hands, who takes it next, and what they do with it."""

from __future__ import annotations

import re

from jdrewrite.language.parse import parse
from jdrewrite.reflection.shapes import inside, is_person, is_plural, shape_of, whole

_SERVED = frozenset(
    "patient patients guest guests child children client clients customer customers resident residents student "
    "students pupil pupils traveller travellers passenger passengers people person family families".split()
)
_OBJECT = {True: "them", False: "it", None: "this"}
"""What leaves the hands, said again: several things, one, or nobody said."""
_NO_ONE = re.compile(r"(?:nobody|no one|no-one)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<=\w\w)[.!?;]\s+\S")
"""The end of a first sentence, and what follows: nothing can be put behind the last one that is meant of all."""
_LAST_OF_LIST = re.compile(r", (?:and|or) [^,]+$")


def handed_on(hands: str, taker: str, use: str) -> str:
    """Return the sentences about the next in line; each answer may be empty, and every word of it is kept."""
    hands, taker = ("" if w and shape_of(w, "phrase") == "nothing" else w for w in (hands, taker))
    if _NO_ONE.match(taker):
        return " ".join(part for part in (_hands(hands), f"Next in line: {inside(taker, 'aside')}.", _use(use)) if part)
    if not _is_thing(taker):
        return " ".join(part for part in (_hands(hands), _taker(taker), _use(use)) if part)
    several = is_plural(hands) if hands and not _SEVERAL.search(hands) else None
    who, rest = _relative(taker, use, several)
    if _is_thing(hands) and _can_be_followed(hands):
        comma = "," if "," in hands else ""
        told = f"I hand on {inside(hands)}{comma} to {inside(taker)}{who}."
    else:
        told = " ".join(part for part in (_hands(hands), f"Next in line: {inside(taker)}{who}.") if part)
    return f"{told} {_use(rest, several)}".strip()


def _taker(words: str) -> str:
    if not words:
        return ""
    return f"Next in line: {inside(words)}." if shape_of(words, "phrase") == "loose" else whole(words)


def _hands(words: str) -> str:
    if not words:
        return ""
    if _SEVERAL.search(words) or shape_of(words, "phrase") == "loose":
        return f"What leaves my hands: {inside(words)}."
    if not _is_thing(words):
        return whole(words)
    if _is_somebody(words):
        # Nobody is handed on like a thing.
        return f"When I am done, there {'are' if is_plural(words) else 'is'} {inside(words)}."
    return f"I hand on {inside(words)}."


def _is_somebody(words: str) -> bool:
    head = next((t for t in parse(f"We see {inside(words)}.").tokens if t.dep == "dobj"), None)
    return head is not None and head.text.lower() in _SERVED


def _can_be_followed(hands: str) -> bool:
    """Tell whether "to somebody" can follow: not behind a clause, which would take it for its own."""
    if (
        _SEVERAL.search(hands)
        or hands.count(",") > 1
        or ("," in hands and not _LAST_OF_LIST.search(hands))
        or _is_somebody(hands)
    ):
        return False
    parsed = parse(f"I hand on {inside(hands)}.")
    return not any(t.dep in {"relcl", "advcl", "ccomp", "xcomp"} or t.tag == "TO" for t in parsed.tokens)


def _relative(taker: str, use: str, several: bool | None) -> tuple[str, str]:
    """Return what follows the next in line, and what is left to be said of the use."""
    if not use or ", " in taker or _SEVERAL.search(taker):
        return "", use
    shape = shape_of(use, "verbs")
    person = is_person(taker)
    if shape == "verbs":
        return f", who {inside(use, shape)}", ""
    if shape == "does":
        return f", {'who' if person else 'which'} {inside(use, shape)}", ""
    if shape == "to":
        return f", who use {_OBJECT[several]} {inside(use, shape)}", ""
    return "", use


def _use(words: str, several: bool | None = None) -> str:
    if not words:
        return ""
    shape = shape_of(words, "verbs")
    joint = {
        "verbs": "They {0}.",
        "to": f"They use {_OBJECT[several]} {{0}}.",
        "doing": "For them it means {0}.",
        "phrase": "There it becomes {0}.",
        "aside": f"They use {_OBJECT[several]} {{0}}.",
        "does": "Whoever takes it {0}.",
        "loose": "What they do with it: {0}.",
    }.get(shape)
    if joint is None:
        return "" if shape == "nothing" else whole(words)
    before, _, after = joint.partition("{0}")
    return before + inside(words, shape) + after


def _is_thing(words: str) -> bool:
    """Tell whether an answer names somebody or something, which can stand after "on" or "to"."""
    return bool(words) and shape_of(words, "phrase") in {"phrase", "doing", "verbs"}
