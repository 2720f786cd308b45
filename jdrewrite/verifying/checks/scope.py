"""Who does the work: helping with it is not doing it, leading it is not helping, and what others do stays theirs."""

from __future__ import annotations

import re

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import helped, things
from jdrewrite.verifying.texts import Text, Word, leading_to

_HELPING = frozenset({"help", "assist", "support", "aid", "contribute", "participate", "assistance"})
_BESIDE = frozenset(
    "backing show teach guide coach join attend collaborate work back facilitate enable alongside".split()
)
"""Verbs that leave the work with others, as helping does."""
_TEACHING = frozenset("coach train teach mentor advise guide instruct counsel tutor educate brief".split())
_OPENING = 40
"""Characters within which a statement opens."""


_MORE = re.compile(
    r"\b(?:and|or) (?:any |all )?others?\b(?! than)|\band (?:beyond(?! that\b| this\b)|elsewhere|so on)\b|\bamong others?\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bothers?\b|\banother\b|\betc\b|\bsuch as\b|\binclud\w+|\bvarious\b|\blike\b|\bmore\b|\bany\b|\be\.?g\b|\brelated\b|\bpeers?\b",
    re.IGNORECASE,
)
"""Words that leave a list open already."""

_PART = re.compile(
    r"\binclud\w+|\bamong\b|\bsuch as\b|\blike\b|\bfor (?:example|instance)\b|\be\.?g\b|\bsay\b|\bthat is,|\bas well\b|\btoo\b|\balso\b|\bothers?\b|"
    r"\bwhether\b|\bfrom\b.*\bto\b|\bwith\b|\bin particular\b|\bespecially\b|\bcover\w*|\bcontain\w*|\bof which\b|\bbe it\b|\bthe likes? of\b|:|[—–(]",
    re.IGNORECASE,
)
"""Words by which a part stays a part."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare whose the work is."""
    found = (_taken_over, _taught, _left_to_others, _only_helps, _only_some, _no_longer_helped, _of_others, _widened)
    return Outcome(changed=[fact for check in found for fact in check(before, after)])


def _taken_over(before: Text, after: Text) -> list[Fact]:
    """Find work that the role only helped with, and now does itself."""
    first = _first(before)
    if first is None or first.form not in _HELPING:
        return []
    if re.search(r"\b(?:a|an active|an important|your|a leading|full) part\b|\bpart in\b", after.text):
        return []
    if any(
        w.form in _HELPING or akin(w.form, first.form) or w.form in _BESIDE
        for w in after.words
        if not (_only_end(after, w) or _narrows(after, w) or _theirs(after, w))
    ):
        return []
    said = f"“{first.text}” is gone: now the role does the work that it only helped with"
    return [Fact(check="scope", text=said, start=0, end=len(after.text))]


def _left_to_others(before: Text, after: Text) -> list[Fact]:
    """Find work that the role leads or owns, and now only helps with."""
    was, now = _first(before), _first(after)
    if was is None or now is None or now.form not in _HELPING or not among("powers", was.form):
        return []
    if any(w.verb and akin(w.form, was.form) for w in after.words) or akin(was.form, now.form):
        return []
    said = f"“{was.text}” became “{now.text}”: the role only helps with what it led"
    return [Fact(check="scope", text=said, start=now.start, end=now.end)]


def _taught(before: Text, after: Text) -> list[Fact]:
    """Find what people were taught to do, and the role does now: "coach managers in hard talks", "hold hard talks"."""
    was, now = _first(before), _first(after)
    if was is None or now is None or was.form not in _TEACHING or now.form in _TEACHING | _BESIDE | _HELPING:
        return []
    if any(akin(w.form, was.form) or w.form in _TEACHING | _HELPING for w in after.words if not after.in_end(w.start)):
        return []
    people = [t for t in before.parse.children(was.i) if t.dep == "dobj" and names_people(t.lemma)]
    subjects = [t.lemma for t in before.parse.tokens if t.dep == "pobj" and not names_people(t.lemma)]
    done = [t for t in after.parse.children(now.i) if t.dep == "dobj" and any(akin(t.lemma, s) for s in subjects)]
    if not people or not done or akin(done[0].lemma, people[0].lemma):
        return []
    said = f"“{now.text} ... {done[0].text}”: {people[0].text} were to do it, now the role does"
    return [Fact(check="scope", text=said, start=now.start, end=now.end)]


def _only_helps(before: Text, after: Text) -> list[Fact]:
    """Find an act that the role did, and now only helps with: "manage a team" as "help manage a team"."""
    was, now = _first(before), _first(after)
    if was is None or now is None or now.form not in _HELPING or any(w.form in _HELPING for w in before.words):
        return []
    helped_with = _helped_with(after, now)
    if helped_with is None or not same(helped_with.lemma, was.form):
        return []
    said = f"“{now.text} ... {helped_with.text}”: the role only helps with what it did"
    return [Fact(check="scope", text=said, start=now.start, end=helped_with.end)]


def _helped_with(text: Text, helping: Word) -> Token | None:
    """Return the act with which the role helps, where nobody else is named who does it: "assist in managing"."""
    for child in text.parse.children(helping.i):
        acts: list[Token] = [child, *(text.parse.children(child.i) if child.dep == "prep" else ())]
        for act in acts:
            verb = act.pos == "VERB" and act.dep in {"xcomp", "ccomp", "pcomp"}
            if verb and not any(t.dep == "nsubj" for t in text.parse.children(act.i)):
                return act
    return None


