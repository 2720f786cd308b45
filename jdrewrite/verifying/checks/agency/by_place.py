"""By what stands where: the same words with changed places, from whom and to whom, are another fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_EITHER_WAY = frozenset(
    "provide supply give offer send present serve issue show teach pay charge deliver bring tell make help get".split()
)
"""Verbs whose two objects may change places: "give customers advice", "give advice to customers"."""
_GIVING = frozenset(
    "provide give offer supply send teach tell show lend pay deliver present advise issue grant".split()
)
_PLACES = {"into": "to", "onto": "to", "to": "to", "from": "from", "before": "before", "after": "after"}
_ALONGSIDE = re.compile(
    r"\b(?:alongside(?: of)?|side[- ]by[- ]side with|shoulder to shoulder with|together with|jointly with|in (?:collaboration|"
    r"partnership|cooperation|concert|tandem) with|hand in hand with)$",
    re.IGNORECASE,
)
"""Small words behind which those stand who work on one's own side."""
_FACING = frozenset("negotiate bargain deal argue compete haggle settle mediate agree trade transact contract".split())
"""Verbs whose "with" names the other side."""
_INSTEAD = re.compile(r"\b(?:on behalf of|in (?:the )?(?:place|name|stead|lieu) of|instead of)\b", re.IGNORECASE)
"""Behind these stand those whose work one does."""
_WITH = frozenset({"with", "alongside", "beside"})
Link = tuple[str, str]


def compare(before: Text, after: Text) -> Outcome:
    """Find participants that changed places."""
    out = Outcome()
    kinds = (_places, _objects, _company)
    for old, new in ((kind(before), kind(after)) for kind in kinds):
        for (role, noun), (start, end) in new.items():
            if (role, noun) in old:
                continue
            verb = role.split()[0] if " " in role else ""
            had = [r for r, n in old if akin(n, noun) and r != role and r.startswith(verb)]
            was = [n for r, n in old if r == role and not akin(n, noun)]
            now_elsewhere = any(akin(n, m) for m in was for r, n in new if r != role and r.startswith(verb))
            if had and was and now_elsewhere:
                said = f"“{noun}” has changed places with “{was[0]}”"
                out.changed.append(Fact(check="participants", text=said, start=start, end=end))
    out.changed += _from_those_given(before, after)
    out.changed += _in_their_place(before, after)
    return out


def _in_their_place(before: Text, after: Text) -> list[Fact]:
    """Find those beside whom the role worked and in whose place it works now: "with managers", "on behalf of managers"."""
    if _INSTEAD.search(before.text):
        return []
    found = []
    for match in _INSTEAD.finditer(after.text):
        named = [t for t in after.parse.tokens if t.start >= match.end() and t.pos in {"NOUN", "PROPN"}][:3]
        beside = [t for t in before.parse.tokens if t.dep == "pobj" and before.parse.tokens[t.head].lower in _WITH]
        met = next((t for t in named if any(akin(t.lemma, b.lemma) for b in beside)), None)
        if met is not None and names_people(met.lemma):
            said = f"“{match.group()} {met.text}”: the role worked with them"
            found.append(Fact(check="participants", text=said, start=match.start(), end=met.end))
    return found


def _from_those_given(before: Text, after: Text) -> list[Fact]:
    """Find a source that was given to: "provide crews with advice" as "with advice from crews"."""
    given = set()
    for token in before.parse.tokens:
        head = before.parse.tokens[token.head]
        named = token.tag in {"NNS", "NNPS"} or any(t.dep in {"det", "poss"} for t in before.parse.children(token.i))
        direct = token.dep in {"dobj", "dative"} and head.lemma in _GIVING and named  # not "provide partner feedback"
        if direct or (token.dep == "pobj" and head.lower == "to" and before.parse.tokens[head.head].lemma in _GIVING):
            given.add(token.lemma)
    yield_back = _given_back(before, after)
    if yield_back:
        return yield_back
    if not given or re.search(r"\bfrom\b", before.text):
        return []
    return [
        Fact(check="participants", text=f"“from {t.text}”: they were given it", start=t.start, end=t.end)
        for t in after.parse.tokens
        if t.dep == "pobj" and t.lemma in given and after.parse.tokens[t.head].lower == "from"
    ]


