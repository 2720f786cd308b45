"""What a fact belongs to: figures, times and names that changed places say something else in the same words.

A fact belongs to the words that stand nearest to it: its noun, its verb, the word that says how strictly it is asked.
Where words went from one fact to another, and others came back the same way, the facts were exchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from jdrewrite.verifying.checks import figures, frequency, modality, names
from jdrewrite.verifying.ends import Span
from jdrewrite.verifying.lexicon import stem
from jdrewrite.verifying.texts import Text

_REACH, _NEARER = 4, 1
"""Steps from a fact to the farthest word that belongs to it, and by how many it is farther from any other."""
_APART = {**dict.fromkeys(".;:!?–—", 6), **dict.fromkeys((",", "(", ")"), 2)}
_APART |= dict.fromkeys(("and", "or", "but", "while", "whereas", "plus", "'s", "’s"), 2)
"""How many steps more it is across these."""
_JOINING = frozenset({"and", "or", "&", ",", "/", "to", "-", "–", "the", "a", "an", "both", "well", "as", "in", "of"})
"""Words that join the facts of one list, to all of which the same words belong."""
_MOST = 60
"""Facts of a kind above which a text is a list of them."""
Forms = frozenset[str]
Placed = list[tuple[str, int, int]]
"""Facts of one kind: form and span."""


class Exchange(NamedTuple):
    """Two facts in each other's places, the second in the rewrite."""

    word: str
    """What belonged to the first and belongs to the second now."""
    was: str
    now: str
    line: int
    """Index of the text of the rewrite in which the word stands."""
    span: Span


class _Owned(NamedTuple):
    facts: Forms
    word: str
    fact: str
    line: int
    span: Span


def exchanged(before: Sequence[Text], after: Sequence[Text]) -> list[Exchange]:
    """Return the facts that changed places between two texts, or two sequences of lines."""
    found: list[Exchange] = []
    for kind in (_figures, _times, _names(before, after)):
        old, new = [kind(t) for t in before], [kind(t) for t in after]
        shared = {form for some in old for form, *_ in some} & {form for some in new for form, *_ in some}
        if 1 < len(shared) <= _MOST:
            found += _crossed(_owners(before, old, shared), _owners(after, new, shared))
    return found


def _crossed(old: dict[str, _Owned], new: dict[str, _Owned]) -> list[Exchange]:
    """Return a word for each two facts between which words went there and back."""
    went = {key: (old[key], new[key]) for key in old.keys() & new.keys() if not old[key].facts & new[key].facts}
    found: dict[Forms, Exchange] = {}
    for one, (was, now) in sorted(went.items()):
        for other, (had, has) in went.items():
            if one != other and was.facts & has.facts and now.facts & had.facts:
                pair = frozenset({was.fact, now.fact})
                found.setdefault(pair, Exchange(now.word, was.fact, now.fact, now.line, now.span))
    return list(found.values())


def _owners(texts: Sequence[Text], facts: Sequence[Placed], shared: set[str]) -> dict[str, _Owned]:
    """Return the words that belong to one fact only, wherever they stand."""
    found: dict[str, _Owned | None] = {}
    for line, (text, placed) in enumerate(zip(texts, facts, strict=True)):
        groups = _groups(text, [one for one in placed if one[0] in shared])
        if not groups:
            continue
        at = _steps(text)
        for key, start, end in _words(text, placed):
            near = sorted((min(abs(at(start) - at(f[1])) for f in group), n) for n, group in enumerate(groups))
            if near[0][0] > _REACH or (len(near) > 1 and near[1][0] - near[0][0] < _NEARER):
                continue
            group = groups[near[0][1]]
            owned = _Owned(
                frozenset(f[0] for f in group),
                text.text[start:end],
                text.text[group[0][1] : group[0][2]],
                line,
                (start, end),
            )
            known = found.setdefault(key, owned)
            if known is not None and known.facts != owned.facts:
                found[key] = None
    return {key: owned for key, owned in found.items() if owned is not None}


def _groups(text: Text, placed: Placed) -> list[Placed]:
    """Return facts in lists: "in Leeds, York or Hull" is one place for all that is said of it."""
    groups: list[Placed] = []
    for fact in sorted(placed, key=lambda one: one[1]):
        between = text.text[groups[-1][-1][2] : fact[1]].lower() if groups else "."
        words = between.replace(",", " , ").replace("/", " / ").split()
        if groups and len(words) <= 4 and all(word in _JOINING for word in words):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return groups


def _steps(text: Text) -> Callable[[int], int]:
    """Return how far in each place of a text is, in steps: words, and more across a comma or an "and"."""
    steps, far, last = [], 0, 0
    for token in text.parse.tokens:
        far += 1 + _APART.get(token.lower, 0)
        steps += [far] * (token.end - last)
        last = token.end
    return lambda at: steps[min(at, len(steps) - 1)]


def _words(text: Text, placed: Placed) -> Iterable[tuple[str, int, int]]:
    """Yield the words that may belong to a fact: content, names, and how strictly something is asked."""
    strict = [(f"={name}", *m.span()) for name, found in modality.strengths(text).items() for m in found]
    often = [(f"~{form}", start, end) for form, _, start, end in frequency.told(text.text)]
    taken = [(start, end) for _, start, end in (*placed, *strict, *often)]
    yield from strict
    yield from (one for one in often if one[1:] not in {f[1:] for f in placed})
    for word in text.words:
        if not any(start <= word.start < end for start, end in taken):
            yield stem(word.form), word.start, word.end


def _figures(text: Text) -> Placed:
    return [(form, start, end) for form, _, start, end in figures.found(text.text)]


def _times(text: Text) -> Placed:
    return [(form, start, end) for form, _, start, end in frequency.times(text.text)]


def _names(before: Sequence[Text], after: Sequence[Text]) -> Callable[[Text], Placed]:
    """Return what finds the names of both texts, at the head of a sentence too, where a capital alone tells nothing."""
    known = {name for text in (*before, *after) for name in names.named(text)}

    def found(text: Text) -> Placed:
        tokens = [t for t in text.parse.tokens if t.lower in known]
        placed: Placed = []
        for token in tokens:
            if placed and placed[-1][2] + 1 == token.start and text.text[placed[-1][2]] == " ":
                form, start, _ = placed.pop()
                placed.append((f"{form} {token.lower}", start, token.end))
            else:
                placed.append((token.lower, token.start, token.end))
        return placed

    return found
