"""Members of a list that say how, by what way or where: of "by phone or electronically", both must stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.matching import filler
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.spans import elsewhere
from jdrewrite.verifying.texts import Text

_PARTING = frozenset({",", ";", "and", "or", "&", "/", "and/or"})
_JOINING = frozenset({"and", "or", "&", "/", "and/or"})
_STOPS = frozenset({".", ":", ";", "(", ")", "–", "—", "!", "?"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM"})
_MOST = 5
"""Words of a member: what is longer is a clause, and the other checks read it."""
_PRAISE = frozenset(
    "efficiently effectively professionally successfully properly appropriately positively well".split()
)
"""Adverbs that only say that the work is to be good."""
_FOCUS = frozenset(
    "only especially particularly mainly mostly primarily partly possibly preferably together also usually".split()
)
"""Adverbs that belong to the phrase behind them: "and especially in winter"."""
_TURNS = (
    re.compile(r"\bin[- ]person\b|\bpersonal(?:ly)?\b|\bface[- ]to[- ]face\b|\bon the spot\b", re.IGNORECASE),
    re.compile(
        r"\b(?:electronic|digital|virtual)\w*|\bonline\b|\be-?mails?\b|\bweb\w*|\binternet\b|\bcomputer\w*", re.IGNORECASE
    ),
    re.compile(r"\bremote\w*|\bfrom (?:home|afar|a distance)\b|\bonline\b|\bvirtual\w*", re.IGNORECASE),
    re.compile(r"\b(?:verbal|oral)\w*|\bspoken\b|\bsp(?:eak|eech|oke)\w*|\btalk\w*|\bword of mouth\b|\baloud\b", re.IGNORECASE),
    re.compile(r"\bin writing\b|\bwritten\b|\bwrit(?:e|es|ing)\b|\bletters?\b|\bon paper\b", re.IGNORECASE),
    re.compile(r"\bindividual(?:ly)?\b|\bone[- ](?:to|on|by)[- ]one\b|\b(?:alone|singly)\b|\beach\b", re.IGNORECASE),
    re.compile(r"\bindependent\w*|\bon (?:your|his|her|their|its|one[’']s) own\b|\balone\b|\bindividual(?:ly)?\b", re.IGNORECASE),
    re.compile(r"\bon time\b|\bpunctual\w*|\btimely\b|\bdeadlines?\b|\bprompt\w*|\bschedule\b", re.IGNORECASE),
    re.compile(r"\bby hand\b|\bmanual(?:ly)?\b", re.IGNORECASE),
)  # fmt: skip
"""Ways of doing something that are said in several turns of phrase, of which the tables of words know only a part."""


def compare(before: Text, after: Text) -> Outcome:
    """Find members of which the rewrite has nothing, while it keeps another member of their list."""
    lost = []
    for group in _lists(before):
        gone = [m for m in group if not (before.droppable(m[0].start) or _stands(before, m, after))]
        gone = [m for m in gone if m[0].lower not in _PRAISE]
        if gone and len(gone) < len(group) and len(gone) > _newcomers(before, after):
            lost += [m for m in gone if not _asked_by_word(before, m)]
    return Outcome(lost=[_fact(before, member) for member in lost])


def _lists(text: Text) -> Iterator[list[list[Token]]]:
    """Yield each list of adverbs and phrases, as the words of its members; what opens the first one is left out."""
    tokens = text.parse.tokens
    for joint in tokens:
        if joint.lower not in _JOINING or joint.pos not in {"CCONJ", "SYM", "PUNCT"}:
            continue
        last = _opening(_up_to(tokens[joint.i + 1 :]))
        if not _adverbial(last):
            continue
        members, at = [last], joint.i
        while at > 0:
            cut = next(
                (n for n in range(at - 1, -1, -1) if tokens[n].lower in _PARTING or tokens[n].text in _STOPS), -1
            )
            inside = list(tokens[cut + 1 : at])
            if not inside:
                at = cut if cut >= 0 and tokens[cut].lower in _PARTING else 0
                continue  # the comma of ", and"
            member = inside if _adverbial(inside) else _closing(inside)
            if member:
                members.insert(0, member)
            if len(member) < len(inside) or cut < 0 or tokens[cut].lower != ",":
                break
            at = cut
        if len(members) > 1:
            yield members


def _up_to(tokens: tuple[Token, ...] | list[Token]) -> list[Token]:
    """Return the words before the next sign or joint."""
    found = []
    for token in tokens:
        if token.lower in _PARTING or token.text in _STOPS:
            break
        found.append(token)
    return found


def _opening(words: list[Token]) -> list[Token]:
    """Return the adverb or phrase with which words begin: of "electronically to all voters", "electronically"."""
    small = [n for n, t in enumerate(words) if t.tag in {"IN", "TO"} and t.lower != "of"]
    if small[:1] == [1] and words[0].lower.endswith("ly") and words[0].lower not in _FOCUS:
        return words[:1]
    return words[: small[1]] if small[:1] == [0] and len(small) > 1 else words


def _adverbial(words: list[Token]) -> bool:
    """Tell whether the words are one adverb, or a phrase behind a preposition with its noun."""
    if not 0 < len(words) <= _MOST or any(t.pos in {"VERB", "AUX", "PRON"} for t in words):
        return False
    if words[0].pos == "ADV" or (words[0].lower.endswith("ly") and words[0].pos != "NOUN"):
        return len(words) == 1
    return (
        words[0].tag == "IN"
        and words[-1].pos in {"NOUN", "PROPN"}
        and sum(t.tag == "IN" and t.lower != "of" for t in words) == 1
    )


def _closing(words: list[Token]) -> list[Token]:
    """Return the adverb or phrase with which words end: of "Answers voters at the counter", "at the counter"."""
    ways = (words[n:] for n in range(len(words) - 1, 0, -1))
    return next((way for way in ways if _adverbial(way)), [])


def _stands(before: Text, member: list[Token], after: Text) -> bool:
    """Tell whether the rewrite has a word for any of a member's, or another turn of phrase for the whole."""
    said = before.text[member[0].start : member[-1].end]
    if re.search(rf"\b{re.escape(said)}\b", after.text, re.IGNORECASE):
        return True
    if any(turn.search(said) and turn.search(after.text) for turn in _TURNS):
        return True
    names = [_bare(t) for t in member if t.pos in _NAMING and not among("grammar", t.lower)]
    inside = {t.i for t in member}
    rest = [_bare(t) for t in before.parse.tokens if t.i not in inside]
    there = [_bare(t) for t in after.parse.tokens if t.pos in {*_NAMING, "VERB"} and not among("grammar", t.lower)]
    fresh = [word for word in there if word not in rest]  # a word stands for itself first
    return not names or any(
        any(akin(one, other) for other in there) or any(same(one, other) for other in fresh) for one in names
    )


