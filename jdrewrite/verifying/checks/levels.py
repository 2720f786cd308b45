"""How well one must know or be able: "good knowledge" may not become "knowledge" or "excellent knowledge"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_STEPS = (
    "some basic elementary rudimentary limited fair reasonable adequate working introductory fundamental",
    "good sound solid decent competent fluent",
    "strong thorough deep in-depth extensive wide broad considerable substantial profound comprehensive detailed significant",
    "excellent exceptional outstanding superb superior advanced expert perfect exemplary",
)
"""Degrees from the lowest; those in one row may stand for each other."""
_LEVELS = {word: step for step, row in enumerate(_STEPS) for word in row.split()}
_MORE = frozenset("very extremely exceptionally especially particularly highly really".split())
_ASKED = frozenset(
    "knowledge experience understanding command skill ability familiarity proficiency grasp background competence competency "
    "expertise english german french spanish dutch italian arabic portuguese polish mandarin".split()
)
"""What is asked of whoever does the work."""
_OF_A_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "CCONJ", "ADV", "DET"})
_NEXT = frozenset({(1, 2), (2, 1), (2, 3), (3, 2)})
"""Steps between which readers differ."""
_OTHERWISE = re.compile(
    r"\b(?:well|fluent\w*|high\w*|deep\w*|thorough\w*|strong\w*|proficien\w*|expert\w*|skilled|adept|able|very|great|proven|inside out)\b",
    re.IGNORECASE,
)
"""What says a degree in other words; then the words of both texts are too different to compare."""


def compare(before: Text, after: Text) -> Outcome:
    """Find a requirement that both texts name, to different degrees."""
    out = Outcome()
    old, new = list(_requirements(before)), list(_requirements(after))
    for noun, was in old:
        nows = [(n, step) for n, step in new if akin(n.lemma, noun.lemma) and not after.in_end(n.start)]
        if not nows or any(step == was for _, step in nows):
            continue
        now, step = nows[0]
        if (step is None and _OTHERWISE.search(after.text)) or (was is None and _OTHERWISE.search(before.text)):
            continue
        said = f"“{now.text}” is asked for to another degree than before"
        (out.asked if (was, step) in _NEXT else out.changed).append(
            Fact(check="levels", text=said, start=now.start, end=now.end)
        )
    return out


def _requirements(text: Text) -> Iterator[tuple[Token, int | None]]:
    """Yield what is asked for, with the step of its degree, None where it has none."""
    for token in text.parse.tokens:
        if token.lemma in _ASKED and token.pos in {"NOUN", "PROPN"}:
            yield token, max(_steps(list(_before(text, token))), default=None)


def _steps(words: list[str]) -> Iterator[int]:
    """Yield the steps among words that stand before a noun, the nearest first; "very" makes of each the next."""
    for word, leading in zip(words, [*words[1:], ""], strict=False):
        if word in _LEVELS:
            yield min(_LEVELS[word] + (leading in _MORE), len(_STEPS) - 1)


def _before(text: Text, noun: Token) -> Iterator[str]:
    """Yield the words that stand before a noun in its phrase, the nearest first."""
    for token in reversed(text.parse.tokens[: noun.i]):
        if token.pos not in _OF_A_PHRASE and token.tag not in {"VBN", "VBG"} and token.text != ",":
            return
        yield token.lower
