"""Both or one of them: "Oracle and SAP" may not become "Oracle or SAP"."""

from __future__ import annotations

import re
from itertools import combinations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.names import named
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_JOINED = re.compile(
    r"(?P<one>[\w+#.&/-]*[\w+#]),? (?P<how>and/or|and|or|&)(?: the| a| an)? (?P<other>[\w+#.&/-]*[\w+#])"
)
_BOTH = frozenset({"and", "&"})


def compare(before: Text, after: Text) -> Outcome:
    """Find names that were joined by "and" and now are by "or", or the other way round."""
    known = named(before) & named(after)
    old, new = _joined(before, known), _joined(after, known)
    out = Outcome()
    for pair, (how, _) in old.items():
        if pair in new and how != new[pair][0]:
            now, match = new[pair]
            said = f"“{match.group()}”: it was “{how}” before, and “{now}” says {_SAYS[now]}"
            out.changed.append(Fact(check="alternatives", text=said, start=match.start(), end=match.end()))
    return out if out.changed else Outcome(changed=_plain(before, after))


def _plain(before: Text, after: Text) -> list[Fact]:
    """Find plain words (things, acts, qualities) that both texts have in one list, joined in the other way."""
    old, new = _lists(before), _lists(after)
    found: dict[int, Fact] = {}
    for pair, (was, _) in old.items():
        now, joint = new.get(pair, (was, None))
        if joint is not None and now != was:
            said = f"“{joint.text}” between “{' ... '.join(sorted(pair))}”: it was “{was}” before, and “{now}” says {_SAYS[now]}"
            found.setdefault(joint.start, Fact(check="alternatives", text=said, start=joint.start, end=joint.end))
    return list(found.values())


def _lists(text: Text) -> dict[frozenset[str], tuple[str, Token]]:
    """Return each two words of a list with the one word that joins it; none where it is an occasion or denied."""
    found: dict[frozenset[str], tuple[str, Token]] = {}
    for joint in text.parse.tokens:
        if joint.dep != "cc" or joint.lower not in _HOWS or text.in_end(joint.start):
            continue
        group = [text.parse.tokens[joint.head], *siblings(text.parse, joint.head)]
        hows = {_HOWS.get(k.lower) for t in group for k in text.parse.children(t.i) if k.dep == "cc"}
        words = {n.lemma for n in (_word(text, t) for t in group) if n is not None}
        if len(hows) == 1 and not _FREE.search(text.text[: joint.start]):
            found |= {frozenset(pair): (_HOWS[joint.lower], joint) for pair in combinations(sorted(words), 2)}
    return found


def _word(text: Text, token: Token) -> Token | None:
    """Return the word of a member: itself, or the noun behind its preposition."""
    if token.pos == "ADP":
        return next((t for t in text.parse.children(token.i) if t.dep == "pobj"), None)
    return token if token.pos in {"NOUN", "PROPN", "VERB", "ADJ"} else None


_HOWS = {"and": "and", "&": "and", "or": "or"}
_FREE = re.compile(
    r"\b(?:if|when\w*|whether|any|no|not|without|never|each|every|whatever|whichever|such as|like|include\w*|including|e\.?g)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Behind these, "and" and "or" say the same."""
_SAYS = {"and": "that it takes all of them", "or": "that one of them will do"}


def _joined(text: Text, names: set[str]) -> dict[frozenset[str], tuple[str, re.Match[str]]]:
    """Return the last two names of each list, with the word that joins them."""
    found: dict[frozenset[str], tuple[str, re.Match[str]]] = {}
    for match in _JOINED.finditer(text.text):
        pair = frozenset({match["one"].lower(), match["other"].lower()})
        how = match["how"].lower()
        if len(pair) == 2 and pair <= names and how != "and/or":
            found[pair] = ("and" if how in _BOTH else "or", match)
    return found
