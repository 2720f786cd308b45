"""Labels for single statements, which stand in no document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jdrewrite.analysis.reading import reader_for
from jdrewrite.analysis.sections import label_one
from jdrewrite.analysis.settings import Settings
from jdrewrite.language.words import plain
from jdrewrite.model import LENSES

LABELLED_TOGETHER = 64
"""Statements that ``label`` reads at a time, so that its output streams."""


def label(lines: Iterable[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """Label single statements: ``{"id", "title", "text"}`` in, ``{"id", "labels"}`` out, in order.

    Raises:
        ModelMissing: the language model is not installed.
    """
    batch: list[Mapping[str, str]] = []
    for line in lines:
        batch.append(line)
        if len(batch) == LABELLED_TOGETHER:
            yield from _label(batch)
            batch = []
    yield from _label(batch)


def _label(batch: list[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    texts = [plain(line["text"]) for line in batch]
    for line, text, found in zip(batch, texts, reader_for(Settings()).read(texts), strict=True):
        labels = {lens: getattr(found.labels, lens) for lens in LENSES}
        yield {"id": line["id"], "labels": {**labels, "section": label_one(text, line.get("title") or "")}}
