"""Makes examples for ``tools.first_hand_weights``: whom job descriptions name, and who of them receives the work.

    python -m tools.first_hand_examples FOLDER READERS.tsv OUT.jsonl

``READERS.tsv`` has a line for each file under ``FOLDER``: its path, a tab, and those who receive the work first-hand as
a reader calls them, separated by commas or semicolons; in parentheses whom the text does not name. Examples hold words
and counts, no sentences, so that the order can be trained again without the texts.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import jdrewrite
from jdrewrite import catalogue
from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word.choosing import considered
from jdrewrite.analysis.served_word.first_hand import candidates
from jdrewrite.catalogue import singular
from jdrewrite.errors import JdrewriteError

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


def noun(people: str) -> str:
    """Return the noun by which people are named: two readers seldom agree on what goes before it."""
    if people.startswith("members of the"):
        return "resident"
    words = _WHICH.sub("", people).split()
    one = singular(words[-1]) if words else ""
    return _SAME.get(one, one)


def example(path: Path, name: str, said: str) -> dict[str, object] | None:
    """Return one example; None of a file that holds no job description.

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
    every = candidates(found.statements, served, text)
    return {
        "source": name.split("/", maxsplit=1)[0],
        "text": hashlib.sha256(path.read_bytes()).hexdigest()[:16],
        "served": served,
        "right": sorted(plural for plural in every if noun(plural) in theirs),
        "candidates": {
            plural: {feature: round(value, 3) for feature, value in features.items() if value}
            for plural, features in every.items()
        },
    }


def main(folder: str, readers: str, out: str) -> None:
    """Write an example for each line of the readers."""
    with Path(out).open("w", encoding="utf-8") as written:
        for line in Path(readers).read_text(encoding="utf-8").splitlines():
            name, _, said = line.partition("\t")
            made = example(Path(folder) / name, name, said)
            if made:
                written.write(json.dumps(made, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
