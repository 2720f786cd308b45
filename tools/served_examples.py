"""Makes examples for ``tools.served_weights``: whom job descriptions could mean, and whom readers say they mean.

    python -m tools.served_examples FOLDER READERS.tsv OUT.jsonl

``READERS.tsv`` has a line for each file under ``FOLDER``: its path, a tab, and the words by which the text itself names
those served, separated by commas, or ``-`` where it names none. Examples hold words and counts, no sentences, so that
the order can be trained again without the texts.
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
from jdrewrite.errors import JdrewriteError

_SAME = {"travelers": "travellers", "audience": "audiences", "community": "communities", "citizens": "public"}
"""Last words that mean the same people."""


def last_word(people: str) -> str:
    """Return the noun by which people are named, in lower case: two readers seldom agree on what goes before it."""
    words = re.sub(r"\W+", " ", people.lower()).split()
    return _SAME.get(words[-1], words[-1]) if words else ""


def is_one_of(plural: str, words: list[str]) -> bool:
    """Tell whether a word, or one of a pair, is among those of a reader."""
    theirs = {last_word(word) for word in words}
    return last_word(plural) in theirs or any(last_word(part) in theirs for part in plural.split(" and "))


def example(path: Path, name: str, words: list[str]) -> dict[str, object] | None:
    """Return one example; None of a file that holds no job description.

    Args:
        path: of the file.
        name: its path below the folder; what goes before the first ``/`` is its source.
        words: the reader's.
    """
    try:
        found = jdrewrite.analyse(jdrewrite.read(path))
    except JdrewriteError as error:
        print(error, file=sys.stderr)
        return None
    guess = found.function[0]
    duties = [s.text for s in found.statements if s.section == "duties"]
    function = entry_for(guess.name)
    function = catalogue.narrowed(function, catalogue.trade_of(function, found.title, duties))
    could = considered(found.title, found.statements, guess, function)
    return {
        "source": name.split("/", maxsplit=1)[0],
        "text": hashlib.sha256(path.read_bytes()).hexdigest()[:16],
        "names": bool(words),
        "unsaid": could.unsaid,
        "right": sorted(plural for plural in could.every if is_one_of(plural, words)),
        "candidates": {
            plural: {feature: round(value, 3) for feature, value in features.items()}
            for plural, features in could.every.items()
        },
    }


def main(folder: str, readers: str, out: str) -> None:
    """Write an example for each line of the readers."""
    with Path(out).open("w", encoding="utf-8") as written:
        for line in Path(readers).read_text(encoding="utf-8").splitlines():
            name, _, said = line.partition("\t")
            words = [word.strip() for word in said.split(",") if word.strip() not in {"", "-"}]
            made = example(Path(folder) / name, name, words)
            if made:
                written.write(json.dumps(made, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
