"""Makes the judge's pairs of words from WordNet 3.0: ``python tools/wordnet_pairs.py WORDNET TEXT...``.

WORDNET is the folder with ``data.noun`` and its kin (Debian has it in wordnet-base). The texts (task statements of
O*NET, job descriptions) only say which words are worth keeping: none of their sentences is stored.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

HOME = Path(__file__).parent.parent / "jdrewrite" / "verifying" / "data"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = {"n": 3, "v": 5, "a": 4}
"""The most frequent senses of a word that count; the rest are too rare in job descriptions."""
CONTRARY_SENSES = 4
"""The same for contraries, of which a word has few."""
SEEN = 3
"""Times a word must occur in the texts."""
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
Pair = tuple[str, str]


class WordNet:
    """Synsets by part of speech and offset, and the senses of each word in the order of their frequency."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[Pair, list[str]] = {}
        self.pointers: dict[Pair, list[tuple[str, str, str, str]]] = {}
        self.senses: dict[Pair, list[str]] = {}
        for pos, name in FILES.items():
            self._read_data(pos, folder / f"data.{name}")
            for line in _lines(folder / f"index.{name}"):
                fields = line.split()
                self.senses[fields[0], pos] = fields[4 + int(fields[3]) + 2 :]

    def _read_data(self, pos: str, path: Path) -> None:
        for line in _lines(path):
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            self.words[pos, fields[0]] = [fields[4 + 2 * n].lower().split("(")[0] for n in range(count)]
            at = 4 + 2 * count
            rest = fields[at + 1 : at + 1 + 4 * int(fields[at])]
            self.pointers[pos, fields[0]] = list(zip(*[iter(rest)] * 4, strict=True))  # type: ignore[arg-type]

    def synonyms(self, word: str) -> Iterator[str]:
        """Yield the words of the frequent senses of a word."""
        for pos, most in SENSES.items():
            for offset in self.senses.get((word, pos), [])[:most]:
                yield from self.words[pos, offset]

    def derived(self, word: str) -> Iterator[str]:
        """Yield what is derived from a word, or it from them."""
        for pos in FILES:
            for offset in self.senses.get((word, pos), []):
                names = self.words[pos, offset]
                own = names.index(word) + 1 if word in names else 0
                for sign, other, kind, ends in self.pointers[pos, offset]:
                    if sign in {"+", "\\"} and int(ends[:2], 16) == own:
                        yield self.words["a" if kind == "s" else kind, other][int(ends[2:4], 16) - 1]

    def contraries(self, word: str) -> Iterator[str]:
        """Yield the words that mean the contrary of a frequent sense of a word."""
        for pos in FILES:
            for offset in self.senses.get((word, pos), [])[:CONTRARY_SENSES]:
                names = self.words[pos, offset]
                own = names.index(word) + 1 if word in names else 0
                for sign, other, kind, ends in self.pointers[pos, offset]:
                    if sign == "!" and int(ends[:2], 16) == own:
                        yield self.words["a" if kind == "s" else kind, other][int(ends[2:4], 16) - 1]


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def vocabulary(texts: Iterable[Path], known: set[str]) -> set[str]:
    """Return the words of WordNet that the texts use often enough, in base form."""
    counts: Counter[str] = Counter()
    for path in texts:
        counts.update(re.findall(r"[a-z]+(?:-[a-z]+)*", path.read_text(encoding="utf-8", errors="ignore").lower()))
    total: Counter[str] = Counter()
    for word, count in counts.items():
        total.update({form: count for form in set(_bases(word)) if form in known and len(form) > 2})
    return {word for word, count in total.items() if count >= SEEN}


def _bases(word: str) -> Iterator[str]:
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            base = word[: -len(ending)] + instead
            yield base
            if len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]


def _write(name: str, what: str, pairs: set[Pair]) -> None:
    rows: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(pairs):
        rows[one].append(other)
    head = f"# {what}, drawn from WordNet 3.0 (Princeton University; see NOTICE) for the words of job descriptions.\n"
    head += "# One word a line, with its partners later in the alphabet.\n"
    body = "".join(" ".join((word, *rows[word])) + "\n" for word in sorted(rows))
    (HOME / name).write_text(head + body, encoding="utf-8")


def main(folder: str, *texts: str) -> None:
    """Write the tables."""
    net = WordNet(Path(folder))
    words = vocabulary(map(Path, texts), {word for word, _ in net.senses if "_" not in word})
    same = {_ordered(w, o) for w in words for o in net.synonyms(w) if o in words and o != w}
    forms = {_ordered(w, o) for w in words for o in net.derived(w) if o in words and o != w}
    contrary = {_ordered(w, o) for w in words for o in net.contraries(w) if "_" not in o}
    _write("wordnet_contraries.txt", "Words that mean the contrary", contrary)
    _write("wordnet_synonyms.txt", "Words that mean the same", same)
    _write("wordnet_forms.txt", "Words of which one is derived from the other", forms - same)


def _ordered(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


if __name__ == "__main__":
    main(*sys.argv[1:])
