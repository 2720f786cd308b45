"""Which word to write for those served: the job description's own, where it is sure enough to be repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from jdrewrite.catalogue import Function, Trade
from jdrewrite.model import LOCKED_SECTIONS, ROLE_SECTIONS, Assessment, CustomerWord, Section, Statement
from jdrewrite.rewriting.offline.groups_named import group_named, times_named

_PLAIN = frozenset({"customers", "clients", "users", "consumers"})
"""Words that are understood of those served in any job description."""
_OFTEN = 3
"""Mentions in the role from which a rarer word ("veterans") is more than an example of those served."""
_RARER = 1.5
"""How much more often a plain word must stand for it to be used in place of one that names a group."""
_TWICE = 2
"""The same where the duties themselves say it: one line may be an example."""
_MOSTLY = 3
"""How much more often another word, or another sense of it, must stand to be what is meant."""
_SURE = 0.5
"""Confidence in the function from which its own word ("guests") may be used."""
_PUBLIC = re.compile(
    r"\b(?:government|federal|agenc(?:y|ies)|council|county|ministry|municipal|borough|city of|provinc(?:e|ial)|"
    r"public (?:servants?|service|sector|health))\b",
    re.IGNORECASE,
)
_INSTITUTIONS = {
    "agency": "agencies", "agencies": "agencies", "department": "departments", "departments": "departments",
    "ministry": "ministries", "ministries": "ministries",
}  # fmt: skip
"""What one public body serves where its work is for others of its kind."""
_BODY = 4
"""Mentions of government from which the employer is taken for a public body."""
_EMPLOYER = re.compile(
    r"\b(?:with|for|of) (?:one of )?our (?:\w+ )?clients?\b|"
    r"\bour (?:\w+ )?clients? (?:is|are|has|seeks?|needs?|requires?)\b|"
    r"\bclients? (?:is|are) (?:seeking|looking|hiring|recruiting)\b",
    re.IGNORECASE,
)
"""In the advertisement of an agency the client is the employer."""
_AGENCY = re.compile(r"\b(?:seek|seeking|seeks|recruit|recruiting|hiring|looking|position|staffing)\b", re.IGNORECASE)


def people_served(assessment: Assessment, function: Function, trade: Trade | None = None) -> str:
    """Return the plural by which the rewrite names those served.

    A word counts when the role itself is said to serve them, not when it stands once in an example, in a notice, or
    for the employer in the advertisement of an agency.
    """
    word = _sure_of(assessment, function)
    if word and (better := _better(assessment, word)):
        return better
    if word:
        return _in_a_sentence(word, assessment)
    if _public_body(assessment):
        return _institutions(assessment) or "members of the public"
    if trade and trade.customers:
        return trade.customers
    if named := group_named(assessment) or _named_once(assessment, function):
        return named
    sure = assessment.function[0].confidence >= _SURE
    return function.customers if sure or function.customers in _PLAIN else "customers"


def _sure_of(assessment: Assessment, function: Function) -> str:
    """Return the word of the text where the role serves them beyond doubt; else nothing."""
    word = assessment.customer_word
    if word.source != "text":
        return ""
    word = _of_the_role(assessment, word)
    if word.plural in {"users", "patients"} and function.slug in _SELLING:
        word = _buyers(assessment, word)
    sections = Counter(_mentions(assessment, word.plural))
    role = sum(n for section, n in sections.items() if section in ROLE_SECTIONS)
    plain = word.plural in _PLAIN or word.plural == function.customers
    # "User research" among the requirements names a skill, not yet those whom this role serves.
    asked = role == sections["requirements"] and sections.total() < _TWICE
    enough = 1 if plain else _TWICE if sections["duties"] else _OFTEN
    # Patients whom the company praises itself for are not yet those whom this role serves; a client of whom only the
    # company speaks is the employer, in the advertisement of an agency.
    often = plain and sections.total() >= (_TWICE if role else _OFTEN) and (role or word.plural != "clients")
    sure = often or (role >= enough and not asked)
    return word.plural if sure and not _means_colleagues(assessment, word.plural) else ""


def _better(assessment: Assessment, word: str) -> str:
    """Return the word that the text has much more often than a plain one that the role hardly has; else nothing."""
    if word not in _PLAIN or _weight(assessment, word) > 1:
        return ""
    group = group_named(assessment)
    if group and times_named(assessment, word) < _OFTEN:
        return group
    own = times_named(assessment, word, role_only=True)
    counts = {each: times_named(assessment, each, role_only=True) for each in sorted(_PLAIN - {word})}
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] >= max(_OFTEN, _MOSTLY * own) else ""


def _means_colleagues(assessment: Assessment, plural: str) -> bool:
    """Tell whether most mentions mean colleagues: "client groups" of a personnel department."""
    stem = plural.removesuffix("s")
    spots = (
        s.text[e.start : e.end].lower() for s in assessment.statements for e in s.evidence if e.value == "internal"
    )
    inside = sum(stem in spot for spot in spots)
    return inside > 0 and inside >= _MOSTLY * sum(1 for _ in _mentions(assessment, plural))


_SELLING = frozenset({"sales", "business-development", "marketing", "customer-experience"})
"""Functions that deal with those who buy, whoever uses what is bought."""


def _named_once(assessment: Assessment, function: Function) -> str:
    """Return the plain word that the text has, however seldom: nobody is brought in whom it does not know."""
    # In what is said around the role, the client is often the employer of an agency's advertisement.
    sections = {
        each: [
            section
            for section in _mentions(assessment, each)
            if section != "requirements" and (each != "clients" or section in ROLE_SECTIONS)
        ]
        for each in sorted(_PLAIN)
    }
    best = max(sections, key=lambda each: len(sections[each]))
    buys = best != "users" or function.slug not in _SELLING
    return best if sections[best] and buys and not _means_colleagues(assessment, best) else ""


def _of_the_role(assessment: Assessment, word: CustomerWord) -> CustomerWord:
    """Return a plain word that the role uses more often: the company speaks of patients, the job of users.

    A word that names one group of people ("residents") stays where the role itself has it nearly as often.
    """
    plain = word.plural in _PLAIN
    counts = {each: _weight(assessment, each) for each in (word.plural, *sorted(_PLAIN))}
    best = max(counts, key=lambda each: (counts[each], each == word.plural))
    stays = counts[word.plural] * (2 if plain else _RARER) >= counts[best] and counts[word.plural] > 0
    return word if stays or not counts[best] else msgspec.structs.replace(word, plural=best)


def _buyers(assessment: Assessment, word: CustomerWord) -> CustomerWord:
    """Return those who buy, as the text calls them: users and patients use what others may buy."""
    counts = {each: sum(1 for _ in _mentions(assessment, each)) for each in ("customers", "clients")}
    best = max(counts, key=lambda each: counts[each])
    stays = word.plural == "users" and not counts[best] and _weight(assessment, "users") >= _OFTEN
    return word if stays else msgspec.structs.replace(word, plural=best)


def _weight(assessment: Assessment, plural: str) -> float:
    """Count the mentions of those served in what the role does; what is only asked of the person counts half."""
    sections = Counter(_mentions(assessment, plural))
    return sections["purpose"] + sections["duties"] + sections["measures"] + sections["requirements"] / 2


def _institutions(assessment: Assessment) -> str:
    """Return the bodies that a public body serves, where the role names them more often than people; else nothing."""
    bodies: Counter[str] = Counter()
    people = 0
    for s in assessment.statements:
        if s.section not in {"purpose", "duties"}:
            continue
        for e in s.evidence:
            if e.lens == "customer" and e.value == "external":
                found = _INSTITUTIONS.get(s.text[e.start : e.end].lower())
                if found:
                    bodies[found] += 1
                else:
                    people += 1
    return max(sorted(bodies), key=lambda each: bodies[each]) if bodies.total() > people else ""


def _in_a_sentence(plural: str, assessment: Assessment) -> str:
    """Return a word that can stand alone: "people" could be anybody, "members" of a council are not its public."""
    if plural not in {"people", "members"}:
        return plural
    if plural == "members" and not _public_body(assessment):
        return plural
    return "members of the public" if _public_body(assessment) else "the people we serve"


def _public_body(assessment: Assessment) -> bool:
    # A notice of equal opportunity names laws and agencies whoever the employer is.
    speaking = (s.text for s in assessment.statements if s.section not in LOCKED_SECTIONS)
    return sum(len(_PUBLIC.findall(text)) for text in speaking) >= _BODY


def _mentions(assessment: Assessment, plural: str) -> Iterator[Section]:
    """Yield for each mention of those served the section in which it stands.

    A rarer word counts in the plural alone: "a resident expert", "student researchers" are not those served.
    """
    stem = plural.split(maxsplit=1)[0].removesuffix("s")[:5].lower()
    for s in assessment.statements:
        if _means_the_employer(s):
            continue
        for e in s.evidence:
            found = s.text[e.start : e.end].lower()
            named = e.lens == "customer" and e.value == "external" and _same(found, stem, plural)
            if named and (plural in _PLAIN or found in {plural.lower(), "public"}):
                yield s.section


def _same(found: str, stem: str, plural: str) -> bool:
    return found.startswith(stem) or (plural == "members of the public" and found == "public")


def _means_the_employer(s: Statement) -> bool:
    return bool(_EMPLOYER.search(s.text) and _AGENCY.search(s.text))
