"""What is left out, and what is only possible: "including the board" may not become "other than the board"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.denials import rules_out_nothing
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_BUT = re.compile(
    r"\b(?:other than|leav\w+ (?:aside|out)|with the exception of|not (?:including|counting)|save for|barring|minus(?! (?:\d|zero\b|[a-z]+(?:teen|ty)\b|one\b|two\b|three\b|four\b|five\b|six\b|eight\b|ten\b))|excepting|"
    r"but not|except(?:ing)?(?: for)?|aside from|outside(?: of)?|exclud\w+)\b",
    re.IGNORECASE,
)
"""Words behind which stands what is left out."""
_LEAVES_OUT = re.compile(
    r"\b(?:other than|leav\w+ (?:aside|out)|except\w*|not|never|no|without|save for|barring|minus|aside from|apart from|outside|"
    r"external\w*|beyond|exclud\w+|unless|exempt\w*|omit\w*|besides|non|after[- ]hours)\b|n[’']t\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"(?<!so )(?<!order )\b(?:that|which|who)\b[^,.;]{0,20}?(?:\b(?:not|never)\b|n[’']t\b)", re.IGNORECASE
)
_NEAR = 3
"""Words behind an exception of which one must be a word of the original."""
_PERHAPS = re.compile(
    r"\b(?:can|could|may|might|able|ability|possib\w+|potential\w*|option\w*|eligible|perhaps|sometimes|occasional\w*|or|likely|"
    r"expected|would|should|must|need\w*|want\w*|cannot|capab\w+|allow\w*|enabl\w*|let|lets|free|if|help\w* (?:you|them|us|people|others|customers))\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"can", "could", "may", "might"})
_MAY_NOT = re.compile(r"\b(?:may|might) not (?:be|have)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:may|might|could|possib\w+|perhaps|(?:not|n[’']t) (?:necessarily|always|every\w*|all)|sometimes|in some cases|likely|can)\b",
    re.IGNORECASE,
)


def compare(before: Text, after: Text) -> Outcome:
    """Find what is left out now, and what was certain and is only possible now, or the reverse."""
    return Outcome(changed=[*_left_out(before, after), *_denied(before, after), *_only_possible(before, after)])


def _left_out(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "tools other than the saw" where the saw was among them."""
    if _LEAVES_OUT.search(before.text):
        return
    for match in _BUT.finditer(after.text):
        if match.group().lower() in {"outside", "but not"} and _instead(after, match):
            continue
        behind = [w for w in after.words if match.end() <= w.start and "." not in after.text[match.end() : w.start]]
        if any(akin(w.form, o.form) for w in behind[:_NEAR] for o in before.words if not o.verb):
            said = f"“{match.group()} {behind[0].text}”: it is left out now"
            yield Fact(check="negation", text=said, start=match.start(), end=match.end())
            return


def _instead(text: Text, match: re.Match[str]) -> bool:
    """Tell whether this is no small word: "outside counsel", "the outside"."""
    token = text.parse.at(match.start())
    return token is not None and token.lower == "outside" and token.dep in {"amod", "compound", "advmod", "pobj"}


def _denied(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "goods which are not fragile" where they were fragile; such a clause looks like an added end."""
    if _LEAVES_OUT.search(before.text):
        return
    for match in _DENYING.finditer(after.text):
        behind = [w for w in after.words if match.end() <= w.start][:1]
        nots = [m for m in re.finditer(r"\b(?:not|never)\b|n[’']t\b", after.text) if m.end() == match.end()]
        if not nots or not after.in_end(nots[0].start()) or rules_out_nothing(before, after, nots[0]):
            continue
        if any(akin(w.form, o.form) for w in behind for o in before.words):
            said = f"“{match.group()} {behind[0].text}”: that was said of them"
            yield Fact(check="negation", text=said, start=match.start(), end=match.end())


def _only_possible(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "the post can be full-time" where it is, and "you are not" where it was "you may not be"."""
    unsure = _MAY_NOT.search(before.text)
    if unsure and not _UNSURE.search(after.text):
        said = f"“{unsure.group()}” is gone: it was only possible"
        yield Fact(check="modality", text=said, start=0, end=len(after.text))
    if _PERHAPS.search(before.text) or not _told(before):
        return
    root = after.parse.root()
    for token in after.parse.children(root.i) if root else ():
        if token.lower in _OPEN and token.tag == "MD" and _of_something(after, token) and not after.in_end(token.start):
            said = f"“{token.text}” is new: it was certain"
            yield Fact(check="modality", text=said, start=token.start, end=token.end)


def _told(text: Text) -> bool:
    """Tell whether the original says how something is, by a main verb with a subject, and does not ask for an act."""
    root = text.parse.root()
    if root is None or text.parse.lead:
        return False
    finite = root.tag in {"VBZ", "VBP", "VBD"} or any(t.dep == "aux" for t in text.parse.children(root.i))
    return finite and any(t.dep in {"nsubj", "nsubjpass"} for t in text.parse.children(root.i))


def _of_something(text: Text, token: Token) -> bool:
    subjects = [t for t in text.parse.children(token.head) if t.dep in {"nsubj", "nsubjpass"}]
    return bool(subjects) and all(t.lower != "you" for t in subjects)