def _no_longer_helped(before: Text, after: Text) -> list[Fact]:
    """Find what others were helped to do, and the role does now: "help members make decisions", "make decisions"."""
    found = []
    for word in after.words:
        token = after.parse.tokens[word.i]
        if token.pos != "VERB" or after.in_end(word.start) or helped(after.parse, token):
            continue
        done_to = set(things(after.parse, word.i))
        twins = [t for t in before.parse.tokens if t.lemma == token.lemma and done_to & set(_of(before, t))]
        if twins and all(helped(before.parse, t) and _by_others(before, t) for t in twins):
            said = f"“{word.text}”: others were helped to do it, now the role does"
            found.append(Fact(check="scope", text=said, start=word.start, end=word.end))
    return found


def _of_others(before: Text, after: Text) -> list[Fact]:
    """Find what is to be done by somebody, and is now done by the role: "pallets to be loaded", "load the pallets"."""
    found = []
    for word in after.words:
        token = after.parse.tokens[word.i]
        if not word.verb or token.tag == "VBN" or token.dep == "pcomp" or after.in_end(word.start):
            continue
        twins = [t for t in before.parse.tokens if t.lemma == token.lemma]
        if twins and all(_to_be_done(before, t) for t in twins):
            said = f"“{word.text}”: it was left open who does it, now the role does"
            found.append(Fact(check="scope", text=said, start=word.start, end=word.end))
    return found


def _to_be_done(text: Text, token: Token) -> bool:
    """Tell whether this is the "loaded" of "crates to be loaded"."""
    before = [t.lower for t in text.parse.tokens[max(0, token.i - 2) : token.i]]
    return token.tag == "VBN" and before == ["to", "be"] and token.dep in {"relcl", "acl", "advcl", "xcomp"}


def _by_others(text: Text, verb: Token) -> bool:
    """Tell whether others are named who do it: "help members make decisions", not "help qualify opportunities"."""
    return any(t.dep == "nsubj" and t.pos in {"NOUN", "PROPN"} for t in text.parse.children(verb.i))


def _of(text: Text, verb: Token) -> list[str]:
    return [t.lemma for t in text.parse.children(verb.i) if t.dep in {"dobj", "nsubjpass"}]


def _first(text: Text) -> Word | None:
    """Return the verb with which a statement opens."""
    return next((w for w in text.words if w.verb and w.start <= _OPENING), None)


def _narrows(text: Text, word: Word) -> bool:
    return not word.verb and text.parse.tokens[word.i].dep in {"compound", "amod", "nmod"}


def _theirs(text: Text, word: Word) -> bool:
    """Tell whether the help is that of others: "prepare quotes with the support of the sales team"."""
    behind = re.match(r"\s(?:of|from)\b", text.text[word.end :])
    return (
        not word.verb
        and behind is not None
        and bool(re.search(r"\bwith (?:\w+ ){0,2}$", leading_to(text.text, word.start)))
    )


def _only_end(text: Text, word: Word) -> bool:
    token, kids = text.parse.tokens[word.i], text.parse.children(word.i)
    if token.dep in {"ROOT", "conj"} and token.tag in {"VB", "VBP"} and not any(t.tag == "TO" for t in kids):
        return False  # "When things get tangled, help ..." is the duty, behind its occasion
    return word.form == "help" and text.in_end(word.start) and word.i > 1


def _widened(before: Text, after: Text) -> list[Fact]:
    """Find a list that was closed and is now open: "... in Internal Operations and other teams"."""
    if _OPEN.search(before.text):
        return []
    return [
        Fact(check="scope", text=f"“{m.group()}” goes further than the original", start=m.start(), end=m.end())
        for m in _MORE.finditer(after.text)
        if not after.in_end(m.start()) and not _named(before, after, m.end())
    ]


def _only_some(before: Text, after: Text) -> list[Fact]:
    """Find a part that took the place of the whole: "crew members, including cooks" as "cooks"."""
    found: list[Fact] = []
    if _PART.search(after.text):
        return found
    for token in before.parse.tokens:
        if token.lower != "including" or token.dep != "prep":
            continue
        whole = before.parse.tokens[token.head]
        parts = [t for t in before.parse.children(token.i) if t.dep == "pobj"]
        kept = any(same(whole.lemma, w.form) for w in after.words) or not any(w.i == whole.i for w in before.words)
        stands = [w for t in parts for w in after.words if akin(t.lemma, w.form) and not after.in_end(w.start)]
        if whole.pos in {"NOUN", "PROPN"} and stands and not kept:
            said = f"“{stands[0].text}” is only a part of “{whole.text}”"
            found.append(Fact(check="scope", text=said, start=stands[0].start, end=stands[0].end))
    return found


def _named(before: Text, after: Text, at: int) -> bool:
    """Tell whether the original names what is called the other: "jacks and other lifting equipment"."""
    other = next((t for t in after.parse.tokens if t.end == at), None)
    if other is None or other.dep != "amod":
        return False
    kin = [t for t in after.parse.children(other.head) if t.dep in {"compound", "amod"} and t.i != other.i]
    kin = [*kin, after.parse.tokens[other.head]] if kin else []
    return bool(kin) and all(any(akin(t.lemma, w.form) for w in before.words) for t in kin)
