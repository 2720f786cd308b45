"""What each mention of those served counts, by where it stands and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.several import one_of
from jdrewrite.analysis.served_word.spotting import Known, known, people, spots
from jdrewrite.analysis.served_word.words import Word
from jdrewrite.model import Evidence, Statement

CLOSE = r"\b(?:{})\s+(?:[\w'’,.-]+\s+){0,2}$"
"""Directly before the word, or two words away: "help our small-business customers"."""
_ENUMERATED = (
    r"\b(?:{})\s+(?:[\w'’-]+\s+){0,2}(?:(?:[\w'’-]+\s+){0,2}[\w'’-]+,\s+){0,4}(?:and\s+)?(?:[\w'’-]+\s+){0,2}$"
)
"""Before the word, with others of the same list between: "support for studios, teachers, and young"."""
_LISTED = r"\b(?:{})\s+(?:[\w-]+,?\s+){0,4}$"
"""Before the word, a few names of others between: "such as students, veterans"."""
_ROLE = frozenset({"purpose", "duties"})
_BEFORE = r"\b(?:{})\s+$"
_DENIED = r"\b(?:{})[\s-]+$"
_BEHIND = r"^[\s-]+(?:{})\b"

_ENDS_THE_NAME = r"(?:['’]s?)?(?-i:(?:\s+(?:[A-Z][\w'’-]*|with|of|for|and|in|to|the)){0,5}\s+(?=[A-Z]))(?:{})\b"
_BEGINS_THE_NAME = r"(?-i:\b(?=[A-Z]))(?:{})\s+(?:of|for|on)\s+(?:the\s+)?(?-i:(?:[A-Z]\w+,?\s+(?:and\s+)?){0,2})$"


class Mention(msgspec.Struct, frozen=True):
    """One place where a text names somebody served."""

    plural: str
    line: str
    """The text of the statement."""
    weight: float
    """In mentions; 0 where colleagues are meant."""
    inside: bool = False
    """Colleagues are called so: "internal customers"."""
    sure: bool = False
    """It says that the work is there for them, or calls them the organisation's own: one such line is enough."""
    group: bool = False
    """It is one group of people and no other."""
    role: bool = False
    """It stands where the role is told, and not in praise of the employer or in what is asked."""
    form: str = ""
    """The text's own word, in lower case: ``young people`` where the plural is ``members of the public``."""
    proved: bool = False
    """The lenses found that they are served there, or the words around it do them a good."""


def mentions(statements: Sequence[Statement], kind: str, own: Mapping[str, str]) -> Iterator[Mention]:
    """Yield the mentions of those served, in the order of the text.

    Args:
        statements: of one job description.
        kind: of the organisation.
        own: words of a project for those it serves, in any form, with their plural.
    """
    forms = _forms(tuple(sorted(own)))
    for s in statements:
        if not book().sections.get(s.section) or is_notice(s):
            continue
        for found in spots(s.text, forms):
            # Elsewhere than in a public body "people in London" are people, as any are.
            form = found.group().casefold()
            word = _word(form, kind, own) or _word(form.partition(" ")[0], kind, own)
            if not word or is_of_a_name(s.text, found):
                continue
            if not (word.plural == "clients" and means_the_employer(s.text)):
                mention = counted(s, found, word)
                if mention:
                    yield msgspec.structs.replace(mention, form=form, role=s.section in _ROLE)


def is_notice(s: Statement) -> bool:
    """Tell whether a statement is one of the law that any employer makes, in whatever section it was read."""
    return bool(pattern(book().phrases.notice).search(s.text))


def names(text: str, plural: str) -> bool:
    """Tell whether a text has a form of the word for those served, in the plural or as the table gives it."""
    return bool(_any_form_of(plural).search(text))


@cache
def _any_form_of(plural: str) -> re.Pattern[str]:
    """Return what finds a word for those served: a project's own is in no table, and its singular is made."""
    forms = {form for form, words in book().forms.items() if any(w.plural == plural for w in words)}
    forms |= {plural.lower(), one_of(plural).lower() or plural.lower()}
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def of_place(word: Word, form: re.Match[str]) -> bool:
    """Tell whether a form has its people by a general word, so that whether they are those depends on the kind."""
    return bool(word.kinds) and form.group().casefold() != word.plural.casefold()


