"""What is odd about an effect that a rewrite adds: nobody can prove it, so a person is told where to look.

Figures, names, rights and promises in so many words are inventions, and the checks refuse them. What is left are claims
that go further than a duty can: for all and without exception, the best there is, by fear, or for people of whom the job
description does not speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jdrewrite.model import Assessment, Fact
from jdrewrite.verifying.ends import merged
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.served import names_those_served
from jdrewrite.verifying.texts import Text

_ALL = re.compile(r"\b(?:each|every|all|everyone|everybody|nobody|no one|none|no)\b", re.IGNORECASE)
_WHOLLY = re.compile(
    r"\b(?:only|exactly|nothing but|fully|completely|entirely|perfect(?:ly)?|at the first (?:try|attempt)|whatever happens|"
    r"without (?:an? )?(?:error|mistake|fault)s?|in full)\b",
    re.IGNORECASE,
)
_BEST = re.compile(
    r"\b(?:the|our) (?:(?:very )?best|most (?:satisfied|loyal|trusted|innovative|competitive|reliable|advanced|wonderful|outstanding)|(?:fast|great|high|low|cheap|quick|strong|happi|safe)est)\b|"
    r"\bunbeatable\b|\bunrivall?ed\b|\bsecond to none\b|\bworld[- ]class\b",
    re.IGNORECASE,
)
_FEAR = re.compile(
    r"\b(?:blam\w+|punish\w*|penali[sz]\w*|fined|sued?|lawsuits?|sacked|disciplin(?:ed|ary)|ashamed|(?<!\bwho are )angry|furious|lazy|stupid|"
    r"careless|incompetent)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    "customer client people person everyone everybody family public colleague individual community recipient user someone "
    "team partner staff owner employee agent member household neighbour neighbor citizen participant".split()
)
"""Words for those served that fit any job description."""


def oddities(before: Text, after: Text, context: Assessment | None) -> list[Fact]:
    """Return warnings on what the rewrite claims in the ends that only it has.

    Args:
        before: the original, or nothing where the line is new.
        after: the rewrite.
        context: the assessment of the whole, which tells of whom the job description speaks.
    """
    found: list[Fact] = []
    for start, end in merged(after.ends):
        clause = after.text[start:end]
        if clause.strip(" ,;.").lower() not in before.text.lower():
            found += claims(clause, start, before.text)
            found += (
                _strangers(after, start, end, [before.text, *_texts(context)], context) if context is not None else []
            )
    return found


def claims(clause: str, start: int, original: str) -> Iterator[Fact]:
    """Yield warnings on what an end claims in its words.

    Args:
        clause: the end.
        start: where it stands in the rewrite.
        original: what was said before.
    """
    universal, wholly = _ALL.search(clause), _WHOLLY.search(clause)
    if universal and wholly and not _WHOLLY.search(original):
        said = f"“{universal.group()} ... {wholly.group()}” promises that there is no exception: is that so?"
        first, last = sorted((universal.span(), wholly.span()))
        yield _fact("promise", said, start + first[0], start + last[1])
    for pattern, check, said in (
        (_BEST, "superlative", "“{}” claims more than a duty can: say what is better for whom"),
        (_FEAR, "tone", "“{}” frightens or blames: say what goes well instead"),
    ):
        match = pattern.search(clause)
        if match and match.group().lower() not in original.lower():
            yield _fact(check, said.format(match.group()), start + match.start(), start + match.end())


def _strangers(after: Text, start: int, end: int, texts: Iterable[str], context: Assessment) -> Iterator[Fact]:
    """Yield those served of whom the job description says nothing."""
    known: set[str] = set()
    for word in after.words:
        token = after.parse.tokens[word.i]
        served = token.pos == "NOUN" and among("served", word.form) and word.form not in _ANYBODY
        if not served or not start <= word.start < end:
            continue
        known = known or {found for text in texts for found in re.findall(r"[a-z]+", text.lower())}
        if not any(akin(word.form, other) for other in known):
            said = f"“{word.text}” are named nowhere else in this job description: are they whom this work serves?"
            stranger = _fact("people", said, word.start, word.end)
            if not names_those_served(stranger, after.text, context):
                yield stranger


def _texts(context: Assessment) -> Iterator[str]:
    yield context.title
    yield from (statement.text for statement in context.statements)


def _fact(check: str, text: str, start: int, end: int) -> Fact:
    return Fact(check=check, text=text, start=start, end=end)
