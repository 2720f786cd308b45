"""The net that ``tools.lens_net`` trains: the first layers of all-MiniLM-L6-v2 with thinner insides, and a head.

The vectors of the pieces stay as they are, so that a word that no labelled statement has lies where it lay among those
that were learned from.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from jdrewrite.analysis.lens_net import MOST_PIECES

LAYERS = 3
WIDTH = 384
HEADS = 12
INSIDE = 512
"""Units kept inside each layer, of 1,536: those with the largest weights."""
DROPPED = 0.1
TINY = 1e-12
_FAR = -1e4


class Part(NamedTuple):
    """A linear step of the model as it was."""

    weight: Tensor
    bias: Tensor


def _linear(parts: list[Part]) -> nn.Linear:
    """Return one step that does several side by side."""
    weight, bias = (torch.cat(each) for each in zip(*parts, strict=True))
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.clone().contiguous(), bias.clone()
    return made


def _norm(part: Part) -> nn.LayerNorm:
    made = nn.LayerNorm(WIDTH, eps=TINY)
    made.weight.data, made.bias.data = part.weight.clone(), part.bias.clone()
    return made


class Layer(nn.Module):
    """One layer: every piece looks at all others, then each for itself."""

    def __init__(self, weights: dict[str, Tensor], number: int) -> None:
        """Make one from the model's own."""
        super().__init__()

        def part(name: str) -> Part:
            at = f"encoder.layer.{number}.{name}"
            return Part(weights[f"{at}.weight"].float(), weights[f"{at}.bias"].float())

        self.look = _linear([part(f"attention.self.{name}") for name in ("query", "key", "value")])
        self.seen = _linear([part("attention.output.dense")])
        self.norm = _norm(part("attention.output.LayerNorm"))
        into, out = part("intermediate.dense"), part("output.dense")
        kept = (into.weight.norm(dim=1) * out.weight.norm(dim=0)).topk(INSIDE).indices.sort().values
        self.into = _linear([Part(into.weight[kept], into.bias[kept])])
        self.out = _linear([Part(out.weight[:, kept], out.bias)])
        self.last = _norm(part("output.LayerNorm"))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the pieces as this layer sees them."""
        count, length, _ = x.shape
        split = self.look(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        looked = functional.scaled_dot_product_attention(split[0], split[1], split[2], attn_mask=mask)
        seen = self.seen(looked.transpose(1, 2).reshape(count, length, WIDTH))
        x = self.norm(x + functional.dropout(seen, DROPPED, self.training))
        own = self.out(functional.gelu(self.into(x)))
        return self.last(x + functional.dropout(own, DROPPED, self.training))


class Head(nn.Module):
    """Scores of the labels: a weighed mean of what each piece says for a label, and the piece that says most."""

    def __init__(self, labels: int) -> None:
        """Make one."""
        super().__init__()
        self.heed, self.say, self.most = (nn.Linear(WIDTH, labels) for _ in range(3))
        nn.init.zeros_(self.heed.weight)
        self.say.bias.data.fill_(-2.0)

    def forward(self, x: Tensor, real: Tensor | None) -> tuple[Tensor, Tensor]:
        """Return the scores, and what each piece adds to them."""
        heed, say, most = self.heed(x).float(), self.say(x).float(), self.most(x).float()
        if real is not None:
            heed, most = heed.masked_fill(~real, _FAR), most.masked_fill(~real, _FAR)
        shares = torch.softmax(heed, 1) * say
        return shares.sum(1) + most.amax(1), shares + most.softmax(1) * most


class Encoder(nn.Module):
    """The whole net, from the vectors of pieces to the scores of labels."""

    def __init__(self, model: Path, labels: int) -> None:
        """Make one from the file of the model."""
        super().__init__()
        weights = load_file(model)
        self.vectors = weights["embeddings.word_embeddings.weight"].float()
        places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self.places = nn.Parameter(places[:MOST_PIECES].float().clone())
        self.norm = _norm(
            Part(weights["embeddings.LayerNorm.weight"].float(), weights["embeddings.LayerNorm.bias"].float())
        )
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(LAYERS))
        self.head = Head(labels)

    def forward(self, vectors: Tensor, lengths: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return scores and shares.

        Args:
            vectors: those of the pieces, a row for each statement.
            lengths: how many pieces each has; None for a single statement.
        """
        x = self.norm(vectors + self.places[: vectors.shape[1]])
        x = functional.dropout(x, DROPPED, self.training)
        real = mask = None
        if lengths is not None:
            real = (torch.arange(vectors.shape[1]) < lengths[:, None])[..., None]
            mask = torch.zeros(real.shape[:2]).masked_fill(~real[..., 0], _FAR)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            x, mask = x.bfloat16(), None if mask is None else mask.bfloat16()
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(functional.dropout(x, DROPPED, self.training), real)
