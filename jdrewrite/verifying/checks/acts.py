"""The core acts: what the role does, to what. All must stand, and no new one may."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language import Token
from jdrewrite.verifying.lexicon import lexicon, same
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text, inward_ends

_LIGHT = frozenset("be have do will would may might can could shall should must need include exist strive aim work seek try continue use ensure help".split())


def compare(before: Text, after: Text) -> Outcome:
    """Compare the acts; an act may become a noun or a usual synonym, and an inward end may go."""
    out = Outcome()
    droppable = inward_ends(before)
    said_before, said_after = _lemmas(before), _lemmas(after)
    for act in _acts(before):
        if any(start <= act[2] < end for start, end in droppable):
            continue
        kept = act[0] in _LIGHT or any(same(act[0], lemma) for lemma in said_after)
        (out.kept if kept else out.lost).append(fact("acts", act))
    for act in _acts(after):
        serving = after.in_end(act[2]) and (act[0] in lexicon().serving or not _by_the_role(after, act))
        if serving or act[0] in _LIGHT or any(same(act[0], lemma) for lemma in said_before):
            continue
        out.invented.append(fact("acts", act))
    return out


def _acts(text: Text) -> Iterator[Found]:
    """Yield the verbs of the text that somebody does, with their base forms."""
    for token in text.parse.tokens:
        if token.pos == "VERB" and token.dep in {"ROOT", "conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "relcl", "dep"}:
            yield token.lemma, token.text, token.start, token.end


def _by_the_role(text: Text, act: Found) -> bool:
    """Tell whether the verb has no subject of its own, so that the role is its subject."""
    token = next(t for t in text.parse.tokens if t.start == act[2])
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        if any(t.dep in {"nsubj", "nsubjpass"} and not _is_role(t) for t in text.parse.children(token.i)):
            return False
        head = text.parse.tokens[token.head]
        if token.dep not in {"conj", "xcomp", "ccomp", "advcl", "acl"} or head.i == token.i or not text.in_end(head.start):
            return True
        # "helps customers pay": what follows a serving verb is done by those served.
        if token.dep in {"ccomp", "xcomp"} and head.lemma in {"help", "let", "enable", "allow", "make", "spare"}:
            return False
        token = head
    return True


def _is_role(token: Token) -> bool:
    return token.lower in {"you", "she", "he", "they", "it", "incumbent", "holder", "role"} and token.lower not in {"they", "it"}


def _lemmas(text: Text) -> set[str]:
    return {token.lemma for token in text.parse.tokens if token.pos in {"VERB", "NOUN", "ADJ", "PROPN", "ADV"}}
