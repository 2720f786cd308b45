"""Which parts of a text only say what the work is for: what comes new in them is a purpose, not a duty.

Two views are joined. Word order finds what is always an end ("so that", "which helps"), however the parser read the
rest; the parse finds clauses with a subject of their own that is not the role ("before customers notice").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jdrewrite.language.parse import Parse, Token
from jdrewrite.verifying.lexicon import among, base
from jdrewrite.verifying.people import names_people

Span = tuple[int, int]

_SO = re.compile(
    r"(?:,\s*|\s+[—–-]\s*|;\s*)?\b(?:so that|in order that|so as to|in order to|in (?:such )?a way that|in ways that|"
    r"so(?= (?:[\w’'-]+ ){1,5}?(?:can|could|may|are|is|know|have|has|receive|get|do|find|will|always|need|feel|see|stay|trust|understand)\b)|"
    r"so(?= (?:the |our |every |each |all )?(?:customer|client|patient|user|guest|student|resident|people|famil|member|reader|visitor)\w*\b)|"
    r"(?:which|that) (?:\w+ly |also |in turn )?(?:helps?|lets?|means?|allows?|enables?|gives?|keeps?|spares?|makes?|ensures?|protects?|leaves?|saves?)|"
    r"because|meaning(?: that)?|thereby|thus (?=\w+ing)|for the (?:benefit|good|sake|safety|comfort|health|convenience|ease) of|and so (?!on\b|forth\b)|(?<=; )(?:that|this) way|(?<=; )(?:the |our )?(?:customer|client|patient|user|guest|student|resident|people|famil|reader|visitor|buyer|candidate|passenger|tenant|traveller|traveler|caller|pupil|parent|learner|household|diner|shopper|neighbo)\w* (?=\w)|(?<=, and )(?:the |our )?(?:customer|client|patient|user|guest|student|resident|famil|reader|visitor|buyer|candidate|passenger|tenant|traveller|traveler|caller|pupil|parent|learner|household|diner|shopper|neighbo)\w* (?=(?:can|find|get|know|see|feel|have|are|will|do)\b)|to the benefit of|on behalf of|with (?:the )?(?:aim|goal|purpose) of|"
    r"(?<=[,—–] )(?:while )?(?:also )?(?:helping|letting|enabling|allowing|ensuring|giving|keeping|sparing|making|leaving|protecting|saving|supporting|"
    r"serving|reassuring|freeing|providing|offering|building|earning|so))\b",
    re.IGNORECASE,
)  # fmt: skip
_EFFECT_SENTENCE = re.compile(
    r"(?:this|that|it|these|doing so|done well|as a result|in this way|this way|that way|thus|the result|the aim|the purpose|"
    r"the point|here|your|every|each|when|because|by doing|behind|for)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:to|so that|in order to|so|for|because|as|since|with (?:[\w’']+ )?(?:customer|client|patient|guest|user|people|famil|resident|student)[\w’']*)\b",
    re.IGNORECASE,
)
_TARGETS = frozenset("meet achieve hit exceed maximise maximize increase grow boost drive reach attain beat".split())
_SHORT_END = 7
_TO = re.compile(r"\bto (?P<verb>[a-z]+)\b[^.;,]*")
_FOR = re.compile(
    r"\b(?:(?:in|by|while|for|through) (?:delivering|driving|generating|maximi[sz]ing|increasing|growing|achieving|boosting)|for (?:maximum|optimal|optimum|greater|higher|better|the company[’']?s?))\b[^.;]*",
    re.IGNORECASE,
)
_ROLE = frozenset("you she he i we incumbent holder postholder role position job jobholder this".split())
_NO_EFFECT = frozenset("include require involve mean_to need entail cover span comprise report must should".split())
_REACH = frozenset("cover span comprise encompass".split())
_TELLING = frozenset((lead, verb) for lead in ("let", "make", "keep") for verb in ("know", "see", "hear", "have"))
_LEADS = frozenset("help give make let keep enable ensure allow protect spare save free show".split())
_WHETHER = frozenset("if unless provided once until till after".split())
"""What opens a clause on which the work hangs, whoever its subject is."""
_TIMES = frozenset("when whenever where wherever before".split())
"""What opens one unless those served are its subject: "before customers notice" tells what they gain."""
_ANYBODY = frozenset("anyone anybody somebody someone they it people nobody".split())
"""Of whom or what "before" tells what the work spares them: "before anyone uses it"."""
CONDITIONS = _WHETHER | _TIMES
_RELATIVES = frozenset("that which who whom".split())
_PLACES = frozenset("where when whose in for with by on from to at".split())
_WISHES = frozenset(
    "need want trust expect rely depend like enjoy value understand use find feel see know deserve love prefer ask look "
    "wish hope recognise recognize remember notice come go get receive promise".split()
)
"""What those served do with that which the work is good for."""
_CLAUSES = frozenset({"advcl", "relcl", "pcomp", "ccomp", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NOT_PURPOSE = frozenset(
    "able ability capacity willingness need way plan right duty authority responsible opportunity chance".split()
)
"""Behind these, "to do" says what is done, and not what for."""


def ends_in(parsed: Parse, sentences: tuple[Span, ...]) -> list[Span]:
    """Return the spans of all clauses and sentences that give a purpose or an effect."""
    spans: list[Span] = []
    for number, (start, end) in enumerate(sentences):
        if number and _is_effect(parsed, start, end):
            spans.append((start, end))
            continue
        spans += _by_order(parsed, start, end)
    return spans + _by_parse(parsed)


def inward_ends(parsed: Parse, ends: list[Span]) -> list[Span]:
    """Return the ends that are the organisation's own, which a rewrite may drop or replace."""
    mere = _for_the_served(parsed)
    spans = [(start, end) for start, end in ends if (start, end) not in mere and _opened_inward(parsed, start, end)]
    return spans + _inward_main(parsed) + _inward_phrases(parsed) + _inward_conjuncts(parsed)


