"""A text as the judge sees it: its words in a form that can be compared, and which parts of it only give an end."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.language.lead import lead
from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import plain
from jdrewrite.verifying.ends import Span, ends_in, inward_ends
from jdrewrite.verifying.lexicon import akin, among, base, known, lexicon

_REACH = 6
"""Words that may stand between a verb and its second word: "carry the weekly count out"."""
_FEW, _MOSTLY = 3, 0.6
"""An end of fewer words is too short to tell by; the share of known words from which it is the original's own."""
_PUTTING = frozenset({"put", "bring", "take"})
"""Verbs that say something only with where to: "put the plan into practice"."""
_PARTICLES = frozenset({"out", "up", "off", "through"})
_CLITICS = frozenset("n’t 'll ’ll 're ’re 've ’ve 'd ’d 'm ’m".split())
_LEADING = 120
"""Characters before a place by which one tells how it is meant."""
_OPENING, _TITLE = 40, 7
"""Characters within which a statement names who does the work, and words in which it does."""
_ARTICLE = re.compile(r"(?:the|an?|this|our)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]", re.UNICODE)


class Word(msgspec.Struct, frozen=True):
    """One word of content."""

    form: str
    """Base form; for "carry out" that of what it means."""
    text: str
    start: int
    end: int
    verb: bool
    """Tagged as a verb that somebody does."""
    i: int
    """Index of its token."""


class Text(msgspec.Struct, frozen=True):
    """One text, taken apart for the checks."""

    text: str
    parse: Parse
    words: tuple[Word, ...]
    ends: tuple[Span, ...]
    """Clauses and sentences that only give a purpose or an effect: what comes new in them is no duty."""
    inward: tuple[Span, ...]
    """Ends that are the organisation's own: what stands in them may go."""

    def in_end(self, at: int) -> bool:
        """Tell whether a place lies in a clause that only gives an end."""
        return any(start <= at < end for start, end in self.ends)

    def names_the_role(self, at: int) -> bool:
        """Tell whether a place lies in the subject that names who does the work: "A data architect must ..."."""
        root = self.parse.root()
        for token in self.parse.children(root.i) if root else ():
            if token.dep == "nsubj" and token.start < _OPENING and _ARTICLE.match(self.text):
                inside = self.parse.subtree(token.i)
                return inside[0].start <= at < inside[-1].end and len(inside) <= _TITLE
        return False

    def droppable(self, at: int) -> bool:
        """Tell whether a place lies in an inward end."""
        return any(start <= at < end for start, end in self.inward)


def leading_to(text: str, at: int) -> str:
    """Return the last words before a place, which tell how it is meant; a long text is not searched from its start."""
    return text[max(0, at - _LEADING) : at]


def newly(said: re.Pattern[str], before: Text, after: Text) -> list[re.Match[str]]:
    """Return where a rewrite says something that the original does not, outside of an added end.

    What stands in the original already, or in an effect on others, makes up for nothing that the duty lost.
    """
    old = before.text.lower()
    return [m for m in said.finditer(after.text) if m.group().lower() not in old and not after.in_end(m.start())]


@lru_cache(maxsize=4096)
def text_of(raw: str) -> Text:
    """Take a text apart.

    Raises:
        ModelMissing: the language model is not installed.
    """
    text = plain(raw)
    parsed = parse(_readable(text))
    spans = tuple(sentences(text)) or ((0, len(text)),)
    ends = ends_in(parsed, spans)
    return Text(text, parsed, tuple(_words(parsed)), tuple(ends), tuple(inward_ends(parsed, ends)))


def _readable(text: str) -> str:
    """Return a text as the parser reads it best: behind "She", a capital makes a name of "Prepares"."""
    return text[0].lower() + text[1:] if lead(text) == "She " else text


def beside(text: Text, original: Text) -> Text:
    """Return a rewrite without those ends that the original has already: what comes new in such an end is no purpose.

    An end belongs to the original where most of its words do: "assisting with bathing, dressing and medication".
    """
    fresh = []
    for start, end in text.ends:
        inside = [w for w in text.words if start <= w.start < end]
        known = sum(any(akin(w.form, o.form) for o in original.words) for w in inside)
        if len(inside) < _FEW or known < _MOSTLY * len(inside):
            fresh.append((start, end))
    return msgspec.structs.replace(text, ends=tuple(fresh))