def _given_back(before: Text, after: Text) -> list[Fact]:
    """Find what came from somebody and goes to them now: "take advice from crews" as "give advice to crews"."""
    came = set()
    for token in before.parse.tokens:
        head = before.parse.tokens[token.head]
        if token.dep == "pobj" and head.lower == "from":
            came |= {(before.parse.tokens[head.head].lemma, token.lemma)}
            came |= {(t.lemma, token.lemma) for t in before.parse.children(head.head) if t.dep == "dobj"}
    found = []
    for verb in after.parse.tokens:
        if verb.lemma not in _GIVING or after.in_end(verb.start):
            continue
        kids = after.parse.children(verb.i)
        objects = [t for t in kids if t.dep in {"dobj", "dative"}]
        ends = [t for p in kids for t in after.parse.children(p.i) if p.lower == "to" and t.dep == "pobj"]
        ends += [
            t for p in objects for q in after.parse.children(p.i) if q.lower == "to" for t in after.parse.children(q.i)
        ]
        for thing, who in came:
            if any(t.lemma == thing for t in objects) and any(t.lemma == who for t in (*ends, *objects)):
                said = f"“{verb.text} ... {who}”: it came from them"
                found.append(Fact(check="participants", text=said, start=verb.start, end=verb.end))
    return found


def _places(text: Text) -> dict[Link, tuple[int, int]]:
    """Return the nouns behind "from", "to", "before" and "after"."""
    found: dict[Link, tuple[int, int]] = {}
    for token in text.parse.tokens:
        if token.dep == "pobj" and not text.in_end(token.start):
            place = _PLACES.get(text.parse.tokens[token.head].lower)
            if place:
                found[place, token.lemma] = (token.start, token.end)
    return found


def _company(text: Text) -> dict[Link, tuple[int, int]]:
    """Return who is faced and who stands beside: "negotiate with vendors alongside officials" is not the reverse."""
    found: dict[Link, tuple[int, int]] = {}
    if not any(t.lemma in _FACING for t in text.parse.tokens):
        return found
    for token in text.parse.tokens:
        if token.dep != "pobj" or text.parse.tokens[token.head].lower not in {"with", "alongside", "of"}:
            continue
        before = text.text[: text.parse.tokens[token.head].end]
        role = "beside" if _ALONGSIDE.search(before) else "facing"
        if role == "beside" or before.endswith("with"):
            group = [token, *(t for t in siblings(text.parse, token.i) if t.pos in {"NOUN", "PROPN"})]
            found.update({(role, t.lemma): (t.start, t.end) for t in group})
    return found


def _objects(text: Text) -> dict[Link, tuple[int, int]]:
    """Return the object of each verb, and the other nouns of its phrase."""
    found: dict[Link, tuple[int, int]] = {}
    for token in text.parse.tokens:
        if token.pos == "VERB" and token.lemma not in _EITHER_WAY and not text.in_end(token.start):
            for role, noun, span in _nouns(text, token.i):
                found[f"{token.lemma} {role}", noun] = span
    return found


def _nouns(text: Text, verb: int) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for child in text.parse.children(verb):
        if child.dep == "dobj":
            yield "object", child.lemma, (child.start, child.end)
        elif child.dep == "prep" and child.lower in {"with", "to", "for", "from"}:
            for noun in text.parse.children(child.i):
                if noun.dep == "pobj":
                    yield "other", noun.lemma, (noun.start, noun.end)
                    for part in text.parse.children(noun.i):
                        if part.dep == "compound":
                            yield "other", part.lemma, (part.start, part.end)
