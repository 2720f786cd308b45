"""Tags and relations by the model, each for the texts that need them, in batches by their length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from jdrewrite.language.model import UNUSED

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHARACTERS, WORDS = 20_000, 4_000
"""What is tagged or parsed together, about 50 MB; less is slower, for most of the cost of a call is the call."""
_PARSER = "parser"
_PARTS = 4
"""Into how many parts spaCy's parser cuts each batch, by the length of its texts."""
T = TypeVar("T", str, "Doc")


def tagged(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Yield texts with their tags, in order; without relations, parts of speech and lemmas."""
    for batch in _batches(texts, CHARACTERS):
        yield from nlp.pipe(batch, batch_size=len(batch), disable=[*UNUSED, _PARSER])


def parsed(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield tagged texts with their relations, in order."""
    parser: Any = nlp.get_pipe(_PARSER)
    for batch in _batches(docs, WORDS):
        yield from parser.pipe(batch, batch_size=_PARTS * len(batch))


def _batches(things: Iterable[T], most: int) -> Iterator[Sequence[T]]:
    """Cut a row of things into batches of that length in all; a longer one is a batch of its own."""
    batch: list[T] = []
    length = 0
    for thing in things:
        if batch and length + len(thing) > most:
            yield batch
            batch, length = [], 0
        batch.append(thing)
        length += len(thing)
    if batch:
        yield batch
