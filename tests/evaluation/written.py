"""Quality on statements written for training that nothing has learned from yet: ``python -m tests.evaluation.written FILE``.

The files stand in ``tools/statements`` (``pairs_s.txt`` to ``pairs_v.txt`` came after the weights that ship: four writers
who saw the guide and real lines, neither rules nor predictions, and wrote long statements that are hard to tell).
Printed for each value: precision, recall, F1 and count.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jdrewrite.analysis.reading import Reader
from tests.evaluation.mined import said, show
from tools.lens_corpus import LABELS, decoded


def main(files: list[str]) -> None:
    lines = [line for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()]
    given = [tuple(part.strip() for part in line.split("|", 2)) for line in lines]
    readings = Reader().read([text for _, _, text in given])
    print(f"{len(given)} statements")
    for lens, value in LABELS:
        found = [said(getattr(reading.labels, lens)) for reading in readings]
        show(lens, value, [(decoded(codes)[lens], one) for (_, codes, _), one in zip(given, found, strict=True)])


if __name__ == "__main__":
    main(sys.argv[1:])
