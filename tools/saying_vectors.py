"""Writes the vectors of ``jdrewrite/voice/sayings.toml``: ``python -m tools.saying_vectors``, after it was changed."""

from __future__ import annotations

import numpy as np

from jdrewrite.language.meaning import encoded
from jdrewrite.voice.meaning import KEPT, mark, sayings


def main() -> None:
    """Encode every saying and write the table with the mark of the file."""
    vectors = encoded([text for said in sayings().values() for text in said])
    # Whole numbers of eight bits: no cosine moves by as much as 0.005.
    scale = 127 / np.abs(vectors).max()
    np.savez_compressed(
        KEPT, vectors=np.rint(vectors * scale).astype(np.int8), scale=np.array(scale), mark=np.array(mark())
    )
    print(f"{KEPT}: {len(vectors)} sayings, {KEPT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
