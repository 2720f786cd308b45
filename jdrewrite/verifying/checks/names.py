"""Names, tools and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text

_NAME = re.compile(r"[A-Za-z][\w.+#/&-]*[\w+#]|[A-Z]")
_ODD = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]|[A-Za-z]+\d|\w[+#]")
_COMMON = frozenset("i you your we our the a an this that it english".split())


def compare(before: Text, after: Text) -> Outcome:
    """Compare names: capitals inside a sentence, abbreviations, and words written as only names are."""
    out = Outcome()
    old, new = list(_names(before.text)), list(_names(after.text))
    words_after, words_before = _words(after.text), _words(before.text)
    for found in old:
        if found[0] in words_after or _spelt_out(found[1], after.text) or _abbreviated(found[0], words_after, before.text, after.text):
            out.kept.append(fact("names", found))
        else:
            out.lost.append(fact("names", found))
    for found in new:
        if found[0] not in words_before and not _spelt_out(found[1], before.text) and not _long_form(found, before.text):
            out.invented.append(fact("names", found))
    return out


def _names(text: str) -> Iterator[Found]:
    titled = _mostly_titled(text)
    start = True
    for match in _NAME.finditer(text):
        word = match.group().rstrip(".-/")
        before = text[: match.start()].rstrip()
        start = not before or before[-1] in ".!?:;•\"“(" or bool(re.search(r"[-–—]$", before))
        odd = bool(_ODD.match(word)) and not (word[:1].isupper() and word[1:].islower())
        capital = word[:1].isupper() and not start and not titled
        if (odd or capital) and word.lower() not in _COMMON and len(word) > 0:
            yield word.lower(), word, match.start(), match.start() + len(word)


def _mostly_titled(text: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z]{4,}", text)]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _words(text: str) -> set[str]:
    words = {m.group().rstrip(".-/").lower() for m in _NAME.finditer(text)}
    return words | {part for word in words for part in re.split(r"[/&-]", word) if part} | {w.removesuffix("s") for w in words}


def _spelt_out(short: str, text: str) -> bool:
    """Tell whether the text holds words whose first letters make the abbreviation."""
    letters = re.sub(r"[^A-Z]", "", short)
    if len(letters) < 2 or len(letters) != len(re.sub(r"[^A-Za-z]", "", short).rstrip("s")):
        return False
    words = re.findall(r"[A-Za-z]+", text)
    initials = "".join(w[0] for w in words if w.lower() not in {"of", "and", "the", "for"}).lower()
    return letters.lower() in initials


def _abbreviated(name: str, words_after: set[str], before: str, after: str) -> bool:
    """Tell whether a spelt-out name stands as its abbreviation in the rewrite."""
    return any(word.isupper() and len(word) > 1 and _spelt_out(word, before) and name[0] in word.lower() for word in re.findall(r"\b[A-Z]{2,}\b", after)) and name not in words_after


def _long_form(found: Found, before: str) -> bool:
    """Tell whether the new capital belongs to the long form of an abbreviation of the original."""
    return any(found[0][0] in short.lower() for short in re.findall(r"\b[A-Z]{2,}\b", before)) and found[1].istitle() and False
