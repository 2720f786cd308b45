"""Writes the nouns with which titles of jobs end, from O*NET's titles (CC BY 4.0).

    python tools/job_nouns.py PATH_TO_ONET OUT.txt

A noun is kept that ends the head of several titles ("Director" in "Director of Voter Services") and seldom stands
elsewhere in one, so that "Services", "Operations" and "Care" are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

SOURCES = {
    "alternate_titles.tsv": "Alternate Title",
    "sample_of_reported_titles.tsv": "Reported Job Title",
    "occupation_data.tsv": "Title",
}
HEAD = re.compile(r",| - |[(/]| of | for | to | in | at | with ")
WORD = re.compile(r"[A-Za-z][a-z'-]+")
LEAST = 3
"""Titles that end with a noun that is kept."""
ELSEWHERE = 2
"""It ends at least so many titles for each in which it stands elsewhere."""


def main(onet: Path, out: Path) -> None:
    """Write the list."""
    titles: set[str] = set()
    for name, column in SOURCES.items():
        with (onet / name).open(encoding="utf-8") as file:
            titles.update(row[column] for row in csv.DictReader(file, delimiter="\t"))
    ends: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for title in titles:
        words = [word.lower() for word in WORD.findall(HEAD.split(title)[0])]
        ends.update(words[-1:])
        elsewhere.update(words[:-1])
    kept = {
        word for word, count in ends.items() if count >= LEAST and count > ELSEWHERE * elsewhere[word] and len(word) > 2
    }
    single = {word for word in kept if not (word.endswith("s") and word[:-1] in kept)}
    out.write_text("\n".join(sorted(single)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
