"""Negations that rule out nothing new: two that cancel, a contrary said with "not", and a superlative told in reverse."""

from __future__ import annotations

import re

from jdrewrite.verifying.lexicon import akin, same
from jdrewrite.verifying.texts import Text, Word, leading_to
from jdrewrite.verifying.thesaurus import contraries

_UNDOING = re.compile(
    r"\b(?:pass(?:es|ed|ing)? (?:[\w’']+ ){0,3}by|(?:slip|fad|drift|laps|falter|waver|flag|fail|miss|skip|stray|depart|deviat|diverg|stop|ceas|forget|forgot|"
    r"neglect|ignor|overlook|omit|shirk|refus|reject|delay|stall|slacken|relent|quit|hid|conceal|withh[eo]ld|break|broke|breach|violat|wait|rest)(?:[a-z]?(?:s|es|ed|ing|en)|e|n)?|"
    r"los(?:e|es|ing)|(?:fall|fell|lag|drop)\w* (?:behind|off|away|short)|leav(?:e|es|ing) (?:[\w’']+ ){0,3}(?:out|undone|open|aside|behind|to chance)|"
    r"giv(?:e|es|ing) up|turn(?:s|ing)? (?:away|down|a blind eye)|let(?:s|ting)? (?:[\w’']+ ){0,6}(?:pass|slip|slide|drop|lapse|down|fade)|"
    r"go(?:es)? (?:un\w+|astray|amiss|wrong|missing|without)|behind closed doors|in secret|(?:different|far|short|apart) from|short of|unlike|otherwise|un(?!der|i(?:t|on|que|vers|form|fy)|til|less)[a-z]{5,}|in doubt)\b",
    re.IGNORECASE,
)
"""What undoes a duty; with a "not" before it, the duty is done."""
_CLAUSE = re.compile(r"[^.;:,]*")
_RATHER = re.compile(
    r"\b(?:rather than|instead of|as opposed to|in place of|over and above|versus|vs)\b", re.IGNORECASE
)
_COMPARED = re.compile(r"\bno\b[^.;]*?\b(?:more|better|\w{2,}er|further) (?:[\w’'-]+ ){0,4}?than\b", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(?:most|best|first|foremost|leading|top|\w{3,}est)\b", re.IGNORECASE)
_UNTIL_THEN = re.compile(r"\b(?:until|till|no later than|by|up to|deadline|clos(?:e|es|ing))\b", re.IGNORECASE)
_NOT_LATER = re.compile(
    r"(?:\b(?:not|never|no|cannot)|n[’']t) (?:[\w’'-]+ ){0,6}?(?:after|past|later than|beyond) (?:the )?(?P<then>[\w’'-]+)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:before|prior to|ahead of)\b", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:once|after|upon|when|as soon as|at the (?:time|moment|point) (?:of|when|that)|following|only|pending|subject to)\b",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"(?:\b(?:not(?! all| every| each| always)|never|nothing|no one|nobody|no|cannot)\b|n[’']t\b)[^.;]*?\b(?:until|till|before|unless)\b",
    re.IGNORECASE,
)
_CONTRARIES = (
    (r"\bnew\b|\bnovel\b|\bfirst\b|\bprospect\w*|\bunexplored|\buntapped", r"\b(?:yet|before|so far|already|until now|hitherto)\b"),
    (r"\bdiscrepanc\w+|\bvarianc\w+|\bmismatch\w*|\bconflict\w*|\bdiffer\w*|\binconsisten\w+|\bdisagree\w*", r"\b(?:agree|match|tally|add up|square|fit|line up|the same|correspond)\w*\b"),
    (r"\bproactiv\w+|\binitiative\b|\bself-(?:starter|driven|motivated|directed)|\bautonom\w+|\bindependen\w+", r"\b(?:wait|ask|told|prompt|push|remind)\w*\b"),
    (r"\bremote\w*|\bvirtual\w*|\bdistribut\w+", r"\b(?:office|same place|one place|on site|face to face)\b"),
    (r"\b(?:outages?|downtime|failures?|faults?|defects?|bugs?|issues?|problems?|errors?|malfunction\w*|breakdowns?|troubleshoot\w*)\b", r"\b(?:work|function|run|right|as (?:it|they) should)\w*\b"),
    (r"\bgaps?\b|\bshortages?\b|\bmissing\b|\babsen\w+|\black\w*|\bdeficien\w+|\bshortfalls?\b", r"\b(?:there|enough|have|met|covered|present)\b"),
    (r"\bdelinquen\w+|\boverdue\b|\boutstanding\b|\bunpaid\b|\barrears\b|\bopen\b|\bpending\b", r"\b(?:paid|settled|closed|done|answered|finished|yet)\b"),
    (r"\bprevent\w*|\bavoid\w*|\bminimi[sz]\w*|\beliminat\w*|\bprohibit\w*|\bexclud\w*|\bexempt\w*", r"."),
    (r"\bcomfortabl\w*|\bwilling\w*|\bhapp(?:y|ily)\b", r"\b(?:mind|object|shy)\w*\b"),
    (r"\binclusi\w+|\binclud\w+", r"\b(?:out|behind|exclud\w*)\b"),
    (r"\bfamiliar\w*|\bexperience\w*|\bknowledge\w*", r"\b(?:new|strange|foreign|unknown|stranger)\b"),
    (r"\brefrain\w*|\bdespite\b|\bregardless\b|\birrespective\b|\bhardly\b|\brarely\b|\bseldom\b|\black\w*|\bunable\b|\bimpossible\b", r"."),
    (r"\bcomplex\w*|\bambigu\w+|\buncertain\w*|\bunclear\b|\bvague\b|\bdifficult\w*|\bhard(?:er)?\b|\bchalleng\w+", r"\b(?:clear|simple|easy|straightforward|certain|known|obvious)\b"),
    (r"\bpersisten\w*|\bcontinu\w*|\bconstant\w*|\bsustain\w*|\bsteady\b|\bsteadfast\b", r"\b(?:flag|stop|waver|rest|end|let up|ceas|once|falter)\w*\b"),
    (r"\bconfidential\w*|\bdiscre\w+|\bsecre\w+|\bprivate\w*|\bprivacy\b", r"\b(?:shar|disclos|tell|talk|reveal|pass|leak|public)\w*\b"),
)  # fmt: skip
"""A word of the original that holds a "not", and what is denied where that is spelt out."""
_PAIRS = tuple((re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for a, b in _CONTRARIES)
_ANY_NOT = re.compile(r"\b(?:not|never|no|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_TWICE = re.compile(
    r"\b(?:no|not|never|nobody|no one|none)\b[^.;]{0,240}\b(?:without|lacks?|lacking|missing|not (?:been |yet )*\w+ed|unapproved|unchecked)\b",
    re.IGNORECASE,
)
"""Two that cancel: "no version goes out without notes"."""
_FEW = 3
"""Words behind a "not" of which one is what it denies."""
_CLAUSES = frozenset({"relcl", "ccomp", "acl", "advcl", "pcomp", "xcomp"})
_ROLE = frozenset({"you", "she", "he", "we", "i"})
_JOINS = re.compile(r"\b(?:and|or|then|but) (?:\w+ly )?$", re.IGNORECASE)
_COUNTED = frozenset({"avoid", "prohibit", "prohibited", "refrain", "excluding"})
"""Negations by themselves, so that a "not" in their place is none that is new."""
_OPENS = re.compile(r"\b(?:and|or|then|but),? $", re.IGNORECASE)
_SHORT = 30
"""Characters behind "until" or "by" in which the time stands."""
_FAR = 320
"""Characters around a "not" in which another may cancel it."""
_NEAR = 60
"""Characters behind a "not" in which what it denies is looked for."""


def said_with_not(word: str, after: Text) -> bool:
    """Tell whether a rewrite spells out the "not" that a word holds: "do not agree" for "discrepancies"."""
    if not _ANY_NOT.search(after.text):
        return False
    held = [denied for holds, denied in _PAIRS if denied.pattern != "." and holds.fullmatch(word)]
    return any(denied.search(after.text[m.end() :][:_NEAR]) for m in _ANY_NOT.finditer(after.text) for denied in held)


def rules_out_nothing(before: Text, after: Text, match: re.Match[str]) -> bool:
    """Tell whether a negation that is new in the rewrite says only what the original says without one.

    What cancels, compares, or sets a time may deny an act of the original; nothing else may.
    """
    word = match.group().lower()
    denied = _denied(after, match.end())
    if not _ANY_NOT.search(before.text) and _cancels(after, match):
        return True
    gone = any(m.group().lower() not in after.text.lower() for m in _SUPERLATIVE.finditer(before.text))
    if gone and _COMPARED.match(after.text, match.start()):
        return True
    if _same_time(before, after, match) or _instead(before, word, denied) or _of_the_held(before, word, denied):
        return True
    if _undoes_an_act(before, after, denied, word):
        return False
    behind = _clause(after, match.end())
    if word not in {"no", "none"} and _UNDOING.search(behind) and not _UNDOING.search(before.text):
        return True
    if any(c in contraries(w.form) for c in {o.form for o in before.words} for w in denied[:_FEW]):
        return True
    spelt_out = [(held, contrary) for held, contrary in _PAIRS if contrary.pattern != "."]
    return any(held.search(before.text) and contrary.search(behind) for held, contrary in spelt_out)


def _cancels(after: Text, match: re.Match[str]) -> bool:
    """Tell whether a negation is one of two that cancel."""
    around = _TWICE.finditer(after.text, max(0, match.start() - _FAR), match.start() + _FAR)
    return any(m.start() <= match.start() < m.end() for m in around)


def _clause(text: Text, at: int) -> str:
    clause = _CLAUSE.match(text.text, at)
    return (clause.group() if clause else "")[:_NEAR]


def _denied(text: Text, at: int) -> list[Word]:
    """Return the words of the clause behind a negation, as far as it reaches."""
    end = at + len(_clause(text, at))
    return [w for w in text.words if at <= w.start < end]


def _undoes_an_act(before: Text, after: Text, denied: list[Word], word: str) -> bool:
    """Tell whether the verb behind a negation is an act of the original, and not one that others do."""
    verb = next((w for w in denied if w.verb), None) if word != "no" else next(iter(denied), None)
    if verb is None or not any(w.verb and same(w.form, verb.form) for w in before.words):
        return False
    token = after.parse.tokens[verb.i]
    subjects = [t for t in after.parse.children(token.i) if t.dep in {"nsubj", "nsubjpass"}]
    return not (token.dep in _CLAUSES and any(t.lower not in _ROLE for t in subjects))


def _same_time(before: Text, after: Text, match: re.Match[str]) -> bool:
    """Tell whether a negation and a time say together what the original says: "not after nine" for "by nine"."""
    later = _NOT_LATER.match(after.text, match.start())
    if later:
        put_off = [w for w in _denied(after, match.end()) if w.end <= later.start("then")]
        limit = re.compile(rf"\b{re.escape(later['then'])}", re.IGNORECASE)
        for m in _UNTIL_THEN.finditer(before.text):
            if limit.search(before.text[m.end() :][:_SHORT]) and not _of_another_act(before, m.start(), put_off):
                return True
    until = _NOT_UNTIL.match(after.text, match.start())
    if not until:
        return False
    then, put_off = _denied(after, until.end()), [w for w in _denied(after, match.end()) if w.end <= until.end()]
    for m in _ONCE.finditer(before.text):
        if _meet(_behind(before, m.end()), then) and not _of_another_act(before, m.start(), put_off):
            return True
    return any(_meet(_behind(before, m.end()), _denied(after, match.end())[:1]) for m in _AHEAD.finditer(before.text))


def _of_another_act(before: Text, at: int, put_off: list[Word]) -> bool:
    """Tell whether what is put off is not what the original does until then, or after that, but another act of it."""
    if _OPENS.search(leading_to(before.text, at)):  # "and, once they are full, send them"
        bounded = [w for w in before.words if w.start >= at]
        return any(_meet([w], [o for o in before.words if o.end <= at and not _meet([o], bounded)]) for w in put_off)
    bounded = []
    for word in reversed([w for w in before.words if w.end <= at and "." not in before.text[w.end : at]]):
        bounded.append(word)
        if word.verb and _JOINS.search(leading_to(before.text, word.start)):
            break
    others = [w for w in before.words if w not in bounded and not _meet([w], bounded)]
    return bool(bounded) and any(_meet([w], others) for w in put_off)


def _instead(before: Text, word: str, denied: list[Word]) -> bool:
    """Tell whether what is denied is what the original puts behind "rather than"."""
    rather = _RATHER.search(before.text)
    if not rather or word not in {"not", "never", "no"}:
        return False
    behind = _behind(before, rather.end())
    ahead = [w for w in before.words if w.end <= rather.start() and not _meet([w], behind)]
    # two acts are set against each other, so the first may not be denied
    bound = any(d.verb and _meet([d], [w]) for w in behind if w.verb for d in denied)
    stray = [
        w
        for w in denied[:_FEW]
        if not _meet([w], behind) and _meet([w], [a for a in ahead if bound or not (a.verb or a.start == 0)])
    ]
    return _meet(denied[:_FEW], behind) and not stray


def _of_the_held(before: Text, word: str, denied: list[Word]) -> bool:
    """Tell whether what is denied is what the original prevents, lacks or hardly does: "no leaks", "does not leak"."""
    if word == "without":
        return False
    held = [m for holds, contrary in _PAIRS if contrary.pattern == "." for m in holds.finditer(before.text)]
    held = [m for m in held if m.group().lower() not in _COUNTED]
    return any(_meet(_behind(before, m.end()), denied[:1]) for m in held)


def _behind(text: Text, at: int) -> list[Word]:
    """Return the words of the original behind a place in it, up to the next act of a list."""
    found: list[Word] = []
    for word in _denied(text, at):
        if found and word.verb and _JOINS.search(leading_to(text.text, word.start)):
            break
        found.append(word)
    return found


def _meet(some: list[Word], others: list[Word]) -> bool:
    return any(akin(a.form, b.form) for a in some for b in others)
