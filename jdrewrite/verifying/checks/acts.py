"""The core acts: what the role does. All must stand, and no new one may."""

from __future__ import annotations

import re

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among, lexicon, same
from jdrewrite.verifying.matching import filler, judged, without_counterpart
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import helped, objects, siblings, things
from jdrewrite.verifying.rewording import carried_on, doublet, known_work, objects_kept, replaces, reworded
from jdrewrite.verifying.spans import elsewhere
from jdrewrite.verifying.texts import Text, Word, leading_to
from jdrewrite.verifying.thesaurus import classes

_ROLE = frozenset({"you", "she", "he", "incumbent", "holder", "role", "position"})
_SIGN_OFF = re.compile(r"\bsign(?:s|ed|ing)? (?:\w+ ){0,3}off\b", re.IGNORECASE)
_EVERYDAY = frozenset(
    "look take put bring get go stand keep make give hold turn pick draw come see lay apply do".split()
)
"""Verbs of a hundred senses: "look after", "put into service", "see to"; none of them is a new duty by itself."""
_HELD = frozenset("own manage run handle head".split())
_YOURS = re.compile(
    r"\b(?:is|are|be|being) (?:all )?yours\b|\bin (?:your|their|his|her) hands\b|\bup to you\b|\b(?:fall|come)s? to you\b|\brests? with you\b|"
    r"\b(?:in|has|have|take|takes|taking|with) charge of\b|\bits owner\b",
    re.IGNORECASE,
)
"""What says without a verb of its own that a thing is the role's."""
_SETTLES = re.compile(
    r"\bprioriti[sz]\w*|\bset(?:s|ting)? (?:[\w-]+ ){0,4}(?:targets?|goals?|priorit\w+|objectives?|direction|agenda)\b|\bdetermin\w+|\bdefin(?:e|es|ing)\b|\bsettl\w+|\bcho(?:ose|osing|ice)\w*|\bdecid\w+|\bdecision",
    re.IGNORECASE,
)
"""What says "decide" in other words."""
_SETTLED = re.compile(
    r"\bprioriti[sz]\w*|\bdetermin\w+|\bdefin(?:e|es|ing)\b|\bsettl\w+|\bcho(?:ose|osing|ice)\w*", re.IGNORECASE
)
"""The same without decisions that others may make."""
_SEALS = frozenset("sign approve authorise authorize decide reject award grant waive".split())
_LIST = re.compile(
    r"(?:[,;]? and|,? or|&|[,;])(?: also| then| as well as)? (?P<verb>[a-z]+)(?:s|es)?\b(?P<theirs> (?:their|its|his|her|them)\b)?"
)


def compare(before: Text, after: Text) -> Outcome:
    """Compare the acts; an act may become a noun or a usual synonym, and an inward end may go."""
    out = Outcome()
    known, new = judged(before, elsewhere), judged(after, elsewhere)
    acts = [w for w in before.words if w.verb and not filler(w) and not known(w) and not _end_of(before, w)]
    lost = without_counterpart(acts, before, after, duty=True)
    lost = [w for w in lost if not _shares_a_verb(before, w, after)]
    added = [w for w in after.words if w.verb and not filler(w) and not new(w) and not _serves(after, w)]
    invented = without_counterpart(added, after, before)
    for old, new_word in _reworded(before, lost, after, invented):
        lost.remove(old)
        invented.remove(new_word)
        said = f"“{old.text}” became “{new_word.text}”: see that they say the same"
        out.warnings.append(Fact(check="reworded", text=said, start=new_word.start, end=new_word.end))
    invented = [w for w in invented if not (known_work(before, after, w) or _retold(before, after, w))]
    if _SETTLES.search(before.text):
        invented = [w for w in invented if w.form != "decide"]
    unsaid = frozenset(lost)
    invented += _with_an_act_of_its_own(before, lost, after, [w for w in after.words if not new(w)])
    lost = [w for w in lost if not (carried_on(before, w, after, invented) or doublet(before, w))]
    lost = [w for w in lost if not (_of_things(before, w) or (w.form in _HELD and _YOURS.search(after.text)))]
    invented = [w for w in invented if not (_everyday(after, w) and _plain(before, after, w))]
    out.lost += [_fact(word) for word in lost]
    out.kept += [_fact(word) for word in acts if word not in unsaid]
    out.invented += [_fact(word) for word in invented]
    out.invented += _listed(before, after)
    out.invented += [
        _fact(word) for word in added if word not in invented and not _passive(after, word) and _seized(before, word)
    ]
    return out


