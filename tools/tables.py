"""What the trainers of linear weights share: the examples of the repository, rare features, the table."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_LABELS = Path(__file__).with_name("labels")
Example = dict[str, Any]
Features = Mapping[str, float]


def examples(name: str) -> list[Example]:
    """Return the examples of ``tools/labels/NAME.jsonl.gz``."""
    with gzip.open(_LABELS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def without_rare(rows: Iterable[Features], least: int) -> list[Features]:
    """Return the features of each row that so many rows have at least: fewer tell more of themselves than of it."""
    known = list(rows)
    often = Counter(name for row in known for name in row)
    return [{name: value for name, value in row.items() if often[name] >= least} for row in known]


def write(weights: Features, scale: int, out: Path) -> str:
    """Write weights as whole numbers of a scale, without those that are nothing; return what to say of it."""
    whole = {name: round(weight * scale) for name, weight in sorted(weights.items())}
    whole = {name: weight for name, weight in whole.items() if weight}
    out.write_text(json.dumps({"scale": scale, "weights": whole}, indent=0) + "\n", encoding="utf-8")
    return f"{len(whole)} weights, {out.stat().st_size} bytes"
