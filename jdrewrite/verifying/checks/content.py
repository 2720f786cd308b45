"""The last net: every word of content must have a counterpart, and the duty may get no new ones."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.checks.rights import told_the_line
from jdrewrite.verifying.denials import said_with_not
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.matching import filler, judged, without_counterpart
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.spans import elsewhere, in_brackets
from jdrewrite.verifying.texts import Text, Word, leading_to
from jdrewrite.verifying.thesaurus import apart, general

_YOU = re.compile(r"(?:you|she|he|the (?:role|incumbent|holder))\b", re.IGNORECASE)
_MEASURES = frozenset("high low full part half short long large small single multi real early late".split())
_PRAISE = frozenset(
    "quality level end impact performing performance value class term standing lasting profile caliber calibre".split()
)
"""What may follow a measure and still only praises."""
_HYPHENED = re.compile(r"\b(\w+)-(\w+)\b")
_AGENT = re.compile(r"(?:[^aeiou]er|tor|sor|ist|ant)$")
"""How a noun ends that says who: of "public servants", "the public" keeps half."""
_CUSTOMERS = frozenset(
    "customer client consumer guest patient resident user student member visitor caller buyer".split()
)
_DAYTIMES = frozenset("morning afternoon evening noon night".split())
_CLOCK = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_AND_SO_ON = re.compile(
    r"\b(?:and|or) (?:the like|so on|so forth|others?|more|such(?:like)?|anything else|whatever else)\b|\bwhatever else\b|\bamong (?:others|other things)\b|\band others\b",
    re.IGNORECASE,
)
_PREFIXES = {
    "cross": re.compile(r"\b(?:across|between|every|mixed|many|several|different)\b", re.IGNORECASE),
    "functional": re.compile(r"\b(?:functions?|mixed|disciplines?)\b", re.IGNORECASE),
    "multi": re.compile(r"\b(?:several|many|various|number of|more than one|different)\b", re.IGNORECASE),
    "faceted": re.compile(r"\b(?:sides|facets|parts)\b", re.IGNORECASE),
    "oriented": re.compile(r"\b(?:as an?|puts?|turn\w*|about|towards?|first|around)\b", re.IGNORECASE),
    "centric": re.compile(r"\b(?:cent(?:er|re)\w*|around|first|about)\b", re.IGNORECASE),
    "wide": re.compile(r"\b(?:across|throughout|whole|entire|all)\b", re.IGNORECASE),
}  # fmt: skip
_SUPERIORS = frozenset("manager boss superior supervisor chief head line".split())
"""Words for whoever one reports to."""
_SERVED = _CUSTOMERS | frozenset(
    "people person individual family community public citizen constituency constituent audience".split()
)
"""That those served are named adds no fact of its own; what is done for them would."""


def compare(before: Text, after: Text) -> Outcome:
    """Compare the words of content; those of an inward end may go, those of an added end may come."""
    known, new = judged(before, elsewhere), judged(after, elsewhere)
    said = [w for w in before.words if not w.verb and not known(w) and not before.droppable(w.start)]
    said = [w for w in said if not filler(w) or _item(before, w, after)]
    said = [w for w in said if not _names_the_role(before, w, after)]
    added = [w for w in after.words if not w.verb and not filler(w) and not new(w) and not after.in_end(w.start)]
    lost = [w for w in without_counterpart(said, before, after, duty=True) if not _served_still(before, w, after)]
    invented = [w for w in without_counterpart(added, after, before) if not _harmless(before, after, w)]
    lost = [w for w in lost if not (_negated(w, after) or said_with_not(w.text, after))]
    if told_the_line(before) and told_the_line(after):
        lost = [w for w in lost if w.form != "report"]
        invented = [w for w in invented if w.form not in _SUPERIORS]
    lost = [w for w in lost if not (_of_a_list(before, w, after) or _prefix_still(w, after))]
    lost += _compounds(before, after)
    if not _cut_down(before, after):
        lost = [w for w in lost if in_brackets(before.text, w.start) or not _head_of_kept(before, w, after)]
    lost += _other_heads(before, after)
    return Outcome(lost=[_fact(word) for word in lost], invented=[_fact(word) for word in invented])


def _of_a_list(before: Text, word: Word, after: Text) -> bool:
    """Tell whether the word only closes or opens a list of its kind: "and other materials", "the following tools"."""
    said = {t.lower for t in before.parse.children(word.i)}
    return "following" in said or ("other" in said and _AND_SO_ON.search(after.text) is not None)


def _prefix_still(word: Word, after: Text) -> bool:
    """Tell whether a first half such as "cross-" stands as a word of its own: "across functions"."""
    said = _PREFIXES.get(word.form)
    return said is not None and said.search(after.text) is not None


def _names_the_role(before: Text, word: Word, after: Text) -> bool:
    """Tell whether the word names who does the work ("The analyst gathers ..."), and the rewrite says "you" or nothing."""
    if after.names_the_role(0):
        return False
    return before.names_the_role(word.start)


def _negated(word: Word, after: Text) -> bool:
    """Tell whether the rewrite says with a negation what the word says in one: "not complete" for "incomplete"."""
    bare = re.match(r"(?:un|in|im|ir|dis|non-?)([a-z]{4,})$", word.form)
    if not bare or not re.search(r"\b(?:not|cannot|no|never|without|before|until|yet)\b|n[’']t\b", after.text):
        return False
    return any(akin(bare[1], o.form) for o in after.words)


def _stands(form: str, text: Text) -> bool:
    """Tell whether the text has the word: of "the customer sales desk", "the customer desk" keeps the head."""
    return any(akin(form, o.form) for o in text.words)


def _compounds(before: Text, after: Text) -> list[Word]:
    """Return the first words of compounds such as "back-end", of which each word alone says nothing."""
    gone = []
    for match in _HYPHENED.finditer(before.text):
        parts = [w for w in before.words if match.start() <= w.start < match.end()]
        again = rf"\b{match[1]}[- ]?{match[2]}"
        apart_now = all(re.search(rf"\b{part}", after.text, re.IGNORECASE) for part in match.groups())
        if parts and all(filler(w) for w in parts) and not (apart_now or re.search(again, after.text, re.IGNORECASE)):
            beside = re.search(r"(?:\band|\bor|,)$", leading_to(before.text, match.start()).rstrip())
            beside = beside or re.match(r"\s*(?:and\b|or\b|,)", before.text[match.end() :])
            said = any(same(match[1] + match[2], o.form) for o in after.words)
            counts = _twins(before.text, match[2]) or (beside and not said) or (_degree(match, before) and not said)
            gone += parts[:1] if counts else []
    return gone


def _degree(match: re.Match[str], text: Text) -> bool:
    """Tell whether a compound says of which size or span a thing is, before a noun: "a high-scale database"."""
    following = next((t for t in text.parse.tokens if t.start >= match.end()), None)
    measured = match[1].lower() in _MEASURES and match[2].lower() not in _PRAISE
    return measured and following is not None and following.pos in {"NOUN", "PROPN", "ADJ"}


def _twins(text: str, second: str) -> bool:
    """Tell whether two compounds differ in their first word only: "front-end and back-end development"."""
    return len(set(re.findall(rf"\b(\w+)-{re.escape(second)}\b", text.lower()))) > 1


def _served_still(before: Text, word: Word, after: Text) -> bool:
    """Tell whether those served only got another name: "constituents" as "the people they serve"."""
    others = [o for o in after.words if o.form in _SERVED and not any(akin(o.form, w.form) for w in before.words)]
    return word.form in _SERVED and any(not apart(word.form, o.form) for o in others)


def _cut_down(before: Text, after: Text) -> bool:
    """Tell whether a phrase in which nobody does anything only got shorter, as a cell of a table does.

    "IV administration" asks for something by its nouns alone: no verb is left that could say what its head said.
    """
    root = before.parse.root()
    return root is not None and root.pos not in {"VERB", "AUX"} and all(_known(w, before) for w in after.words)


def _head_of_kept(text: Text, word: Word, after: Text) -> bool:
    """Tell whether the word only heads a phrase whose own words are kept: "maintenance faults", "tax matters"."""
    parts = [t for t in text.parse.children(word.i) if t.dep in {"compound", "amod", "nmod"} and not general(t.lemma)]
    kept = [t for t in parts if any(same(t.lemma, o.form) for o in after.words)]
    once = all(
        sum(akin(t.lemma, w.form) for w in text.words) <= sum(akin(t.lemma, o.form) for o in after.words) for t in kept
    )
    people = bool(_AGENT.search(word.form)) and not any(akin(word.form, t.lemma) for t in parts)
    token = text.parse.tokens[word.i]
    narrows = token.dep in {"compound", "nmod"} and _stands(text.parse.tokens[token.head].lemma, after)
    return bool(parts) and parts == kept and once and not (people or narrows) and not siblings(text.parse, word.i)


def _other_heads(before: Text, after: Text) -> list[Word]:
    """Return general nouns in whose place another stands, under the same first word: "test results", "test plans"."""
    found = []
    for word in before.words:
        if not filler(word) or any(same(word.form, o.form) for o in after.words):
            continue
        firsts = _firsts(before, word)
        heads = [o for o in after.words if any(akin(a, b) for a in firsts for b in _firsts(after, o))]
        if heads and not any(same(word.form, o.form) or _known(o, before) for o in heads):
            found.append(word)
    return found


def _firsts(text: Text, word: Word) -> list[str]:
    token = text.parse.tokens[word.i]
    if token.pos != "NOUN" or text.in_end(word.start):
        return []
    return [t.lemma for t in text.parse.children(word.i) if t.dep == "compound"]


def _known(word: Word, text: Text) -> bool:
    return any(akin(word.form, o.form) for o in text.words)


def _item(text: Text, word: Word, after: Text) -> bool:
    """Tell whether a general word is an item of a list of things: "machines and work area"."""
    token = text.parse.tokens[word.i]
    others = siblings(text.parse, word.i)
    if (
        token.pos != "NOUN"
        or token.dep == "ROOT"
        or word.text.lower().endswith("ly")
        or any(same(token.lemma, t.lemma) for t in others)
    ):
        return False
    parts = [t for t in text.parse.children(word.i) if t.dep in {"compound", "amod"}]
    if any(not among("filler", t.lemma) and any(akin(t.lemma, o.form) for o in after.words) for t in parts):
        return False  # "the onboarding process": what it is of says enough
    return any(t.pos in {"NOUN", "PROPN"} and not general(t.lemma) for t in others)


def _harmless(before: Text, text: Text, word: Word) -> bool:
    """Tell whether a new word adds no fact: manner, or whose affairs are worked on ("customers' questions")."""
    if word.form in _DAYTIMES and _CLOCK.search(before.text):
        return True
    if among("manner", word.form) or among("manner", word.text):
        return True
    return word.form in _CUSTOMERS or (among("served", word.form) and text.parse.tokens[word.i].dep == "poss")


def _fact(word: Word) -> Fact:
    return Fact(check="content", text=word.text, start=word.start, end=word.end)
