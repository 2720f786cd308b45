"""What the writer must know of a statement before it adds to it: is it whole, does it already give an end?"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.rewriting.offline.beside import commas, ends_aside, has_list, is_unknown_work
from jdrewrite.rewriting.offline.given_end import has_end
from jdrewrite.rewriting.offline.opening import opens_plainly
from jdrewrite.rewriting.offline.saying_act import behind_label, is_act

_UNFINISHED = re.compile(
    r"(?:[:,;–—-]|\b(?:and|or|and/or|to|for|with|of|the|including|such as|e\.g\.|i\.e\.))\s*$",
    re.IGNORECASE,
)
_LISTED, _ACTS = 4, 4
"""Commas, and acts, from which a statement is a list that nothing more can be hung on."""
_MANY = 3
"""Acts from which the effect would rather be that of another line."""
_SEVERAL = re.compile(r"\w,\s[^,;:]+,?\s(?:and|or|&)\s")
"""A list of three: "pricing, lead times and terms"."""
_SAID = re.compile(
    r"\b(?:so that|thereby|which|that|because|help\w*|enabl\w*|allow\w*|for the (?:purpose|benefit)|in support|in the interest|"
    r"and (?:\w+ly )?(?:ensure|enable|support|drive|improve|enhance|facilitate|lead|meet|make)s?)\b",
    re.IGNORECASE,
)
"""Words of a line that say what comes of it for somebody, or add an act that is half an end: nothing goes well behind them."""
_AIMED = 20
"""Words of a line with an aim up to which an effect goes behind it."""
_CLOSING = re.compile(r"[.;]+\s*$")
_SHORTENED = re.compile(r"\betc$", re.IGNORECASE)
"""Words whose full stop is their own."""
_REACH = 8
"""Steps in the parse from an act to its object: "manage the intake and review of vendor invoices"."""
_THROUGH = frozenset(
    "number quantity supply volume range variety set series amount collection type kind aspect part area portfolio share piece intake "
    "point review processing preparation creation development delivery design maintenance management execution completion "
    "implementation coordination operation scheduling planning production analysis administration oversight assembly "
    "installation handling resolution evaluation monitoring tracking collection entry documentation day-to-day "
    "supervision training onboarding hiring recruitment recruiting building testing deployment integration execution "
    "phase stage range component effort facet end need activity task opportunity aspect "
    "use all any each some most member team group level quality accuracy integrity status progress "
    "ownership introduction provision improvement scaling".split()
)
"""Nouns through which an act reaches its object: "lead the design of interfaces" designs interfaces."""
_TAKES_PART = frozenset("responsible accountable help assist participate contribute support aid".split())
"""Words behind which an -ing form is an act of the role as well: "assist in maintaining records"."""
_LIGHT = frozenset("activity task work duty need effort initiative request matter item operation".split())
"""Nouns that add little behind another: "safety training activities" is safety training."""
_PLAIN_MODIFIERS = frozenset(
    "team department company business project product service user customer client quality key core high quality level "
    "day week month quarter year end time co office staff variety".split()
)
"""Nouns before a noun that leave it what it is: "team meetings" are meetings, "document management tasks" no tasks."""
_ENSURES = frozenset({"ensure", "assure"})
"""Acts that are done to what is spoken of in the clause behind them: "ensure that records are complete"."""
_BESIDE = frozenset(
    "by through via under during per within as according without like before after against until beyond for from into towards toward".split()
)
"""Prepositions behind which nothing is done to a thing."""
_NEEDED = {
    "advocate": "for",
    "care": "for",
    "search": "for",
    "apply": "for",
    "serve": "as",
    "act": "as",
    "look": "after",
}
"""Verbs that take what they are about behind such a preposition: "advocate for accessibility"."""
SHORT, LONG = 4, 27
"""Words: a shorter statement is a label rather than a duty, a longer one is hard enough to read as it is."""


class Anatomy(msgspec.Struct, frozen=True):
    """A statement taken apart."""

    body: str
    """The text without its final full stop or semicolon."""
    closing: str
    words: int
    parse: Parse
    has_end: bool
    """The statement itself already gives a purpose or an effect."""
    whole: bool
    """It is one complete act, in the imperative, the third person, as a gerund, or with a subject."""
    start: int = 0
    """Where the duty begins, behind a label: "Reporting: Create dashboards"."""

    @property
    def may_be_given_an_end(self) -> bool:
        """Whether an effect can be added: a whole act that says nothing yet of what it is for."""
        return not self.has_end and self._is_one_act

    @property
    def may_go_on(self) -> bool:
        """Whether an effect can stand behind the aim that it gives: "test the load to ensure speed", so that ...

        Of 37 lines with an aim of this kind readers took 65 % as they were and rejected 13 %, of 23 with another end
        ("documents that support ...", "and ensure ...") 26 % and 22 %.
        """
        root = self.parse.root()
        aims = self.has_end and self.words <= _AIMED and not _SAID.search(self.body)
        # Another end is asked of the plainest lines alone.
        plain = self.body.count(",") < _LISTED and self._verbs_apart < _MANY and not self.ends_aside
        return aims and plain and self._is_one_act and root is not None and root.lemma not in _ENSURES

    @property
    def _is_one_act(self) -> bool:
        duty = self.body[self.start :]
        is_list = commas(duty) >= _LISTED or has_list(duty) or self._acts_apart >= _ACTS
        return self.whole and not is_list and not is_unknown_work(duty) and not self._turns_to_others

    @property
    def _turns_to_others(self) -> bool:
        """Whether it ends with what the organisation does: "you will join the team and we will train you"."""
        we = [t for t in self.parse.tokens if t.lower == "we" and t.dep == "nsubj"]
        return any(self._beside(self.parse.tokens[t.head]).dep in {"ROOT", "ccomp"} for t in we)

    @property
    def takes_an_effect(self) -> bool:
        """Whether an effect can be added at all."""
        return self.may_be_given_an_end or self.may_go_on

    @property
    def is_last_choice(self) -> bool:
        """Whether the effect would rather be that of another line."""
        return self.names_several or self.is_minor or not self.may_be_given_an_end

    @property
    def is_minor(self) -> bool:
        """Whether the effect would be that of an act which is one of three, or done only when there is need."""
        return self.ends_aside or self._acts_apart >= _MANY

    @property
    def ends_aside(self) -> bool:
        """Whether it ends with when it is done, so that only behind a comma an effect is that of the act."""
        return ends_aside(self.body)

    @property
    def names_several(self) -> bool:
        """Whether three things or acts stand side by side: one effect seldom is that of all of them."""
        return bool(_SEVERAL.search(self.body))

    @property
    def _acts_apart(self) -> int:
        """How many acts with objects of their own the statement holds: one effect cannot be that of all."""
        return sum(self._beside(t).dep in {"ROOT", "ccomp"} for t in self._verbs())

    @property
    def _verbs_apart(self) -> int:
        """The same with those of its aims and means."""
        return len(self._verbs())

    def _verbs(self) -> list[Token]:
        """Return the verbs with an object of their own that stand for themselves or beside another."""
        verbs = [t for t in self.parse.tokens if t.pos == "VERB" and t.dep in {"ROOT", "conj", "ccomp"}]
        return [t for t in verbs if any(c.dep in {"dobj", "prep"} for c in self.parse.children(t.i))]

    def _beside(self, verb: Token) -> Token:
        """Return the first of the verbs beside which a verb stands: what is done "by listening and asking" is one act."""
        while verb.dep == "conj" and verb.head != verb.i:
            verb = self.parse.tokens[verb.head]
        return verb

    def does(self, act_start: int, thing_start: int, thing_end: int) -> bool:
        """Tell whether the word at ``act_start`` is an act of the role, and the thing its object.

        An output is found by its words; but for the plainest lines only the parse knows that "support" is no act in "with
        support from others".
        """
        tokens = self.parse.tokens
        act = next((t for t in tokens if t.start == act_start), None)
        thing = self._head_of_span(thing_start, thing_end)
        if act is None or thing is None:
            return False
        if opens_plainly(self.parse, act, thing, thing_start):
            return True
        if not self._is_own_act(act):
            return False
        if act.tag in {"VBN", "VBD"}:
            return False
        if thing.pos not in {"NOUN", "PROPN"} and thing.tag != "VBG":
            return False
        if any(t.tag in {"VB", "VBP", "VBZ"} for t in tokens if thing_start <= t.start < thing.start):
            return False  # "design solutions" is no design of a solution where "design" is the verb
        return self._reaches(self._head_of_phrase(thing), act)

    def _head_of_span(self, start: int, end: int) -> Token | None:
        """Return the noun that a phrase is about: the inventory in "inventory of all equipment"; else its last word."""
        inside = [t for t in self.parse.tokens if start <= t.start and t.end <= end]
        last = next((t for t in inside if t.end == end), None)
        around = {t.i for t in inside}
        behind = any(t.dep == "prep" and t.lower == "of" for t in inside)
        heads = [t for t in inside if t.head not in around or t.head == t.i]
        return heads[0] if behind and len(heads) == 1 and heads[0].pos in {"NOUN", "PROPN"} else last

    def is_narrowed(self, thing_start: int, thing_end: int) -> bool:
        """Tell whether other nouns make the thing one of another kind: "regression test scripts" are no scripts."""
        thing = next((t for t in self.parse.tokens if t.end == thing_end), None)
        if thing is None:
            return False
        before = (t for t in self.parse.children(thing.i) if t.dep in {"compound", "nmod"} and t.start < thing_start)
        return any(t.lemma not in _PLAIN_MODIFIERS and t.lower not in _PLAIN_MODIFIERS for t in before)

    def _head_of_phrase(self, thing: Token) -> Token | None:
        """Return the noun that the thing stands for; None where the phrase is about something else."""
        tokens = self.parse.tokens
        while thing.dep in {"compound", "amod", "nmod", "poss"} and thing.head != thing.i:
            head = tokens[thing.head]
            if head.pos in {"NOUN", "PROPN"} and head.lemma not in _LIGHT:
                return None
            thing = head
        return thing

    def _reaches(self, node: Token | None, act: Token) -> bool:
        """Tell whether the way up from a noun to the act passes nothing that changes what is done."""
        tokens = self.parse.tokens
        for _ in range(_REACH):
            if node is None or node.i == act.i:
                return node is not None
            above = tokens[node.head]
            if node.dep in {"nsubj", "nsubjpass"} and above.dep == "ccomp" and above.head == act.i:
                return act.lemma in _ENSURES
            if node.head == node.i or not self._passes(node, above, act):
                return False
            node = above
        return False

    def _passes(self, node: Token, above: Token, act: Token) -> bool:
        """Tell whether what is done by the word above a word is done to it as well."""
        if above.i != act.i and above.pos == "VERB" and above.dep not in {"conj", "xcomp"}:
            return False
        if node.dep in {"advcl", "relcl", "acl", "ccomp"}:
            return False
        passes = node.dep == "conj" or above.lemma in _THROUGH or above.pos in {"VERB", "ADP", "AUX", "PART"}
        if above.i != act.i and not passes:
            return False
        if node.dep == "prep" and above.pos == "VERB" and not _leads_to(above, node):
            return False
        if node.dep == "prep" and above.pos in {"NOUN", "PROPN"} and node.lower != "of":
            return False
        return not (node.pos == "VERB" and node.dep == "conj" and self._has_object(above, node.i))

    def _has_object(self, verb: Token, before: int) -> bool:
        """Tell whether a verb has an object of its own, so that it does not share that of the next verb."""
        return any(t.dep in {"dobj", "prep", "ccomp"} and t.i < before for t in self.parse.children(verb.i))

    def _is_own_act(self, token: Token) -> bool:
        """Tell whether a verb is the main one, or coordinated with it."""
        while token.pos == "VERB" and token.dep in {"conj", "xcomp", "pcomp", "dep"} and token.head != token.i:
            token = self.parse.tokens[token.head]
            if token.pos == "ADP":
                return self.parse.tokens[token.head].lemma in _TAKES_PART
        return (token.pos in {"VERB", "AUX"} and token.dep in {"ROOT", "ccomp"}) or token.head == token.i

    @property
    def opens_with_act(self) -> bool:
        """Whether the first word is the act itself, so that a purpose can be put before it."""
        return self.parse.lead == "You will " and not self.start and not self.has_end


def _leads_to(verb: Token, preposition: Token) -> bool:
    """Tell whether what follows the preposition is what is worked on, or whom one works with."""
    if verb.lemma == "work":
        return preposition.lower in {"with", "alongside", "across"}
    return preposition.lower not in _BESIDE or _NEEDED.get(verb.lemma) == preposition.lower


@lru_cache(maxsize=2048)
def anatomy(text: str) -> Anatomy:
    """Take a statement apart.

    Raises:
        ModelMissing: the language model is not installed.
    """
    closing = m.group() if (m := _CLOSING.search(text)) else ""
    body = text[: len(text) - len(closing)]
    if closing and _SHORTENED.search(body):
        body += "."
    start = behind_label(text)
    found = parse(text[start:])
    words = len(re.findall(r"\w+(?:['’-]\w+)*", body))
    whole = (
        not _UNFINISHED.search(body)
        and body.count("(") == body.count(")")
        and "?" not in body
        and "!" not in body
        and "\n" not in body
        and is_act(found)
    )
    ends = has_end(found, len(body) - start)
    return Anatomy(body, closing.strip(), words, found.shifted(text, start), ends, whole, start)


def tail_of(found: Parse, token: Token) -> tuple[int, int]:
    """Return the span in characters of a token with all that depends on it."""
    inside = found.subtree(token.i)
    return inside[0].start, inside[-1].end