def _inward_conjuncts(parsed: Parse) -> list[Span]:
    """Return "and meets output targets" behind the work itself: an end in the clothes of a duty."""
    spans = []
    for token in parsed.tokens:
        if token.dep == "conj" and token.pos == "VERB" and token.lemma in _TARGETS:
            span = _span(parsed, token)
            words = re.findall(r"[\w-]+", parsed.text[span[0] : span[1]].lower())
            if len(words) <= _SHORT_END and any(among("inward", word) for word in words):
                spans.append(span)
    return spans


def _opened_inward(parsed: Parse, start: int, end: int) -> bool:
    inside = [t for t in parsed.tokens if start <= t.start < end]
    if not any(among("inward", t.lower) for t in inside):
        return False
    verb = next((t for t in inside if t.pos == "VERB" or t.tag in {"VB", "VBG"}), None)
    return verb is None or among("ends", verb.lemma)


def _inward_phrases(parsed: Parse) -> list[Span]:
    """Return phrases such as "for maximum profit", and "to lower cost" where the parser saw no verb."""
    found = [m for m in _TO.finditer(parsed.text) if among("ends", m["verb"])] + list(_FOR.finditer(parsed.text))
    return [m.span() for m in found if any(among("inward", w) for w in re.findall(r"[\w-]+", m.group().lower()))]


def _inward_main(parsed: Parse) -> list[Span]:
    """Return an inward end that stands first, with the work behind it: "Drive revenue growth by ..."."""
    match = re.match(r"(?:\w+\s){0,3}?(?P<verb>[A-Za-z]+)\b[^.;]*?(?=\s(?:by\s\w+ing|through)\b)", parsed.text)
    root = parsed.root()
    if not match or root is None:
        return []
    opened = match.start() <= root.start < match.end() and among("ends", root.lemma)
    if not opened and not among("ends", base(match["verb"].lower()) or match["verb"]):
        return []
    words = re.findall(r"[\w-]+", match.group().lower())
    return [match.span()] if any(among("inward", word) for word in words) else []


def _is_effect(parsed: Parse, start: int, end: int) -> bool:
    """Tell whether a further sentence says what the work does, rather than what the role does."""
    root = next((t for t in parsed.tokens if start <= t.start < end and t.dep == "ROOT"), None)
    if root is None or root.pos not in {"VERB", "AUX"}:
        return bool(_EFFECT_SENTENCE.match(parsed.text[start:end]))
    subject = next((t for t in parsed.children(root.i) if t.dep in _SUBJECTS), None)
    if root.lemma in _NO_EFFECT or subject is None or subject.start < start:
        return False
    words = {t.lower for t in parsed.subtree(subject.i)}
    if subject.lower in _ROLE - {"this"} or "role" in words or "position" in words:
        return among("serving", root.lemma) and subject.lower != "position"
    return True


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans of which none touches another, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _by_order(parsed: Parse, start: int, end: int) -> list[Span]:
    sentence = parsed.text[start:end]
    spans: list[Span] = []
    at = 0
    fronted = _FRONTED.match(sentence)
    comma = sentence.find(", ") if fronted else -1
    if fronted and comma > 0:
        at = comma + 1
        spans.append((start, start + at))
    match = _SO.search(sentence, max(at, 1))
    if match:
        spans.append((start + match.start(), _until_work(sentence, match.end(), start) or end))
    return spans


def _until_work(sentence: str, at: int, start: int) -> int | None:
    """Return where a "by doing" takes up the work again: "so customers wait less by sorting ...", None if nowhere."""
    match = re.search(r"[,;]?\s+by (?=\w+ing\b)", sentence[at:])
    return start + at + match.start() if match else None


def _by_parse(parsed: Parse) -> list[Span]:
    spans: list[Span] = []
    for token in parsed.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        if (
            (token.dep in _CLAUSES and _of_others(parsed, token))
            or _helps_the_served(parsed, token)
            or (_purpose(parsed, token) and among("serving", token.lemma))
        ):
            spans.append(_until_means(parsed, _span(parsed, token)))
        elif token.dep == "ROOT" and token.lemma in _LEADS:
            spans += _serving_main(parsed, token)
    return [*spans, *_for_the_served(parsed)]