def _reworded(before: Text, lost: list[Word], after: Text, invented: list[Word]) -> list[tuple[Word, Word]]:
    """Return acts that were put into another verb of the kind, with the same object."""
    pairs = []
    free = list(invented)
    for old in lost:
        for new in free:
            strange = _everyday(after, new) and not among("powers", new.form) and _same_object(before, old, after, new)
            if strange or reworded(before, old, after, new):
                pairs.append((old, new))
                free.remove(new)
                break
    return pairs


def _with_an_act_of_its_own(before: Text, lost: list[Word], after: Text, words: list[Word]) -> list[Word]:
    """Return verbs that mostly carry another word, and here are done to what a lost verb was done to: "pay vendors".

    "Pay attention" bears no act; in the place of "contact vendors", "pay vendors" does, and it is of no kind with it.
    """
    return [
        word
        for word in words
        if word.verb and filler(word) and not among("light", word.form) and not _serves(after, word)
        if not any(akin(word.form, w.form) for w in before.words)
        if any(replaces(before, old, after, word) for old in lost)
    ]


def _retold(before: Text, after: Text, new: Word) -> bool:
    """Tell whether a new verb takes the place of one that bears no act of its own: "talk with" for "engage with"."""
    if among("powers", new.form) or not objects_kept(before, after, new):
        return False
    plain = [w for w in before.words if w.verb and filler(w) and not any(akin(w.form, o.form) for o in after.words)]
    return any(classes(w.form) & classes(new.form) for w in plain)


def _of_things(text: Text, word: Word) -> bool:
    """Tell whether others do it, in a clause of their own: "defects that tests may not catch"."""
    token = text.parse.tokens[word.i]
    subjects = [t for t in text.parse.children(token.i) if t.dep in {"nsubj", "nsubjpass"}]
    if token.dep == "acl" and token.tag == "VBN" and token.lemma in _EVERYDAY:
        return True
    return token.dep in {"relcl", "ccomp"} and any(t.lower not in _ROLE for t in subjects)


def _shares_a_verb(before: Text, word: Word, after: Text) -> bool:
    """Tell whether one verb now says two: "interpret results and explain options" as "explain results and options"."""
    mine = things(before.parse, word.i)
    for other in after.words:
        if not other.verb or after.in_end(other.start) or not same(word.form, other.form):
            continue
        theirs = {t.lemma for child in after.parse.children(other.i) for t in after.parse.subtree(child.i)}
        own = [w for w in before.words if w.verb and w != word and akin(w.form, other.form)]
        if own and not any(akin(a, b) for a in mine for w in own for b in things(before.parse, w.i)):
            return any(akin(a, b) for a in mine for b in theirs)
    return False


def _seized(before: Text, word: Word) -> bool:
    """Tell whether the role now does what the original only names: "before signature" does not let it sign."""
    if word.form not in _SEALS or (word.form == "decide" and _SETTLED.search(before.text)):
        return False
    if word.text.lower().startswith("sign") and _SIGN_OFF.search(before.text):
        return False
    return not any(
        akin(word.form, w.form)
        and ((w.verb and not _passive(before, w)) or before.text[w.end :].startswith((" of ", " off ")))
        for w in before.words
    )


def _passive(text: Text, word: Word) -> bool:
    """Tell whether it is done, and nobody says by whom: "objectives are documented, approved and delivered"."""
    chain = [text.parse.tokens[word.i], *siblings(text.parse, word.i)]
    return any(t.dep in {"auxpass", "nsubjpass"} for verb in chain for t in text.parse.children(verb.i))


def _everyday(text: Text, word: Word) -> bool:
    return text.parse.tokens[word.i].lemma in _EVERYDAY


