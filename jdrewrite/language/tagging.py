"""Tags and relations by the model, each for the texts that need them, in batches by their length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jdrewrite.language.model import UNUSED

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WORDS = 4_000
"""What is tagged or parsed together, about 50 MB; less is slower, for most of the cost of a call is the call."""
_PARSER = "parser"
_PARTS = 4
"""Into how many parts spaCy's parser cuts each batch, by the length of its texts."""


def tagged(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield texts with their tags, in order; without relations, parts of speech and lemmas."""
    for batch in _batches(docs):
        yield from nlp.pipe(batch, batch_size=len(batch), disable=[*UNUSED, _PARSER])


def parsed(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield tagged texts with their relations, in order."""
    parser: Any = nlp.get_pipe(_PARSER)
    for batch in _batches(docs):
        yield from parser.pipe(batch, batch_size=_PARTS * len(batch))


def _batches(docs: Iterable[Doc]) -> Iterator[Sequence[Doc]]:
    """Cut a row of texts into batches of so many words in all; a longer one is a batch of its own."""
    batch: list[Doc] = []
    length = 0
    for doc in docs:
        if batch and length + len(doc) > WORDS:
            yield batch
            batch, length = [], 0
        batch.append(doc)
        length += len(doc)
    if batch:
        yield batch
