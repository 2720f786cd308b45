"""Under whom one works: with a manager is not under a manager, and a peer directs nobody."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import objects
from jdrewrite.verifying.texts import Text

_LED = "direction|supervision|leadership|guidance|lead|command|orders?|authority|management|oversight|instructions?|tutelage|wing"
_UNDER = re.compile(
    rf"\b(?:under|on) (?:(?:the|your|his|her|their|its|our|a|an|[\w’'-]+[’']s) )?(?:[\w-]+ ){{0,2}}?(?:{_LED})\b(?= of\b| from\b|[,.;]|$)|"
    rf"\bunder (?:(?:the|your|his|her|their|its|our) )?(?:[\w-]+ )?(?:{_LED})\b|"
    r"\b(?:work|serve|operate|act|perform|be|sit|fall)(?:s|ed|ing)? under\b(?! (?:the (?:hood|bonnet|surface)\b|(?:[\w-]+ ){0,2}?(?:pressure|stress|time|deadlines?|conditions?|circumstances|rules?|laws?|terms|contracts?|budgets?|agreements?|licen[cs]es?|polic(?:y|ies)|standards?|names?|brands?|cover|covers)\b))|"
    r"\b(?:answer(?:s|ing|able)?|accountable|subordinate) (?:directly )?to (?=(?:the|an?|your|our|its|their|his|her)\b|(?-i:[A-Z]))|"
    r"\b(?:take|takes|taking|receive|receives) (?:\w+ )?(?:orders|instructions|direction) from\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:under|report\w*|direct\w*|supervis\w*|led|lead\w*|guid\w+|manag\w*|overs\w+|answer\w*|accountab\w+|responsib\w+|head\w*|charge|instruct\w*|"
    r"subordinate|command\w*|boss|mentor\w*|coach\w*|control\w*)\b",
    re.IGNORECASE,
)
"""Words by which a text tells who directs whom, in whichever form."""
_LINE = re.compile(
    r"\breport(?:s|ing)?\b[^.;,]{0,30}\bto\b|\b(?:directed|supervised|led|managed|guided|overseen|headed|instructed|mentored|coached) by\b",
    re.IGNORECASE,
)

_NEAR = 30
"""Characters behind a line of command in which who commands is named."""
_GUIDES = frozenset("guide lead manage supervise direct oversee head instruct mentor coach train command".split())
_HEADS = frozenset({"manage", "lead", "supervise", "direct", "oversee", "head"})
_AGENT = re.compile(r"(?:er|or)s?$", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Find a line of command that is new, or gone; the effect of a duty may not bring one either."""
    out = Outcome()
    old, new = _lines(before), _lines(after)
    if new and not old and not _told(before.text, new[0].group()):
        said = f"“{new[0].group()}” is new: nobody was set over the role there"
        out.changed.append(Fact(check="reporting", text=said, start=new[0].start(), end=new[0].end()))
    if old and not _SAID.search(after.text) and not before.droppable(old[0].start()):
        found = old[0]
        out.lost.append(Fact(check="reporting", text=found.group(), start=found.start(), end=found.end()))
    out.changed += _made_head(before, after)
    if old:
        out.changed += _leads_its_leader(before, after, old[0].end())
    return out


def _lines(text: Text) -> list[re.Match[str]]:
    """Return where a line of command is told; "an answer to the question" is none."""
    nouns = {
        t.start for t in text.parse.tokens if t.lower.startswith("answer") and (t.pos != "VERB" or t.dep == "dobj")
    }
    return [m for m in _UNDER.finditer(text.text) if m.start() not in nouns]


def _made_head(before: Text, after: Text) -> list[Fact]:
    """Find people with whom one worked and whom one now directs: "partner with managers" as "manage managers"."""
    found = []
    for word in after.words:
        if word.form not in _HEADS or not word.verb or after.in_end(word.start):
            continue
        twins = [w for w in before.words if akin(w.form, word.form)]
        people = [t for t in objects(after.parse, word.i) if any(akin(t.lemma, w.form) for w in twins)]
        if people and all(_AGENT.search(w.text) and not w.verb for w in twins):
            said = f"“{word.text}” is new: nobody was under the role there"
            found.append(Fact(check="reporting", text=said, start=word.start, end=word.end))
    return found


def _leads_its_leader(before: Text, after: Text, at: int) -> list[Fact]:
    """Find those under whom one worked and whom one guides now: "under the guidance of a cook", "guide a cook"."""
    above = {w.form for w in before.words if at <= w.start < at + _NEAR}
    found = []
    for verb in after.parse.tokens:
        if verb.lemma in _GUIDES and verb.pos == "VERB" and verb.tag != "VBN":
            led = [t for t in after.parse.children(verb.i) if t.dep == "dobj" and t.lemma in above]
            mine = not any(t.dep == "nsubj" and t.pos in {"NOUN", "PROPN"} for t in after.parse.children(verb.i))
            if led and mine:
                said = f"“{verb.text} ... {led[0].text}”: the role was under them"
                found.append(Fact(check="reporting", text=said, start=verb.start, end=verb.end))
    return found


def _told(text: str, words: str) -> bool:
    """Tell whether the original has the line of command, or the word that names it, in another form."""
    if _LINE.search(text):
        return True
    return any(word[:6] in text.lower() for word in re.findall(r"(?!answer)[a-z]{6,}", words.lower()))
