"""The fourth verb: the verdict on a rewrite of one statement, or on a new line."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.language.words import plain
from jdrewrite.model import Assessment, Fact, Verdict
from jdrewrite.verifying.acts import changed_act, in_sentence
from jdrewrite.verifying.additions import verify_added
from jdrewrite.verifying.checks import CHECKS
from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.checks.wording import stuffing
from jdrewrite.verifying.effects import oddities
from jdrewrite.verifying.ends import merged
from jdrewrite.verifying.leniency import doubtful, tolerated
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.matching import without_sole_ends
from jdrewrite.verifying.newcomers import unknown_doers
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.repeats import placed, shortened
from jdrewrite.verifying.served import names_those_served
from jdrewrite.verifying.texts import Text, Word, beside, text_of, without_kept_ends

_HOW_BINDING = frozenset({"frequency", "modality"})
"""Checks of which two may tell of one change: "if the law requires it" says how often, and holds "requires"."""
_HYPHENED = re.compile(r"\w+(?:[-\u2010\u2011]\w+)+")


def verify(
    original: str | None, rewrite: str, *, context: Assessment | None = None, section: str | None = None
) -> Verdict:
    """Judge a rewrite: are all facts of the original kept, and is nothing invented?

    Args:
        original: the statement as it was; None for a new line.
        rewrite: what takes its place, or the new line.
        context: the assessment of the whole, where there is one.
        section: the section in which the statement stands, where it is known.

    Raises:
        ModelMissing: the language model is not installed.
    """
    after = shortened(rewrite)
    if original is None:
        return placed(verify_added(text_of(after.text), context), after, after)
    before = shortened(original)
    one, other, start = changed_act(plain(before.text), plain(after.text))
    locked = is_locked(plain(before.text), context, section)
    verdict = in_sentence(_judged(text_of(one), text_of(other), context, locked=locked), start)
    return placed(verdict, before, after)


def _judged(before: Text, after: Text, context: Assessment | None, *, locked: bool) -> Verdict:
    """Return what the checks find in a rewrite, taken together."""
    if before.text == after.text:
        return Verdict(passed=True)
    if locked:
        told = "law, pay and notices may not be reworded"
        return Verdict(passed=False, changed=(Fact(check="locked", text=told, start=0, end=len(after.text)),))
    after, before = beside(after, before), without_sole_ends(without_kept_ends(before, after))
    whole = Outcome()
    for check in CHECKS.values():
        found = check.compare(before, after)
        whole.kept += found.kept
        whole.lost += found.lost
        whole.invented += found.invented
        whole.changed += found.changed
        whole.asked += found.asked
        whole.warnings += found.warnings
    whole.invented = [f for f in whole.invented if not names_those_served(f, after.text, context)]
    whole.asked += unknown_doers(before, after, context)
    tolerated(before, after, whole)
    whole.warnings += [*oddities(before, after, context), *_other_ends(before, after)]
    if context is not None and context.customer_word.source == "given":
        whole.warnings += stuffing(before, after, context.customer_word.plural)
    return Verdict(
        passed=not (whole.lost or whole.invented or whole.changed or whole.asked),
        doubtful=doubtful(before, after, whole),
        kept=tuple(whole.kept),
        lost=_once(_whole_words(whole.lost, before.text)),
        invented=_once(_whole_words(whole.invented, after.text)),
        changed=_once([*whole.changed, *whole.asked]),
        added_purpose=tuple(_purposes(before, after)),
        warnings=tuple(whole.warnings),
    )


def _once(facts: list[Fact]) -> tuple[Fact, ...]:
    """Return facts without those that another check has told of already, in the same words of the same place."""
    told: dict[tuple[str, int, int], Fact] = {}
    for fact in facts:
        words = fact.text.split("”")[0] if fact.text.startswith("“") else fact.text
        told.setdefault((words, fact.start, fact.end), fact)
    quoted = [fact for fact in told.values() if fact.check in _HOW_BINDING and fact.text.startswith("“")]
    return tuple(f for f in told.values() if not any(_says_more(wider, f) for wider in quoted))


def _says_more(wider: Fact, fact: Fact) -> bool:
    """Tell whether of two changes one is told in words that hold those of the other: "as the law requires", "requires"."""
    inside = wider.start <= fact.start and fact.end <= wider.end and wider is not fact
    quoted = wider.text[1:].split("”")[0], fact.text[1:].split("”")[0]
    return (
        inside
        and fact.check in _HOW_BINDING
        and fact.text.startswith("“")
        and quoted[1] in quoted[0]
        and quoted[0] != quoted[1]
    )


def _whole_words(facts: list[Fact], text: str) -> list[Fact]:
    """Return facts of content with the whole of a word with hyphens of which they are a part: "e-mails", not "e"."""
    joined = [m.span() for m in _HYPHENED.finditer(text)]
    return [_widened(fact, text, joined) if fact.check == "content" else fact for fact in facts]


def _widened(fact: Fact, text: str, joined: list[tuple[int, int]]) -> Fact:
    for start, end in joined:
        if start <= fact.start and fact.end <= end:
            return msgspec.structs.replace(fact, text=text[start:end], start=start, end=end)
    return fact


def _other_ends(before: Text, after: Text) -> list[Fact]:
    """Return the organisation's own ends of which the rewrite says nothing any more: allowed, and told."""
    return [
        Fact(
            check="purpose",
            text=f"the purpose was “{before.text[start:end].strip(' ,;.')}”",
            start=0,
            end=len(after.text),
        )
        for start, end in merged(before.inward)
    ]


def _purposes(before: Text, after: Text) -> list[Fact]:
    """Return the purposes and effects that only the rewrite gives; what the original says elsewhere is none."""
    return [
        Fact(check="purpose", text=after.text[start:end].strip(" ,;"), start=start, end=end)
        for start, end in merged(after.ends)
        if after.text[start:end].strip(" ,;.").lower() not in before.text.lower()
        and any(not _has(before, w) for w in after.words if start <= w.start < end)
    ]


def _has(text: Text, word: Word) -> bool:
    return any(akin(word.form, other.form) for other in text.words)
