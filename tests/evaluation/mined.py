"""Quality on a second set of labelled statements: ``python -m tests.evaluation.mined``.

400 statements of all sources, three in five of them chosen because some rare value was found in them, so that precision
is told too low and recall too high. Two readers labelled them by the guide without any prediction in view, on
25 November 2026, after the rules and weights of that day were made. The labels lie here by hash, the texts in the shared
data. Printed for each value: precision, recall and F1 where both readers agree, and on how many they do.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from jdrewrite.analysis.reading import Reader
from jdrewrite.analysis.statements import cut
from jdrewrite.documents import read
from tests.conftest import shared_folder
from tools.lens_corpus import LABELS, decoded, key

FILE = Path(__file__).with_name("mined.tsv")


class Row(NamedTuple):
    """One statement with the labels of two readers."""

    text: str
    first: dict[str, str]
    second: dict[str, str]


def rows(data: Path) -> list[Row]:
    """Find the texts for the labels; a statement that is cut otherwise by now is left out."""
    texts: dict[str, dict[str, str]] = {}
    found = []
    with FILE.open(encoding="utf-8", newline="") as file:
        for name, path, first, second in csv.reader(file, delimiter="\t"):
            if path not in texts:
                pieces = [b.text[start:end] for b, spans in cut(read(str(data / path))) for start, end in spans]
                texts[path] = {key(piece): piece for piece in pieces}
            if name in texts[path]:
                found.append(Row(texts[path][name], decoded(first), decoded(second)))
    return found


def main() -> None:
    folder = shared_folder()
    if folder is None:
        print("the shared data are not here: nothing to evaluate")
        return
    given = rows(folder / "data")
    readings = Reader().read([row.text for row in given])
    same = sum(row.first == row.second for row in given)
    print(f"{len(given)} statements, both readers say the same of {same}")
    for lens, value in LABELS:
        agreed = [
            (row.first[lens], said(getattr(found.labels, lens)))
            for row, found in zip(given, readings, strict=True)
            if row.first[lens] == row.second[lens]
        ]
        show(lens, value, agreed)


def show(lens: str, value: str, labelled: list[tuple[str, str]]) -> None:
    """Print precision, recall, F1 and count of one value, of statements with the reader's label and the program's."""
    hit = sum(true == value == found for true, found in labelled)
    true, told = sum(t == value for t, _ in labelled), sum(f == value for _, f in labelled)
    if true:
        precision, recall, f1 = hit / (told or 1), hit / true, 2 * hit / (true + told)
        print(f"{lens:10}{value:13}{precision:.2f} {recall:.2f} {f1:.2f} ({true:>3})")


def said(value: object) -> str:
    """Return a label as the corpus writes it."""
    return str(value) if not isinstance(value, bool) else "yes" if value else "no"


if __name__ == "__main__":
    main()
