"""A text as the judge sees it: its tokens, and which parts of it only give an end."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.language import Parse, parse, plain
from jdrewrite.language.sentences import sentences
from jdrewrite.verifying.lexicon import lexicon

Span = tuple[int, int]

_OPENERS = re.compile(
    r"(?:,\s*|\s+—\s*|\s+–\s*|;\s*)?\b(?P<opener>so that|so(?= (?:\w+ ){1,4}?(?:can|get|are|know|have|receive|do|find|will|never|always|need)\b)|"
    r"in order that|in order to|so as to|in (?:such )?a way that|in ways that|which (?:\w+ly )?(?:helps?|lets?|means?|allows?|enables?|gives?|keeps?|spares?|makes?|ensures?|protects?|leaves?|saves?)|"
    r"that (?:helps?|lets?|means?|allows?|enables?|gives?|spares?)|because|meaning(?: that)?|"
    r"(?:helping|letting|enabling|allowing|ensuring|giving|keeping|sparing|making|leaving|protecting|saving|supporting|serving|thereby \w+ing)|"
    r"for the (?:benefit|good|sake) of|on behalf of|with (?:the )?(?:aim|goal|purpose) of|as (?:customers|clients|patients|users|people)|"
    r"to (?:help|let|enable|allow|ensure|make sure|give|keep|spare|support|protect|serve|make|leave|save|meet|maximi[sz]e|minimi[sz]e|increase|reduce|improve|achieve|drive|hit|avoid|prevent|"
    r"boost|raise|grow|beat|deliver|provide|show|bring|get|see|reassure|free|satisfy|exceed|lower|cut|secure|maintain|earn|build|do right))\b",
    re.IGNORECASE,
)
_EFFECT_SENTENCE = re.compile(
    r"(?:this|that|it|these|doing so|done well|as a result|in this way|this way|that way|thus|the result|the aim|the purpose|the point|here)\b", re.IGNORECASE
)
_FRONTED = re.compile(r"(?:to|so that|in order to|so|by \w+ing)\b", re.IGNORECASE)


class Text(msgspec.Struct, frozen=True):
    """One text, taken apart for the checks."""

    text: str
    parse: Parse
    sentences: tuple[Span, ...]
    ends: tuple[Span, ...]
    """Clauses and sentences that only give a purpose or an effect."""

    def in_end(self, at: int) -> bool:
        """Tell whether a place lies in a clause that only gives an end."""
        return any(start <= at < end for start, end in self.ends)


@lru_cache(maxsize=4096)
def text_of(raw: str) -> Text:
    """Take a text apart.

    Raises:
        ModelMissing: the language model is not installed.
    """
    text = plain(raw)
    spans = tuple(sentences(text)) or ((0, len(text)),)
    ends: list[Span] = []
    for number, (start, end) in enumerate(spans):
        ends += _ends_in(text, start, end, first=number == 0)
    return Text(text, parse(text), spans, tuple(ends))


def _ends_in(text: str, start: int, end: int, *, first: bool) -> list[Span]:
    sentence = text[start:end]
    if not first and (_EFFECT_SENTENCE.match(sentence) or _about_others(sentence)):
        return [(start, end)]
    fronted = _FRONTED.match(sentence)
    comma = _main_comma(sentence) if fronted else -1
    if fronted and comma > 0:
        rest = _first_opener(sentence, comma)
        return [(start, start + comma + 1), *([(start + rest, end)] if rest >= 0 else [])]
    at = _first_opener(sentence, 1)
    return [(start + at, end)] if at >= 0 else []


def _first_opener(sentence: str, from_: int) -> int:
    match = _OPENERS.search(sentence, from_)
    return match.start() if match else -1


def _main_comma(sentence: str) -> int:
    """Return the comma after a fronted purpose: the last one before the main verb, which a capital or verb follows."""
    places = [m.start() for m in re.finditer(r",\s", sentence)]
    return places[0] if places else -1


def _about_others(sentence: str) -> bool:
    """Tell whether a further sentence speaks of those served, not of the role."""
    return bool(re.match(r"(?:our |the |all |every |each )?(?:\w+ )?(?:customers?|clients?|patients?|residents?|users?|guests?|students?|members of the public|people|members|families|tenants|citizens|learners|donors|passengers|visitors|callers|buyers|consumers|readers|colleagues)\b[’']?", sentence, re.IGNORECASE))


def inward_ends(text: Text) -> list[Span]:
    """Return the ends that are the organisation's own, which a rewrite may drop or replace."""
    words = lexicon().inward
    return [
        (start, end)
        for start, end in text.ends
        if any(word in words for word in re.findall(r"[a-z]+", text.text[start:end].lower()))
    ]
