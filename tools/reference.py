"""Computes the reference against which scores are read: ``python -m tools.reference PATH_TO_SHARED_DATA [OUT.json]``.

Runs the analysis over all shared job descriptions and keeps their scores by function: figures only, no texts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import jdrewrite
from jdrewrite.analysis.standing import ALL, LEAST
from jdrewrite.analysis.weights import VERSION


def main(data: Path, out: Path | None) -> None:
    """Print how scores and stages spread, and write the table."""
    scores: dict[str, list[float]] = defaultdict(list)
    levels: Counter[str] = Counter()
    for path in sorted((data / "jds").glob("*/*.md")):
        found = jdrewrite.analyse(jdrewrite.read(path))
        levels[found.score.level] += 1
        for group in (ALL, found.function[0].name):
            scores[group].append(found.score.total)
    kept = {group: sorted(own) for group, own in sorted(scores.items()) if len(own) >= LEAST and group != "other"}
    for group, own in kept.items():
        print(f"{group:28}{len(own):5}  median {own[len(own) // 2]:5.1f}")
    for level, count in levels.most_common():
        print(f"{level:28}{count:5}  {count / len(scores[ALL]):.1%}")
    if out:
        text = json.dumps({"score": VERSION, "scores": kept}, separators=(",", ":")).replace("],", "],\n")
        out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
