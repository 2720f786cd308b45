"""What the writer must know of a statement before it adds to it: is it whole, does it already give an end?"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.rewriting.offline.beside import commas, ends_aside, has_list, is_unknown_work
from jdrewrite.rewriting.offline.done_to import ENSURES
from jdrewrite.rewriting.offline.given_end import has_end
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
_AND = re.compile(r"[,;/&]|\band\b")
"""What parts two acts or two things."""
_SENTENCE = re.compile(r"[^.]*")
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
        return aims and plain and self._is_one_act and root is not None and root.lemma not in ENSURES

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
    def is_minor(self) -> bool:
        """Whether the effect would be that of an act which is one of three, or done only when there is need."""
        return self.ends_aside or self._acts_apart >= _MANY

    def goes_on_around(self, start: int, end: int) -> bool:
        """Tell whether a statement of several acts has others on both sides of a span, so that its effect is not theirs.

        Of 39 effects in such a place readers with the whole text took 41 % as they were and called 36 % untrue, of 800
        of statements of one act 71 and 12 %.

        Args:
            start: of what the effect is of, in characters.
            end: of the same.
        """
        before, behind = self.body[self.start : start], _SENTENCE.match(self.body[end:])
        return self._acts_apart > 1 and bool(_AND.search(before)) and bool(behind and _AND.search(behind[0]))

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

    @property
    def opens_with_act(self) -> bool:
        """Whether the first word is the act itself, so that a purpose can be put before it."""
        return self.parse.lead == "You will " and not self.start and not self.has_end


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
