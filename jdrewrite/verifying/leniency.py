"""The benefit of the doubt: one lost word that the grammar of the statement does not need, and when to ask a person.

A dropped fact shows in the grammar. It is an item of a list, it narrows a word that stayed ("preventive
maintenance", "residents with dementia"), or it takes its object with it. One single verb or head of a phrase whose
surroundings all stayed is mostly a turn of phrase for which the judge knows no synonym; it becomes a warning.
"""

from __future__ import annotations

import msgspec

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks import named
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import objects, siblings
from jdrewrite.verifying.rewording import as_often, of_a_kind
from jdrewrite.verifying.spans import in_brackets
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import general

_SOFT, _ASKED = named("soft"), named("asked")
_HEADS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "ROOT"})
_CLAUSES = frozenset({"ROOT", "xcomp", "advcl", "pcomp", "acl", "relcl", "ccomp"})
_CARRIED = frozenset({"ccomp", "oprd"})
_ENOUGH = 3
"""Words that must have stayed for each odd word, for that to count as a turn of phrase."""
_LOST, _NEW = 2, 1
_GAPS = 3
"""Lost words up to which new ones may say the same."""


def tolerated(before: Text, after: Text, whole: Outcome) -> None:
    """Turn the few words that the grammar does not need into warnings, where nothing else is wrong."""
    odd = [*whole.lost, *whole.invented]
    if whole.changed or not odd or any(fact.check not in _SOFT for fact in odd):
        return
    if len(whole.lost) > _LOST or len(whole.invented) > _NEW:
        return
    kept = sum(any(same(w.form, o.form) for o in after.words) for w in before.words)
    gone = [_token(before, fact) for fact in whole.lost]
    come = [_token(after, fact) for fact in whole.invented]
    if kept < _ENOUGH * len(odd) or not all(t is not None and _spare(before, t, after) for t in gone):
        return
    if not all(t is not None and _spare_new(before, after, t) for t in come) or _another_act(gone, come):
        return
    said = [f"see whether “{fact.text}” is still said" for fact in whole.lost]
    said += [f"see whether “{fact.text}” says anything new" for fact in whole.invented]
    whole.warnings += [
        msgspec.structs.replace(fact, check="reworded", text=t) for fact, t in zip(odd, said, strict=True)
    ]
    whole.lost.clear()
    whole.invented.clear()


def _another_act(gone: list[Token | None], come: list[Token | None]) -> bool:
    """Tell whether the judge knows a lost verb and a new one, and that neither stands for the other: "inspect", "pay"."""
    old, new = ([t.lemma for t in some if t is not None and t.pos == "VERB"] for some in (gone, come))
    return any(not of_a_kind(a, b) for a in old for b in new)


def doubtful(before: Text, after: Text, whole: Outcome) -> bool:
    """Tell whether a person should look, since new words may say what the few missing ones said.

    A fact that was dropped leaves a gap: the rewrite has no new word in its place. Where it has one, the judge cannot
    tell a swapped fact from an unusual synonym; where a verb of duty is new, it can.
    """
    odd = [*whole.lost, *whole.invented]
    if whole.changed or any(fact.check not in _ASKED for fact in odd):
        return False
    if not odd:
        return bool(whole.asked)
    if len(whole.lost) > _GAPS or len(whole.invented) > max(_NEW, min(_LOST, len(whole.lost))):
        return False
    fresh = [w for w in after.words if not any(akin(w.form, o.form) for o in before.words)]
    come = {fact.start for fact in whole.invented}
    duties = [w for w in fresh if w.start in come and (among("powers", w.form) or among("duties", w.form))]
    return len(fresh) >= len(whole.lost) and not duties


def _token(text: Text, fact: Fact) -> Token | None:
    return text.parse.at(fact.start)


