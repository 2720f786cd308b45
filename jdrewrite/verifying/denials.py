"""Negations that rule out nothing new: two that cancel, a contrary said with "not", and a superlative told in reverse."""

from __future__ import annotations

import re

from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import contraries

_UNDOING = re.compile(
    r"\b(?:pass(?:es|ed|ing)? (?:[\w’']+ ){0,3}by|(?:slip|fad|drift|laps|falter|waver|flag|fail|miss|skip|stray|depart|deviat|diverg|stop|ceas|forget|forgot|"
    r"neglect|ignor|overlook|omit|shirk|refus|reject|delay|stall|slacken|relent|quit|hid|conceal|withh[eo]ld|break|broke|breach|violat|wait|rest)\w*|"
    r"los(?:e|es|ing)|(?:fall|fell|lag|drop)\w* (?:behind|off|away|short)|leav(?:e|es|ing) (?:[\w’']+ ){0,3}(?:out|undone|open|aside|behind|to chance)|"
    r"giv(?:e|es|ing) up|turn(?:s|ing)? (?:away|down|a blind eye)|let(?:s|ting)? (?:[\w’']+ ){0,6}(?:pass|slip|slide|drop|lapse|down|fade)|"
    r"go(?:es)? (?:un\w+|astray|amiss|wrong|missing|without)|behind closed doors|in secret|(?:different|far|short|apart) from|short of|unlike|otherwise|un[a-z]{5,}|in doubt)\b",
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
    r"\b(?:not|never|no) (?:\w+ )?(?:after|past|later|beyond)\b|\bnot (?:\w+ )?thereafter\b", re.IGNORECASE
)
_ONCE = re.compile(
    r"\b(?:once|after|before|prior to|ahead of|upon|when|as soon as|at the (?:time|moment|point) (?:of|when|that)|following|only|pending|subject to)\b",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"\b(?:not(?! all| every| each| always)|never|nothing|no one|nobody)\b[^.;]*?\b(?:until|till|before|unless)\b",
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
    (r"\brefrain\w*|\bdespite\b|\bregardless\b|\birrespective\b|\bhard(?:ly)?\b|\brar\w+|\bseldom\b|\bfew\b|\black\w*|\bunable\b|\bimpossible\b", r"."),
    (r"\bcomplex\w*|\bambigu\w+|\buncertain\w*|\bunclear\b|\bvague\b|\bdifficult\w*|\bhard(?:er)?\b|\bchalleng\w+", r"\b(?:clear|simple|easy|straightforward|certain|known|obvious)\b"),
    (r"\bpersisten\w*|\bcontinu\w*|\bconstant\w*|\bsustain\w*|\bsteady\b|\bsteadfast\b", r"\b(?:flag|stop|waver|rest|end|let up|ceas|once|falter)\w*\b"),
    (r"\bconfidential\w*|\bdiscre\w+|\bsecre\w+|\bprivate\w*|\bprivacy\b", r"\b(?:shar|disclos|tell|talk|reveal|pass|leak|public)\w*\b"),
)  # fmt: skip
"""A word of the original that holds a "not", and what is denied where that is spelt out."""
_PAIRS = tuple((re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for a, b in _CONTRARIES)
_ANY_NOT = re.compile(r"\b(?:not|never|no|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_TWICE = re.compile(
    r"\b(?:no|not|never|nobody|no one|none)\b[^.;]*\b(?:without|lacks?|lacking|missing|not (?:been |yet )*\w+ed|unapproved|unchecked)\b",
    re.IGNORECASE,
)
"""Two that cancel: "no version goes out without notes"."""
_FEW = 3
"""Words behind a "not" of which one is what it denies."""
_NEAR = 60
"""Characters behind a "not" in which what it denies is looked for."""


def said_with_not(word: str, after: Text) -> bool:
    """Tell whether a rewrite spells out the "not" that a word holds: "do not agree" for "discrepancies"."""
    if not _ANY_NOT.search(after.text):
        return False
    held = [denied for holds, denied in _PAIRS if denied.pattern != "." and holds.fullmatch(word)]
    return any(denied.search(after.text[m.end() :][:_NEAR]) for m in _ANY_NOT.finditer(after.text) for denied in held)


def rules_out_nothing(before: Text, after: Text, match: re.Match[str]) -> bool:
    """Tell whether a negation that is new in the rewrite says only what the original says without one."""
    clause = _CLAUSE.match(after.text, match.end())
    behind = (clause.group() if clause else "")[:_NEAR]
    word = match.group().lower()
    if _TWICE.search(after.text) and not _ANY_NOT.search(before.text):
        return True
    if word not in {"no", "none"} and _UNDOING.search(behind) and not _UNDOING.search(before.text):
        return True
    if _RATHER.search(before.text) and word in {"not", "never"}:
        return True
    if _SUPERLATIVE.search(before.text) and _COMPARED.match(after.text, match.start()):
        return True
    if _UNTIL_THEN.search(before.text) and _NOT_LATER.match(after.text, match.start()):
        return True
    if _ONCE.search(before.text) and _NOT_UNTIL.match(after.text, match.start()):
        return True
    denied_words = [w for w in after.words if match.end() <= w.start < match.end() + _NEAR][:_FEW]
    if any(c in contraries(w.form) for c in {o.form for o in before.words} for w in denied_words):
        return True
    return any(
        held.search(before.text) and denied.search(behind) and not (denied.pattern == "." and word == "without")
        for held, denied in _PAIRS
    )
