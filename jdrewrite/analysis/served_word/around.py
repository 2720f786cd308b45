"""What stands around a word for people: whether it serves them, makes others of them, or is part of a name."""

from __future__ import annotations

import re

from jdrewrite.analysis.served_word.book import book, pattern, stands_in
from jdrewrite.analysis.served_word.words import Word
from jdrewrite.model import Evidence, Statement

CLOSE = r"\b(?:{})\s+(?:[\w'’,.-]+\s+){0,2}$"
"""Directly before the word, or two words away: "help our small-business customers"."""
_LISTED = r"\b(?:{})\s+(?:[\w-]+,?\s+){0,4}$"
"""Before the word, a few names of others between: "such as students, veterans"."""
_IN_LIST = re.compile(r"\w(?:,|,? and|,? or) (?:the |our )?$")
_JOINT = r"\s*(?:,|/|&|,?\s*\b(?:and|or|as well as)\b)\s*"
_ONE = r"(?:[\w-]+\s+){0,2}[\w-]+"
_BESIDE = rf"\b(?:{{}})\b(?:{_JOINT}{_ONE}){{0,3}}?{_JOINT}(?:[\w-]+\s+){{0,2}}$"
_BESIDE_BEHIND = rf"^(?:{_JOINT}{_ONE}){{0,3}}?{_JOINT}(?:[\w-]+\s+){{0,2}}(?:{{}})\b"
"""Before and behind the word, in one list with it: "suppliers, banks and customers"."""
_EACH = re.compile(r"\b(?:each|every)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_BARE = re.compile(r"\s+(?:with|in|to|at|by|on|from|as|when|who|through)\b|\s*[.,;]|\s*$", re.IGNORECASE)
"""What follows somebody, and not the rest of a name of something: "student with", not "student records"."""
_BEFORE = r"\b(?:{})\s+$"
_DENIED = r"\b(?:{})[\s-]+$"
_BEHIND = r"^[\s-]+(?:{})\b"
_ENDS_THE_NAME = r"(?:['’]s?)?(?-i:(?:\s+(?:[A-Z][\w'’-]*|with|of|for|and|in|to|the)){0,5}\s+(?=[A-Z]))(?:{})\b"
_BEGINS_THE_NAME = r"(?-i:\b(?=[A-Z]))(?:{})\s+(?:of|for|on)\s+(?:the\s+)?(?-i:(?:[A-Z]\w+,?\s+(?:and\s+)?){0,2})$"


def is_notice(s: Statement) -> bool:
    """Tell whether a statement is one of the law that any employer makes, in whatever section it was read."""
    return stands_in(book().phrases.notice, s.text)


def is_no_service(s: Statement) -> bool:
    """Tell whether a statement is a notice, or tells what whoever works there is given: those named are not served."""
    return is_notice(s) or stands_in(book().phrases.benefit, s.text)


def of_place(word: Word, form: re.Match[str]) -> bool:
    """Tell whether a form has its people by a general word, so that whether they are those depends on the kind."""
    return bool(word.kinds) and form.group().casefold() != word.plural.casefold()


def is_single(s: Statement, found: re.Match[str], word: Word) -> bool:
    """Tell whether a text's word for a plural is its singular: one such person, or what one says of all of them.

    Where it means all of them it is none: "each pupil", and "provide student with", which left out an article.
    """
    said = found.group()
    if not word.plural.endswith("s") or said.lower().endswith("s") or " " in said:
        return False
    before, after = s.text[: found.start()], s.text[found.end() :]
    return not (_EACH.search(before) or (_BARE.match(after) and pattern(book().phrases.done, _BEFORE).search(before)))


def meet(e: Evidence, found: re.Match[str]) -> bool:
    """Tell whether a piece of evidence stands at a place of the text."""
    return e.start < found.end() and found.start() < e.end


def is_the_end(s: Statement, found: re.Match[str]) -> bool:
    """Tell whether the sentence says that the work is there for them."""
    phrases, before, after = book().phrases, s.text[: found.start()], s.text[found.end() :]
    helped = pattern(phrases.serving, CLOSE).search(before) or pattern(phrases.needing, _BEHIND).search(after)
    return bool(helped or pattern(phrases.mission).search(s.text))


def is_example(before: str) -> bool:
    """Tell whether the words before name somebody as an example: "such as"."""
    return bool(pattern(book().phrases.example, _LISTED).search(before))


def continues_list(before: str) -> bool:
    """Tell whether the words before somebody make one of a list of them: "patients, families and"."""
    return bool(_IN_LIST.search(before))


def is_beside(before: str, after: str) -> bool:
    """Tell whether somebody stands in one list with suppliers or the like: "customers and suppliers"."""
    dealt = book().phrases.dealt
    return bool(pattern(dealt, _BESIDE).search(before) or pattern(dealt, _BESIDE_BEHIND).search(after))


def is_term(after: str) -> bool:
    """Tell whether the words behind the singular make the name of a field or a skill of both: "customer service"."""
    return bool(pattern(book().phrases.term, _BEHIND).search(after))


def is_attitude(after: str) -> bool:
    """Tell whether the words behind make an attitude of it: "customer service-oriented", "patient-centred"."""
    return bool(pattern(book().phrases.attitude, _BEHIND).search(after))


def is_others(word: Word, before: str, after: str) -> bool:
    """Tell whether the words around make others of them, or a thing."""
    if pattern(book().phrases.others, _BEFORE).search(before) or pattern(book().phrases.denied, _DENIED).search(before):
        return True
    if word.before and pattern(word.before, _BEFORE).search(before):
        return True
    return bool(word.after and pattern(word.after, _BEHIND).search(after))


def is_of_a_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word is part of the name of a law, an agency or an award: all between has capitals."""
    if not found.group()[0].isupper():
        return False
    phrases = book().phrases
    return bool(
        pattern(phrases.law, _ENDS_THE_NAME).match(text, found.end())
        or pattern(f"{phrases.agency}|{phrases.award}", _BEGINS_THE_NAME).search(text[: found.start()])
    )


def means_the_employer(text: str) -> bool:
    """Tell whether a sentence of an agency means the employer by its client."""
    phrases = book().phrases
    recruits = stands_in(phrases.employer, text) and stands_in(phrases.recruiting, text)
    return recruits or stands_in(phrases.only_client, text)