def _bare(token: Token) -> str:
    """Return the base form, of an adverb that of its adjective: "safely" says what "safe" does."""
    word = token.lower
    if token.lemma.lower() == word and word.endswith("ily") and len(word) > _MOST:
        return f"{word[:-3]}y"
    return word[:-2] if token.pos == "ADV" and word.endswith("ly") and len(word) > _MOST else token.lemma


def _newcomers(before: Text, after: Text) -> int:
    """Count the words of the rewrite's duty that may stand for a member: new ones, that say how or by what."""
    known = [_bare(t) for t in before.parse.tokens]
    come = {
        _bare(t)
        for t in after.parse.tokens
        if t.pos in _NAMING and not among("grammar", t.lower) and not after.in_end(t.start)
    }
    return sum(not any(same(one, other) for other in known) for one in come)


def _asked_by_word(text: Text, member: list[Token]) -> bool:
    """Tell whether the member is asked for anyway: as a word of content, or as a figure, a time or a modal."""
    start, end = member[0].start, member[-1].end
    elsewhere_asked = any(a < end and start < b for a, b in elsewhere(text))
    return elsewhere_asked or any(not filler(w) for w in text.words if start <= w.start < end)


def _fact(text: Text, member: list[Token]) -> Fact:
    start, end = member[0].start, member[-1].end
    return Fact(check="members", text=text.text[start:end], start=start, end=end)