def _until_means(parsed: Parse, span: Span) -> Span:
    """Return the span of a clause without a "by doing" that says how the role works; customers' own means stay."""
    clause = parsed.text[span[0] : span[1]]
    means = re.search(r"\sby \w+ing\b", clause)
    return (span[0], span[0] + means.start()) if means and not _SO.match(clause) else span


def _helps_the_served(parsed: Parse, token: Token) -> bool:
    """Tell whether this is "help guests find ...", wherever it stands."""
    if token.lemma not in {"help", "enable", "allow", "let"} or token.i <= 1:
        return False  # "Help customers find ..." at the start is the duty itself, unless "by doing" follows
    near = [*parsed.children(token.i), *(k for t in parsed.children(token.i) for k in parsed.children(t.i))]
    return any(t.dep in {"nsubj", "dobj"} and among("served", t.lemma) for t in near)


def _of_others(parsed: Parse, token: Token) -> bool:
    """Tell whether a clause has a subject of its own that is not the role, and does not merely name the work."""
    subjects = [t for t in parsed.children(token.i) if t.dep in _SUBJECTS]
    if not subjects or any(t.lower in _ROLE for t in subjects):
        return False
    if token.dep == "advcl" and _is_condition(parsed, token, subjects):
        return False
    head = parsed.tokens[token.head]
    if token.dep == "relcl" and _only_tells_which(parsed, token, subjects[0]):
        return False
    if token.dep in {"relcl", "ccomp"} and token.lemma in _REACH:
        return False  # "a strategy that covers ...": how far the work goes
    if token.dep == "ccomp" and head.dep == "ROOT" and head.i <= 1 and (head.lemma, token.lemma) in _TELLING:
        return False  # "Let people know the status" is the duty itself
    return token.dep != "ccomp" or any(among("served", t.lemma) for t in subjects)


def _only_tells_which(parsed: Parse, verb: Token, subject: Token) -> bool:
    """Tell whether a relative clause only says which things are meant: "payments that customers make for water".

    It gives an end where it says what those served can, want or get: "answers that customers can use". Which people are
    meant is told by what they need or do, and stays free.
    """
    meant = parsed.tokens[verb.head]
    if meant.lower == "those" or among("served", meant.lemma) or names_people(meant.lemma):
        return False
    kids = parsed.children(verb.i)
    if (
        verb.lemma == "exceed"
        or any(t.tag == "MD" for t in kids)
        or any(t.lower in _PLACES for t in parsed.subtree(verb.i)[:1])
    ):
        return False
    if subject.lower in _RELATIVES:
        inside = parsed.subtree(verb.i)
        whom = any(
            t.i > verb.i and (among("served", t.lemma) or t.lower == "them") and t.lower not in _RELATIVES
            for t in inside
        )
        return not (whom or verb.lemma in _LEADS or among("serving", verb.lemma))
    return verb.lemma not in _WISHES


def _is_condition(parsed: Parse, token: Token, subjects: list[Token]) -> bool:
    """Tell whether a clause says when or whether the work is done: "if it is late"; "before guests notice" is an end."""
    opener = next((t.lower for t in parsed.children(token.i) if t.dep in {"mark", "advmod"} and t.i < token.i), "")
    if opener in _WHETHER:
        return True
    if opener == "before" and any(names_people(t.lemma) or t.lower in _ANYBODY for t in subjects):
        return False
    return opener in _TIMES and not any(among("served", t.lemma) for t in subjects)


def _purpose(parsed: Parse, token: Token) -> bool:
    kids = parsed.children(token.i)
    head = parsed.tokens[token.head]
    if any(t.tag == "TO" for t in kids):
        return token.dep in {"advcl", "relcl", "acl", "xcomp", "conj"} and head.lemma not in NOT_PURPOSE
    return token.tag == "VBG" and token.dep in {"advcl", "acl"} and token.i > 0


def _serving_main(parsed: Parse, root: Token) -> list[Span]:
    """Return "Help people back to work" in front of "by fixing ...": the work is what follows "by"."""
    by = re.search(r"\b(?:by|through) \w+ing\b", parsed.text[root.start :])
    return [(root.start, root.start + by.start())] if by and root.i <= 2 else []


def _for_the_served(parsed: Parse) -> list[Span]:
    """Return "for customers who ..." and the like."""
    spans = []
    for token in parsed.tokens:
        if token.lower == "for" and token.dep in {"prep", "mark", "dative"}:
            words = parsed.children(token.i)
            if any(t.dep == "pobj" and among("served", t.lemma) for t in words):
                start, end = _span(parsed, token)
                stop = re.search(r",| and | or ", parsed.text[start:end])  # what is joined to it may be a duty
                spans.append((start, start + stop.start() if stop else end))
    return spans


def _span(parsed: Parse, token: Token) -> Span:
    inside = parsed.subtree(token.i)
    return min(t.start for t in inside), max(t.end for t in inside)
