"""Finds whom somebody says to work for, among all nouns that name people, and what is denied.

The rules of the analysis read the lines of a job description, where those served have a few names. People who speak of
their own work name them as they are: teachers, 5th graders, those who were flooded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from jdrewrite import resources
from jdrewrite.language.jobs import names_a_job
from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.language.persons import persons
from jdrewrite.verifying.people import names_people

Side = Literal["external", "internal"]
_FILE = Path(__file__).with_name("people_words.toml")
_PLURAL = frozenset({"NNS", "NNPS"})
_ALWAYS = frozenset({"people", "children", "kids", "families", "schoolchildren", "elders", "folks", "couples"})
_ANY_ONE = frozenset({"a", "an", "any", "each", "every", "no", "another"})
_THE_ONE = frozenset({"the", "my", "our"})
_SERVED_BY = frozenset("serve help assist support advise guide nurse protect".split())
"""Acts whose object is whom somebody works for, one or many: "I serve the king"; "I call the king" says less."""
_OWN = frozenset({"team", "department", "crew"})
_JOINED = frozenset({"conj", "appos"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PLACES = frozenset({"pobj", "dobj", "dative", "poss", *_SUBJECT})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "xcomp", "acl", "pcomp", "csubj", "dep", "parataxis"})
_TOWARDS = frozenset(
    "for to of with from on onto over across around at towards toward among between into after".split()
)
_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})
_NOT = frozenset(
    {"never", "nothing", "nobody", "hardly", "rarely", "neither", "nor", "no", "not", "n't", "n’t", "seldom"}
)
_TO_ME = frozenset({"me", "us", "mine", "ours"})
_ME = frozenset({"i", "we", "me", "us", "my", "our"})


class Person(msgspec.Struct, frozen=True):
    """Somebody who is named, with the place in the sentence, in characters."""

    start: int
    end: int
    side: Side


@cache
def _words() -> dict[str, frozenset[str]]:
    read = resources.table(_FILE, dict[str, str])
    return {name: frozenset(words.split()) for name, words in read.items()}


def people_in(sentence: str) -> list[Person]:
    """Return those for whom the work of a sentence is done, in order; who is only spoken of is left out.

    Raises:
        ModelMissing: the language model is not installed.
    """
    read = parse(sentence)
    found = []
    for token in read.tokens:
        side = _side(read, token)
        if side and _is_for(read, token, side):
            found.append(Person(_first(read, token).start, token.end, side))
    return found


def denied(sentence: str, start: int) -> bool:
    """Tell whether somebody says of people not to serve or meet them, or to dislike them: "I never see customers".

    Args:
        sentence: the whole of it.
        start: where the word for them begins, in characters.

    Raises:
        ModelMissing: the language model is not installed.
    """
    if sentence.rstrip().endswith("?"):
        return True  # who asks names nobody
    read = parse(sentence)
    token = next((t for t in read.tokens if t.start <= start < t.end), None)
    return token is not None and _is_denied(read, token)


def _side(read: Parse, token: Token) -> Side | None:
    """Return on which side of the door these people stand; None for what is no word for people as those served."""
    word, lemma, words = token.lower, _singular(token), _words()
    if word == "ins" and token.i > 1 and read.tokens[token.i - 1].text == "-":
        return "external"  # "walk-ins"
    if word in words["anybody"]:
        return "external" if token.dep in _SUBJECT or token.dep == "poss" else None
    if word == "those":
        return "external" if any(c.dep == "relcl" for c in read.children(token.i)) else None
    if token.tag == "JJ" or (token.pos == "ADJ" and token.tag != "JJR"):
        the = token.i > 0 and read.tokens[token.i - 1].lower == "the"
        return "external" if the and word in words["those_who_are"] and token.dep in _PLACES else None
    several = word in _ALWAYS or token.tag in _PLURAL
    one = token.tag == "NN" and any(c.lower in _ANY_ONE for c in read.children(token.i))
    if token.tag == "NN" and _is_the_one_served(read, token):
        if lemma in _OWN:
            return "internal"
        one = True
    if not (several or one) or token.dep in {"compound", "npadvmod", "amod"}:
        return None
    known = word in _ALWAYS or lemma in persons() or (names_people(lemma) and lemma not in words["bodies"])
    if not known or lemma in words["others"]:
        return None
    if _is_inside(read, token, lemma):
        return "internal" if several else None
    return "external"


def _is_the_one_served(read: Parse, token: Token) -> bool:
    """Tell whether one person, or a team, is the object of an act of serving: "I serve the king", "I help my team"."""
    head = read.tokens[token.head]
    return token.dep == "dobj" and head.lemma in _SERVED_BY and any(c.lower in _THE_ONE for c in read.children(token.i))


def _is_inside(read: Parse, token: Token, lemma: str) -> bool:
    """Tell whether colleagues are meant: by their name, or because they are said to be ours at work."""
    return lemma in _words()["inside"] or any(c.lower in {"fellow", "internal"} for c in read.children(token.i))


def _singular(token: Token) -> str:
    lemma = token.lemma
    # A word with a capital, or one that the model does not know, keeps its plural.
    return (
        lemma.removesuffix("s") if token.tag in _PLURAL and lemma == token.lower and not lemma.endswith("ss") else lemma
    )


def _is_for(read: Parse, token: Token, side: Side) -> bool:
    """Tell by its place in the sentence whether the work is done for these people."""
    if _is_employer(read, token):
        return False
    node, words = _head_of_list(read, token), _words()
    head = read.tokens[node.head]
    if node.dep in _SUBJECT:
        # "Until people get up" tells whom the work reaches; "what managers want" tells who asks for it. In a sentence
        # of their own they count where I am in it: "Teachers rely on me".
        if any(c.lower == "what" for c in read.children(head.i)):
            return False
        mine = head.dep in _CLAUSES or (side == "external" and any(t.lower in _TO_ME for t in read.subtree(head.i)))
        return mine and not (head.lemma in words["telling"] and (side == "internal" or head.dep not in _CLAUSES))
    if node.dep == "poss":
        return side == "external"
    if node.dep in {"dobj", "dative"} and head.pos in {"VERB", "AUX"}:
        return _is_done_for(head, side)
    if node.dep == "pobj":
        return head.lower in _TOWARDS and _is_towards(read, head, side)
    return (
        node.dep in {"ROOT", "dep", "npadvmod"} and side == "external" and node.i > 0 and not _is_who_i_am(read, node)
    )


def _is_employer(read: Parse, token: Token) -> bool:
    """Tell whether one person, named by a trade, is whose work this is: "I do the books for a baker".

    Who serves bakers says so: "for bakers", "for every baker". One behind the name of my own job is whose job it is:
    "secretary of a school teacher", "a surgeon's assistant".
    """
    if token.tag != "NN" or not any(c.lower in {"a", "an"} for c in read.children(token.i)):
        return False
    first = _first(read, token)
    if not names_a_job(" ".join(t.text for t in read.tokens[first.i : token.i + 1])):
        return False
    node = _head_of_list(read, token)
    above = read.tokens[node.head]
    if node.dep == "poss":
        return _is_my_job(read, above)
    if node.dep != "pobj":
        return False
    return above.lower == "for" or (above.lower in {"of", "to"} and _is_my_job(read, read.tokens[above.head]))


def _is_my_job(read: Parse, token: Token) -> bool:
    """Tell whether a noun says what I am: "I am the secretary", "I work as secretary"."""
    above = read.tokens[token.head]
    if token.dep == "attr":
        return any(c.dep in _SUBJECT and c.lower in {"i", "we"} for c in read.children(above.i))
    return token.dep == "pobj" and above.lower == "as"


def _is_done_for(verb: Token, side: Side) -> bool:
    words = _words()
    return verb.lemma not in words["over"] or (side == "external" and verb.lemma in words["over_colleagues"])


def _is_towards(read: Parse, preposition: Token, side: Side) -> bool:
    """Tell whether what stands before a preposition reaches the people behind it."""
    words, head = _words(), read.tokens[preposition.head]
    if preposition.lower == "of":
        if head.lemma in words["groups"] or head.pos == "NUM":
            verb = read.tokens[_head_of_list(read, head).head]
            return side == "external" and head.dep == "dobj" and head.pos != "NUM" and _is_done_for(verb, "internal")
        return True
    if preposition.lower == "with" and (side == "internal" or _are_beside_me(read, preposition)):
        return False
    if preposition.lower in {"with", "to"} and (head.lemma in words["beside"] or head.lower == "together"):
        return False
    if preposition.lower == "with" and read.tokens[head.head].lemma in words["beside"]:
        return False
    return not (head.pos == "VERB" and head.lemma in words["over"] and preposition.lower in {"over", "with"})


def _are_beside_me(read: Parse, preposition: Token) -> bool:
    """Tell whether those behind "with" do the same work: "with three other women"."""
    return any(t.lower in {"other", "fellow"} for t in read.subtree(preposition.i))


def _is_who_i_am(read: Parse, token: Token) -> bool:
    return any(c.dep in {"cop", "nsubj"} for c in read.children(token.i))


def _head_of_list(read: Parse, token: Token) -> Token:
    while token.dep in _JOINED and token.head != token.i:
        token = read.tokens[token.head]
    return token


def _first(read: Parse, token: Token) -> Token:
    """Return the first word of the name: "card holders", "5th graders", "walk-ins"."""
    if token.i > 1 and read.tokens[token.i - 1].text == "-":
        return read.tokens[token.i - 2]
    while (
        token.i > 0
        and read.tokens[token.i - 1].dep in {"compound", "amod"}
        and read.tokens[token.i - 1].head >= token.i
    ):
        token = read.tokens[token.i - 1]
    return token


def _is_denied(read: Parse, token: Token) -> bool:
    """Climb from the people to the verbs of which they are the object, and look for a "not" at one of dealing."""
    words, node, seen = _words(), token, set[int]()
    if any(c.lower == "no" for c in read.children(token.i)):
        behind = read.tokens[token.i + 1].lower if token.i + 1 < len(read.tokens) else ""
        if token.dep == "ROOT" or behind in {"here", "there", "around"}:
            return True
    if any(t.lower in {"not", "never"} for t in read.tokens[max(0, token.i - 3) : token.i]) and token.i > 0:
        before = [t.lower for t in read.tokens[max(0, token.i - 3) : token.i]]
        at = max(n for n, word in enumerate(before) if word in {"not", "never"})
        if not _ONLY.intersection(before[at + 1 :]) and not any(t in words["dealing"] for t in before[at + 1 :]):
            # "not about customers", "not for them"; a verb in between is looked at below.
            between = read.tokens[token.i - len(before) + at + 1 : token.i]
            if all(t.pos not in {"VERB", "AUX"} for t in between):
                return True
    while node.i not in seen:
        seen.add(node.i)
        head = read.tokens[node.head]
        as_subject = node.dep in _SUBJECT
        if head.i == node.i:
            break
        if head.pos in {"VERB", "AUX"} and _turned_away(read, head, as_subject=as_subject):
            return True
        if head.lower in words["weary"] or (head.lower == "up" and read.tokens[head.head].lower in words["weary"]):
            return True
        node = head
    return False


def _turned_away(read: Parse, verb: Token, *, as_subject: bool) -> bool:
    """Tell whether a verb says that these people are not dealt with, or not liked."""
    words, below = _words(), read.children(verb.i)
    mine = any(c.dep in _SUBJECT and c.lower in _ME for c in below) or not any(c.dep in _SUBJECT for c in below)
    if as_subject:
        if verb.lemma in words["annoy"]:
            return any(c.lower in _ME for c in below)
        if any(c.dep == "attr" and c.lemma in words["nuisance"] for c in below):
            return True
        nobodys = any(c.dep == "attr" and c.lemma in words["own_affair"] for c in below)
        return _is_negated(read, verb) and (nobodys or verb.lemma in {"matter", "interest", "concern", "exist"})
    if not mine:
        return False
    if verb.lower == "used" and any(c.dep == "xcomp" for c in below):
        return True  # "I used to help customers"
    if verb.lemma in words["dislike"] or (verb.lemma == "stand" and _is_negated(read, verb)):
        return True
    return verb.lemma in words["dealing"] and _is_negated(read, verb)


def _is_negated(read: Parse, verb: Token) -> bool:
    below = read.children(verb.i)
    if any(c.lower in _ONLY for c in below):
        return False
    if any(c.dep == "neg" or c.lower in _NOT for c in below):
        return True
    # "I have no contact with customers"
    return any(c.dep in {"dobj", "attr"} and any(d.lower == "no" for d in read.children(c.i)) for c in below)