def _word(form: str, kind: str, own: Mapping[str, str]) -> Word | None:
    if form in own:
        return Word(own[form], (form,), plain=True, factor=book().factors.own)
    listed = next((w for w in book().forms.get(form, ()) if not w.kinds or kind in w.kinds), None)
    return listed or (Word(form, (form,), factor=book().people.factor, group=True) if form in people() else None)


def counted(s: Statement, found: re.Match[str], word: Word) -> Mention | None:
    """Return what a mention counts, or None where nobody served is meant.

    Args:
        s: the statement.
        found: the place where it names somebody.
        word: whom.
    """
    section = book().sections.get(s.section, 0.0)
    before, after = s.text[: found.start()], s.text[found.end() :]
    evidence = [e for e in s.evidence if e.lens == "customer" and meet(e, found)]
    if any(e.value == "internal" for e in evidence):
        return Mention(word.plural, s.text, 0.0, inside=True)
    single = is_single(found.group(), word)
    proved = bool(evidence) or (word.group and _is_given(before))
    if is_others(word, before, after) or (not proved and (word.served or (single and not word.plain))):
        return None
    factors = book().factors
    # "User support" is for users; words with a list of their own say there what is no mention.
    termed = single and word.plain and not word.after and is_term(after)
    proved = proved and not termed
    weight = section * word.factor * (1.0 if proved else factors.unproved)
    if single and not word.plain:
        weight *= factors.singular
    example = bool(pattern(book().phrases.example, _LISTED).search(before))
    if example:
        weight *= factors.example
    if not proved or example:
        return Mention(word.plural, s.text, weight, group=word.group, proved=proved)
    mission = _is_the_end(before, after, s.text)
    ours = not (word.plain or single or word.factor < 1) and bool(pattern(book().phrases.ours, _BEFORE).search(before))
    weight *= factors.mission if mission else factors.ours if ours else 1.0
    return Mention(word.plural, s.text, weight, sure=mission or ours, group=word.group, proved=True)


def is_single(said: str, word: Word) -> bool:
    """Tell whether a text's word for a plural is its singular: one such person, or what one says of all of them."""
    return word.plural.endswith("s") and not said.lower().endswith("s") and " " not in said


def meet(e: Evidence, found: re.Match[str]) -> bool:
    """Tell whether a piece of evidence stands at a place of the text."""
    return e.start < found.end() and found.start() < e.end


def _is_the_end(before: str, after: str, whole: str) -> bool:
    """Tell whether the sentence says that the work is there for them."""
    phrases = book().phrases
    helped = pattern(phrases.serving, CLOSE).search(before) or pattern(phrases.needing, _BEHIND).search(after)
    return bool(helped or pattern(phrases.mission).search(whole))


def _is_given(before: str) -> bool:
    """Tell whether the words before a group say that it is done a good or told something: "feedback to dancers"."""
    phrases = book().phrases
    return any(pattern(words, _ENUMERATED).search(before) for words in (phrases.serving, phrases.given))


def is_term(after: str) -> bool:
    """Tell whether the words behind the singular make the name of a field or a skill of both: "customer service"."""
    return bool(pattern(book().phrases.term, _BEHIND).search(after))


def is_others(word: Word, before: str, after: str) -> bool:
    """Tell whether the words around make others of them, or a thing."""
    if pattern(book().phrases.others, _BEFORE).search(before) or pattern(book().phrases.denied, _DENIED).search(before):
        return True
    if word.before and pattern(word.before, _BEFORE).search(before):
        return True
    return bool(word.after and pattern(word.after, _BEHIND).search(after))


def is_of_a_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word is part of the name of a law or an agency: all words with capitals up to one that ends it."""
    if not found.group()[0].isupper():
        return False
    phrases = book().phrases
    return bool(
        pattern(phrases.law, _ENDS_THE_NAME).match(text, found.end())
        or pattern(phrases.agency, _BEGINS_THE_NAME).search(text[: found.start()])
    )


def means_the_employer(text: str) -> bool:
    """Tell whether a sentence of an agency means the employer by its client."""
    phrases = book().phrases
    recruits = pattern(phrases.employer).search(text) and pattern(phrases.recruiting).search(text)
    return bool(recruits or pattern(phrases.only_client).search(text))


def all_forms() -> Known:
    """Return every form that the file has, and people by their nature."""
    return _forms(())


@cache
def _forms(own: tuple[str, ...]) -> Known:
    """Return every form."""
    return known((*book().forms, *people(), *own))
