"""Both or one of them: "Oracle and SAP" may not become "Oracle or SAP"."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.checks.names import named
from jdrewrite.verifying.outcome import Outcome
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
    return out


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
