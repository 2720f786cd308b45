"""What the writer must know of a statement before it adds to it: is it whole, does it already give an end?"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.language import Parse, Token, parse

_END = re.compile(
    r"\b(so that|so as to|in order (?:to|that)|to ensure|ensur(?:e|es|ing)|thereby|which (?:lets|helps|means|allows)|"
    r"helping|enabling|allowing|with the (?:goal|aim|purpose|objective) of|for the (?:purpose|benefit) of|because|"
    r"to (?:help|enable|allow|support|make sure|provide|deliver|drive|achieve|meet|improve|maintain|maximi[sz]e|minimi[sz]e|"
    r"facilitate|promote|prevent|avoid|protect|increase|reduce|determine|identify|assure|guarantee))\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[:,;–—-]|\b(?:and|or|and/or|to|for|with|of|the|including|such as|etc|e\.g\.|i\.e\.))\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[.;]+\s*$")
_REACH = 5
"""Steps in the parse from an act to its object: "manage the intake and review of vendor invoices"."""
SHORT, LONG = 4, 28
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

    def does(self, act_start: int, thing_end: int) -> bool:
        """Tell whether the word at ``act_start`` is an act of the role, and what ends at ``thing_end`` its object.

        An output is found by its words; only the parse knows that "support" is no act in "with support from others".
        """
        tokens = self.parse.tokens
        act = next((t for t in tokens if t.start == act_start), None)
        thing = next((t for t in tokens if t.end == thing_end), None)
        if act is None or thing is None or not self._is_own_act(act):
            return False
        node, steps = thing, 0
        while node.i not in {act.i, node.head} and steps < _REACH:
            if node.pos == "VERB" and node.dep not in {"conj", "xcomp"}:
                return False
            node, steps = tokens[node.head], steps + 1
        return node.i == act.i

    def _is_own_act(self, token: Token) -> bool:
        """Tell whether a verb is the main one, or coordinated with it."""
        while token.pos == "VERB" and token.dep in {"conj", "xcomp", "pcomp", "dep"} and token.head != token.i:
            token = self.parse.tokens[token.head]
            if token.lower in {"responsible", "accountable", "for"}:
                return True
        return (token.pos in {"VERB", "AUX"} and token.dep in {"ROOT", "ccomp"}) or token.head == token.i

    @property
    def opens_with_act(self) -> bool:
        """Whether the first word is the act itself, so that a purpose can be put before it."""
        return self.parse.lead == "You will "


@lru_cache(maxsize=2048)
def anatomy(text: str) -> Anatomy:
    """Take a statement apart.

    Raises:
        ModelMissing: the language model is not installed.
    """
    closing = m.group() if (m := _CLOSING.search(text)) else ""
    body = text[: len(text) - len(closing)]
    found = parse(text)
    words = len(re.findall(r"\w+(?:['’-]\w+)*", body))
    whole = (
        not _UNFINISHED.search(body)
        and body.count("(") == body.count(")")
        and "?" not in body
        and "!" not in body
        and "\n" not in body
        and _is_act(found)
    )
    return Anatomy(body, closing.strip(), words, found, bool(_END.search(body)), whole)


def _is_act(found: Parse) -> bool:
    """Tell whether the statement says what the role does, not what it is, has, or what somebody else does."""
    if found.lead:
        return True
    root = found.root()
    if root is None or root.pos != "VERB":
        return False
    subject = next((t for t in found.children(root.i) if t.dep == "nsubj"), None)
    return subject is not None and subject.lower in {
        "you",
        "incumbent",
        "role",
        "position",
        "postholder",
        "holder",
    }


def tail_of(found: Parse, token: Token) -> tuple[int, int]:
    """Return the span in characters of a token with all that depends on it."""
    inside = found.subtree(token.i)
    return inside[0].start, inside[-1].end
