"""When another verb is the same act in other words: done to the same object, and of a kind with the first."""

from __future__ import annotations

from collections.abc import Callable

from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.lexicon import known as listed
from jdrewrite.verifying.relations import governors, objects, siblings
from jdrewrite.verifying.spelling import american
from jdrewrite.verifying.texts import Text, Word
from jdrewrite.verifying.thesaurus import apart, carrier, classes, general, thesaurus

_DIRECT = frozenset({"dobj", "nsubjpass"})
_DOING = frozenset({"handle", "perform", "give", "make", "arrange", "operate"})


def of_a_kind(old: str, new: str) -> bool:
    """Tell whether one verb may stand for the other where both have the same object.

    A verb of power never stands for a weaker one. Two verbs of which the judge knows neither class nor synonyms are
    given the benefit of the doubt.
    """
    if same(old, new):
        return True
    if apart(old, new):
        return False
    if among("powers", new) or among("powers", old):
        return bool(_strong(old) & _strong(new))
    if classes(old) & classes(new):
        return True
    return not (_known(old) and _known(new)) and not carrier(old)


def reworded(before: Text, old: Word, after: Text, new: Word) -> bool:
    """Tell whether a new verb does in other words what a lost one did."""
    return of_a_kind(old.form, new.form) and _share_an_object(before, old.i, after, new.i)


def replaces(before: Text, old: Word, after: Text, new: Word) -> bool:
    """Tell whether a verb is done to what a lost one was done to, and is known to be another act."""
    direct = (
        [t.lemma for t in objects(text.parse, i) if t.dep in _DIRECT] for text, i in ((before, old.i), (after, new.i))
    )
    one, other = direct
    return any(akin(a, b) for a in one for b in other) and not of_a_kind(old.form, new.form)


def carried_on(before: Text, old: Word, after: Text, invented: list[Word]) -> bool:
    """Tell whether what a lost verb was done to is kept, and no act that is new is done to it instead."""
    things, alike = _things(before, old)
    if not things or _shared_with_another(before, old):
        return False
    late = before.in_end(old.start)
    kept = [[w for w in after.words if alike(t, w.form)] for t in things]
    direct = [t.lemma for t in objects(before.parse, old.i) if t.dep in {"dobj", "nsubjpass"} and t.lemma in things]
    if not all(kept) or not (late or all(as_often(before, t, after) for t in direct or things)):
        return False
    above = [g.i for words in kept for w in words for g in governors(after.parse, w.i)]
    if all(_only_of_another(before, old, after, w) for words in kept for w in words):
        return False
    return not any(new.i in above for new in invented)


def _only_of_another(before: Text, old: Word, after: Text, thing: Word) -> bool:
    """Tell whether what a lost verb was done to only says of which kind the object of the next verb is.

    "Report incidents and take part in reviews" reports; "take part in reviews of incidents" does not.
    """
    token = after.parse.tokens[thing.i]
    prep = after.parse.tokens[token.head]
    head = after.parse.tokens[prep.head]
    if token.dep != "pobj" or prep.dep != "prep" or head.pos != "NOUN":
        return False
    others = [t for t in siblings(before.parse, old.i) if t.pos == "VERB"]
    return any(akin(head.lemma, o.lemma) for t in others for o in objects(before.parse, t.i))


def as_often(before: Text, thing: str, after: Text) -> bool:
    """Tell whether the duty names a thing as often as the original does: two "applications" are two facts."""
    had = sum(akin(thing, w.form) for w in before.words)
    has = sum(same(thing, w.form) for w in after.words if not after.in_end(w.start))
    return has >= max(1, had)


def objects_kept(before: Text, after: Text, new: Word) -> bool:
    """Tell whether the original has all that a new verb is done to."""
    things, alike = _things(after, new)
    return all(any(alike(t, w.form) for w in before.words) for t in things)


def _things(text: Text, word: Word) -> tuple[list[str], Callable[[str, str], bool]]:
    """Return the objects of a verb that name something, or all if none does, and how near a counterpart must be."""
    named = _specific(text, word)
    return (named, same) if named else ([t.lemma for t in objects(text.parse, word.i)], akin)


def known_work(before: Text, after: Text, new: Word) -> bool:
    """Tell whether a new verb says again, of the same object, what a kept verb says."""
    things, alike = _things(after, new)
    beside = [t.lemma for t in siblings(after.parse, new.i) if t.pos == "VERB"]
    if _unfolds(before, after, new):
        return True
    if not things:
        return not beside and not among("powers", new.form) and not among("duties", new.form)
    for thing in things:
        homes = [w for w in before.words if alike(thing, w.form)]
        if not homes:
            return False
        above = [g.lemma for w in homes for g in governors(before.parse, w.i)]
        if not above and not _shared_with_another(after, new) and classes(new.form) & _DOING and new.form != "attend":
            continue  # "responsible for the correspondence" says no verb: "handle the correspondence"
        if not any(of_a_kind(g, new.form) and not any(akin(g, b) for b in beside) for g in above):
            return False
    return True


def _unfolds(before: Text, after: Text, new: Word) -> bool:
    """Tell whether a verb only carries what the original says in one: "write summaries" for "summarise"."""
    direct = [t for t in after.parse.children(new.i) if t.dep == "dobj"]
    return any(w.verb and akin(t.lemma, w.form) for t in direct for w in before.words)


def doublet(before: Text, old: Word) -> bool:
    """Tell whether a lost verb only repeats another of its list: "examine and inspect"."""
    return _shared_with_another(before, old) and any(
        t.pos == "VERB" and american(t.lemma) in thesaurus().synonyms.get(american(old.form), ())
        for t in siblings(before.parse, old.i)
    )


def _strong(verb: str) -> frozenset[str]:
    return classes(verb) & {"lead", "decide", "get", "install", "better", "perform", "keep"}


def _known(verb: str) -> bool:
    return bool(classes(verb)) or listed(verb)


def _specific(text: Text, word: Word) -> list[str]:
    """Return the objects of a verb that name something."""
    there = {w.i for w in text.words}
    return [
        t.lemma
        for t in objects(text.parse, word.i)
        if t.i in there and t.pos in {"NOUN", "PROPN"} and not general(t.lemma)
    ]


def _share_an_object(before: Text, old: int, after: Text, new: int) -> bool:
    one = [t.lemma for t in objects(before.parse, old)]
    other = [t.lemma for t in objects(after.parse, new)]
    return any(same(a, b) for a in one for b in other)


def _shared_with_another(text: Text, word: Word) -> bool:
    """Tell whether another verb of the list is done to the same: "follow and document the process"."""
    tokens = text.parse.tokens
    if word.i + 2 < len(tokens) and tokens[word.i + 1].lower in {"and", "or", ",", "&"}:
        following = tokens[word.i + 2]
        if following.tag == tokens[word.i].tag or (classes(following.lemma) and following.tag[:2] in {"VB", "NN"}):
            return True  # "reviewing and processing paperwork", however the parser read it
    if word.i > 1 and tokens[word.i - 1].lower in {"and", "or", "&"}:
        leading = tokens[word.i - 2]
        if leading.tag[:2] == "NN" and among("duties", leading.lower) and leading.dep not in {"dobj", "pobj"}:
            return True  # "configure and maintain", where the parser took the first for a name
    mine = {t.i for t in objects(text.parse, word.i)}
    return any(
        mine & {t.i for t in objects(text.parse, other.i)}
        for other in siblings(text.parse, word.i)
        if other.pos == "VERB"
    )
