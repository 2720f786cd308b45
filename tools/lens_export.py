"""Writes the net of ``tools.lens_net`` as the product reads it: layers for onnxruntime, and the vectors of pieces.

Vectors of pieces become whole numbers of eight bits; the layers are written by ``lens_graph``. Pieces that occur
nowhere in the texts at hand are left out: their words are spelled in smaller ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from jdrewrite.language.pieces import Pieces
from tools import lens_graph
from tools.lens_encoder import Encoder

KEPT = 14_500
"""Pieces kept at most, 5.2 MB: the frequent ones, and all single letters and signs of ASCII."""
_ROOT = Path(__file__).parents[1]
_ALWAYS = ("[UNK]", "[CLS]", "[SEP]")
_WORD = re.compile(r"\w+|[^\w\s]")
_PLAIN = re.compile(r"(?:##)?[!-~]+")


def texts(data: Path) -> Iterator[str]:
    """Yield the texts whose words must be spelled well: job descriptions, tasks, titles, and what is written here."""
    for pattern in ("jds/*/*.md", "onet/*.tsv", "titles_functions.csv"):
        for path in sorted(data.glob(pattern)):
            yield path.read_text(encoding="utf-8", errors="ignore")
    for pattern in ("prompts/**/*.toml", "tools/statements/*.txt", "tests/evaluation/*.txt"):
        for path in sorted(_ROOT.glob(pattern)):
            yield path.read_text(encoding="utf-8")


def kept(vocabulary: dict[str, int], data: Path) -> list[str]:
    """Return the pieces that are worth their room."""
    words = Counter(word for text in texts(data) for word in _WORD.findall(text.lower()))
    pieces = Pieces(vocabulary, vocabulary["[UNK]"])
    seen: Counter[int] = Counter()
    for word in words:  # different words, not their mentions: a name that is repeated in one text counts once
        seen.update(pieces.of((word,)))
    for word, count in words.items():
        own = pieces.of((word,))
        if len(own) == 1:
            seen[own[0]] += min(count, 50)
    letters = {p for p in vocabulary if len(p.removeprefix("##")) == 1 and _PLAIN.fullmatch(p)}
    often = sorted(
        (p for p, n in vocabulary.items() if _PLAIN.fullmatch(p) and seen[n]), key=lambda p: -seen[vocabulary[p]]
    )
    return [*_ALWAYS, *sorted(letters | set(often[: KEPT - len(letters) - len(_ALWAYS)]) - set(_ALWAYS))]


def write(net: Encoder, vocabulary: dict[str, int], data: Path, folder: Path) -> None:
    """Write the layers and the vectors into a folder."""
    pieces = kept(vocabulary, data)
    rows = net.vectors[[vocabulary[p] for p in pieces]].numpy()
    sizes = (np.abs(rows).max(axis=1) / 127).astype(np.float16)
    whole = np.rint(rows / sizes.astype(np.float32)[:, None]).clip(-127, 127).astype(np.int8)
    spelled = np.frombuffer("\n".join(pieces).encode(), dtype=np.uint8)
    places = net.places.detach().numpy()
    np.savez_compressed(folder / "lens_net.npz", vectors=whole, sizes=sizes, pieces=spelled, places=places)
    lens_graph.write(net, folder / "lens_net.onnx")
    for name in ("lens_net.onnx", "lens_net.npz"):
        print(f"{name}: {(folder / name).stat().st_size / 1e6:.1f} MB")