def _spare_new(before: Text, after: Text, token: Token) -> bool:
    """Tell whether a new word adds nothing by its place: no item of a list, nothing that narrows or is done to."""
    if _listed(after, token) or among("powers", token.lemma) or among("duties", token.lemma):
        return False
    following = after.parse.tokens[token.i + 1 : token.i + 2]
    if following and following[0].pos in {"NOUN", "PROPN"} and token.pos != "VERB":
        return False
    if token.pos == "VERB":
        return token.tag != "VBN" and token.dep in _CLAUSES and _all_kept(after, token, before)
    return token.pos == "ADJ" and token.dep in {"acomp", "oprd"}


def _spare(before: Text, token: Token, after: Text) -> bool:
    if _listed(before, token) or in_brackets(before.text, token.start):
        return False
    if token.pos == "VERB":
        return token.dep in _CLAUSES and _all_kept(before, token, after) and not _done_itself(before, token, after)
    following = before.parse.tokens[token.i + 1 : token.i + 2]
    if following and following[0].pos in {"NOUN", "PROPN", "VERB"}:
        return False  # it narrows what follows, whatever the parser made of it
    if token.pos != "NOUN" or token.dep not in _HEADS:
        return False
    return not (_replaced(before, token, after) or _done_to_its_own(before, token, after))


def _listed(text: Text, token: Token) -> bool:
    """Tell whether the word, or the verb that carries it, is an item of a list, by the parse or by the words beside it."""
    tokens = text.parse.tokens
    head = tokens[token.head]
    if siblings(text.parse, token.i) or (token.dep in _CARRIED and head.pos == "VERB" and siblings(text.parse, head.i)):
        return True
    first = min(t.i for t in (token, *text.parse.children(token.i)) if t.i <= token.i)
    beside = [tokens[i].lower for i in (first - 1, token.i + 1) if 0 <= i < len(tokens)]
    return any(word in {"and", "or", "&", ",", "/", "nor", "but"} for word in beside)


def _all_kept(before: Text, verb: Token, after: Text) -> bool:
    there = {w.i for w in before.words}
    things = [t for t in objects(before.parse, verb.i) if t.i in there]
    if for_a_purpose(before, verb):
        return all(any(same(t.lemma, w.form) for w in after.words) for t in things)
    return all(as_often(before, t.lemma, after) for t in things)


def for_a_purpose(text: Text, verb: Token) -> bool:
    """Tell whether a verb gives a purpose: the rewrite may put what it is done to into an end of its own."""
    return verb.dep == "advcl" and verb.i > 0 and any(t.tag == "TO" for t in text.parse.children(verb.i))


def _done_itself(before: Text, verb: Token, after: Text) -> bool:
    """Tell whether what a lost verb only saw to is done by the role now: "arrange for moving them", "move them"."""
    kids = before.parse.children(verb.i)
    seen_to = [t for t in kids if t.dep in {"xcomp", "ccomp"}]
    seen_to += [k for t in kids if t.dep == "prep" for k in before.parse.children(t.i) if k.dep in {"pcomp", "pobj"}]
    main = [t for t in after.parse.tokens if t.dep == "ROOT" and t.pos == "VERB"]
    return any(akin(t.lemma, m.lemma) for t in seen_to for m in main)


def _done_to_its_own(before: Text, token: Token, after: Text) -> bool:
    """Tell whether what the lost object was of is the object now: "keep the confidentiality of data", "keep data"."""
    verb = before.parse.tokens[token.head]
    of = [n for t in before.parse.children(token.i) if t.lower == "of" for n in before.parse.children(t.i)]
    now = [t for v in after.words if v.verb and same(v.form, verb.lemma) for t in after.parse.children(v.i)]
    kept = any(akin(t.lemma, n.lemma) for t in now if t.dep in {"dobj", "nsubjpass"} for n in of)
    return kept and token.dep in {"dobj", "nsubjpass"} and not general(token.lemma)


def _replaced(before: Text, token: Token, after: Text) -> bool:
    """Tell whether the verb of a lost object has another object now, of which the original says nothing."""
    head = before.parse.tokens[token.head]
    for verb in after.words:
        if not verb.verb or not akin(verb.form, head.lemma):
            continue
        for thing in objects(after.parse, verb.i):
            if thing.dep == "dobj" and not any(same(thing.lemma, w.form) for w in before.words):
                return True
    return False