def without_kept_ends(text: Text, rewrite: Text) -> Text:
    """Return an original in which an inward end that the rewrite keeps is no longer free to change.

    An end is kept where most of its words stand in the rewrite: "meets all deadlines" may go, but not become "some".
    """
    gone = []
    for start, end in text.inward:
        inside = [w for w in text.words if start <= w.start < end]
        kept = sum(any(akin(w.form, o.form) for o in rewrite.words) for w in inside)
        if kept < _MOSTLY * len(inside) or not inside:
            gone.append((start, end))
    return msgspec.structs.replace(text, inward=tuple(gone))


def _words(parsed: Parse) -> list[Word]:
    turns = [m.span() for m in lexicon().idioms.finditer(parsed.text)]
    eaten = {t.i for t in parsed.tokens if any(start <= t.start < end for start, end in turns)}
    words: list[Word] = []
    for token in parsed.tokens:
        if not _WORD.search(token.text) or token.i in eaten or token.lower == "x":
            continue
        form, particle = _phrase(parsed, token)
        if particle is not None:
            eaten.add(particle)
        elif among("grammar", token.lower) or among("grammar", token.lower.strip(".")) or token.lower in _CLITICS:
            continue
        if "/" in token.text:
            words += _parts(token)
            continue
        verb = particle is not None or (token.pos == "VERB" and token.dep not in {"amod", "compound", "nmod"})
        verb = verb or _listed_duty(parsed, token) or _owned(parsed, token)
        words.append(Word(form, token.text, token.start, token.end, verb, token.i))
    return words


def _parts(token: Token) -> list[Word]:
    """Return the words of "internal/external", which the parser takes for one."""
    found = []
    for part in re.finditer(r"[\w’'-]+", token.text):
        form = part.group().lower()
        if not among("grammar", form) and _WORD.search(form):
            at = token.start + part.start()
            found.append(Word(base(form) or form, part.group(), at, at + len(form), verb=False, i=token.i))
    return found


def _owned(parsed: Parse, token: Token) -> bool:
    """Tell whether "own" is the verb, which parsers take for an adjective: "and own system design"."""
    before = parsed.tokens[token.i - 1] if token.i else None
    return token.lower == "own" and (before is None or before.lower in {"and", ",", "will", "to"})


def _listed_duty(parsed: Parse, token: Token) -> bool:
    """Tell whether what the parser took for a noun is one more verb of a list: "develop, deploy and support ..."."""
    head = parsed.tokens[token.head]
    bare = token.tag in {"NN", "NNP"} and token.dep == "conj" and head.tag == "VB"
    return bare and among("duties", token.lower) and not any(t.dep == "det" for t in parsed.children(token.i))


def _misread(parsed: Parse, token: Token) -> bool:
    """Tell whether what the parser took for a noun is a verb with its particle: "find, work out and run campaigns"."""
    around = [t.lower for t in parsed.tokens[token.i - 1 : token.i + 2]]
    return len(around) > 2 and around[0] in {",", "and", "or", "to"} and around[2] in _PARTICLES and token.tag == "NN"


def _phrase(parsed: Parse, token: Token) -> tuple[str, int | None]:
    """Return what a word says, and the second word that belongs to it: "carry the count out" says "perform"."""
    phrases = lexicon().phrases
    lemma = "thing" if token.lower == "things" else token.lemma  # which the model takes for a form of "thin"
    if token.pos in {"NOUN", "PROPN", "ADJ"} and not known(lemma):
        lemma = base(token.lower) or lemma
    if token.pos in {"NOUN", "PROPN", "ADJ"} and token.i > 0 and not _misread(parsed, token):
        return lemma, None
    for other in parsed.tokens[token.i + 1 : token.i + 1 + _REACH]:
        meaning = phrases.get((lemma, other.lower))
        near = (
            other.i == token.i + 1
            or (other.head == token.i and (other.dep != "prep" or not parsed.children(other.i)))
            or other.dep == "prt"
            or (other.dep == "pobj" and parsed.tokens[other.head].head == token.i and lemma in _PUTTING)
        )
        if meaning and near:
            return meaning, other.i
        if other.pos in {"VERB", "PUNCT"} and other.i > token.i + 1:
            break
    return lemma, None