def _plain(before: Text, after: Text, word: Word) -> bool:
    """Tell whether a verb of every day is done to nothing new: "look at data", "put them into operation"."""
    if objects(after.parse, word.i):
        return _of_a_pronoun(after, word) or objects_kept(before, after, word)
    return _of_a_clause(before, after, word)


def _of_a_clause(before: Text, after: Text, word: Word) -> bool:
    """Tell whether the verb has a clause for its object, whose subject stands in the original: "see that nets hold"."""
    clauses = [t for t in after.parse.children(word.i) if t.dep == "ccomp"]
    subjects = [t for c in clauses for t in after.parse.children(c.i) if t.dep in {"nsubj", "nsubjpass"}]
    return bool(subjects) and all(any(akin(t.lemma, w.form) for w in before.words) for t in subjects)


def _of_a_pronoun(text: Text, word: Word) -> bool:
    """Tell whether the verb is done to what was named before: "install panels and put them into operation"."""
    return any(t.dep == "dobj" and t.lower in {"them", "it"} for t in text.parse.children(word.i))


def _same_object(before: Text, old: Word, after: Text, new: Word) -> bool:
    one, other = things(before.parse, old.i), things(after.parse, new.i)
    return bool(one) and any(akin(a, b) for a in one for b in other)


def _fact(word: Word) -> Fact:
    return Fact(check="acts", text=word.text, start=word.start, end=word.end)


def _end_of(text: Text, word: Word) -> bool:
    """Tell whether the verb may go: it opens an inward end, or it only says that the work serves something."""
    return text.droppable(word.start) or (text.in_end(word.start) and among("serving", word.form))


def _serves(text: Text, word: Word) -> bool:
    """Tell whether the verb is no act of the role: others do it, or it opens a purpose."""
    token = text.parse.tokens[word.i]
    subjects = [t for t in text.parse.children(token.i) if t.dep in {"nsubj", "nsubjpass"}]
    if any(t.lower in _ROLE for t in subjects):
        return text.in_end(word.start) and among("serving", word.form)
    if subjects and token.dep not in {"ROOT", "conj"} and token.tag != "VBN":
        return True
    if token.tag == "VBN" and token.dep == "acl" and not among("powers", word.form):
        return True  # "a framework built on ideas": which thing is meant
    return text.in_end(word.start) or helped(text.parse, token)


def _listed(before: Text, after: Text) -> list[Fact]:
    """Find duties hung on to an end: "so that customers are paid sooner, and train new staff"."""
    found = []
    for match in _LIST.finditer(after.text):
        verb, at = match["verb"], match.start("verb")
        token = after.parse.at(at)
        if token is None or token.pos in {"NOUN", "ADJ", "PROPN", "ADP"} or not after.in_end(at):
            continue
        bare = _behind_the_effect(after, token)
        if not (bare or (_is_duty(verb) and not match["theirs"])):
            continue
        kids = after.parse.children(token.i)
        own_subject = any(t.dep in {"nsubj", "nsubjpass"} for t in kids)
        objects = [t for t in kids if t.dep == "dobj"]
        known = any(akin(verb, w.form) for w in before.words)
        if known and all(any(akin(t.lemma, w.form) for w in before.words) for t in objects):
            continue
        of_theirs = any(t.lower in {"their", "its", "his", "her"} for t in after.parse.subtree(token.i))
        if objects and not own_subject and (bare or not of_theirs):
            found.append(Fact(check="acts", text=token.text, start=at, end=token.end))
    return found


def _behind_the_effect(text: Text, token: Token) -> bool:
    """Tell whether the verb is no part of the effect, as its form shows: "that they can be shipped, and print labels".

    Behind a passive, a bare verb goes on with the work, and so does one that the parser joins to the main verb.
    """
    head = text.parse.tokens[token.head]
    comma = re.search(r",\s*(?:and|or)\s+$", leading_to(text.text, token.start)) is not None
    return (
        comma
        and token.dep == "conj"
        and token.tag in {"VB", "VBP"}
        and (head.tag == "VBN" or (head.dep == "ROOT" and head.tag in {"VB", "VBP"} and not text.in_end(head.start)))
    )


def _is_duty(verb: str) -> bool:
    return any(form in lexicon().words["duties"] for form in (verb, f"{verb}e", verb.removesuffix("e")))
