"""Makes examples for ``tools.first_hand_weights``: whom job descriptions name, and who of them receives the work.

    python -m tools.first_hand_examples FOLDER READERS.tsv OUT.jsonl OUT.npz

``READERS.tsv`` has a line for each file under ``FOLDER``: its path, a tab, and those who receive the work first-hand as
a reader calls them, separated by commas or semicolons; in parentheses whom the text does not name. Examples hold words
and counts, no sentences, so that the order can be trained again without the texts. The second file holds numbers for
what the words mean around each place where somebody is named, on axes along which they differ most.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import numpy as np

import jdrewrite
from jdrewrite import catalogue
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import meaning
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.first_hand import spotted, told
from jdrewrite.analysis.served_word.meaning import AXES, KINDS, OF_PLACE, Floats, Meant
from jdrewrite.catalogue import singular
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import DUTY_SECTIONS

_WHICH = re.compile(
    r"\b(?:of|who|whom|that|with|in|for|at|on|from|to|across|under|whose|by|through|using|serving|reading|waiting|"
    r"applying|relying|providing|interacting|receiving|needing)\b.*"
)
"""What tells which of them a reader means; the noun stands before it."""
_JOINED = re.compile(r"[,;/]|\band\b")
_SAME = {
    "staff": "employee", "personnel": "employee", "colleague": "employee", "associate": "employee",
    "workforce": "employee", "coworker": "employee", "co-worker": "employee",
    "public": "resident", "citizen": "resident", "community": "resident", "people": "resident",
    "management": "manager", "executive": "leader", "leadership": "leader", "director": "leader",
    "department": "team", "unit": "team", "division": "team", "office": "team", "group": "team",
}  # fmt: skip
"""Nouns by which readers call the same people."""
STEPS = 30
"""Whole numbers to one spread of an axis, with which numbers are written."""


def noun(people: str) -> str:
    """Return the noun by which people are named: two readers seldom agree on what goes before it."""
    if people.startswith("members of the"):
        return "resident"
    words = _WHICH.sub("", people).split()
    one = singular(words[-1]) if words else ""
    return _SAME.get(one, one)


def example(path: Path, name: str, said: str) -> tuple[dict[str, object], Meant] | None:
    """Return one example, and what its words mean; None of a file that holds no job description.

    Args:
        path: of the file.
        name: its path below the folder; what goes before the first ``/`` is its source.
        said: by the reader.
    """
    try:
        found = jdrewrite.analyse(jdrewrite.read(path))
    except JdrewriteError as error:
        print(error, file=sys.stderr)
        return None
    guess, served = found.function[0], found.customer_word.plural
    duties = [s.text for s in found.statements if s.section == "duties"]
    function = entry_for(guess.name)
    function = catalogue.narrowed(function, catalogue.trade_of(function, found.title, duties))
    text = considered(found.title, found.statements, guess, function)
    theirs = {noun(re.sub(r"[()\[\]]", " ", part).strip().lower()) for part in _JOINED.split(said)}
    spots = spotted(found.statements, text.kind.base)
    every = told(spots, served, text)
    role = [s.text for s in found.statements if s.section in DUTY_SECTIONS]
    made: dict[str, object] = {
        "source": name.split("/", maxsplit=1)[0],
        "text": hashlib.sha256(path.read_bytes()).hexdigest()[:16],
        "served": served,
        "right": sorted(plural for plural in every if noun(plural) in theirs),
        "candidates": {
            plural: {feature: round(value, 3) for feature, value in features.items() if value}
            for plural, features in every.items()
        },
        "places": [spot.who for spot in spots],
    }
    return made, meaning.meant(found.title, role, spots)


def axes_of(found: list[Meant]) -> tuple[Floats, Floats]:
    """Return the axes along which vectors differ most, by kind, each as wide as the others; and the middles on them."""
    by_kind = [np.concatenate([one.places[:, kind] for one in found]) for kind in range(OF_PLACE)]
    by_kind += [np.stack([one.role[kind] for one in found]) for kind in range(len(KINDS) - OF_PLACE)]
    axes, middles = [], []
    for vectors in by_kind:
        middle = vectors.mean(axis=0)
        spread, turned = np.linalg.eigh(np.cov((vectors - middle).T.astype(np.float64)))
        # Which way an axis points is arbitrary, and must not differ from one machine to the next.
        turned = turned[:, ::-1][:, :AXES] / np.sqrt(spread[::-1][:AXES])
        turned *= np.sign(turned[np.abs(turned).argmax(axis=0), np.arange(AXES)])
        axes.append(turned.astype(np.float16).astype(np.float32))
        middles.append(middle @ axes[-1])
    return np.stack(axes), np.stack(middles)


def write_numbers(found: list[Meant], out: str) -> None:
    """Write the axes, and the numbers of all texts on them."""
    axes, middles = axes_of(found)
    placed = [meaning.on_axes(one, axes, middles) for one in found]

    def whole(numbers: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
        return np.rint(numbers * STEPS).clip(-127, 127).astype(np.int8)

    np.savez_compressed(
        out,
        axes=axes.astype(np.float16),
        middles=middles,
        places=whole(np.concatenate([places for places, _ in placed])),
        role=whole(np.stack([role for _, role in placed])),
    )


def main(folder: str, readers: str, out: str, numbers: str) -> None:
    """Write an example for each line of the readers."""
    found = []
    with Path(out).open("w", encoding="utf-8") as written:
        for line in Path(readers).read_text(encoding="utf-8").splitlines():
            name, _, said = line.partition("\t")
            made = example(Path(folder) / name, name, said)
            if made:
                written.write(json.dumps(made[0], separators=(",", ":")) + "\n")
                found.append(made[1])
    write_numbers(found, numbers)


if __name__ == "__main__":
    main(*sys.argv[1:5])
