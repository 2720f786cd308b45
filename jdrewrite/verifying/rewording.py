"""When another verb is the same act in other words: done to the same object, and of a kind with the first."""

from __future__ import annotations

from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.lexicon import known as listed
from jdrewrite.verifying.relations import governors, objects, siblings
from jdrewrite.verifying.texts import Text, Word
from jdrewrite.verifying.thesaurus import carrier, classes, general


def of_a_kind(old: str, new: str) -> bool:
    """Tell whether one verb may stand for the other where both have the same object.

    A verb of power never stands for a weaker one. Two verbs of which the judge knows neither class nor synonyms are
    given the benefit of the doubt.
    """
    if same(old, new):
        return True
    if among("powers", new) or among("powers", old):
        return bool(_strong(old) & _strong(new))
    if classes(old) & classes(new):
        return True
    return not (_known(old) and _known(new))


def reworded(before: Text, old: Word, after: Text, new: Word) -> bool:
    """Tell whether a new verb does in other words what a lost one did."""
    return of_a_kind(old.form, new.form) and _share_an_object(before, old.i, after, new.i)


def carried_on(before: Text, old: Word, after: Text) -> bool:
    """Tell whether what a lost verb was done to is kept, under a verb that may stand for it."""
    things, alike = _specific(before, old), same
    if not things:
        things, alike = [t.lemma for t in objects(before.parse, old.i)], akin
    if not things or _shared_with_another(before, old):
        return False
    kept = [[w for w in after.words if alike(t, w.form)] for t in things]
    if not all(kept):
        return False
    above = [g for words in kept for w in words for g in governors(after.parse, w.i)]
    return any(g.pos == "AUX" or carrier(g.lemma) or of_a_kind(old.form, g.lemma) for g in above)


def known_work(before: Text, after: Text, new: Word) -> bool:
    """Tell whether a new verb says again, of the same object, what a kept verb says."""
    things = _specific(after, new)
    beside = [t.lemma for t in siblings(after.parse, new.i) if t.pos == "VERB"]
    if _unfolds(before, after, new):
        return True
    if not things:
        return not beside and not among("powers", new.form) and not among("duties", new.form)
    for thing in things:
        homes = [w for w in before.words if same(thing, w.form)]
        if not homes:
            return False
        above = [g.lemma for w in homes for g in governors(before.parse, w.i)]
        if not any(of_a_kind(g, new.form) and not any(akin(g, b) for b in beside) for g in above):
            return False
    return True


def _unfolds(before: Text, after: Text, new: Word) -> bool:
    """Tell whether a verb only carries what the original says in one: "write summaries" for "summarise"."""
    direct = [t for t in after.parse.children(new.i) if t.dep == "dobj"]
    return any(w.verb and akin(t.lemma, w.form) for t in direct for w in before.words)


def doublet(before: Text, old: Word) -> bool:
    """Tell whether a lost verb only repeats another of its list: "scale and grow expertise"."""
    return _shared_with_another(before, old) and any(
        same(old.form, t.lemma) for t in siblings(before.parse, old.i) if t.pos == "VERB"
    )


def _strong(verb: str) -> frozenset[str]:
    return classes(verb) & {"lead", "decide", "get", "install", "better", "perform", "keep"}


def _known(verb: str) -> bool:
    return bool(classes(verb)) or listed(verb)


def _specific(text: Text, word: Word) -> list[str]:
    """Return the objects of a verb that name something."""
    there = {w.i for w in text.words}
    return [t.lemma for t in objects(text.parse, word.i) if t.i in there and t.pos in {"NOUN", "PROPN"} and not general(t.lemma)]


def _share_an_object(before: Text, old: int, after: Text, new: int) -> bool:
    one = [t.lemma for t in objects(before.parse, old)]
    other = [t.lemma for t in objects(after.parse, new)]
    return any(same(a, b) for a in one for b in other)


def _shared_with_another(text: Text, word: Word) -> bool:
    """Tell whether another verb of the list is done to the same: "follow and document the process"."""
    mine = {t.i for t in objects(text.parse, word.i)}
    return any(
        mine & {t.i for t in objects(text.parse, other.i)} for other in siblings(text.parse, word.i) if other.pos == "VERB"
    )
