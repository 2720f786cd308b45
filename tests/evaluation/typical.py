"""How many typical duties the catalogue knows: ``python -m tests.evaluation.typical``.

``typical.tsv`` holds 60 duties of each function, in the words of 8 to 12 of its jobs, written by two writers (language
models with a brief) who saw neither the catalogue nor real job descriptions. When entries were added, every second line
lay open; of the others only totals were seen, and afterwards what readers said of a part of them.

Prints of how many duties that could be given an effect the catalogue knows one.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from jdrewrite.analysis import analyse
from jdrewrite.documents import read_bytes
from jdrewrite.model import Statement
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.sources import Sources

PARTS = ("open", "aside")
_AROUND = "# {title}\n\n## Responsibilities\n\n{duties}\n"


def by_job() -> dict[tuple[str, str, str], list[str]]:
    """Return the duties by part, function and job; every second of a function lies open."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    with Path(__file__).with_name("typical.tsv").open(encoding="utf-8", newline="") as file:
        for function, title, line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[PARTS[seen[function] % 2], function, title].append(line)
            seen[function] += 1
    return found


def known(function: str, title: str, duties: list[str]) -> tuple[int, int]:
    """Return of how many duties the catalogue knows an effect, and how many could be given one."""
    text = _AROUND.format(title=title, duties="\n".join(f"- {duty}" for duty in duties))
    assessment = analyse(read_bytes(text.encode(), "job.md"), function=function)
    lines = [s for s in assessment.statements if s.text in duties and _may_be_given(s)]
    sources = Sources(assessment)
    return sum(anatomy(s.text).takes_an_effect and bool(sources.outputs(s)) for s in lines), len(lines)


def _may_be_given(s: Statement) -> bool:
    return s.labels.frame == "neutral" and not s.labels.sight and anatomy(s.text).may_be_given_an_end


def main() -> int:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (part, function, title), duties in by_job().items():
        hits, lines = known(function, title, duties)
        for name in (function, "all"):
            counts[name, part][0] += hits
            counts[name, part][1] += lines
    print(f"{'function':30}" + "".join(f"{part:>20}" for part in PARTS))
    for name in sorted({name for name, _ in counts}, key=lambda name: (name == "all", name)):
        cells = (counts[name, part] for part in PARTS)
        print(f"{name:30}" + "".join(f"{f'{hits} of {lines}':>13}{hits / (lines or 1):>7.0%}" for hits, lines in cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())
