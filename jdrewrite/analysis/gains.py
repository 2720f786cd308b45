"""What a text says through the lenses that another one does not say."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.reading import reader_for
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served_word import seen
from jdrewrite.analysis.settings import Settings
from jdrewrite.language.words import plain
from jdrewrite.model import LENSES, Labels, Lens

_WORTH: dict[Lens, tuple[object, ...]] = {
    "customer": ("internal", "external"),
    "frame": ("stewardship",),
    "measure": ("customer",),
    "across": ("shares",),
}
"""The values that say something for those served, the richer ones last; yes for the other lenses."""


def lenses_gained(
    pairs: Sequence[tuple[str | None, str]], settings: Settings | None = None, serves: str = ""
) -> tuple[tuple[Lens, ...], ...]:
    """Return for each pair through which lenses the second text says more than the first.

    Args:
        pairs: a text before (None for a new line) and after.
        settings: what a project changes about rules and words; of a lens that it leaves out nothing is told.
        serves: the word for those served that somebody gave.

    Raises:
        ModelMissing: the language model is not installed.
    """
    settings = settings or Settings()
    off = book(settings.changes).off
    texts = [seen(plain(text or ""), serves).text for pair in pairs for text in pair]
    read = reader_for(settings).read([text for text in texts if text])
    labels = iter(found.labels for found in read)
    each = [next(labels) if text else Labels() for text in texts]
    pairs_of = zip(each[::2], each[1::2], strict=True)
    return tuple(tuple(lens for lens in _gained(before, after) if lens not in off) for before, after in pairs_of)


def _gained(before: Labels, after: Labels) -> tuple[Lens, ...]:
    return tuple(lens for lens in LENSES if _worth(after, lens) > _worth(before, lens))


def _worth(labels: Labels, lens: Lens) -> int:
    values = _WORTH.get(lens, (True,))
    found = getattr(labels, lens)
    return values.index(found) + 1 if found in values else 0
